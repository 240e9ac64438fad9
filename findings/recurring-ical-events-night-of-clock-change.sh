#!/bin/sh
# recurring-ical-events 3.8.2 (Python) and node-ical 0.27.2 (npm), read on 2026-11-28.
# Behaviour: a weekly night from 22:00 to 6:00 in Paris, over the end of summer time: the first ends the
# date at 6:00 (nine hours), the second at 5:00 (eight hours).
# Output seen: 2027-10-31T05:00Z against 2027-10-31T04:00Z.
# One would have guessed: the same, and eight hours: RFC 5545 §3.8.5.3 gives every instance the exact
# duration of the first where DTEND tells it. The library that keeps the clock shows what people mean.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  recurring-ical-events==3.8.2 tzdata 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" node-ical@0.27.2 >/dev/null 2>&1
cat > "$folder/read.cjs" <<'JAVASCRIPT'
const ical = require("node-ical");
const [event] = Object.values(ical.sync.parseICS(require("fs").readFileSync(0, "utf8"))).filter((one) => one.type === "VEVENT");
const dates = ical.expandRecurringEvent(event, { from: new Date("2027-10-01"), to: new Date("2027-12-01") });
console.log(dates[1].end.toISOString().slice(0, 16) + "Z");
JAVASCRIPT
cat > "$folder/read.py" <<'PYTHON'
import datetime as dt
import subprocess
import sys

import icalendar
import recurring_ical_events

TEXT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:a@example.org
DTSTAMP:20270101T000000Z
DTSTART;TZID=Europe/Paris:20271023T220000
DTEND;TZID=Europe/Paris:20271024T060000
RRULE:FREQ=WEEKLY;COUNT=3
SUMMARY:Maraude
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")
dates = recurring_ical_events.of(icalendar.Calendar.from_ical(TEXT)).all()
python = f"{sorted(dates, key=lambda one: one.start)[1].end.astimezone(dt.UTC):%Y-%m-%dT%H:%MZ}"
node = subprocess.run(["node", sys.argv[1]], input=TEXT, capture_output=True, text=True, check=True).stdout.strip()
print("recurring-ical-events:", python, "\nnode-ical:", node)
assert (python, node) == ("2027-10-31T05:00Z", "2027-10-31T04:00Z"), "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/read.py" "$folder/read.cjs"
