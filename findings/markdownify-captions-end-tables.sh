#!/bin/sh
# markdownify 1.2.3 (PyPI), its output read by markdown-it-py 4.3.0, on 2026-11-29.
# Behaviour: the first row of a table gets the line of hyphens below it only if nothing stands before that row. With a
# <caption>, as screen readers want it, or a <colgroup>, there is none, and the rows are a paragraph with bars in it.
# Output seen: plain table: "| --- | --- |" and <table>; with a caption or a colgroup neither.
# One would have guessed: the same table, with its caption before it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check markdownify==1.2.3 markdown-it-py==4.3.0 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from markdown_it import MarkdownIt
from markdownify import markdownify

ROWS = "<tr><th>Communes</th><th>Prix</th></tr><tr><td>petites</td><td>60 €</td></tr>"
seen = {}
for before in ("", "<caption>Tarifs</caption>", "<colgroup><col><col></colgroup>"):
    text = markdownify(f"<table>{before}{ROWS}</table>")
    seen[before] = ("| --- | --- |" in text, "<table>" in MarkdownIt().enable("table").render(text))
    print(text)
print(seen)
assert list(seen.values()) == [(True, True), (False, False), (False, False)], "the behaviour has changed"
PYTHON
