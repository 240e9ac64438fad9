#!/bin/sh
# mistune 3.4.0 (PyPI), its plugin abbr, beside Markdown 3.11.3, read on 2026-11-29.
# Behaviour: an abbreviation is marked inside longer ones: with PLU explained, PLUi is that with an i behind it, SPLU with an S before
# it, and a screen reader is told the wrong name.
# Output seen: <abbr title="Plan local d’urbanisme">PLU</abbr>i; Markdown leaves PLUi and SPLU, and marks PLU alone.
# One would have guessed: whole words, as in PHP Markdown Extra, where this comes from, and as in Markdown.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mistune==3.4.0 markdown==3.11.3 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import markdown
import mistune

TEXT = "Le PLU, le PLUi et la SPLU.\n\n*[PLU]: Plan local d’urbanisme\n"
MARKED = '<abbr title="Plan local d’urbanisme">PLU</abbr>'
seen = mistune.create_markdown(plugins=["abbr"])(TEXT).strip()
other = markdown.markdown(TEXT, extensions=["abbr"])
print(seen, other)
assert seen == f"<p>Le {MARKED}, le {MARKED}i et la S{MARKED}.</p>", "the behaviour has changed"
assert other == f"<p>Le {MARKED}, le PLUi et la SPLU.</p>", "the behaviour has changed"
PYTHON
