"""What a letter tells: what is new since the last one, and what became of what that told. Pure.

Only what is public at the index's clock is told: entries and dates come from it, never documents.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from sitegen.config import MailingListConfig
from sitegen.model import Entry, Location, Moment, Occurrence
from sitegen.model.letters import LetterFields, ToldDate
from sitegen.site.agenda.event_ids import date_meant, hour_of, reference_to, split_reference
from sitegen.site.index import Index

FIRST_DAYS = 31
"""How far the first letter to a list looks back, where nothing else is said."""


class Contents(NamedTuple):
    """A letter that could be sent, and what it cannot tell."""

    fields: LetterFields
    vanished: tuple[str, ...]
    """Events to come that an earlier letter told, and that are not on the site any more."""

    @property
    def is_empty(self) -> bool:
        """Whether it holds nothing that its readers do not know."""
        fields = self.fields
        return not (fields.corrections or fields.changes or fields.articles or self.has_new_dates)

    has_new_dates: bool = False


def contents(
    index: Index, name: str, settings: MailingListConfig, since: Moment | None, subject: str
) -> Contents:
    """Return the letter to the list *name*; *since*: None from the last one on.

    Its `state` is `sending` and it has no Message-ID yet.
    """
    told = index.letters.told_dates(name)
    known = index.letters.told_articles(name)
    beginning = since or _last(index, name)
    changes, vanished = _changes(index, told)
    dates = tuple(_dates(index, settings.weeks))
    now = index.clock.now
    fields = LetterFields(
        list=name,
        state="sending",
        subject=subject,
        message_id="",
        date=_moment(now),
        since=beginning,
        changes=changes,
        corrections=tuple(_corrections(index, name, known)),
        articles=tuple(_articles(index, settings, beginning, known)),
        dates=dates,
    )
    is_new = any(told_date.event not in told for told_date in dates)
    return Contents(fields, vanished, is_new)


def _last(index: Index, name: str) -> Moment:
    """Return when the last letter to the list was written; some weeks ago for the first one."""
    letters = index.letters.of_list(name)
    if letters:
        return letters[0].fields.date
    day = index.clock.today - dt.timedelta(days=FIRST_DAYS)
    return Moment(dt.datetime.combine(day, dt.time()), True, index.config.timezone)


def _moment(now: dt.datetime) -> Moment:
    minutes = now.replace(second=0, microsecond=0)
    offset = minutes.isoformat()[19:]
    return Moment(minutes.replace(tzinfo=None), zone=offset)


def _articles(
    index: Index, settings: MailingListConfig, since: Moment, known: Iterable[str]
) -> Iterator[str]:
    """Yield the articles that became public since that day, the newest first, each told once."""
    day = since.in_zone(index.config.timezone).date
    sections = set(settings.sections)
    for entry in sorted(index.collections.members("all"), key=_newest_first):
        is_meant = not sections or (entry.section is not None and entry.section.id in sections)
        if is_meant and entry.id not in known and _public_since(index, entry) >= day:
            yield entry.id


def _public_since(index: Index, entry: Entry) -> dt.date:
    """Return the day on which readers could read it first: of its date, or after its embargo."""
    front = index.documents[entry.id].front
    moments = [moment for moment in (entry.date, front.embargo) if moment is not None]
    return max(moment.in_zone(index.config.timezone).date for moment in moments)


def _newest_first(entry: Entry) -> tuple[float, str]:
    return (-entry.date.timestamp if entry.date else 0.0, entry.id)


def _corrections(index: Index, name: str, known: Mapping[str, float]) -> Iterator[str]:
    """Yield the articles that were corrected since a letter told them last."""
    corrected = index.letters.told_corrections(name)
    for article, told in known.items():
        entry = index.entries.get(article)
        dates = [correction.date for correction in entry.correction] if entry else []
        if any(_is_later(moment, told, corrected.get(article, 0.0)) for moment in dates):
            yield article


def _is_later(date: Moment, told: float, corrected: float) -> bool:
    """Whether a correction came after the letter of *told*; *corrected*: the last that said so.

    One that tells no hour may be of any of its day, of which a letter says it once.
    """
    if not date.is_date:
        return date.timestamp > told
    end = Moment(date.local + dt.timedelta(days=1), zone=date.zone).timestamp
    return end > told and not date.timestamp <= corrected < end


def _dates(index: Index, weeks: int) -> Iterator[ToldDate]:
    """Yield what takes place in the coming weeks."""
    until = index.clock.today + dt.timedelta(weeks=weeks)
    for occurrence in index.calendar.upcoming(index.clock.now.timestamp()):
        if weeks > 0 and occurrence.first_day <= until and not occurrence.event.is_off:
            yield _told(index, occurrence)


def _told(index: Index, occurrence: Occurrence) -> ToldDate:
    event = occurrence.event
    return ToldDate(
        event=reference_to(occurrence, index.calendar.by_event.get(event.id, ())),
        start=occurrence.start,
        status=event.status,
        place=place_of(event.location),
    )


def place_of(location: Location | None) -> str:
    """Return a place in few words: « Cité des congrès, Nantes »."""
    if location is None:
        return ""
    has_city = location.city and location.city not in location.name
    return f"{location.name}, {location.city}" if has_city else location.name


def _changes(
    index: Index, told: dict[str, ToldDate]
) -> tuple[tuple[ToldDate, ...], tuple[str, ...]]:
    """Return what became of dates that earlier letters told, and the events that are gone.

    What is over, before and after, is none of its readers' business any more.
    """
    calendar, now = index.calendar, index.clock.now.timestamp()
    changes: list[ToldDate] = []
    vanished: list[str] = []
    for reference, known in told.items():
        occurrence = _occurrence(index, reference)
        was_to_come = _ends(known.start, index.config.timezone) > now
        if occurrence is None:
            event_id = split_reference(reference)[0]
            if was_to_come and event_id not in calendar.events:
                vanished.append(event_id)
            elif was_to_come and known.status != "cancelled":  # that date alone was taken away
                changes.append(msgspec.structs.replace(known, status="cancelled"))
            continue
        if not was_to_come and calendar.ends(occurrence) <= now:
            continue
        new = _told(index, occurrence)
        is_moved = new.start.iso() != known.start.iso() and not occurrence.event.has_no_date
        is_elsewhere = new.place != known.place
        is_told = _shown(new) == _shown(known)
        if is_moved or is_elsewhere or not is_told:
            before = known.start if is_moved else None
            place = known.place if is_elsewhere else ""
            changes.append(msgspec.structs.replace(new, before=before, place_before=place))
    changes.sort(key=lambda each: (each.start.timestamp, each.event))
    return tuple(changes), tuple(sorted(set(vanished)))


def _shown(date: ToldDate) -> str:
    """Return the status as far as readers have to know of a change: a free place is none."""
    return date.status if date.status in ("cancelled", "postponed") else ""


def _occurrence(index: Index, reference: str) -> Occurrence | None:
    event_id, day = split_reference(reference)
    dates = index.calendar.by_event.get(event_id, [])
    if day is None:
        return dates[0] if dates else None
    date = date_meant(dates, reference)
    hour = hour_of(reference)  # of a time that is one line with others of its day by now
    starts = (start for start, _ in date.slots) if date and hour else ()
    start = next((start for start in starts if f"{start.local:%H:%M}" == hour), None)
    return msgspec.structs.replace(date, start=start) if date and start else date


def _ends(start: Moment, zone: str) -> float:
    """Return the timestamp after the day on which something begins."""
    day = dt.datetime.combine(start.date + dt.timedelta(days=1), dt.time())
    return Moment(day, zone=start.zone or zone).timestamp
