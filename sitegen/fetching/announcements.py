"""What a source announces, in whatever format it says so: frozen values. Pure."""

import datetime as dt
from typing import Any

import msgspec

from sitegen.importing.former import Day

YEARS = range(1970, 2101)
"""Dates beyond are no news and no date to come to: a slip, or somebody's trap."""


Written = str
"""A day or a moment as front matter has it: `2027-03-02`, `2027-03-02 09:30`; empty for none."""


class AnnouncedPicture(msgspec.Struct, frozen=True, kw_only=True):
    url: str
    alt: str = ""
    credit: str = ""


class Announcement(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of news or an event of a source, as it says it: nothing in it can be trusted."""

    id: str
    """What the source knows it by: a GUID, a UID."""
    link: str = ""
    """Its address there, whole; empty without one."""
    title: str
    html: str = ""
    """Its text; empty where the source gives a summary alone."""
    summary: str = ""
    """Plain."""
    published: Written = ""
    """On the clocks of the site's zone."""
    updated: Written = ""
    tags: tuple[str, ...] = ()
    picture: AnnouncedPicture | None = None
    start: Written = ""
    """When the event begins; empty for news."""
    end: Written = ""
    event: dict[str, Any] = {}
    """Other keys of `event:`, by their names there; days and hours are `Written`."""

    @property
    def day(self) -> dt.date | None:
        """The day of the event, else that of publication."""
        shown = self.start or self.published
        return dt.date.fromisoformat(shown[:10]) if shown else None

    @property
    def place(self) -> str:
        """Where it takes place, in words; empty where nothing tells it."""
        location = self.event.get("location") or ""
        if isinstance(location, dict):
            names = (str(location.get(key, "")) for key in ("name", "address", "postcode", "city"))
            return " ".join(filter(None, names))
        return str(location)

    @property
    def is_cancelled(self) -> bool:
        return self.event.get("status") == "cancelled"


def written(value: Day | None) -> Written:
    """Return *value* as it stands in front matter; nothing for none, and for what is no such day:
    see `YEARS`.
    """
    if value is None or value.year not in YEARS:
        return ""
    if isinstance(value, dt.datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return value.isoformat()


def all_written(value: Any) -> Any:
    """Return *value*, which may hold lists and mappings, with every day in it as a text."""
    if isinstance(value, dict):
        return {key: all_written(part) for key, part in value.items()}
    if isinstance(value, list):
        return [all_written(part) for part in value]
    return written(value) if isinstance(value, dt.date) else value


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What one address of a source said."""

    name: str = ""
    """What it calls itself."""
    language: str = ""
    announcements: tuple[Announcement, ...] = ()
    left_out: dict[str, int] = {}
    """How many of it are not taken, by the phrase that says why."""
    addresses: tuple[str, ...] = ()
    """Of a page: the feed and the calendar that it names, whole."""
    in_slots: frozenset[str] = frozenset()
    """UIDs of the events whose times are one event by its own words."""
    is_window: bool = False
    """Whether it holds the latest alone, and older ones fall off its end."""
