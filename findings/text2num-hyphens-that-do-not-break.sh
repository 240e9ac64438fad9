#!/bin/sh
# text2num 3.1.0 (PyPI), French, read on 2026-12-01.
# Behaviour: a number in words whose hyphen does not break lines (U+2011, as word processors write it) is two numbers, and the hyphen stays
# between them; a space that does not break is a space.
# Output seen: « dix‑huit communes » is "10‑8 communes", « quatre‑vingts élus » "4‑20 élus", « dix-huit communes » "18 communes".
# One would have guessed: 18 and 80, or the words as they were: « Deux-Sèvres », which it takes for a name, is left.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check text2num==3.1.0 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from text_to_num import alpha2digit

TEXTS = ["dix\u2011huit communes", "quatre\u2011vingts élus", "dix-huit communes", "vingt\u00a0et\u00a0un élus", "les Deux-Sèvres"]
seen = [alpha2digit(text, "fr").replace("\u2011", "[2011]") for text in TEXTS]
print(*seen, sep="\n")
assert seen == [
    "10[2011]8 communes",
    "4[2011]20 élus",
    "18 communes",
    "21 élus",
    "les Deux-Sèvres",
], "the behaviour has changed"
PYTHON
