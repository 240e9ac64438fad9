"""What the list of published addresses notes of calendars that programs subscribe to. Pure.

The name and the address of a calendar are those of what it is of, a tag or a type: once no text has
that any more, nothing else knows them.
"""

import datetime as dt
from collections.abc import Mapping

import msgspec

from sitegen.model import Scope
from sitegen.names import TRANSLATED
from sitegen.site.urls import is_safe_path

_LONGEST = 1000
"""Bytes of an address: no system that knows shorter paths than that is left."""


class NotedCalendar(msgspec.Struct, frozen=True, kw_only=True):
    """The calendar of a part of the site, as it was published last."""

    scope: Scope
    url: str
    """Its address from the root of the site's version."""
    title: str
    """What readers call that part."""
    left: dt.date | None = None
    """When nothing was found to be in it any more."""


def calendar_name(scope: Scope, language: str = "") -> str:
    """Return what the list calls the calendar of *scope*: `calendar:tag:eau`.

    *language*: that of another version of the site than the first.
    """
    name = f"calendar:{scope.kind}:{scope.value}"
    return f"{name}{TRANSLATED}{language}" if language else name


def calendars_in(
    known: Mapping[str, NotedCalendar], language: str = ""
) -> dict[str, NotedCalendar]:
    """Return those of *known* that are of a version of the site, by their names without it."""
    marked = f"{TRANSLATED}{language}" if language else ""
    return {
        name.removesuffix(marked): noted
        for name, noted in known.items()
        if (name.endswith(marked) if marked else TRANSLATED not in name)
    }


def is_calendar_path(path: str) -> bool:
    """Whether a calendar may stand at *path* of the output, which somebody may have written by
    hand: below it, in no hidden folder, which hosts and Git have for their own.
    """
    is_hidden = any(step.startswith(".") for step in path.split("/"))
    is_short = len(path.encode()) <= _LONGEST
    return path.endswith(".ics") and is_short and not is_hidden and is_safe_path(path)
