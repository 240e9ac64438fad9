"""Calendars as three programs of others read them, and as the RFC's rules see their bytes."""

import datetime as dt
import json
import subprocess
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import icalendar
import jsonschema
import recurring_ical_events

from tests.rendering.ical_wire import faults
from tests.tools import tool

_BEGINNING = (1900, 1, 1)


def calendar_faults(paths: Sequence[Path], until: dt.date) -> list[str]:
    """Return what is wrong with the calendars at *paths*; nothing: all well.

    Their bytes obey the RFCs, each reader takes them without a complaint, and the readers agree on
    the dates of each event, as far as the day *until*.
    """
    wrong = []
    for path, seen in zip(paths, read_by_ical_js(paths, until), strict=True):
        data = path.read_bytes()
        wrong += [f"{path}: {fault}" for fault in faults(data)]
        calendar = icalendar.Calendar.from_ical(data)
        wrong += [f"{path}: icalendar: {error}" for error in calendar.errors]
        dates = recurring_ical_events.of(calendar).between(
            _BEGINNING, (until.year, until.month, until.day)
        )
        starts = [(str(date["uid"]), date["dtstart"].dt) for date in dates]
        theirs = Counter((uid, told(start)) for uid, start in starts)
        thunderbirds = Counter(
            (event["uid"], event["start"].replace(".000Z", "Z"))
            for event in seen
            if event["start"][:10] < until.isoformat()
        )
        # The hour that clocks show twice in autumn is the first of the two (RFC 5545 §3.3.5);
        # ical.js takes the second.
        differing = set((theirs - thunderbirds) + (thunderbirds - theirs))
        differing -= {(uid, instant) for uid, start in starts for instant in _told_twice(start)}
        wrong += [f"{path}: only one reader sees {event}" for event in sorted(differing)]
    return wrong


def told(moment: dt.date) -> str:
    """Return a date, or an instant in UTC to the second."""
    if not isinstance(moment, dt.datetime):
        return moment.isoformat()
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _told_twice(moment: dt.date) -> set[str]:
    """Return both instants of a local time that clocks show twice; none of any other."""
    if not isinstance(moment, dt.datetime):
        return set()
    both = {told(moment.replace(fold=fold)) for fold in (0, 1)}
    return both if len(both) == 2 else set()


def read_by_ical_js(paths: Sequence[Path], until: dt.date) -> list[list[dict[str, Any]]]:
    """Return the dates of each calendar; of events that recur, those before *until*."""
    library = tool("ical.js/dist/ical.es5.cjs", "node")
    script = Path(__file__).parent / "read_ical.cjs"
    result = subprocess.run(
        ["node", script, library, until.isoformat(), *paths],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,  # it hangs on some broken files
    )
    dates_read: list[list[dict[str, Any]]] = json.loads(result.stdout)
    return dates_read


def open_agenda_faults(path: Path) -> list[str]:
    """Return what breaks OpenAgenda's published structure in the agenda at *path*.

    A timing is of a day at most, ends after it begins, and overlaps with no other of its event.
    """
    agenda = json.loads(path.read_bytes())
    schema = json.loads((Path(__file__).parent / "open_agenda.json").read_bytes())
    errors = jsonschema.Draft202012Validator(schema).iter_errors(agenda)
    wrong = [f"{error.json_path}: {error.message[:200]}" for error in errors]
    uids = Counter(event["uid"] for event in agenda["events"])
    wrong += [f"uid {uid} twice" for uid, times in uids.items() if times > 1]
    for event in agenda["events"]:
        times = [
            (dt.datetime.fromisoformat(timing["begin"]), dt.datetime.fromisoformat(timing["end"]))
            for timing in event["timings"]
        ]
        wrong += [
            f"{event['slug']}: {begin} to {end}"
            for begin, end in times
            if not begin < end <= begin + dt.timedelta(days=1)
        ]
        wrong += [
            f"{event['slug']}: {later} before {end}"
            for (_, end), (later, _) in pairwise(times)
            if later < end
        ]
    return wrong
