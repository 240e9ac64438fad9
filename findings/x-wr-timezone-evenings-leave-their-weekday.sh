#!/bin/sh
# x-wr-timezone 2.0.1 and recurring-ical-events 3.8.2, which asks it first (PyPI), with icalendar 7.3.2, read on 2026-12-01.
# Behaviour: of a calendar that names its zone in X-WR-TIMEZONE and writes its hours in UTC, the first hour is brought into the zone, the
# weekdays of the rule stay those of UTC. Where the evening of the zone is the next day in UTC, each date but the first is a day late, and
# one date is added.
# Output seen: a council on Wednesdays at 20:30 in Martinique, BYDAY=TH at 00:30 UTC, is on Wednesday 1 July, then on the Thursdays 2, 9
# and 16 July; without X-WR-TIMEZONE the same moments are the Wednesdays 1, 8 and 15 there.
# One would have guessed: the three Wednesdays; no moment of the file changes, and a council overseas meets in front of a closed door.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check x-wr-timezone==2.0.1 recurring-ical-events==3.8.2 icalendar==7.3.2 tzdata 2>/dev/null
cat > "$folder/show.py" <<'PYTHON'
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
import x_wr_timezone

LINES = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//a.example//FR
X-WR-TIMEZONE:America/Martinique
BEGIN:VEVENT
UID:conseil
DTSTAMP:20260101T000000Z
DTSTART:20260702T003000Z
DTEND:20260702T020000Z
RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=3
SUMMARY:conseil
END:VEVENT
END:VCALENDAR
""".splitlines()


def dates(lines: list[str]) -> str:
    calendar = icalendar.Calendar.from_ical("\r\n".join(lines) + "\r\n")
    events = recurring_ical_events.of(calendar).between((2026, 6, 1), (2026, 9, 1))
    starts = sorted(event.start.astimezone(ZoneInfo("America/Martinique")) for event in events)
    return " ".join(f"{start:%a-%d-%H:%M}" for start in starts)


standard = x_wr_timezone.to_standard(icalendar.Calendar.from_ical("\r\n".join(LINES) + "\r\n")).walk("VEVENT")[0]
print(f"{standard.start:%a %H:%M}", standard["RRULE"].to_ical().decode())
print("with", dates(LINES))
print("without", dates([line for line in LINES if not line.startswith("X-WR")]))
PYTHON
seen=$("$folder/venv/bin/python" "$folder/show.py")
echo "$seen"
expected='Wed 20:30 FREQ=WEEKLY;COUNT=3;BYDAY=TH
with Wed-01-20:30 Thu-02-20:30 Thu-09-20:30 Thu-16-20:30
without Wed-01-20:30 Wed-08-20:30 Wed-15-20:30'
[ "$seen" = "$expected" ] || { echo "the behaviour has changed"; exit 1; }
