#!/bin/sh
# ical.js 2.2.1 (npm, what Thunderbird reads cards with), beside vobject 0.9.9 (PyPI), read on 2026-11-29.
# Behaviour: in a vCard, of version 3.0 and 4.0, the escaped semicolon of a text is read with its backslash, and written again with
# two, which mean a backslash and a semicolon; commas are read rightly. An address gets a backslash before its comma when a card
# of version 4.0 is written. In a calendar both are right.
# Output seen: NOTE:Lundi\; mardi\, jeudi is "Lundi\; mardi, jeudi" and NOTE:Lundi\\; mardi\, jeudi; URL:…?a=1\,2. vobject
# reads "Lundi; mardi, jeudi" and the description of an event in ical.js is that too.
# One would have guessed: "Lundi; mardi, jeudi" and no backslash in the address: RFC 2426 §4 has "\;" in each text, RFC 6350 §3.4
# allows it, and a URI is no text.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check vobject==0.9.9 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" ical.js@2.2.1 >/dev/null
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import ICAL from "ical.js";
for (const text of process.argv.slice(2)) {
  const whole = new ICAL.Component(ICAL.parse(text));
  const event = whole.getFirstSubcomponent("vevent") ?? whole;
  const lines = whole.toString().split("\r\n").filter((line) => /^(NOTE|DESCRIPTION|URL)/.test(line));
  console.log(JSON.stringify([event.getFirstPropertyValue("note") ?? event.getFirstPropertyValue("description"), ...lines]));
}
JAVASCRIPT
cat > "$folder/read.py" <<'PYTHON'
import json
import subprocess
import sys

import vobject

SAID, URL = r"Lundi\; mardi\, jeudi", "URL:https://example.org/?a=1,2"
CARD = "BEGIN:VCARD\nVERSION:{}\nFN:Anne\nN:;Anne;;;\nNOTE:" + SAID + "\n" + URL + "\nEND:VCARD\n"
EVENT = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//example//EN\nBEGIN:VEVENT\nUID:a\nDESCRIPTION:" + SAID + "\n" + URL + "\nEND:VEVENT\nEND:VCALENDAR\n"
texts = [text.replace("\n", "\r\n") for text in (CARD.format("3.0"), CARD.format("4.0"), EVENT)]
node = subprocess.run(["node", sys.argv[1], *texts], capture_output=True, text=True, check=True).stdout
old, new, event = map(json.loads, node.splitlines())
other = vobject.readOne(texts[0]).note.value
print(new, event, other)
wrong = [r"Lundi\; mardi, jeudi", r"NOTE:Lundi\\; mardi\, jeudi"]
assert old == [*wrong, URL] and new == [*wrong, r"URL:https://example.org/?a=1\,2"], "the behaviour has changed"
assert event == ["Lundi; mardi, jeudi", f"DESCRIPTION:{SAID}", URL] and other == event[0], "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/read.py" "$folder/read.mjs"
