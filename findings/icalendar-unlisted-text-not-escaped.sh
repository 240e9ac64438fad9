#!/bin/sh
# icalendar 7.3.0, read on 2026-11-29.
# Behaviour: `Component.add(name, text)` writes text as it is where the name is not one the library lists (NOTE
# of a vCard, a property of one's own): commas and backslashes are not escaped, and a line break raises
# AssertionError from to_ical(), not from add(). A value given as vText is escaped, as for DESCRIPTION.
# Output seen: NOTE and X-LIEU "Lundi, mardi", DESCRIPTION "Lundi\, mardi", NOTE of a vText "Lundi\, mardi";
# AssertionError for a NOTE of two lines.
# One would have guessed: text escaped in all of them, since TEXT is what a property of one's own holds where
# no other type is told (RFC 5545 §3.8.8.2); or an error at once.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.0 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from icalendar import Component, vText


def written(name, value):
    component = Component()
    component.name = "VCARD"
    component.add(name, value)
    try:
        return component.to_ical().decode().splitlines()[1]
    except AssertionError as error:
        return type(error).__name__


seen = [
    written("note", "Lundi, mardi"), written("x-lieu", "Lundi, mardi"), written("description", "Lundi, mardi"),
    written("note", vText("Lundi, mardi")), written("note", "Lundi\nMardi"), written("note", vText("Lundi\nMardi")),
]
print(*seen, sep="\n")
assert seen == [
    "NOTE:Lundi, mardi", "X-LIEU:Lundi, mardi", "DESCRIPTION:Lundi\\, mardi", "NOTE:Lundi\\, mardi",
    "AssertionError", "NOTE:Lundi\\nMardi",
], "the behaviour has changed"
PYTHON
