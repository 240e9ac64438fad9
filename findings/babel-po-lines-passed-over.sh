#!/bin/sh
# Babel 2.19.0 (PyPI), read on 2026-11-29.
# Behaviour: read_po passes over a line that it does not understand, with everything up to the next message,
# and prints WARNING to standard output, into whatever the program writes there; it raises only with
# abort_invalid=True. GNU's msgfmt refuses such a file.
# Output seen: two WARNING lines on stdout, one message of two left, no exception.
# One would have guessed: an exception, or the warnings module, or at least stderr.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0 2>/dev/null
"$folder/venv/bin/python" - > "$folder/out" 2> "$folder/err" <<'PYTHON'
import io

from babel.messages.pofile import read_po

TEXT = b"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgidd "Next"
msgstr "Suivant"

msgid "Back"
msgstr "Retour"
"""
print([(message.id, message.string) for message in read_po(io.BytesIO(TEXT)) if message.id])
PYTHON
cat "$folder/out"
[ "$(grep -c '^WARNING' "$folder/out")" = 2 ] && [ ! -s "$folder/err" ] || { echo "the behaviour has changed" >&2; exit 1; }
grep -q "^\[('Back', 'Retour')\]" "$folder/out" || { echo "the behaviour has changed" >&2; exit 1; }
