"""What stands under ``repeat:``: its rule, exceptions, additions and changed dates, each held
against the others. A date that two of them name is told, since one would undo the other unseen.
"""

import datetime as dt

from msgspec.structs import replace

from sitegen.config import is_timezone, meant_timezone
from sitegen.errors import Diagnostic
from sitegen.model import Change, Event, Moment, Repeat
from sitegen.site.agenda.recurrence import (
    at_hour,
    first_date,
    last_instant,
    matching,
    nearest_dates,
    new_start_of,
    rule_starts,
)
from sitegen.site.agenda.rule_words import meant_rule
from sitegen.site.agenda.rules import RuleError, read_rule
from sitegen.site.people import Directory
from sitegen.sources.document import Document
from sitegen.wording.excerpts import excerpt
from sitegen.wording.phrases import Words, told_by

MAX_LENGTH = dt.timedelta(days=3 * 366)
"""Of an event: it stands on a page for each of its months."""


class RuleNotes:
    """What is wrong with an event of a document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.diagnostics: list[Diagnostic] = []

    def add(self, code: str, key: str, /, **values: Words) -> None:
        """Note a problem of what stands under *key*."""
        self.diagnostics.append(self.document.diagnostic(code, key, **values))

    def is_zone(self, zone: str, key: str) -> bool:
        """Whether *zone* exists; what does not is noted."""
        if is_timezone(zone):
            return True
        near = meant_timezone(zone)
        code = "unknown-timezone-near" if near else "unknown-timezone"
        self.add(code, f"{key}.timezone", value=zone, suggestion=near)
        return False

    def is_ordered(self, key: str, start: Moment, end: Moment) -> bool:
        """Whether an event can begin and end so; what cannot be is noted."""
        if start.is_date != end.is_date:
            code = "event-mixed"
        elif end.timestamp < start.timestamp:
            code = "event-ends-before"
        elif end.local - start.local > MAX_LENGTH:
            code = "event-too-long"
        else:
            return True
        self.add(code, f"{key}.end", start=written(start), end=written(end))
        return False


def written(moment: Moment) -> str:
    """Return *moment* as authors write it."""
    return f"{moment.local:%Y-%m-%d}" if moment.is_date else f"{moment.local:%Y-%m-%d %H:%M}"


class RepeatMaker:
    """Makes the `Repeat` of one event, and notes what cannot be."""

    def __init__(
        self, notes: RuleNotes, key: str, start: Moment, timezone: str, directory: Directory
    ) -> None:
        """*timezone*: that which the author wrote for the whole event; empty for none."""
        self._notes = notes
        self._key = f"{key}.repeat"
        self._start = start
        self._timezone = timezone
        self._directory = directory

    def make(self, repeat: Repeat) -> Repeat | None:
        """Return *repeat* with its rule in the standard's letters and the venues of its changes.

        None when it cannot be.
        """
        rule = self._rule(repeat.rrule) if repeat.rrule else ""
        if rule is None:
            return None
        repeat = replace(repeat, rrule=rule)
        self._check_exceptions(repeat)
        if not self._has_apart(repeat):
            return None
        changes = self._changes(repeat)
        return None if changes is None else replace(repeat, changes=changes)

    def _rule(self, text: str) -> str | None:
        try:
            rule = read_rule(text, has_hours=not self._start.is_date)
        except RuleError as error:
            if meant := meant_rule(text):
                values = {"value": excerpt(text, 40), "suggestion": meant}
                self._notes.add("rule-in-words", self._key, **values)
                return None
            self._notes.add("bad-rule", self._key, reason=told_by(error))
            return None
        start = self._start
        last = last_instant(rule, start)
        if last is not None and last < start.local:
            values = {"until": f"{last:%Y-%m-%d}", "start": written(start)}
            self._notes.add("rule-ends-before", self._key, **values)
            return None
        first = first_date(rule, start)
        if first is None:
            self._notes.add("bad-rule", self._key, reason="it gives no date")
            return None
        if first != start.local:  # RFC 5545 §3.8.5.3: undefined
            values = {"start": written(start), "first": written(replace(start, local=first))}
            self._notes.add("start-outside-rule", self._key, **values)
        return rule

    def _check_exceptions(self, repeat: Repeat) -> None:
        """Note the exceptions on which nothing would take place anyway."""
        for position, moment in enumerate(repeat.exceptions):
            before = repeat.exceptions[:position]
            if not self._dates(replace(repeat, exceptions=before), moment):
                key = f"{self._key}.except.{position}"
                self._notes.add("exception-outside-rule", key, date=written(moment))

    def _has_apart(self, repeat: Repeat) -> bool:
        """Whether no date that is added at an hour of its own is taken away with its whole day.

        What is added twice is noted too.
        """
        is_sound = True
        for position, moment in enumerate(repeat.also):
            key = f"{self._key}.also.{position}"
            local = at_hour(moment, self._start)
            starts = self._dates(replace(repeat, also=repeat.also[:position]), moment)
            excluding = self._naming(repeat.exceptions, [local])
            if excluding is not None:
                if repeat.exceptions[excluding].is_date and not moment.is_date:
                    self._tell_twice(key, f"except.{excluding}", moment)
                    is_sound = False
            elif local != self._start.local and local in starts:
                self._notes.add("addition-within-rule", key, date=written(moment))
        return is_sound

    def _changes(self, repeat: Repeat) -> tuple[Change, ...] | None:
        changes: list[Change] = []
        named: dict[dt.datetime, int] = {}
        for position, change in enumerate(repeat.changes):
            key = f"{self._key}.changes.{position}"
            dates = self._dates(repeat, change.date)
            twice = next((named[local] for local in dates if local in named), None)
            if twice is not None:
                self._tell_twice(key, f"changes.{twice}", change.date)
                return None
            if not dates:
                self._tell_unknown(key, repeat, change)
                return None
            named |= dict.fromkeys(dates, position)
            made = self._change(key, change, dates[0])
            if made is None:
                return None
            changes.append(made)
        return tuple(changes)

    def _change(self, key: str, change: Change, local: dt.datetime) -> Change | None:
        """Return *change* with its place, and with the zone that its hours are told in."""
        location = change.location and self._directory.location(change.location)
        own = change.timezone or self._timezone or (location.timezone if location else "")
        zone = own or self._start.zone
        if not self._notes.is_zone(zone, key):
            return None
        change = replace(change, location=location, timezone=zone)
        start = self._start
        new_start = new_start_of(change, Moment(local, start.is_date, start.zone))
        end = change.end.in_zone(zone) if change.end else new_start
        if new_start.is_date != start.is_date:
            values = {"start": written(start), "end": written(new_start)}
            self._notes.add("event-mixed", key, **values)
            return None
        return change if self._notes.is_ordered(key, new_start, end) else None

    def _tell_unknown(self, key: str, repeat: Repeat, change: Change) -> None:
        """Note a change of a date that is none, or that `except` takes away."""
        dates = self._dates(replace(repeat, exceptions=()), change.date)
        excluding = self._naming(repeat.exceptions, dates)
        if excluding is not None:
            self._tell_twice(key, f"except.{excluding}", change.date)
        else:
            event = self._event(replace(repeat, changes=()))
            values = {"date": written(change.date), "dates": nearest_dates(event, change.date.date)}
            self._notes.add("unknown-date", key, **values)

    def _tell_twice(self, key: str, other: str, moment: Moment) -> None:
        line, _ = self._notes.document.place_of(f"{self._key}.{other}")
        values = {"key": key.split(".")[-2], "other": other.split(".")[0], "line": str(line)}
        self._notes.add("date-twice", key, date=written(moment), **values)

    def _dates(self, repeat: Repeat, moment: Moment) -> list[dt.datetime]:
        """Return the starts of *repeat* that *moment* names, in order."""
        day = moment.date + dt.timedelta(days=1)  # the zones may differ by a day
        starts = rule_starts(self._event(repeat), day)
        return sorted(matching(starts, moment, self._start))

    def _naming(self, moments: tuple[Moment, ...], dates: list[dt.datetime]) -> int | None:
        """Return the position of the first of *moments* that names one of *dates*."""
        places = (
            position
            for position, moment in enumerate(moments)
            if matching(dates, moment, self._start)
        )
        return next(places, None)

    def _event(self, repeat: Repeat) -> Event:
        return Event(id="", name="", start=self._start, end=None, repeat=repeat)
