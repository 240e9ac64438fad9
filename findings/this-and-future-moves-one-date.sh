#!/bin/sh
# ical 14.3.1 (Home Assistant's), icalevents 0.3.1 and, from npm, node-ical 0.27.2, beside
# recurring-ical-events 3.8.2, read on 2026-11-29.
# Behaviour: a changed date with RECURRENCE-ID;RANGE=THISANDFUTURE, which is how a calendar says "from then on
# in the afternoon", changes that one date in three of the four; the dates after it stay in the morning.
# Output seen: hours 10 14 10 from three, 10 14 14 from recurring-ical-events.
# One would have guessed: 10 14 14 from all, as RFC 5545 §3.8.4.4 says, or an error for what is not known.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  ical==14.3.1 icalevents==0.3.1 recurring-ical-events==3.8.2 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" node-ical@0.27.2 >/dev/null
cat > "$folder/read.cjs" <<'JAVASCRIPT'
const ical = require("node-ical");
const [event] = Object.values(ical.sync.parseICS(require("fs").readFileSync(0, "utf8"))).filter((one) => one.type === "VEVENT");
const dates = ical.expandRecurringEvent(event, { from: new Date("2026-01-01"), to: new Date("2026-12-31") });
console.log(dates.map((date) => date.start.toLocaleTimeString('fr', { hour: 'numeric', timeZone: 'Europe/Paris' }).slice(0, 2)).join(" "));
JAVASCRIPT
cat > "$folder/read.py" <<'PYTHON'
import datetime as dt
import subprocess
import sys
from zoneinfo import ZoneInfo

import icalendar
import icalevents.icalevents
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream

TEXT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VEVENT
UID:a@example.org
DTSTAMP:20260101T000000Z
DTSTART;TZID=Europe/Paris:20260704T100000
DTEND;TZID=Europe/Paris:20260704T110000
RRULE:FREQ=WEEKLY;COUNT=3
SUMMARY:Permanence
END:VEVENT
BEGIN:VEVENT
UID:a@example.org
DTSTAMP:20260101T000000Z
RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20260711T100000
DTSTART;TZID=Europe/Paris:20260711T140000
DTEND;TZID=Europe/Paris:20260711T150000
SUMMARY:Permanence
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def hours(moments):
    return " ".join(str(moment.astimezone(ZoneInfo('Europe/Paris')).hour) for moment in sorted(moments))


home = hours(event.start for event in IcsCalendarStream.calendar_from_ics(TEXT).timeline)
year = {"start": dt.datetime(2026, 1, 1), "end": dt.datetime(2026, 12, 31)}
events = hours(event.start for event in icalevents.icalevents.events(string_content=TEXT, **year))
recurring = hours(event.start for event in recurring_ical_events.of(icalendar.Calendar.from_ical(TEXT)).all())
node = subprocess.run(["node", sys.argv[1]], input=TEXT, capture_output=True, text=True, check=True).stdout.strip()
print(f"ical: {home}, icalevents: {events}, node-ical: {node}, recurring-ical-events: {recurring}")
assert home == events == node == "10 14 10", "the behaviour has changed"
assert recurring == "10 14 14", "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/read.py" "$folder/read.cjs"
