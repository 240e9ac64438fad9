#!/bin/sh
# ics 0.7.3 (PyPI, "ics.py"), its output read by recurring-ical-events 3.8.2, read on 2026-11-29.
# Behaviour: a calendar that names no CALSCALE, as most do, is written again with "CALSCALE:GEORGIAN", a scale
# that does not exist; RFC 5545 §3.7.1 knows GREGORIAN alone. A reader that looks at it refuses the file.
# Output seen: CALSCALE:GEORGIAN; InvalidCalendar "Only Gregorian calendars are supported."
# One would have guessed: the property left out as it was, or its default, GREGORIAN.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check ics==0.7.3 recurring-ical-events==3.8.2 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import icalendar
import ics
import recurring_ical_events

TEXT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VEVENT
UID:a@example.org
DTSTAMP:20260101T000000Z
DTSTART:20260323T090000Z
DURATION:PT1H
SUMMARY:Bureau
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")

assert len(list(recurring_ical_events.of(icalendar.Calendar.from_ical(TEXT)).all())) == 1
written = ics.Calendar(TEXT).serialize()
(scale,) = [line for line in written.splitlines() if line.startswith("CALSCALE")]
try:
    recurring_ical_events.of(icalendar.Calendar.from_ical(written))
    refused = ""
except ValueError as error:
    refused = str(error)
print(scale, "|", refused)
assert scale == "CALSCALE:GEORGIAN" and "Gregorian" in refused, "the behaviour has changed"
PYTHON
