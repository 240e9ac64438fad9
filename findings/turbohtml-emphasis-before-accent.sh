#!/bin/sh
# turbohtml 1.15.4, to_markdown, read on 2026-11-28.
# Behaviour: emphasis whose first letter is beyond ASCII is written as HTML, other emphasis as signs.
# Output seen: "<strong>à tous</strong>" stays as it is, "<strong>a tous</strong>" is **a tous**.
# One would have guessed: **à tous**, as CommonMark counts a letter with an accent as a letter:
# neither white space nor punctuation of Unicode (§6.2), and reads the signs back as emphasis.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check turbohtml==1.15.4 markdown-it-py==3.0.0
"$folder/venv/bin/python" - <<'PYTHON'
import turbohtml
from markdown_it import MarkdownIt

for html in ("<p>Dit <strong>a tous</strong>.</p>", "<p>Dit <strong>à tous</strong>.</p>"):
    print(turbohtml.parse_fragment(html).to_markdown())
plain, accented = (
    turbohtml.parse_fragment(f"<p>Dit <strong>{letter} tous</strong>.</p>").to_markdown().strip()
    for letter in "aà"
)
assert plain == "Dit **a tous**.", "the behaviour has changed"
assert accented == "Dit <strong>à tous</strong>.", "the behaviour has changed"
read = MarkdownIt().render("Dit **à tous**.").strip()
print(read)
assert read == "<p>Dit <strong>à tous</strong>.</p>", "CommonMark reads it otherwise"
PYTHON
