#!/bin/sh
# marko 2.2.4 (PyPI), its output read by marko again, on 2026-11-30.
# Behaviour: written as Markdown again by marko.md_renderer, a quotation of two paragraphs is two quotations, a title of two lines
# is a title and a paragraph, the link to a file with a space is no link, and code that holds a ` ends at it.
# Output seen: "> a\n\n> b", "# Titre\nsuite", "[x](/un fichier.pdf)", "`a`b`", of which marko itself makes other HTML each time.
# One would have guessed: the same HTML, or an error, as the documentation offers the class to change a document and write it again; a plain
# paragraph, a list and emphasis come back as they were.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check marko==2.2.4 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from marko import Markdown
from marko.md_renderer import MarkdownRenderer

SEEN = {
    "> a\n>\n> b\n": "> a\n\n> b\n",
    "Titre\nsuite\n===\n": "# Titre\nsuite\n",
    "[x](</un fichier.pdf>)\n": "[x](/un fichier.pdf)\n",
    "`` a`b ``\n": "`a`b`\n",
}
SAME = ["Un *mot*.\n", "- a\n- b\n"]
show, write = Markdown(), Markdown(renderer=MarkdownRenderer)
written = {text: write(text) for text in SEEN}
for text, again in written.items():
    print(repr(text), repr(again), "\n ", show(text).replace("\n", ""), "\n ", show(again).replace("\n", ""))
    assert show(text) != show(again), "the behaviour has changed"
assert written == SEEN, "the behaviour has changed"
assert [write(text) for text in SAME] == SAME, "the behaviour has changed"
PYTHON
