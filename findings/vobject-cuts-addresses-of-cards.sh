#!/bin/sh
# vobject 0.9.9 (PyPI, what Radicale reads cards with), beside ical.js 2.2.1 (npm), read on 2026-11-29.
# Behaviour: of a vCard's property that is no list, what stands behind a comma is dropped when it is read, and the card is written
# again without it; in a calendar the same line is whole. A semicolon in the address is written with a backslash before it.
# Output seen: URL:https://example.org/carte?point=48.1,-1.6 becomes URL:https://example.org/carte?point=48.1, and so does PHOTO;
# of a VEVENT it stays; /a;b becomes /a\;b.
# One would have guessed: the address as it stood: a value of type uri (RFC 2426 §3.6.8) has no escapes, and commas in it part nothing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check vobject==0.9.9 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" ical.js@2.2.1 >/dev/null
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import ICAL from "ical.js";
console.log(new ICAL.Component(ICAL.parse(process.argv[2])).getFirstPropertyValue("url"));
JAVASCRIPT
cat > "$folder/read.py" <<'PYTHON'
import subprocess
import sys

import vobject

WHOLE, CUT = "https://example.org/carte?point=48.1,-1.6", "https://example.org/carte?point=48.1"
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Anne\nN:;Anne;;;\nPHOTO;VALUE=uri:{0}\nURL:{0}\nEND:VCARD\n"
EVENT = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//example//EN\nBEGIN:VEVENT\nUID:a\nDTSTAMP:20260101T000000Z\nDTSTART:20260101T000000Z\nURL:{}\nEND:VEVENT\nEND:VCALENDAR\n"


def written(text, name):
    lines = vobject.readOne(text.replace("\n", "\r\n")).serialize().replace("\r\n ", "").split("\r\n")
    return next(line.partition("https:")[2] for line in lines if line.startswith(name))


card = CARD.format(WHOLE)
read = vobject.readOne(card.replace("\n", "\r\n"))
seen = [read.url.value, read.photo.value, *("https:" + written(card, name) for name in ("URL", "PHOTO"))]
event = "https:" + written(EVENT.format(WHOLE), "URL")
semicolon = written(CARD.format("https://example.org/a;b"), "URL")
other = subprocess.run(["node", sys.argv[1], card.replace("\n", "\r\n")], capture_output=True, text=True, check=True)
print(seen[0], event, semicolon, other.stdout.strip())
assert seen == [CUT] * 4 and event == WHOLE and semicolon == r"//example.org/a\;b", "the behaviour has changed"
assert other.stdout.strip() == WHOLE
PYTHON
"$folder/venv/bin/python" "$folder/read.py" "$folder/read.mjs"
