#!/bin/sh
# markdown-it-py 4.3.0 and, beside it, pyromark 0.10.3 (pulldown-cmark), read on 2026-11-29.
# Behaviour: at both ends of a paragraph or a heading, markdown-it-py takes away whatever Python calls white
# space: no-break spaces and those of a set width (U+2003) too. A line of one no-break space is an empty
# <p></p>. Inside the paragraph, at the ends of its lines, they stay. pyromark keeps them all.
# Output seen: markdown-it-py <p></p> and <p>Alinéa</p>; pyromark has U+00A0 and U+2003 in both.
# One would have guessed: kept, as CommonMark (§4.8) takes spaces and tabs off only, and those
# characters are what people write where plain spaces would be dropped: an empty line, an indent.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  markdown-it-py==4.3.0 pyromark==0.10.3 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import pyromark
from markdown_it import MarkdownIt

TEXTS = ["\u00a0\n", "\u2003Alinéa\n", "# Titre\u00a0\n", "Un\n\u2003deux\n"]
python = [MarkdownIt().render(text) for text in TEXTS]
rust = [pyromark.html(text) for text in TEXTS]
print("markdown-it-py:", *map(ascii, python), "\npyromark:", *map(ascii, rust))
assert python == [
    "<p></p>\n", "<p>Alinéa</p>\n", "<h1>Titre</h1>\n", "<p>Un\n\u2003deux</p>\n",
], "the behaviour has changed"
assert rust == [
    "<p>\u00a0</p>\n", "<p>\u2003Alinéa</p>\n", "<h1>Titre\u00a0</h1>\n", "<p>Un\n\u2003deux</p>\n",
], "the behaviour has changed"
PYTHON
