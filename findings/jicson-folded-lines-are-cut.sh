#!/bin/sh
# jicson 1.0.2 (PyPI), beside icalendar 7.3.2, read on 2026-11-30.
# Behaviour: of a line that is folded, as every maker of calendars folds those above 75 bytes, all but the first piece is dropped; of
# a property that stands several times the last one stays, so that other dates than the cancelled ones are cancelled.
# Output seen: DESCRIPTION "Lecture à la bibliothèque, suivie d'un débat avec l'auteur. L'entrée est " without "payante: 5 euros.",
# and one EXDATE of two; the other library has the whole sentence and both dates.
# One would have guessed: the text as it was published, since unfolding comes before anything else (RFC 5545 §3.1).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check jicson==1.0.2 icalendar==7.3.2 tzdata==2026.6 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import icalendar
import jicson

TEXT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VEVENT
UID:a@example.org
DTSTAMP:20260101T000000Z
DTSTART:20260302T180000Z
RRULE:FREQ=WEEKLY;COUNT=4
EXDATE:20260309T180000Z
EXDATE:20260316T180000Z
DESCRIPTION:Lecture à la bibliothèque\\, suivie d'un débat avec l'auteur. L'entrée est 
 payante: 5 euros.
SUMMARY:Lecture
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")
(event,) = jicson.fromText(TEXT)["VCALENDAR"][0]["VEVENT"]
print({name: value for name, value in event.items() if name in ("DESCRIPTION", "EXDATE")})
assert event["DESCRIPTION"].rstrip().endswith("L'entrée est"), "the behaviour has changed"
assert event["EXDATE"] == "20260316T180000Z", "the behaviour has changed"
(other,) = icalendar.Calendar.from_ical(TEXT).walk("VEVENT")
assert other["DESCRIPTION"].endswith("L'entrée est payante: 5 euros."), "the behaviour has changed"
assert len(other["EXDATE"]) == 2, "the behaviour has changed"
PYTHON
