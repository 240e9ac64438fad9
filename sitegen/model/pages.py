"""Pages, and the questions that decide their bytes."""

import math
from typing import Literal

import msgspec

from sitegen.model.kinds import Kind, traits_of
from sitegen.model.scopes import WHOLE, Scope


class Page(msgspec.Struct, gc=False, frozen=True):
    """A file to be written: where, by which renderer, about what."""

    path: str
    """Below ``output/``, with slashes."""
    kind: str
    """The name of one of `KINDS` (``model/kinds.py``), or of a plugin's."""
    url: str = ""
    subject: str = ""
    """What it shows: a document's id, a section, a slug, a period."""
    number: int = 1
    """Which page of its list, from 1."""
    scope: Scope = WHOLE
    """What a feed, a calendar or a part of the agenda is of; `subject` says the same as text."""
    language: str = ""
    """Of which version of the site it is (`site.languages.versions`); empty: of the first one."""

    @property
    def traits(self) -> Kind:
        """What pages of its kind have in common."""
        return traits_of(self.kind)


class Question(msgspec.Struct, gc=False, frozen=True, order=True):
    """What a page asked about the site while it was rendered."""

    kind: str
    arguments: tuple[str | int, ...] = ()

    def __str__(self) -> str:
        return ":".join((self.kind, *map(str, self.arguments)))


class Rendered(msgspec.Struct, frozen=True):
    """A page's bytes, and every question that decided them."""

    page: Page
    content: bytes
    asked: tuple[Question, ...]


class Withheld(msgspec.Struct, frozen=True):
    """Why readers do not see a page that a build was asked to show all the same."""

    why: Literal["draft", "embargo", "future"]
    until: float = math.inf
    """When they will, as a timestamp."""
