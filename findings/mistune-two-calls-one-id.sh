#!/bin/sh
# mistune 3.4.0 (PyPI), its plugin footnotes, beside Markdown 3.11.3, read on 2026-11-29.
# Behaviour: a note that is called twice has one id at both calls, which HTML forbids, and one way back, to the first: who read the
# second is led to another paragraph.
# Output seen: ids fnref-1, fnref-1, one link back; Markdown fnref:1, fnref2:1, and a link back to each.
# One would have guessed: an id each, since calling a note again is what gives it its number once only.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mistune==3.4.0 markdown==3.11.3 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import re

import markdown
import mistune

TEXT = "L’eau baisse.[^1]\n\nLe gaz monte.[^1]\n\n[^1]: Source : INSEE.\n"


def calls(html):
    return re.findall(r'id="(fnref[^"]*)"', html), re.findall(r'href="#(fnref[^"]*)"', html)


seen = calls(mistune.create_markdown(plugins=["footnotes"])(TEXT))
other = calls(markdown.markdown(TEXT, extensions=["footnotes"]))
print(seen, other)
assert seen == (["fnref-1", "fnref-1"], ["fnref-1"]), "the behaviour has changed"
assert other == (["fnref:1", "fnref2:1"],) * 2, "the behaviour has changed"
PYTHON
