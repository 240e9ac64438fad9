#!/bin/sh
# icalendar 7.3.0, whose property types tell ADR, N and ORG of RFC 6350 too, read on 2026-11-29.
# Behaviour: a VCARD that is read and written again has its properties by the letters of their names, so
# VERSION comes near the end; with to_ical(sorted=False) it stays where it was.
# Output seen: FN, ORG, TEL, VERSION; then VERSION, FN, ORG, TEL.
# One would have guessed: VERSION first, as RFC 6350 §6.7.9 wants it right after BEGIN, and as the same
# method puts VERSION and PRODID first in a VCALENDAR, where no order is asked for.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.0 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from icalendar import Calendar, Component

CARD = ["BEGIN:VCARD", "VERSION:4.0", "FN:Mairie", "ORG:Ville", "TEL:+33-1-99-00-00-00", "END:VCARD", ""]
CALENDAR = ["BEGIN:VCALENDAR", "METHOD:PUBLISH", "PRODID:-//example//FR", "VERSION:2.0", "END:VCALENDAR", ""]


def names(text):
    return [line.split(":")[0] for line in text.decode().splitlines()[1:-1]]


card = Component.from_ical("\r\n".join(CARD))
usual, kept = names(card.to_ical()), names(card.to_ical(sorted=False))
calendar = names(Calendar.from_ical("\r\n".join(CALENDAR)).to_ical())
print("card:", usual, "\nsorted=False:", kept, "\ncalendar:", calendar)
assert usual == ["FN", "ORG", "TEL", "VERSION"], "the behaviour has changed"
assert kept == ["VERSION", "FN", "ORG", "TEL"] and calendar[0] == "VERSION", "the behaviour has changed"
PYTHON
