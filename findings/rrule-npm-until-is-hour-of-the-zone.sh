#!/bin/sh
# rrule 2.8.1 (npm), beside rrule-temporal 2.2.8 (npm) and python-dateutil 2.9.0.post0, read on 2026-11-29.
# Behaviour, on a machine in UTC: with a DTSTART in a zone, the UNTIL in UTC is compared with the clock of that zone, as if its Z
# were not there. East of Greenwich the last date of a series that ends with it is lost; an EXDATE in UTC takes nothing away.
# Output seen: three evenings at 19:00 in Paris until 18:00 UTC of the third: 03-02 03-09; without the second, 090000Z of a
# series at 10:00: 03-02 03-09 03-16. The other two: 03-02 03-09 03-16 and 03-02 03-16.
# One would have guessed: the moment that is written: RFC 5545 §3.3.10 demands UNTIL in UTC whenever DTSTART has a zone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-dateutil==2.9.0.post0 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" rrule@2.8.1 rrule-temporal@2.2.8 >/dev/null
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import rrule from "rrule";
import { RRuleTemporal } from "rrule-temporal";
const [text] = process.argv.slice(2);
const old = rrule.rrulestr(text, { forceset: true }).all();
const temporal = new RRuleTemporal({ rruleString: text }).all();
console.log(old.map((date) => date.toISOString().slice(5, 10)).join(" "));
console.log(temporal.map((date) => date.toString().slice(5, 10)).join(" "));
JAVASCRIPT
cat > "$folder/read.py" <<'PYTHON'
import subprocess
import sys

from dateutil.rrule import rrulestr

EVENINGS = "DTSTART;TZID=Europe/Paris:20260302T190000\nRRULE:FREQ=WEEKLY;UNTIL=20260316T180000Z"
EXCEPT = "DTSTART;TZID=Europe/Paris:20260302T100000\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20260309T090000Z"
for text, wrong, right in (
    (EVENINGS, "03-02 03-09", "03-02 03-09 03-16"),
    (EXCEPT, "03-02 03-09 03-16", "03-02 03-16"),
):
    read = subprocess.run(["node", sys.argv[1], text], capture_output=True, text=True, check=True)
    npm, temporal = read.stdout.splitlines()
    dateutil = " ".join(f"{date:%m-%d}" for date in rrulestr(text))
    print(f"rrule: {npm}, rrule-temporal: {temporal}, dateutil: {dateutil}")
    assert npm == wrong and temporal == dateutil == right, "the behaviour has changed"
PYTHON
TZ=UTC "$folder/venv/bin/python" "$folder/read.py" "$folder/read.mjs"
