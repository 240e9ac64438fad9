#!/bin/sh
# parsedatetime 2.6 (PyPI), French (Constants("fr_FR", usePyICU=False)), read on 2026-12-01.
# Behaviour: « il y a » and « dernier » are passed over, so that what was is said to come; « 18h » is the hour in 18 hours, while « 18h30 » is
# half past six; of a month whose short name has four letters (janv., févr., juill., sept.), day and month are lost and the year is an hour.
# Output seen, asked on 2 January 2026 at 9: « il y a 3 jours » 5 January, « lundi dernier » next Monday, « demain à 18h » 4 January at 9:00,
# « 12 sept. 2026 » today at 20:26, without an error; « 12 oct. 2026 » and « 12 septembre 2026 » are right.
# One would have guessed: 30 December, 29 December, 3 January at 18:00 and 12 September, or nothing found.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check parsedatetime==2.6 2>/dev/null
cat > "$folder/read.py" <<'PYTHON'
from datetime import datetime

import parsedatetime

calendar = parsedatetime.Calendar(parsedatetime.Constants("fr_FR", usePyICU=False))
for words in (
    "dans 3 jours",
    "il y a 3 jours",
    "lundi dernier",
    "demain à 18h30",
    "demain à 18h",
    "12 septembre 2026",
    "12 oct. 2026",
    "12 sept. 2026",
    "12 janv. 2026",
):
    when, found = calendar.parseDT(words, datetime(2026, 1, 2, 9))
    print(f"{words}: {when:%m-%d %H:%M}", "" if found else "(nothing found)")
PYTHON
seen=$("$folder/venv/bin/python" "$folder/read.py" | sed 's/ *$//')
echo "$seen"
expected='dans 3 jours: 01-05 09:00
il y a 3 jours: 01-05 09:00
lundi dernier: 01-05 09:00
demain à 18h30: 01-03 18:30
demain à 18h: 01-04 09:00
12 septembre 2026: 09-12 09:00
12 oct. 2026: 10-12 09:00
12 sept. 2026: 01-02 20:26
12 janv. 2026: 01-02 20:26'
[ "$seen" = "$expected" ] || { echo "the behaviour has changed"; exit 1; }
