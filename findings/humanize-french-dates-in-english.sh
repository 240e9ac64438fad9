#!/bin/sh
# humanize 4.17.0 (PyPI), read on 2026-11-29.
# Behaviour: with French activated, durations, numbers and ordinals are French; dates (naturaldate, and naturalday beyond tomorrow) and
# lists (natural_list) are English; sizes have a point where numbers have a comma; one and a half is a plural. No warning.
# Output seen: "2 heures", "1,5 millions", "1er"; "Aug 01 2020", "Aug 01"; "Rennes, Brest and Dinan"; "1.5 Mo".
# One would have guessed: "1 août 2020", "Rennes, Brest et Dinan", "1,5 Mo" and "1,5 million" (CLDR), or that activate() says what it is not for.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check humanize==4.17.0 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import datetime as dt

import humanize

humanize.i18n.activate("fr_FR")
day = dt.date(2020, 8, 1)
french = [humanize.naturaldelta(dt.timedelta(hours=2)), humanize.intword(1_500_000), humanize.ordinal(1)]
english = [humanize.naturaldate(day), humanize.naturalday(day), humanize.natural_list(["Rennes", "Brest", "Dinan"])]
size = humanize.naturalsize(1_500_000)
print(french, english, size)
assert french == ["2 heures", "1,5 millions", "1er"], "the behaviour has changed"
assert english == ["Aug 01 2020", "Aug 01", "Rennes, Brest and Dinan"] and size == "1.5 Mo", "the behaviour has changed"
PYTHON
