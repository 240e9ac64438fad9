#!/bin/sh
# icalevents 0.3.1 (PyPI) and node-ical 0.27.2 (npm), beside vobject 0.9.9, read on 2026-11-29.
# Behaviour: of a weekly series with one more date given by RDATE, both show the weekly dates and not the
# added one; nothing says that a property was passed over.
# Output seen: 2026-03-02 2026-03-09 from both; vobject shows 2026-04-01 too.
# One would have guessed: three dates (RFC 5545 §3.8.5.2), since both do obey EXDATE, which is its mirror.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalevents==0.3.1 vobject==0.9.9 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" node-ical@0.27.2 >/dev/null
cat > "$folder/read.cjs" <<'JAVASCRIPT'
const ical = require("node-ical");
const [event] = Object.values(ical.sync.parseICS(require("fs").readFileSync(0, "utf8"))).filter((one) => one.type === "VEVENT");
const dates = ical.expandRecurringEvent(event, { from: new Date("2026-01-01"), to: new Date("2026-12-31") });
console.log(dates.map((date) => date.start.toISOString().slice(0, 10)).join(" "));
JAVASCRIPT
cat > "$folder/read.py" <<'PYTHON'
import datetime as dt
import subprocess
import sys

import icalevents.icalevents
import vobject

TEXT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VEVENT
UID:a@example.org
DTSTAMP:20260101T000000Z
DTSTART:20260302T100000Z
DTEND:20260302T120000Z
RRULE:FREQ=WEEKLY;COUNT=3
EXDATE:20260316T100000Z
RDATE:20260401T150000Z
SUMMARY:Atelier
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def days(moments):
    return " ".join(f"{moment:%Y-%m-%d}" for moment in sorted(moments))


year = {"start": dt.datetime(2026, 1, 1), "end": dt.datetime(2026, 12, 31)}
events = days(event.start for event in icalevents.icalevents.events(string_content=TEXT, **year))
node = subprocess.run(["node", sys.argv[1]], input=TEXT, capture_output=True, text=True, check=True).stdout.strip()
judge = days(vobject.readOne(TEXT).vevent.rruleset)
print(f"icalevents: {events}, node-ical: {node}, vobject: {judge}")
assert events == node == "2026-03-02 2026-03-09", "the behaviour has changed"
assert judge == "2026-03-02 2026-03-09 2026-04-01", "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/read.py" "$folder/read.cjs"
