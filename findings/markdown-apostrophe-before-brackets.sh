#!/bin/sh
# Markdown 3.11.3, markdown-it-py 4.3.0 and mistune 3.4.0 beside it (PyPI), read on 2026-11-30.
# Behaviour: in the address of a link an apostrophe before round brackets begins a title for Python-Markdown; its count of brackets is one
# short from there: the address ends before its last sign, or far behind, at the next link whose name has an apostrophe too.
# Output seen: [a](l'eau(2).pdf) leads to « l'eau(2).pd » and leaves a bracket behind it; with [b](d'avril(3).pdf) further on in the line it is
# one link whose address has all between them. Without the apostrophe, or with ’, all is as written. markdown-it-py and mistune read both rightly.
# One would have guessed: « l'eau(2).pdf », as for leau(2).pdf: CommonMark lets brackets stand in pairs; it is the name that a browser gives to
# what is downloaded twice.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check markdown==3.11.3 markdown-it-py==4.3.0 mistune==3.4.0 2>/dev/null
cat > "$folder/links.py" <<'PYTHON'
import re

import markdown
import mistune
from markdown_it import MarkdownIt

TEXTS = {
    "[a](leau(2).pdf)": ["leau(2).pdf"],
    "[a](l'eau(2).pdf)": ["l'eau(2).pdf"],
    "[a](l’eau(2).pdf)": ["l’eau(2).pdf"],
    "[a](l'eau(2).pdf) et [b](d'avril(3).pdf)": ["l'eau(2).pdf", "d'avril(3).pdf"],
}
READERS = {
    "markdown": markdown.markdown,
    "markdown-it": MarkdownIt().render,
    "mistune": mistune.html,
}


def addresses(html: str) -> list[str]:
    plain = html.replace("%E2%80%99", "’").replace("&#x27;", "'").replace("%27", "'")
    return re.findall(r'href="([^"]*)"', plain)


seen = {name: [addresses(read(text)) for text in TEXTS] for name, read in READERS.items()}
print(seen)
written = list(TEXTS.values())
lost = [["l'eau(2).pd"], ["l'eau(2).pdf) et [b](d'avril(3).pd"]]
assert seen == {
    "markdown": [written[0], lost[0], written[2], lost[1]],
    "markdown-it": written,
    "mistune": written,
}, "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/links.py"
