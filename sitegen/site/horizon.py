"""When the site will change by itself: publications, ends of embargoes, events, months. Pure.

Everything that the clock decides stands here: what the index and the questions ask of it must
change at one of these instants and at no other (`tests/site/test_horizon.py`).
"""

import datetime as dt
import math
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from sitegen.model import Moment
from sitegen.site.agenda.calendar import add_months, closes_at
from sitegen.site.agenda.noted_calendars import calendar_name
from sitegen.site.agenda.translated_editions import TranslatedEditions, translated_name
from sitegen.site.index import Index
from sitegen.site.news import ends_of_news
from sitegen.site.plan.kept_calendars import kept_calendars, kept_until
from sitegen.site.publication import Clock, above, is_previewed, is_public
from sitegen.sources.document import Document
from sitegen.sources.withdrawal import NOBODY

ChangeKind = Literal[
    "appears",
    "disappears",
    "begins",
    "ends",
    "lapses",
    "closes",
    "fades",
    "month",
    "ages",
    "previews",
]


class InstantOfChange(msgspec.Struct, frozen=True, order=True):
    """An instant to come at which pages change though nobody edits them."""

    timestamp: float
    """Seconds since 1970-01-01T00:00Z: a build at this instant, or later, shows the change."""
    kind: ChangeKind
    id: str = ""
    """The document that appears, disappears or ages, the event that begins or ends, or whose
    former date passes (`lapses`: it is put off or cancelled) or whose registration closes, or that
    is gone and leaves the calendars (`fades`; a calendar that nothing is in too), the month.
    Nothing of what the public is not to know of."""
    title: str = ""
    """The same in words; of what is private, for whom it is."""


def instants_of_change(index: Index) -> list[InstantOfChange]:
    """Return all instants after the index's clock at which the site changes by itself, in order.

    Events of documents that are not public yet are told once they are. Months reach as far as
    endless rules are expanded.
    """
    changes = [
        *_publications(index),
        *_previews(index),
        *_events(index),
        *_of_few(index),
        *_months(index),
        *_removed(index),
        *_news(index),
    ]
    return sorted(changes)


def next_change(index: Index) -> float:
    """Return the first of these instants as a timestamp; infinity when there is none."""
    return min((change.timestamp for change in instants_of_change(index)), default=math.inf)


def _publications(index: Index) -> Iterator[InstantOfChange]:
    zone = index.config.timezone
    for document in index.documents.values():
        pages = above(document, index.bundles)
        instants = _instants((document, *pages), index.clock, zone)
        if not instants:
            continue
        was_public = is_public(document, index.clock, zone, pages)
        few = index.folders.name_of(document)
        if few == NOBODY:
            continue
        if not few and (preview := document.front.preview):
            few = preview.access
        told = ("", f"({few})") if few else (document.id, document.title)
        for instant in instants:
            clock = msgspec.structs.replace(index.clock, now=instant)
            if is_public(document, clock, zone, pages) != was_public:
                was_public = not was_public
                kind: ChangeKind = "appears" if was_public else "disappears"
                yield InstantOfChange(instant.timestamp(), kind, *told)
            elif was_public and _is_end_of_embargo(document, instant, zone):
                # It was shown before its time, and its kit said until when nobody may print it.
                yield InstantOfChange(instant.timestamp(), "appears", *told)


def _is_end_of_embargo(document: Document, instant: dt.datetime, zone: str) -> bool:
    embargo = document.front.embargo
    return embargo is not None and embargo.in_zone(zone).instant == instant


def _previews(index: Index) -> Iterator[InstantOfChange]:
    """Yield when some begin or end to have what the public has not."""
    zone = index.config.timezone
    for document in index.documents.values():
        pages = above(document, index.bundles)
        previewing = [held for held in (document, *pages) if held.front.preview]
        if not previewing:
            continue

        def has_readers(clock: Clock, previewing: list[Document] = previewing) -> bool:
            return any(
                is_previewed(held, clock, zone, above(held, index.bundles)) for held in previewing
            )

        had_readers = has_readers(index.clock)
        for instant in _instants((document, *pages), index.clock, zone):
            clock = msgspec.structs.replace(index.clock, now=instant)
            if has_readers(clock) != had_readers:
                had_readers = not had_readers
                preview = previewing[0].front.preview
                name = preview.access if preview else ""
                yield InstantOfChange(instant.timestamp(), "previews", "", f"({name})")


def _of_few(index: Index) -> Iterator[InstantOfChange]:
    """Yield when events begin and end of which some alone know."""
    for audience in index.audiences.values():
        for change in _events(audience.index):
            yield InstantOfChange(change.timestamp, change.kind, "", f"({audience.ring.name})")


def _instants(documents: Iterable[Document], clock: Clock, zone: str) -> list[dt.datetime]:
    """Return the instants to come that *documents* name, in order."""
    now = clock.now.timestamp()
    instants: set[dt.datetime] = set()
    for document in documents:
        front = document.front
        until = front.preview.until if front.preview else None
        date = None if clock.with_future else document.date
        for moment in (front.embargo, front.expires, until, date):
            if moment is not None and (placed := moment.in_zone(zone)).timestamp > now:
                instants.add(placed.instant)
    return sorted(instants)


def _events(index: Index) -> Iterator[InstantOfChange]:
    now = index.clock.now.timestamp()
    calendar = index.calendar
    for occurrence in calendar.upcoming(now):
        event = occurrence.event
        if calendar.begins(occurrence) > now and not event.is_off:
            yield InstantOfChange(calendar.begins(occurrence), "begins", event.id, event.name)
        kind: ChangeKind = "lapses" if event.is_off else "ends"
        yield InstantOfChange(calendar.ends(occurrence), kind, event.id, event.name)
    for event in calendar.events.values():
        if now < closes_at(event) < math.inf:
            yield InstantOfChange(closes_at(event), "closes", event.id, event.name)


def _removed(index: Index) -> Iterator[InstantOfChange]:
    """Yield when events that are gone leave the calendars, where they stood as cancelled."""
    keep = index.config.calendars.keep_removed
    untranslated = [
        (translated_name(name, version.config.language), noted)
        for version in index.versions.values()
        if isinstance(version.editions, TranslatedEditions)
        for name, (noted, _event) in version.editions.left.items()
    ]
    for name, noted in (*index.editions.gone.items(), *untranslated):
        if noted.removed is not None and keep:
            day = noted.removed + dt.timedelta(days=keep)
            if day > index.clock.today:
                midnight = Moment(dt.datetime.combine(day, dt.time()), zone=index.config.timezone)
                yield InstantOfChange(midnight.timestamp, "fades", name, noted.name)
    for version in index.everywhere:
        for calendar in kept_calendars(version).values():
            if until := kept_until(version, calendar):
                midnight = Moment(dt.datetime.combine(until, dt.time()), zone=index.config.timezone)
                language = version.config.language if version is not index else ""
                name = calendar_name(calendar.scope, language)
                yield InstantOfChange(midnight.timestamp, "fades", name, calendar.title)


def _months(index: Index) -> Iterator[InstantOfChange]:
    """Yield the months to come: calendars let one go, and endless rules reach one further."""
    calendars = [
        index.calendar,
        *(audience.index.calendar for audience in index.audiences.values()),
    ]
    if not any(calendar.all for calendar in calendars):
        return
    day, until = add_months(index.clock.today, 1), max(calendar.until for calendar in calendars)
    while day <= until:
        midnight = Moment(dt.datetime.combine(day, dt.time()), zone=index.config.timezone)
        yield InstantOfChange(midnight.timestamp, "month", f"{day:%Y-%m}", f"{day:%Y-%m}")
        day = add_months(day, 1)


def _news(index: Index) -> Iterator[InstantOfChange]:
    if index.config.sitemap.news:
        for end, entry in ends_of_news(index):
            yield InstantOfChange(end, "ages", entry.id, entry.title)
