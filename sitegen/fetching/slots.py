"""Several times of one event, which calendars have as several events, are one again. Pure.

A calendar made by sitegen gives each time that no rule gives a UID of its own, made of that of its
event: `forum+20261202@a.example`, or with an hour.
"""

import re
from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from sitegen.border.moments import parse_moment
from sitegen.fetching.announcements import Announcement, Written

_ADDED = re.compile(r"(?P<name>.+)\+\d{8}(?:T\d{4})?(?P<host>@[^@]*)?")
_MOST = 100
"""Times of one event."""
_ALIKE = ("status", "location", "online")


def with_slots(events: Sequence[Announcement]) -> list[Announcement]:
    """Return *events* of one calendar, those that are times of another one within that one."""
    by_uid = {uid: event for event in events if (uid := str(event.event.get("uid") or ""))}
    added: dict[str, list[Announcement]] = {}
    for event in events:
        main = by_uid.get(main_uid(event))
        if main is not None and main is not event and _is_alike(main, event):
            added.setdefault(main.id, []).append(event)
    mains = {event.id: event for event in events if event.id in added}
    whole = {main_id: _joined(mains[main_id], those) for main_id, those in added.items()}
    within = {event.id for main_id, those in added.items() if whole[main_id] for event in those}
    return [whole.get(event.id) or event for event in events if event.id not in within]


def main_uid(event: Announcement) -> str:
    """Return the UID of the event of which *event* is a time; nothing where it is none."""
    match = _ADDED.fullmatch(str(event.event.get("uid") or ""))
    return f"{match['name']}{match['host'] or ''}" if match else ""


def _is_alike(main: Announcement, added: Announcement) -> bool:
    """Whether *added* says the same as *main* but for its time."""
    return (main.title, main.link) == (added.title, added.link) and all(
        main.event.get(key) == added.event.get(key) for key in _ALIKE
    )


def _joined(main: Announcement, added: Sequence[Announcement]) -> Announcement | None:
    """Return *main* with the times of *added*; None where that cannot be said."""
    every = sorted([main, *added], key=lambda event: event.start)
    if len(every) > _MOST or len({len(event.start) for event in every}) > 1:
        return None
    if not main.event.get("repeat") and len(main.start) > len("2026-12-01"):
        times = [_slot(event) for event in every]
        event = main.event | {"times": times}
        return replace(main, start=every[0].start, end=every[0].end, event=event)
    if len({_length(event) for event in every}) > 1:
        return None
    repeat = dict(main.event.get("repeat") or {})
    starts = {event.start for event in every} - {main.start}
    repeat["also"] = sorted({*repeat.get("also", ()), *starts})
    return replace(main, event=main.event | {"repeat": repeat})


def _slot(event: Announcement) -> dict[str, Written]:
    return {"start": event.start, "end": event.end} if event.end else {"start": event.start}


def _length(event: Announcement) -> Any:
    end = event.end or event.start
    return parse_moment(end).local - parse_moment(event.start).local
