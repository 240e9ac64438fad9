#!/bin/sh
# ical 14.3.1 (Home Assistant's), vobject 0.9.9 and, from npm, ical.js 2.2.1, read on 2026-11-28.
# Behaviour: of an event with DTSTART and an RDATE but no RRULE, all three show the date of RDATE alone;
# that of DTSTART is gone. recurring-ical-events 3.8.2 shows both.
# Output seen: ['2027-03-18'] three times, then ['2027-02-11', '2027-03-18'].
# One would have guessed: both, since RFC 5545 §3.8.5.2 and §3.8.5.3 count DTSTART as the first instance
# of the recurrence set, and with an RRULE beside it all of them do.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  ical==14.3.1 vobject==0.9.9 recurring-ical-events==3.8.2 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" ical.js@2.2.1 >/dev/null
cat > "$folder/read.cjs" <<'JAVASCRIPT'
const loaded = require("ical.js"), ICAL = loaded.default || loaded;
const event = new ICAL.Event(new ICAL.Component(ICAL.parse(require("fs").readFileSync(0, "utf8"))).getFirstSubcomponent("vevent"));
const found = [], dates = event.iterator();
for (let date = dates.next(); date; date = dates.next()) found.push(`'${date.toString().slice(0, 10)}'`);
console.log(`[${found.join(", ")}]`);
JAVASCRIPT
cat > "$folder/read.py" <<'PYTHON'
import datetime as dt
import subprocess
import sys

import icalendar
import recurring_ical_events
import vobject
from ical.calendar_stream import IcsCalendarStream

TEXT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VEVENT
UID:a@example.org
DTSTAMP:20270101T000000Z
DTSTART:20270211T140000Z
DTEND:20270211T170000Z
RDATE:20270318T140000Z
SUMMARY:Atelier
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")
SPAN = dt.datetime(2027, 1, 1, tzinfo=dt.UTC), dt.datetime(2028, 1, 1, tzinfo=dt.UTC)


def days(moments):
    return [f"{moment:%Y-%m-%d}" for moment in sorted(moments)]


home = days(one.start for one in IcsCalendarStream.calendar_from_ics(TEXT).timeline.overlapping(*SPAN))
v = days(vobject.readOne(TEXT).vevent.rruleset)
recurring = days(one.start for one in recurring_ical_events.of(icalendar.Calendar.from_ical(TEXT)).all())
js = subprocess.run(["node", sys.argv[1]], input=TEXT, capture_output=True, text=True, check=True).stdout.strip()
print("ical:", home, "\nvobject:", v, "\nical.js:", js, "\nrecurring-ical-events:", recurring)
assert home == v == ["2027-03-18"] and js == str(home), "the behaviour has changed"
assert recurring == ["2027-02-11", "2027-03-18"], "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/read.py" "$folder/read.cjs"
