#!/bin/sh
# Markdown 3.11.3 (PyPI, what MkDocs and Pelican read texts with), its extension toc, read on 2026-11-30.
# Behaviour: accents are taken from the letters of an anchor, and a letter that has no such form is taken away whole: œ is none.
# Output seen: « Cœur de ville » is cur-de-ville, « Sœurs » is surs, « Vœux » is vux; « Été » is ete, and two dots or a cedilla do no harm.
# One would have guessed: coeur-de-ville, as all who type without œ write it; a link that is made by hand, or by another program, leads
# to no place on the page.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check markdown==3.11.3 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import re

import markdown

TITLES = ["Cœur de ville", "Sœurs", "Vœux", "Été", "Noël", "Façades"]
html = markdown.markdown("\n\n".join(f"## {title}" for title in TITLES), extensions=["toc"])
seen = re.findall('id="([^"]*)"', html)
print(seen)
assert seen == ["cur-de-ville", "surs", "vux", "ete", "noel", "facades"], "the behaviour has changed"
PYTHON
