#!/bin/sh
# icalendar 7.3.2 (PyPI), its output read by ical.js 2.2.1 (npm), on 2026-11-29.
# Behaviour: a calendar that is read and written again has the commas of RESOURCES escaped: what an event needs was a
# list and is one thing with commas in its name. CATEGORIES, the list beside it, stays a list.
# Output seen: RESOURCES:Micro,Écran,Boucle magnétique becomes RESOURCES:Micro\,Écran\,Boucle magnétique; read as three, then as one.
# One would have guessed: the line as it was; RFC 5545 §3.8.1.10 has RESOURCES hold a list of texts, as §3.8.1.2
# says of CATEGORIES.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.2 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" ical.js@2.2.1 >/dev/null
cat > "$folder/read.cjs" <<'JAVASCRIPT'
const ICAL = require("ical.js");
const event = new ICAL.Component(ICAL.parse(require("fs").readFileSync(0, "utf8"))).getFirstSubcomponent("vevent");
console.log(event.getFirstProperty("resources").getValues().length, event.getFirstProperty("categories").getValues().length);
JAVASCRIPT
cat > "$folder/read.py" <<'PYTHON'
import subprocess
import sys

import icalendar

TEXT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VEVENT
UID:a@example.org
DTSTAMP:20260101T000000Z
DTSTART:20261203T100000Z
CATEGORIES:Eau,Budget
RESOURCES:Micro,Écran,Boucle magnétique
SUMMARY:Bureau
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def counted(text):
    return subprocess.run(["node", sys.argv[1]], input=text, capture_output=True, text=True, check=True).stdout.strip()


again = icalendar.Calendar.from_ical(TEXT).to_ical().decode()
print(next(line for line in again.splitlines() if line.startswith("RESOURCES")))
print("resources and categories:", counted(TEXT), "then", counted(again))
assert (counted(TEXT), counted(again)) == ("3 2", "1 2"), "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/read.py" "$folder/read.cjs"
