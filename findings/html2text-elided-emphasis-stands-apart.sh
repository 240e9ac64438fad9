#!/bin/sh
# html2text 2025.4.15 (PyPI), read on 2026-11-29.
# Behaviour: between a typographic apostrophe and emphasis it writes a space, l’ _eau_, and between strong text and the sign
# behind it another, **eau** , d’abord. With the apostrophe of the keyboard the first is not there; a link needs none either.
# Output seen: "l’ _eau_", "l'_eau_", "l’**eau**", "**eau** , abord", "l’[eau](/eau)".
# One would have guessed: the words as they stood: the signs of emphasis need no space beside punctuation (CommonMark §6.2), and the
# apostrophe is one of its two signs.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check html2text==2025.4.15 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import html2text

PAGES = {
    "l’<em>eau</em>": "l’ _eau_",
    "l'<em>eau</em>": "l'_eau_",
    "l’<b>eau</b>": "l’**eau**",
    "<b>eau</b>, abord": "**eau** , abord",
    'l’<a href="/eau">eau</a>': "l’[eau](/eau)",
}
seen = {page: html2text.html2text(f"<p>{page}</p>").strip() for page in PAGES}
print(list(seen.values()))
assert seen == PAGES, "the behaviour has changed"
PYTHON
