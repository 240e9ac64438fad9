#!/bin/sh
# dateparser 1.5.0 (PyPI) and chrono-node 2.10.3 (npm), French, read on 2026-11-29.
# Behaviour: an hour written as French typography asks, 18 h 30 with its spaces, is not the hour 18h30. dateparser
# loses the whole date over it, and finds none in a sentence that has one; chrono reads the hour and drops the
# minutes, and takes « de 9 h » for nine hours from now.
# Output seen: "2 mars 2027 à 18h30" is 18:30 for both; "à 18 h 30" is None and 18:00; "de 9 h à 17 h le 2 mars 2027" begins
# at 21:00 of today, which is noon of 22 November 2026 here.
# One would have guessed: 18:30 in both spellings, or neither: half a date is worse than none.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" chrono-node@2.10.3 >/dev/null
cat > "$folder/read.cjs" <<'JAVASCRIPT'
const chrono = require("chrono-node");
const noon = new Date(2026, 10, 22, 12);
const starts = process.argv.slice(2).map((text) => chrono.fr.parse(text, noon)[0].start.date());
const two = (number) => String(number).padStart(2, "0");
console.log(starts.map((date) => `${date.getMonth() + 1}-${date.getDate()} ${two(date.getHours())}:${two(date.getMinutes())}`).join(", "));
JAVASCRIPT
cat > "$folder/read.py" <<'PYTHON'
import subprocess
import sys

import dateparser
from dateparser.search import search_dates

TEXTS = ["2 mars 2027 à 18h30", "2 mars 2027 à 18 h 30"]
read = [dateparser.parse(text, languages=["fr"]) for text in TEXTS]
found = search_dates("Le forum a lieu le 2 mars 2027 à 18 h 30, salle 12.", languages=["fr"])
command = ["node", sys.argv[1], *TEXTS, "de 9 h à 17 h le 2 mars 2027"]
chrono = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
print("dateparser:", *read, found, "chrono:", chrono)
assert f"{read[0]:%m-%d %H:%M}" == "03-02 18:30" and read[1] is None and found is None, "the behaviour has changed"
assert chrono == "3-2 18:30, 3-2 18:00, 11-22 21:00", "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/read.py" "$folder/read.cjs"
