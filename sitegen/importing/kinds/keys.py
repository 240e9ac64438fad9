"""Front matter of other generators, by a table of their keys. Pure."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sitegen.importing.former import Day, FormerEvent, FormerPicture, ImportNote
from sitegen.importing.hours import read_duration, read_hours
from sitegen.importing.places import read_place
from sitegen.importing.values import plain, read_day, says_no, sooner, words
from sitegen.site.media_types import media_type

Keys = Mapping[str, tuple[str, ...]]
"""What a value is for, as `FormerFront` names it → the keys that may hold it, the best first."""

EVENT_KEYS: Keys = {
    "start": (
        "start",
        "start_date",
        "date_start",
        "startDate",
        "date_debut",
        "debut",
        "begin",
        "eventDate",
        "event_date",
        "eventStart",
        "event_start",
        "event-start",
    ),
    "end": (
        "end",
        "end_date",
        "date_end",
        "endDate",
        "date_fin",
        "datefin",
        "fin",
        "eventEnd",
        "event_end",
        "event-end",
    ),
    "place": ("location", "lieu", "place", "venue", "where", "event-location", "event_location"),
    "address": ("address", "adresse"),
    "duration": ("duration", "duree", "durée", "event-duration", "event_duration"),
    "hours": ("horaire", "horaires", "heure", "hours", "time"),
}
"""How sites of every kind tell an event: no generator has keys of its own for it."""
FRENCH: Keys = {
    "title": ("titre_page", "titre"),
    "summary": ("chapo", "chapeau", "resume", "résumé"),
    "picture": ("illustration", "vignette", "photo"),
    "authors": ("auteur", "auteurs", "autrice"),
    "updated": ("mis_a_jour", "mise_a_jour", "maj"),
}
"""Keys that sites in French have of their own, after those of the generator."""
_HIDING = ("draft", "private", "protected", "password")
_PICTURE = ("src", "path", "url", "image", "file", "feature", "teaser", "relative", "overlay_image",
            "image_path", "image_fullwidth")  # fmt: skip
_UNSAID = ("layout", "type", "weight", "menu", "outputs", "markup", "toc", "comments", "published",
           "eleventyNavigation", "eleventyExcludeFromCollections", "sitemap", "lastmod", "template",
           "cascade", "math", "mathjax", "share", "id", "guid")  # fmt: skip
"""Keys that say how a page was made, not what it holds: nothing is lost without them."""


class FormerFront(NamedTuple):
    """A front matter that was asked for what it holds; what nobody asked for is left."""

    values: Mapping[str, Any]
    keys: Keys
    timezone: str
    asked: set[str]

    def value(self, name: str) -> Any:
        """Return the first value that is there under the keys for *name*; None if none is."""
        return self._found(self._keys_for(name))[1]

    def _keys_for(self, name: str) -> tuple[str, ...]:
        return (*self.keys.get(name, (name,)), *FRENCH.get(name, ()))

    def _found(self, keys: Iterable[str]) -> tuple[str, Any]:
        for key in keys:
            if key in self.values:
                self.asked.add(key)
                if self.values[key] not in (None, "", [], {}):
                    return key, self.values[key]
        return "", None

    def text(self, name: str) -> str:
        value = self.value(name)
        return plain(value) if isinstance(value, (str, int, float)) else ""

    def day(self, name: str) -> Day | None:
        """Return the day under *name*; one that nobody can tell counts as not asked for."""
        return self._day(*self._found(self._keys_for(name)))

    def _day(self, key: str, value: Any) -> Day | None:
        day = read_day(value, self.timezone)
        if day is None:
            self.asked.discard(key)
        return day

    def words(self, name: str, separator: str = ",") -> tuple[str, ...]:
        value = self.value(name)
        if isinstance(value, Mapping):
            value = [value]
        if isinstance(value, (list, tuple)):
            value = [part.get("name", "") if isinstance(part, Mapping) else part for part in value]
        return words(value, separator)

    def picture(self, name: str = "picture") -> FormerPicture | None:
        """Return the picture under *name*: an address, a mapping, or the first of a list."""
        key, value = self._found(self._keys_for(name))
        if isinstance(value, (list, tuple)):
            if len(value) > 1:
                self.asked.discard(key)  # the others are told
            value = value[0] if value else None
        if isinstance(value, Mapping):
            named = (value[part] for part in _PICTURE if isinstance(value.get(part), str))
            source = next(named, "")
            title = str(value.get("title") or "")
            if not source and media_type(title).startswith("image/"):
                source, title = title, ""
            alt = value.get("alt", value.get("image_alt"))
            if not source:
                self.asked.discard(key)
            return FormerPicture(
                src=source,
                alt=None if alt is None else plain(alt),
                caption=plain(value.get("caption") or title),
                credit=plain(value.get("credit") or value.get("attr")),
            ) if source else None  # fmt: skip
        if not isinstance(value, str):
            if value:
                self.asked.discard(key)  # no picture that can be told: it is not lost
            return None
        alt, caption, credit = (
            plain(self._found(f"{key}{sign}{end}" for end in ends for sign in "_-")[1])
            for ends in (("alt", "alt_text"), ("caption",), ("credit",))
        )
        return FormerPicture(src=value.strip(), alt=alt or None, caption=caption, credit=credit)

    def event(self, *, date: Day | None = None) -> FormerEvent | None:
        """Return the event that the keys tell, if any; *date*: its day, where none does."""
        before = set(self.asked)
        found = {name: self._found(keys) for name, keys in EVENT_KEYS.items()}
        values = {name: value for name, (_, value) in found.items()}
        start = self._day(*found["start"])
        if not values["start"] and (values["place"] or values["hours"] or values["end"]):
            start = date
        if start is None:
            self.asked.intersection_update(before)  # what an event would have been is not lost
            return None
        end = self._day(*found["end"])
        said = plain(values["hours"])
        if (hours := read_hours(said)) and type(start) is dt.date:
            start, end = hours.between(start, end)
            said = "" if hours.is_all and type(start) is not dt.date else said
        if end is not None and (type(end) is not type(start) or sooner(end, start)):
            end = None  # a day and an hour are no period, nor is one that ends before it begins
            self.asked.discard(found["end"][0])
        taken = read_duration(str(values["duration"] or ""))
        until = _after(start, taken) if taken else None
        if until is not None and end in (None, until):
            end = until
        elif values["duration"]:
            self.asked.discard(found["duration"][0])
        location, _ = read_place(values["place"])
        address = plain(values["address"]) if isinstance(values["address"], str) else ""
        if address and isinstance(location, str):
            location = {"name": location, "address": address} if location else address
        elif values["address"]:
            self.asked.discard(found["address"][0])
        fields = {"location": location} if location else {}
        return FormerEvent(start=start, end=end, fields=fields, said=said)

    @property
    def place(self) -> Any:
        """What was said of where an event takes place, as it was written."""
        return self._found(EVENT_KEYS["place"])[1]

    def is_hidden(self) -> bool:
        """Whether a key says that a text is not for everybody, its value however spelt."""
        self.asked.update(_HIDING)
        is_unread = not says_no(self.value("embargo")) and self.day("embargo") is None
        return is_unread or any(not says_no(self.value(key)) for key in _HIDING)

    def rest(self) -> tuple[dict[str, Any], tuple[ImportNote, ...]]:
        """Return what nobody asked for, and a note for each key."""
        left = {
            key: value
            for key, value in self.values.items()
            if key not in self.asked and key not in _UNSAID and value not in (None, "", [], {})
        }
        return left, tuple(
            ImportNote("key", key, f"{key}: {value}"[:80]) for key, value in left.items()
        )


def _after(start: Day, taken: dt.timedelta) -> dt.datetime | None:
    """Return when an event ends; None without an hour, and after the last day that there is."""
    try:
        return start + taken if isinstance(start, dt.datetime) else None
    except OverflowError:
        return None


def fields(
    head: FormerFront, notes: Iterable[ImportNote] = (), *, date: Day | None = None
) -> dict[str, Any]:
    """Return the fields of a `FormerText` that the front matter of any generator gives.

    To be called last: what was not asked for by then goes under `extra`. *date*: the text's own,
    which is an event's where a place, hours or an end stand beside it.
    """
    event = head.event(date=date)
    told = {
        "title": head.text("title"),
        "updated": head.day("updated"),
        "expires": head.day("expires"),
        "embargo": head.day("embargo"),
        "authors": head.words("authors"),
        "summary": head.text("summary"),
        "picture": head.picture(),
        "attachments": head.words("attachments"),
        "lang": head.text("lang"),
        "is_pinned": head.value("pinned") is True,
        "events": (event,) if event else (),
    }
    extra, unknown = head.rest()
    if event and (left := read_place(head.place)[1]):
        extra["location"] = left
        unknown += tuple(ImportNote("key", f"location.{key}", str(value)[:80])
                         for key, value in left.items())  # fmt: skip
    return {**told, "extra": extra, "notes": (*notes, *unknown)}


def front(values: Mapping[str, Any], keys: Keys, timezone: str) -> FormerFront:
    """Return *values* to be asked by the names of *keys*."""
    return FormerFront(values, keys, timezone, set())
