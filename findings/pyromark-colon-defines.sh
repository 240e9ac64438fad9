#!/bin/sh
# pyromark 0.10.3 (pulldown-cmark) with ENABLE_DEFINITION_LIST, read on 2026-11-28.
# Behaviour: any line that begins with a colon right under a line of text is a definition, even
# without a space after the colon: an emoji name, a row of signs, French text wrapped before its colon.
# Output seen: "Bravo" over ":smile:" is <dt>Bravo</dt> <dd>smile:</dd>.
# One would have guessed: text, since PHP Markdown Extra, Pandoc and Python-Markdown all want a space.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyromark==0.10.3
"$folder/venv/bin/python" - <<'PYTHON'
from pyromark import Markdown, Options

html = Markdown(options=Options.ENABLE_DEFINITION_LIST).html("Bravo\n:smile:\n")
print(html)
assert html == "<dl>\n<dt>Bravo</dt>\n<dd>smile:</dd>\n</dl>\n", "the behaviour has changed"
PYTHON
