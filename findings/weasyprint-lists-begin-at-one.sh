#!/bin/sh
# weasyprint 70.0, its text read by pypdf 7.1.1 (PyPI), on 2026-11-29.
# Behaviour: <ol start> and <li value> are hints of looks, as bgcolor is, and passed over unless presentational_hints=True asks
# for those; <ol reversed> is passed over then too. No warning. The article 3 of a page is article 1 in its PDF.
# Output seen: 1. 2. for start="3", for value="3" and for reversed; with presentational_hints 3. 4., 3. 4. and 1. 2.
# One would have guessed: 3. 4. and 2. 1.: a number that is referred to is part of the text, and HTML lists none of the three
# among what is only for looks.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint==70.0 pypdf==7.1.1 2>/dev/null
"$folder/venv/bin/python" - 2>/dev/null <<'PYTHON'
import io
import re

import pypdf
import weasyprint

ITEMS = "<li>a</li><li>b</li></ol>"
LISTS = ['<ol start="3">' + ITEMS, "<ol>" + ITEMS.replace("<li>", '<li value="3">', 1), "<ol reversed>" + ITEMS]


def numbers(html, **options):
    pdf = weasyprint.HTML(string=html).write_pdf(**options)
    text = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    return " ".join(re.findall(r"\d+\.", text))


plain = [numbers(html) for html in LISTS]
hinted = [numbers(html, presentational_hints=True) for html in LISTS]
print(plain, hinted)
assert plain == ["1. 2.", "1. 2.", "1. 2."], "the behaviour has changed"
assert hinted == ["3. 4.", "3. 4.", "1. 2."], "the behaviour has changed"
PYTHON
