#!/bin/sh
# ical 14.3.1 (PyPI, Home Assistant's), beside recurring-ical-events 3.8.2, read on 2026-11-29.
# Behaviour: a date of a series that is moved by a component with RECURRENCE-ID is shown twice, where it was and where it is,
# if that identifier is in UTC, be the series in UTC too or in Paris. With a TZID, without a zone or as a day it is moved.
# Output seen: 2 9 11 16 of March where 9 is moved to 11, in UTC; 2 11 16 with TZID, without a zone and for days; the other
# library has 2 11 16 each time.
# One would have guessed: 2 11 16 each time, as RFC 5545 §3.8.4.4 has the identifier name the same moment in UTC or in a zone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check ical==14.3.1 recurring-ical-events==3.8.2 tzdata==2026.6 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import icalendar
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream

TEXT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VEVENT
UID:a@example.org
DTSTAMP:20260101T000000Z
DTSTART{}
RRULE:FREQ=WEEKLY;COUNT=3
SUMMARY:Permanence
END:VEVENT
BEGIN:VEVENT
UID:a@example.org
DTSTAMP:20260101T000000Z
RECURRENCE-ID{}
DTSTART{}
SUMMARY:Permanence
END:VEVENT
END:VCALENDAR
"""
PARIS = ";TZID=Europe/Paris:202603{}T100000"
UTC = ":202603{}T090000Z"
CASES = {
    "UTC": (UTC, UTC, UTC),
    "Paris, moved in UTC": (PARIS, UTC, PARIS),
    "Paris": (PARIS, PARIS, PARIS),
    "no zone": (":202603{}T100000",) * 3,
    "days": (";VALUE=DATE:202603{}",) * 3,
}
TWICE, ONCE = [2, 9, 11, 16], [2, 11, 16]
for name, forms in CASES.items():
    text = TEXT.format(*(form.format(day) for form, day in zip(forms, ("02", "09", "11"), strict=True)))
    text = text.replace("\n", "\r\n")
    home = sorted(event.start.day for event in IcsCalendarStream.calendar_from_ics(text).timeline)
    other = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).at(2026)
    print(name, home)
    assert home == (TWICE if "UTC" in name else ONCE), "the behaviour has changed"
    assert sorted(event.start.day for event in other) == ONCE, "the behaviour has changed"
PYTHON
