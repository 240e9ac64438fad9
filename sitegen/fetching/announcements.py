"""What a source announces, in whatever format it says so: frozen values. Pure."""

import datetime as dt
from typing import Any

import msgspec

from sitegen.importing.former import Day
from sitegen.site.agenda.events import YEARS

NEWS_YEARS = range(1970, 2101)
"""Of publications. Earlier, no computer published; a clock that was not set may say 1969."""


Written = str
"""A day or a moment as front matter has it: `2027-03-02`, `2027-03-02 09:30`; empty for none."""


class AnnouncedPicture(msgspec.Struct, frozen=True, kw_only=True):
    url: str
    alt: str = ""
    credit: str = ""


class AnnouncedFile(msgspec.Struct, frozen=True, kw_only=True):
    url: str
    name: str


class AnnouncedSource(msgspec.Struct, frozen=True, kw_only=True):
    """Who announced it before, where the source only passes on what it has fetched."""

    url: str
    """The text there."""
    name: str


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
    attachments: tuple[AnnouncedFile, ...] = ()
    signatories: tuple[str, ...] = ()
    contact: dict[str, str] = {}
    """Whom to ask, by the keys of a document."""
    via: tuple[AnnouncedSource, ...] = ()
    """Where the source has it from, the original first."""
    feeds: tuple[str, ...] = ()
    """The feeds that the source has it from, and the sites that these are of: addresses."""
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

    @property
    def is_farewell(self) -> bool:
        """Whether nothing is left of a cancelled event but its name and day: as calendars tell for
        a while what is gone."""
        return self.is_cancelled and not (self.link or self.html or self.summary or self.place)


def published(value: Day | None) -> Written:
    """Return the day of a publication as `written`; nothing for one that cannot be."""
    return written(value) if value is not None and value.year in NEWS_YEARS else ""


def written(value: Day | None) -> Written:
    """Return *value* as it stands in front matter; nothing for none, and for a day on which no
    event of a site can be: a slip, or somebody's trap.
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
    in_part: dict[str, int] = {}
    """How many come in without a part of them, by the phrase that says which."""
    addresses: tuple[str, ...] = ()
    """Of a page: the feed and the calendar that it names, whole."""
    in_slots: frozenset[str] = frozenset()
    """UIDs of the events whose times are one event by its own words."""
    is_window: bool = False
    """Whether it holds the latest alone, and older ones fall off its end."""
