#!/bin/sh
# trafilatura 2.3.1 (PyPI), read on 2026-11-29.
# Behaviour: links that are relative are made whole from the host, not from the page: a neighbour of the page is looked for at the
# root, the call of a note leads to the home page, and so does a further page of a list. Pictures are made whole rightly.
# Output seen, of https://example.org/communiques/2026/: bilan/ https://example.org/bilan/, #note-1 https://example.org#note-1, ?page=2
# https://example.org?page=2; a.jpg https://example.org/communiques/2026/a.jpg.
# One would have guessed: https://example.org/communiques/2026/bilan/ and so on (RFC 3986 §5.2), as for pictures.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check trafilatura==2.3.1 lxml lxml_html_clean 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import re

from trafilatura import extract

TEXT = "Le conseil a voté le budget de la bibliothèque, puis celui de la salle des fêtes, sans débat. " * 5
LINKS = 'Voir <a href="bilan/">le bilan</a>, <a href="#note-1">la note</a> et <a href="?page=2">la suite</a>.'
PAGE = f'<html lang="fr"><body><main><article><h1>Budget</h1><p>{TEXT}</p><p>{LINKS}</p><p><img src="a.jpg" alt="La mairie"></p><p>{TEXT}</p></article></main></body></html>'
read = extract(PAGE, url="https://example.org/communiques/2026/", output_format="markdown", include_links=True, include_images=True)
seen = re.findall(r"\]\(([^)]*)\)", read)
print(*seen)
assert seen == [
    "https://example.org/bilan/",
    "https://example.org#note-1",
    "https://example.org?page=2",
    "https://example.org/communiques/2026/a.jpg",
], "the behaviour has changed"
PYTHON
