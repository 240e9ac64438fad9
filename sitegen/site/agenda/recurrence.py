"""The dates of an event: its rule, with exceptions, additions and what one date changes. Pure."""

import datetime as dt
from collections.abc import Iterable
from itertools import islice, takewhile

from msgspec.structs import replace

from sitegen.model import Change, Event, Moment, Occurrence, Repeat, Status, zone_info

MAX_OCCURRENCES = 2000
"""Of one event: a daily event over five years has fewer."""


FURTHEST = 40
"""Years within which a rule must give a date: 29 February is a Monday once in 28 years, or in 40
around 2100. A rule that gives none at all would be sought until 9999."""


def first_date(rule: str, start: Moment) -> dt.datetime | None:
    """Return the first date of *rule* (as `read_rule` gives it) from *start* on; None for none."""
    last = start.date.replace(year=start.date.year + FURTHEST, day=1)
    return next(iter(_rule_dates(rule, start, last)), None)


def last_instant(rule: str, start: Moment) -> dt.datetime | None:
    """Return what UNTIL of *rule* means on the event's wall clock; None where it has none."""
    text = _parts(rule).get("UNTIL")
    return _until(text, start) if text else None


def _parts(rule: str) -> dict[str, str]:
    return dict(part.split("=") for part in rule.upper().split(";") if part)


def _rule_dates(rule: str, start: Moment, furthest: dt.date) -> Iterable[dt.datetime]:
    """Iterate over the wall-clock starts of *rule*, which keep their hour over clock changes.

    Those after *furthest* are not sought.
    """
    from dateutil.rrule import rrulestr

    parts = _parts(rule)
    count = int(parts.pop("COUNT", MAX_OCCURRENCES))
    last = last_instant(rule, start)
    parts["UNTIL"] = f"{furthest:%Y%m%d}T235959"
    written = ";".join(f"{name}={value}" for name, value in parts.items())
    dates: Iterable[dt.datetime] = rrulestr(written, dtstart=start.local)
    dates = islice(dates, min(count, MAX_OCCURRENCES))
    return dates if last is None else takewhile(lambda date: date <= last, dates)


def _until(text: str, start: Moment) -> dt.datetime:
    """Return UNTIL on the event's wall clock; it is written in UTC, or as a date (inclusive)."""
    if len(text) == 8:
        day = dt.datetime.strptime(text, "%Y%m%d")
        return day.replace(hour=23, minute=59, second=59)
    local = dt.datetime.strptime(text.rstrip("Z"), "%Y%m%dT%H%M%S")
    if not text.endswith("Z") or not start.zone:
        return local
    aware = local.replace(tzinfo=dt.UTC).astimezone(start.instant.tzinfo)
    return aware.replace(tzinfo=None)


def rule_starts(event: Event, until: dt.date) -> set[dt.datetime]:
    """Return when *event* begins, on its own clock, before what single dates change.

    Dates of its rule after *until* are left out; what is written out is always there.
    """
    starts = {event.start.local}
    repeat = event.repeat
    if repeat is None:
        return starts
    if repeat.rrule:
        starts.update(_rule_dates(repeat.rrule, event.start, until))
    starts |= {at_hour(moment, event.start) for moment in repeat.also}
    for moment in repeat.exceptions:
        starts -= set(matching(starts, moment, event.start))
    return starts


def nearest_dates(event: Event, day: dt.date, count: int = 3) -> str:
    """Return the dates of *event* nearest to *day*, before what single dates change."""
    until = day.replace(year=day.year + 1, day=1)
    dates = {local.date() for local in rule_starts(event, until)}
    near = sorted(dates, key=lambda date: (abs(date - day), date))[:count]
    return ", ".join(date.isoformat() for date in sorted(near))


def matching(starts: Iterable[dt.datetime], moment: Moment, start: Moment) -> list[dt.datetime]:
    """Return those of *starts* that *moment* names: a bare date means all of that day.

    *start* is the event's first one, whose zone the starts have.
    """
    named = at_hour(moment, start)
    if moment.is_date:
        return [local for local in starts if local.date() == named.date()]
    return [local for local in starts if local == named]


def occurrences(event: Event, until: dt.date) -> list[Occurrence]:
    """Return the dates of *event* in order; those after *until* only where they are written out."""
    repeat = event.repeat
    if repeat is None:
        return [Occurrence(event=event, start=event.start, end=event.end)]
    starts = rule_starts(event, until)
    changed = {
        local: change
        for change in repeat.changes
        for local in matching(starts, change.date, event.start)
    }
    dates = [_occurrence(event, local, changed.get(local)) for local in sorted(starts)]
    return sorted(dates, key=lambda occurrence: occurrence.start.timestamp) if changed else dates


def dates_of(event: Event, until: dt.date) -> list[Occurrence]:
    """Return the dates of *event* as readers are told them: the times of one day are one date."""
    dates: list[Occurrence] = []
    for date in occurrences(event, until):
        if event.is_in_slots and dates and _is_beside(date, dates[-1]):
            before = dates.pop()
            slots = (*(before.slots or ((before.start, before.end),)), (date.start, date.end))
            date = replace(before, end=date.end or date.start, slots=slots)
        dates.append(date)
    return dates


def _is_beside(date: Occurrence, before: Occurrence) -> bool:
    """Whether two times are of one day, and nothing else tells them apart."""
    if before.start.is_date or not before.first_day == before.last_day == date.last_day:
        return False
    start, end, former = before.event.start, before.event.end, before.event.previous_start
    same = replace(date.event, start=start, end=end, previous_start=former)
    return same == before.event and date.event.previous_start == former


def _occurrence(event: Event, local: dt.datetime, change: Change | None) -> Occurrence:
    start = Moment(local, event.start.is_date, event.start.zone)
    end = None
    if event.end is not None:
        length = event.end.local - event.start.local
        end = Moment(local + length, event.end.is_date, event.end.zone)
    if change is None:
        return Occurrence(event=event, start=start, end=end, rule_start=start)
    changed = _changed(event, change, start, end)
    return Occurrence(event=changed, start=changed.start, end=changed.end, rule_start=start)


def _changed(event: Event, change: Change, start: Moment, end: Moment | None) -> Event:
    """Return *event* as it is on one date, which the rule lets begin at *start*.

    Its hours are those of the zone of that date's place. A date that moves keeps its length, and
    is `rescheduled` unless its author says otherwise.
    """
    zone = change.timezone or start.zone
    new_start = new_start_of(change, start)
    planned = Moment(start.local, start.is_date, zone)
    is_moved = new_start.timestamp != planned.timestamp
    new_end = change.end.in_zone(zone) if change.end else end
    if change.end is None and end is not None and (is_moved or zone != start.zone):
        new_end = Moment(new_start.local + (end.local - start.local), end.is_date, new_start.zone)
    status = change.status or ("rescheduled" if is_moved else event.status)
    status = dated_status(status, is_moved=is_moved)
    return replace(
        event,
        name=change.name or event.name,
        start=new_start,
        end=new_end,
        status=status,
        previous_start=start if is_moved else None,
        location=change.location or event.location,
        other_locations=() if change.location else event.other_locations,
        online=change.online or event.online,
    )


def dated_status(status: Status, *, is_moved: bool) -> Status:
    """Return *status*; what is put off and has its new date (*is_moved*) is `rescheduled`."""
    return "rescheduled" if is_moved and status == "postponed" else status


def new_start_of(change: Change, start: Moment) -> Moment:
    """Return when a changed date begins; a bare date keeps the hour of *start*, the rule's own."""
    zone = change.timezone or start.zone
    if change.start is None:
        return Moment(start.local, start.is_date, zone)
    if change.start.is_date and not start.is_date:
        return Moment(at_hour(change.start, start), zone=zone)
    return change.start.in_zone(zone)


def at_hour(moment: Moment, start: Moment) -> dt.datetime:
    """Return a date's wall clock in the event's zone; a bare date has the event's own hour."""
    if moment.is_date and not start.is_date:
        return dt.datetime.combine(moment.date, start.local.time())
    if moment.zone and not moment.is_date:
        return moment.instant.astimezone(zone_info(start.zone)).replace(tzinfo=None)
    return moment.local


def added_dates(event: Event) -> list[tuple[str, Occurrence]]:
    """Return the dates that no rule gives, in order, each with what its UID adds to the event's.

    `+20270408`: the day for which it was added, so that it stays itself when it moves; the second
    of a day has its hour too.
    """
    repeat = event.repeat
    if repeat is None or not repeat.also:
        return []
    until = day_after(*repeat.also, *repeat.exceptions, event.start)
    added = rule_starts(event, until) - rule_starts(plain(event), until)
    named: dict[str, Occurrence] = {}
    dates = [date for date in occurrences(event, until) if date.rule_start is not None]
    for date in sorted(dates, key=_planned):
        planned = _planned(date)
        if planned in added:
            day = f"+{planned:%Y%m%d}"
            named[f"{day}T{planned:%H%M}" if day in named else day] = date
    return list(named.items())


def plain(event: Event, **changes: tuple[Moment, ...]) -> Event:
    """Return *event* with its rule and exceptions alone."""
    repeat = event.repeat or Repeat()
    kept = Repeat(rrule=repeat.rrule, exceptions=changes.get("exceptions", repeat.exceptions))
    return replace(event, repeat=kept)


def _planned(date: Occurrence) -> dt.datetime:
    return (date.rule_start or date.start).local


def day_after(*moments: Moment) -> dt.date:
    return max(moment.date for moment in moments) + dt.timedelta(days=1)
