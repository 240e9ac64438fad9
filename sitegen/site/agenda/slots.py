"""Several times that are one event, and the points of its programme: each held against the others.

Times are the dates of a recurrence without a rule: what agenda, feeds and calendars know of added
dates is true of them too, each with a UID of its own beside the event's (docs/decisions/agenda.md).
"""

from msgspec.structs import replace

from sitegen.model import Change, Moment, Repeat, Session, Slot, name_of_part
from sitegen.site.agenda.repeats import RuleNotes, written
from sitegen.site.people import Directory


def slots_as_repeat(
    notes: RuleNotes,
    key: str,
    event_name: str,
    slots: tuple[Slot, ...],
    zone: str,
    directory: Directory,
) -> Repeat | None:
    """Return the times of the event under *key* as additions to the first; None: they cannot be.

    The first is the event's own start. One that was moved stays the date that it was. One with a
    name is called by that after the event's: who reads it in a calendar sees nothing else.
    """
    planned = [
        (planned_slot.previous_start or planned_slot.start).in_zone(zone) for planned_slot in slots
    ]
    changes = []
    is_sound = True
    for number, (slot, moment) in enumerate(zip(slots, planned, strict=True)):
        at = f"{key}.times.{number}"
        start = slot.start.in_zone(zone)
        if start.is_date != planned[0].is_date or moment.is_date != planned[0].is_date:
            notes.add("event-mixed", at, start=written(planned[0]), end=written(start))
            is_sound = False
        elif slot.end is not None and not notes.is_ordered(at, start, slot.end.in_zone(zone)):
            is_sound = False
        elif moment in planned[:number]:
            notes.add("slot-twice", at, date=written(moment))
            is_sound = False
        location = slot.location and directory.location(slot.location)
        changes.append(
            Change(
                date=moment,
                start=start if slot.previous_start else None,
                end=slot.end and slot.end.in_zone(zone),
                timezone=zone,
                name=name_of_part(event_name, slot.name),
                status=slot.status,
                location=location,
                online=slot.online,
            )
        )
    return Repeat(also=tuple(planned[1:]), changes=tuple(changes)) if is_sound else None


def sessions_of(
    notes: RuleNotes, key: str, sessions: tuple[Session, ...], zone: str, times: list[Slot]
) -> tuple[Session, ...]:
    """Return the points of a programme in order of time, in *zone*; what cannot be is left out.

    One outside all of *times*, those of the event, is told: most likely its day is wrong. None are
    given where the mistake is in them.
    """
    held = []
    for number, session in enumerate(sessions):
        at = f"{key}.programme.{number}"
        start = session.start.in_zone(zone)
        end = session.end and session.end.in_zone(zone)
        if end is not None and not notes.is_ordered(at, start, end):
            continue
        if times and not any(_lies_within(start, slot, zone) for slot in times):
            notes.add("session-outside", at, date=written(start), name=session.name)
        held.append(replace(session, start=start, end=end))
    return tuple(sorted(held, key=lambda held: held.start.timestamp))


def _lies_within(moment: Moment, slot: Slot, zone: str) -> bool:
    start = slot.start.in_zone(zone)
    end = slot.end.in_zone(zone) if slot.end else start
    if start.is_date or moment.is_date:
        return start.date <= moment.date <= end.date
    if slot.end is None:
        return moment.date == start.date and moment.timestamp >= start.timestamp
    return start.timestamp <= moment.timestamp <= end.timestamp
