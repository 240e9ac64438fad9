#!/bin/sh
# turbohtml 1.15.4, to_markdown, read on 2026-11-29.
# Behaviour: a converter that is registered for one element (`sup`) changes how others are written in a text without it:
# emphasis that ends in a sign of punctuation becomes HTML, which without any converter is written with signs.
# Output seen: "<strong>Lieu :</strong> Nantes" is **Lieu :** Nantes, and with a converter for `sup` it stays HTML.
# One would have guessed: **Lieu :** Nantes in both cases. `converters` names the elements that are converted otherwise, the
# text has none of these, and CommonMark (§6.2) reads the signs back as emphasis, since a space follows.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check turbohtml==1.15.4 markdown-it-py==3.0.0
"$folder/venv/bin/python" - <<'PYTHON'
import turbohtml
from markdown_it import MarkdownIt
from turbohtml import Markdown

tree = turbohtml.parse_fragment("<p><strong>Lieu :</strong> Nantes, <strong>salle</strong> 3</p>")
without = tree.to_markdown(Markdown()).strip()
beside = tree.to_markdown(Markdown(converters={"sup": lambda element, inner: inner})).strip()
print(without)
print(beside)
assert without == "**Lieu :** Nantes, **salle** 3", "the behaviour has changed"
assert beside == "<strong>Lieu :</strong> Nantes, **salle** 3", "the behaviour has changed"
read = MarkdownIt().render(without).strip()
print(read)
assert read == "<p><strong>Lieu :</strong> Nantes, <strong>salle</strong> 3</p>", "CommonMark reads it otherwise"
PYTHON
