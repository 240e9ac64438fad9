#!/bin/sh
# readability-lxml 0.9 (PyPI, with lxml_html_clean 0.4.3), read on 2026-11-29.
# Behaviour: Document.title() rewrites what a French title is typeset with: « and » become straight quotes
# with the spaces left inside, an en dash becomes a hyphen. English quotes “ ” and the apostrophe ’ stay.
# Output seen: 'L’" Agence de l’eau " répond - Fédération' for « L’« Agence de l’eau » répond – Fédération ».
# One would have guessed: the title as it stands, or all typographic signs made plain alike.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check readability-lxml==0.9 lxml_html_clean==0.4.3 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import readability


def title(text):
    return readability.Document(f"<html><head><title>{text}</title></head><body><p>Texte.</p></body></html>").title()


french, english = title("L’« Agence de l’eau » répond – Fédération"), title("“Les communes” d’abord")
print(french, "|", english)
assert french == 'L’" Agence de l’eau " répond - Fédération', "the behaviour has changed"
assert english == "“Les communes” d’abord", "the behaviour has changed"
PYTHON
