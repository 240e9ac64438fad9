#!/bin/sh
# ics 0.7.3 (PyPI, "ics.py"), with ical 14.3.1 as judge, read on 2026-11-29.
# Behaviour: a calendar that is read and written again has its TZID turned into UTC, while the RRULE, which
# ics 0.7 does not know, is carried over as it was. A weekly meeting at 10:00 in Paris then moves by an hour
# on the last Sunday of March.
# Output seen: DTSTART:20260323T090000Z with RRULE:FREQ=WEEKLY;COUNT=2; 10:00 and 10:00 become 10:00 and 11:00.
# One would have guessed: a round trip that changes nothing keeps the hour, or refuses what it cannot read.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check ics==0.7.3 ical==14.3.1 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from zoneinfo import ZoneInfo

import ics
from ical.calendar_stream import IcsCalendarStream

TEXT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VEVENT
UID:a@example.org
DTSTAMP:20260101T000000Z
DTSTART;TZID=Europe/Paris:20260323T100000
DURATION:PT1H
RRULE:FREQ=WEEKLY;COUNT=2
SUMMARY:Bureau
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def hours(text):
    dates = [event.start for event in IcsCalendarStream.calendar_from_ics(text).timeline]
    return sorted(f"{date.astimezone(ZoneInfo('Europe/Paris')):%d.%m. %H:%M}" for date in dates)


written = ics.Calendar(TEXT).serialize()
print(hours(TEXT), hours(written))
assert "DTSTART:20260323T090000Z" in written and "RRULE:FREQ=WEEKLY;COUNT=2" in written, "the behaviour has changed"
assert hours(TEXT) == ["23.03. 10:00", "30.03. 10:00"]
assert hours(written) == ["23.03. 10:00", "30.03. 11:00"], "the behaviour has changed"
PYTHON
