#!/bin/sh
# htmldate 1.11.0 (PyPI, by which trafilatura dates pages), read on 2026-11-29.
# Behaviour: the first of a month as French writes it, 1er, is not read in a sentence, and what is left, the year,
# becomes 1 January: a wrong day, told like a right one. All other days are read.
# Output seen: "Lyon, le 1er juillet 2026." 2026-01-01, "Lyon, le 2 juillet 2026." 2026-07-02; a <time> of the same day is right.
# One would have guessed: 2026-07-01, as French is among the languages whose months it knows, or no date at all.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check htmldate==1.11.0 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from htmldate import find_date

PAGE = """<html lang="fr"><head><title>Forum</title></head><body><article><h1>Forum</h1><p>{} Deux cents
personnes sont venues au forum de l’association.</p></article></body></html>"""
seen = {
    words: find_date(PAGE.format(words))
    for words in (
        "Lyon, le 1er juillet 2026.",
        "Lyon, le 2 juillet 2026.",
        '<time datetime="2026-07-01">1er juillet 2026</time>.',
    )
}
print(seen)
assert list(seen.values()) == ["2026-01-01", "2026-07-02", "2026-07-01"], "the behaviour has changed"
PYTHON
