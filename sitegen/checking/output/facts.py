"""What is known of one published file, whatever the others hold. Values."""

from typing import Literal

import msgspec

LinkKind = Literal["link", "load", "feed", "sitemap", "data"]
"""What an address is for: to follow, to show the page, to name an entry of a feed or a calendar's
event, to list pages, to describe the page to machines."""


class Problem(msgspec.Struct, frozen=True, array_like=True):
    """One mistake within the file. `line` and `column` are 1-based; 0 is unknown."""

    code: str
    """A key of `catalogue.MESSAGES`."""
    line: int = 0
    column: int = 0
    values: dict[str, str] = {}


def lacks(part: str, name: str) -> Problem:
    """Return that *part* of a file is without its *name*."""
    return Problem("element-missing", values={"part": part, "name": name})


class FoundLink(msgspec.Struct, frozen=True, array_like=True):
    """An address that the file names, as it is written there."""

    kind: LinkKind
    address: str
    line: int = 0
    column: int = 0


class FileFacts(msgspec.Struct, frozen=True, array_like=True):
    """All that the file's bytes say."""

    problems: tuple[Problem, ...] = ()
    links: tuple[FoundLink, ...] = ()
    """Each address once for each kind, where it stands first."""
    ids: tuple[str, ...] | None = None
    """What a fragment may name; None where fragments mean something else."""
    base: str = ""
    """What relative addresses are relative to, if not the file's own address."""
    is_passage: bool = False
    """Whether the file only leads on to another address, or asks not to be found."""
