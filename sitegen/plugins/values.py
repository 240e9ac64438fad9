"""What plugins are given and give back: frozen values."""

from collections.abc import Mapping
from typing import Any, NoReturn

import msgspec


def _refuse(*_: Any, **__: Any) -> NoReturn:
    raise TypeError("what is given here cannot be changed: make a new value")


class Frozen(dict[Any, Any]):
    """A mapping that nobody changes: what a plugin changed would be changed for all others."""

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse


class FrozenList(list[Any]):
    """A list that nobody changes."""

    __setitem__ = __delitem__ = __iadd__ = __imul__ = _refuse
    append = clear = extend = insert = pop = remove = reverse = sort = _refuse


def frozen(value: Any) -> Any:
    """Return *value* with its mappings and lists frozen.

    Raises `TypeError` for a set, whose order is another in each process.
    """
    if isinstance(value, set | frozenset):
        raise TypeError("a set has no order")
    if type(value) is tuple:
        return tuple(map(frozen, value))
    if isinstance(value, Mapping):
        return Frozen({key: frozen(member) for key, member in value.items()})
    if isinstance(value, list):
        return FrozenList(map(frozen, value))
    return value


class ReadDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document after its reading, as its author wrote it: what `documents` is given.

    A hook returns it, or `document.replace(…)` with other values of `summary`, `tags`, `extra`
    or `html`; the rest is to be read.
    """

    id: str
    """Its path below ``content/``."""
    title: str
    lang: str
    """Its language: its own, or the site's."""
    keys: Mapping[str, Any]
    """Its front matter, as plain values: texts, numbers, lists, mappings; dates in ISO 8601."""
    summary: str
    tags: tuple[str, ...]
    extra: Mapping[str, Any]
    """What stands under `extra`, which templates read as `entry.extra`."""
    html: str
    """Its text. An address of the site stands there as `sitegen:…` until a page shows it."""

    def replace(self, **values: Any) -> "ReadDocument":
        """Return the document with other *values*."""
        return msgspec.structs.replace(self, **values)


class PlannedPage(msgspec.Struct, frozen=True):
    """A page that `pages` plans."""

    url: str
    """Its address from the site's root: `/membres/`, `/membres/carte.json`."""
    subject: str = ""
    """What it is about: the function that writes it, and its template, are told."""


class Finding(msgspec.Struct, frozen=True):
    """What `check` has to say of a text."""

    message: str
    """What is wrong, in a sentence without a full stop."""
    mend: str = ""
    """What to do about it."""
    line: int = 0
    """Of the document's file, from 1; 0 is the whole file."""
    column: int = 0


class Built(msgspec.Struct, frozen=True, kw_only=True):
    """What a build did: what `after_build` is given."""

    root: str
    """The site's folder."""
    output: str
    """The folder of the output."""
    url: str
    """The site's address, with its last slash."""
    written: tuple[str, ...]
    """The files of the output that are new or other, by their paths in it."""
    removed: tuple[str, ...]


Words = Mapping[str, Mapping[str, str]]
"""Language to the English text that a template shows, and that in the language."""
