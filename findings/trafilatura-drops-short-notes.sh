#!/bin/sh
# trafilatura 2.3.1 (Python), read on 2026-11-29.
# Behaviour: the foot notes of an article, an <ol> of two short notes that end with a link « ↩ » back to
# the text, are left out of what is extracted; with one note, or without the links, they are there.
# Output seen: no note of two, the note of one, both of two whose links have the class `noprint`.
# One would have guessed: that notes are text, however many. A list below 300 letters at the end of its
# parent, more than four fifths of whose links are shorter than ten letters, is taken for a menu.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  "trafilatura==2.3.1" lxml lxml_html_clean 2>/dev/null
cat > "$folder/read.py" <<'PYTHON'
from trafilatura import extract

TEXT = "Le conseil a voté le budget de la bibliothèque, puis celui de la salle des fêtes, sans débat. "
NOTES = ("Par douze voix contre trois.", "Le précédent datait de 2019.")


def kept(notes, extra=""):
    items = "".join(f'<li id="n{n}">{note} <a{extra} href="#r{n}">↩</a></li>' for n, note in enumerate(notes))
    page = f"<html><body><article><h1>Le budget</h1><p>{TEXT * 6}</p><p>{TEXT * 4}</p><section><ol>{items}</ol></section></article></body></html>"
    text = extract(page) or ""
    assert "Le conseil a voté" in text
    return sum(note in text for note in notes)


seen = kept(NOTES), kept(NOTES[:1]), kept(NOTES, ' class="noprint"')
print("two notes:", seen[0], "\none note:", seen[1], "\ntwo, noprint:", seen[2])
assert seen == (0, 1, 2), "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/read.py"
