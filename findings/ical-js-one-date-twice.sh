#!/bin/sh
# ical.js 2.2.1 (npm, what Thunderbird reads calendars with), beside rrule 2.8.1 (npm) and recurring-ical-events 3.8.2 (PyPI),
# read on 2026-11-29.
# Behaviour: a date that both the rule and RDATE name, or that two RDATE name, is given twice: two entries of one event on one day.
# Output seen: 03-02 03-09 03-09 of a rule with an RDATE on its second date, 03-02 03-05 03-05 of two RDATE; the others 03-02 03-09
# and 03-02 03-05.
# One would have guessed: once each: RFC 5545 §3.8.5.2 has duplicate instances of the set ignored.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check recurring-ical-events==3.8.2 tzdata==2026.6 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" ical.js@2.2.1 rrule@2.8.1 >/dev/null
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import ICAL from "ical.js";
import rrule from "rrule";
const text = process.argv[2];
const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent"));
const dates = event.iterator();
const found = [];
for (let next = dates.next(); next && found.length < 9; next = dates.next()) found.push(next.toString().slice(5, 10));
const lines = text.split("\r\n").filter((line) => /^(DTSTART|RRULE|RDATE)/.test(line));
const other = rrule.rrulestr(lines.join("\n"), { forceset: true }).all();
console.log(found.join(" "));
console.log(other.map((date) => date.toISOString().slice(5, 10)).join(" "));
JAVASCRIPT
cat > "$folder/read.py" <<'PYTHON'
import subprocess
import sys

import icalendar
import recurring_ical_events

TEXT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VEVENT
UID:a@example.org
DTSTAMP:20260101T000000Z
DTSTART:20260302T100000Z
{}
END:VEVENT
END:VCALENDAR
"""
for lines, twice, once in (
    ("RRULE:FREQ=WEEKLY;COUNT=2\nRDATE:20260309T100000Z", "03-02 03-09 03-09", "03-02 03-09"),
    ("RDATE:20260302T100000Z\nRDATE:20260305T100000Z\nRDATE:20260305T100000Z", "03-02 03-05 03-05", "03-02 03-05"),
):
    text = TEXT.format(lines).replace("\n", "\r\n")
    read = subprocess.run(["node", sys.argv[1], text], capture_output=True, text=True, check=True)
    ical_js, rrule = read.stdout.splitlines()
    events = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).at(2026)
    other = " ".join(sorted(f"{event.start:%m-%d}" for event in events))
    print(f"ical.js: {ical_js}, rrule: {rrule}, recurring-ical-events: {other}")
    assert ical_js == twice and rrule == other == once, "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/read.py" "$folder/read.mjs"
