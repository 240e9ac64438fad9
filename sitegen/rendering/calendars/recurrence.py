"""How an event recurs, in the terms of RFC 5545 §3.8.5: RRULE, RDATE and EXDATE. Pure."""

import datetime as dt

from msgspec.structs import replace

from sitegen.model import Event, Moment, Occurrence, Repeat
from sitegen.site.recurrence import matching, occurrences, rule_starts


def recurrence(event: Event) -> tuple[str, list[Moment], list[Moment]]:
    """Return RRULE (or nothing) and the starts that RDATE adds and EXDATE takes away, in order.

    Both lists are what the agenda's own expansion says, so that page and calendar cannot differ:
    an exception without an hour takes away that day's date, one that hits nothing does not appear.
    """
    repeat = event.repeat
    if repeat is None:
        return "", [], []
    rule = _with_until(repeat.rrule.upper(), event.start)
    written = (*repeat.exceptions, *repeat.also)
    if not written:
        return rule, [], []
    until = max(moment.date for moment in (*written, event.start)) + dt.timedelta(days=1)
    by_rule = rule_starts(replace(event, repeat=Repeat(rrule=repeat.rrule)), until)
    with_added = rule_starts(replace(event, repeat=replace(repeat, exceptions=())), until)
    added = with_added - by_rule
    excluded = with_added - rule_starts(event, until)
    return rule, _moments(added - excluded, event), _moments(excluded - added, event)


def changed_dates(event: Event) -> list[Occurrence]:
    """Return the dates of a recurring *event* that differ from its rule, in order."""
    repeat = event.repeat
    if repeat is None or not repeat.changes:
        return []
    until = max(change.date.date for change in repeat.changes) + dt.timedelta(days=1)
    named = {
        local
        for change in repeat.changes
        for local in matching(rule_starts(event, until), change.date, event.start)
    }
    return [
        date
        for date in occurrences(event, until)
        if date.rule_start is not None and date.rule_start.local in named
    ]


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
