#!/bin/sh
# premailer 3.10.0 (PyPI), beside css-inline 0.24.0 (PyPI), read on 2026-11-30.
# Behaviour: <!doctype html>, written in small letters as most pages have it today, is taken away; in capitals it stays. Of the styles
# that cannot stand at an element, @media is kept, and @font-face is dropped without a word.
# Output seen: "<html" first, in small letters, and "<!DOCTYPE html>" first in capitals; no "@font-face" in either, "@media" in both.
# css-inline writes the doctype both times.
# One would have guessed: the doctype of the letter, since capitals mean nothing there (HTML §13.1.1); without it browsers lay the letter
# out by the rules of the nineties, with other heights of lines and cells.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check premailer==3.10.0 css-inline==0.24.0 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import css_inline
import premailer

LETTER = """<html lang="fr"><head><title>Lettre</title><style>
@font-face { font-family: Luciole; src: url(https://example.org/luciole.woff2) }
p { font-family: Luciole }
@media print { p { color: black } }
</style></head><body><p>Bonjour.</p></body></html>"""
written = {doctype: premailer.transform(doctype + LETTER) for doctype in ("<!doctype html>", "<!DOCTYPE html>")}
seen = {doctype: (letter[:5], "@media" in letter, "@font-face" in letter) for doctype, letter in written.items()}
other = {css_inline.inline(doctype + LETTER)[:9].lower() for doctype in written}
print(seen, other)
assert seen == {
    "<!doctype html>": ("<html", True, False),
    "<!DOCTYPE html>": ("<!DOC", True, False),
}, "the behaviour has changed"
assert other == {"<!doctype"}, "the behaviour has changed"
PYTHON
