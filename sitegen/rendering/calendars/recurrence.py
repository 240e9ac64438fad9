"""How the dates of an event are written so that most programs show them (RFC 5545 §3.8.5). Pure.

What the rule gives is one VEVENT with RRULE and EXDATE; a date of it that differs is told apart
under RECURRENCE-ID; a date that is added is an event of its own, since many programs take RDATE ill
(docs/clients.md).
"""

import datetime as dt
from typing import NamedTuple

from sitegen.model import Event, Moment, Occurrence, zone_info
from sitegen.rendering.calendars.same_rules import same_rule
from sitegen.rendering.calendars.zone import HORIZON, clock_changes
from sitegen.site.agenda.recurrence import (
    MAX_OCCURRENCES,
    day_after,
    matching,
    occurrences,
    plain,
    rule_starts,
)

_FAR = dt.date(2400, 1, 1)
"""Until when the dates of a rule with COUNT are sought."""


class Series(NamedTuple):
    """What one VEVENT says of an event's dates."""

    start: Moment
    """DTSTART, which takes place: some programs show it even if EXDATE names it."""
    rule: str
    """RRULE, in the standard's letters; nothing for a single date."""
    excluded: list[Moment]
    """EXDATE, in order."""


def series_of(event: Event) -> Series | None:
    """Return the dates that the rule of *event* gives, less its exceptions; None: none is left.

    They are what the agenda's own expansion says, so that page and calendar cannot differ: an
    exception without an hour takes away that day's date, one that hits nothing does not appear.
    """
    repeat = event.repeat
    if repeat is None:
        return Series(event.start, "", [])
    rule = same_rule(_with_until(repeat.rrule.upper(), event.start), event.start)
    if not rule and dates_told_apart(event):
        return None
    if not repeat.exceptions:
        return Series(event.start, rule, [])
    by_rule = plain(event, exceptions=())
    until = day_after(*repeat.exceptions, event.start)
    if count := _count(rule):
        until = _FAR
    given = rule_starts(by_rule, until)
    kept = rule_starts(plain(event), until)
    if not kept and rule and not count:
        kept = rule_starts(plain(event), _FAR)  # of what recurs seldom, the next may be far
        given |= kept
    if not kept:
        return None
    first, last = min(kept), max(kept)
    excluded = _moments({local for local in given - kept if local > first}, event)
    if count and len(given) >= min(count, MAX_OCCURRENCES):
        # Some programs count the dates that are taken away, others do not.
        rule = _ending(rule, last, event.start)
        excluded = [moment for moment in excluded if moment.local < last]
    return Series(_moments({first}, event)[0], rule, excluded)


def dates_told_apart(event: Event) -> list[Occurrence]:
    """Return the dates of the rule that differ from it, in order: RECURRENCE-ID.

    Without a rule, the one date that differs from what the event says.

    Those within which the clocks change too: each date has the exact length of the first one
    (§3.8.5.3), where the page means the hour that clocks show at the end.
    """
    repeat = event.repeat
    if repeat is None:
        return []
    named = {
        local
        for change in repeat.changes
        for local in matching(rule_starts(event, change.date.date), change.date, event.start)
    }
    changes = _clock_changes(event)
    last = max((*(local.date() for local in named), *changes), default=None)
    if last is None:
        return []
    by_rule = rule_starts(plain(event), last)
    length = _length(event.start, event.end)
    return [
        date
        for date in occurrences(event, last)
        if date.rule_start is not None
        and date.rule_start.local in by_rule
        and (date.rule_start.local in named or _length(date.start, date.end) != length)
    ]


def _length(start: Moment, end: Moment | None) -> float:
    """Return how many seconds lie between; of whole days, as many as their number says."""
    if end is None:
        return 0
    if start.is_date:
        return (end.local - start.local).total_seconds()
    return end.timestamp - start.timestamp


def _clock_changes(event: Event) -> list[dt.date]:
    """Return the days of the changes of the clocks within which a date of *event* may lie."""
    if event.end is None or event.start.is_date or not event.start.zone:
        return []
    length = event.end.local - event.start.local
    days = []
    day = dt.timedelta(days=1)
    last = min(max(event.start.date.year + 10, HORIZON), 9990)
    for onset in clock_changes(zone_info(event.start.zone), event.start.date.year, last):
        since = (onset - event.start.local) % day  # since that day's hour of beginning
        if onset > event.start.local and since <= length:
            days.append(onset.date())
    return days


def _count(rule: str) -> int:
    return next((int(part[6:]) for part in rule.split(";") if part.startswith("COUNT=")), 0)


def _ending(rule: str, last: dt.datetime, start: Moment) -> str:
    """Return *rule* with UNTIL, the date that is its *last*, in place of COUNT."""
    until = _until(f"{last:%Y%m%d}" if start.is_date else f"{last:%Y%m%dT%H%M%S}", start)
    parts = rule.split(";")
    return ";".join(f"UNTIL={until}" if part.startswith("COUNT=") else part for part in parts)


def _moments(starts: set[dt.datetime], event: Event) -> list[Moment]:
    return [Moment(local, event.start.is_date, event.start.zone) for local in sorted(starts)]


def _with_until(rule: str, start: Moment) -> str:
    """Return *rule* with UNTIL as §3.3.10 wants it: of DTSTART's type, in UTC if it has an hour."""
    parts = []
    for part in filter(None, rule.split(";")):
        name, _, value = part.partition("=")
        parts.append(f"UNTIL={_until(value, start)}" if name == "UNTIL" else part)
    return ";".join(parts)


def _until(text: str, start: Moment) -> str:
    """Return UNTIL: a date includes its whole day, an hour without `Z` is on the event's clock."""
    if len(text) == 8:
        if start.is_date:
            return text
        end_of_day = dt.datetime.strptime(f"{text}T235959", "%Y%m%dT%H%M%S")
        return _utc(Moment(end_of_day, zone=start.zone).instant)
    local = dt.datetime.strptime(text.rstrip("Z"), "%Y%m%dT%H%M%S")
    if text.endswith("Z"):
        instant = local.replace(tzinfo=dt.UTC)
    else:
        instant = Moment(local, zone=start.zone).instant
    if start.is_date:
        return f"{instant.astimezone(start.instant.tzinfo):%Y%m%d}"
    return _utc(instant)


def _utc(instant: dt.datetime) -> str:
    return f"{instant.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
