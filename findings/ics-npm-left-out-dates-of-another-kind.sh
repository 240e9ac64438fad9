#!/bin/sh
# ics 3.12.0 (npm), read back by ical.js 2.2.1 (npm) and recurring-ical-events 3.8.2 (PyPI), on 2026-11-29.
# Behaviour: exclusionDates are written as the machine's hours in UTC whatever the event is written in. Of a series in local time none
# of them is a date of it, so that what was cancelled takes place; of whole days they lack VALUE=DATE.
# Output seen: DTSTART:20260302T183000 with EXDATE:20260309T173000Z, three dates of both readers; DTSTART;VALUE=DATE:20260302 with
# EXDATE:20260309, « invalid date-time value » from ical.js.
# One would have guessed: EXDATE:20260309T183000 and EXDATE;VALUE=DATE:20260309, as the same call writes DTSTART.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check recurring-ical-events==3.8.2 tzdata==2026.6 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" ics@3.12.0 ical.js@2.2.1 >/dev/null
cat > "$folder/make.mjs" <<'JAVASCRIPT'
import { writeFileSync } from "node:fs";
import ICAL from "ical.js";
import ics from "ics";

const shared = { title: "Permanence", recurrenceRule: "FREQ=WEEKLY;COUNT=3", startInputType: "local", startOutputType: "local" };
const evening = { start: [2026, 3, 2, 18, 30], duration: { hours: 1 }, exclusionDates: [[2026, 3, 9, 18, 30]] };
const day = { start: [2026, 3, 2], end: [2026, 3, 3], exclusionDates: [[2026, 3, 9]] };
function dates(text) {
  try {
    const all = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent")).iterator();
    const found = [];
    for (let next = all.next(); next; next = all.next()) found.push(next.toString().slice(8, 10));
    return found.join(" ");
  } catch (error) {
    return error.message.split(":")[0];
  }
}
for (const [name, event] of Object.entries({ evening, day })) {
  const { value } = ics.createEvent({ ...shared, ...event });
  writeFileSync(`${process.argv[2]}/${name}.ics`, value);
  console.log(value.match(/^(DTSTART|EXDATE).*/gm).join(" ").replaceAll("\r", ""), "|", dates(value));
}
JAVASCRIPT
TZ=Europe/Paris node "$folder/make.mjs" "$folder" > "$folder/seen"
cat > "$folder/read.py" <<'PYTHON'
import pathlib
import sys

import icalendar
import recurring_ical_events

folder = pathlib.Path(sys.argv[1])
evening, day = (folder / "seen").read_text().splitlines()
calendar = icalendar.Calendar.from_ical((folder / "evening.ics").read_bytes())
other = sorted(event.start.day for event in recurring_ical_events.of(calendar).at(2026))
print(evening, day, other, sep="\n")
assert evening == "DTSTART:20260302T183000 EXDATE:20260309T173000Z | 02 09 16", "the behaviour has changed"
assert day == "DTSTART;VALUE=DATE:20260302 EXDATE:20260309 | invalid date-time value", "the behaviour has changed"
assert other == [2, 9, 16], "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/read.py" "$folder"
