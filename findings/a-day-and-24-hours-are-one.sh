#!/bin/sh
# icalendar 7.3.2 and vobject 0.9.9 (PyPI), ical.js 2.2.1 and node-ical 0.26.1 (npm), read on 2026-11-29.
# Behaviour: over the night when the clocks change, DURATION:P1D (until the same hour of the next day) and
# DURATION:PT24H (until 24 hours have passed) end at one moment in each of the four; not in the same one. icalendar
# and vobject also write PT24H as P1D, so that a copy of a calendar says something else than the calendar.
# Output seen: from 22:00 in Paris on 24 October 2026, both durations end at 22:00 (21:00 UTC) for icalendar and
# ical.js, at 21:00 (20:00 UTC) for node-ical; PT24H becomes DURATION:P1D for icalendar and vobject.
# One would have guessed: 22:00 for P1D and 21:00 for PT24H: RFC 5545 §3.3.6 tells nominal days from exact hours.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.2 vobject==0.9.9 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" ical.js@2.2.1 node-ical@0.26.1 >/dev/null
cat > "$folder/read.cjs" <<'JAVASCRIPT'
const ICAL = require("ical.js");
const node = require("node-ical");
const text = require("fs").readFileSync(0, "utf8");
const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent"));
const other = Object.values(node.sync.parseICS(text)).find((one) => one.type === "VEVENT");
console.log(event.endDate.toJSDate().toISOString().slice(11, 13), other.end.toISOString().slice(11, 13));
JAVASCRIPT
cat > "$folder/read.py" <<'PYTHON'
import subprocess
import sys
from datetime import UTC

import icalendar
import vobject

TEXT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:a@example.org
DTSTAMP:20260101T000000Z
DTSTART;TZID=Europe/Paris:20261024T220000
DURATION:{}
SUMMARY:Permanence
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def ends(duration):
    """The hour in UTC: of icalendar, ical.js, node-ical."""
    text = TEXT.format(duration)
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    node = subprocess.run(["node", sys.argv[1]], input=text, capture_output=True, text=True, check=True).stdout
    return [f"{event.end.astimezone(UTC):%H}", *node.split()]


text = TEXT.format("PT24H")
copies = [icalendar.Calendar.from_ical(text).to_ical().decode(), vobject.readOne(text).serialize()]
written = [next(line for line in copy.splitlines() if line.startswith("DURATION")) for copy in copies]
print("P1D:", ends("P1D"), "PT24H:", ends("PT24H"), "written again:", written)
assert ends("P1D") == ends("PT24H") == ["21", "21", "20"], "the behaviour has changed"
assert written == ["DURATION:P1D"] * 2, "the behaviour has changed"
PYTHON
TZ=Europe/Paris "$folder/venv/bin/python" "$folder/read.py" "$folder/read.cjs"
