#!/bin/sh
# mergecal 0.5.0 with icalendar 7.3.2 (PyPI), read on 2026-11-30.
# Behaviour: of two events with one UID the merger drops the second only if its SEQUENCE is the same too; another revision of the event
# (RFC 5546, section 2.1.5: the higher SEQUENCE replaces the lower) is kept beside the first, in the order of the calendars.
# Output seen: a congress that a member has at SEQUENCE 0 and the federation at SEQUENCE 2, cancelled, stands twice in the merged calendar,
# confirmed and cancelled; a council that both have in one revision stands once.
# One would have guessed: the last revision alone, since the merger does look at both; the congress that was cancelled stays in subscribers'
# calendars, or goes and comes with the order in which a program reads them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mergecal==0.5.0 icalendar==7.3.2 2>/dev/null
cat > "$folder/merge.py" <<'PYTHON'
from icalendar import Calendar
from mergecal import merge_calendars


def event(uid: str, sequence: int, status: str) -> str:
    return (
        f"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260101T000000Z\r\nSEQUENCE:{sequence}\r\n"
        f"DTSTART:20260301T090000Z\r\nSTATUS:{status}\r\nSUMMARY:{uid}\r\nEND:VEVENT\r\n"
    )


def calendar(*events: str) -> Calendar:
    body = "".join(events)
    return Calendar.from_ical(
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a.example//FR\r\n{body}END:VCALENDAR\r\n"
    )


council = event("conseil", 1, "CONFIRMED")
member = calendar(event("congres", 0, "CONFIRMED"), council)
federation = calendar(event("congres", 2, "CANCELLED"), council)
for order in ([member, federation], [federation, member]):
    seen = [(str(e["uid"]), int(e["sequence"]), str(e["status"])) for e in merge_calendars(order).walk("VEVENT")]
    print(seen)
    assert sorted(seen) == [
        ("congres", 0, "CONFIRMED"),
        ("congres", 2, "CANCELLED"),
        ("conseil", 1, "CONFIRMED"),
    ], "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/merge.py"
