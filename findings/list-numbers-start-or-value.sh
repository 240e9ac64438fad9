#!/bin/sh
# html2text 2025.4.15 and inscriptis 2.7.6 (PyPI), html-to-text 10.0.1 (npm), read on 2026-11-29.
# Behaviour: the plain text of a numbered list begins at the number that <ol start> tells in html2text and html-to-text, and
# goes on from what <li value> tells in inscriptis; none of the three reads both, and none counts down for <ol reversed>.
# Output seen: start=3: 3 4, 1 2, 3 4; value=5: 1 2, 5 6, 1 2; reversed: 1 2 of each.
# One would have guessed: both or neither. « Article 5 » of a page is another article in the letter made of it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check html2text==2025.4.15 inscriptis==2.7.6 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" html-to-text@10.0.1 >/dev/null
cat > "$folder/lists.cjs" <<'JAVASCRIPT'
const { convert } = require("html-to-text");
for (const page of process.argv.slice(2)) console.log((convert(page).match(/\d+/g) ?? []).join(" "));
JAVASCRIPT
cat > "$folder/lists.py" <<'PYTHON'
import re
import sys

import html2text
import inscriptis

for page in sys.argv[1:]:
    print(*(" ".join(re.findall(r"\d+", plain(page))) for plain in (html2text.html2text, inscriptis.get_text)), sep=", ")
PYTHON
set -- "<ol start=3><li>a<li>b</ol>" "<ol><li value=5>a<li>b</ol>" "<ol reversed><li>a<li>b</ol>"
"$folder/venv/bin/python" "$folder/lists.py" "$@" > "$folder/python"
node "$folder/lists.cjs" "$@" > "$folder/node"
seen=$(paste -d '|' "$folder/python" "$folder/node" | paste -sd ';')
echo "$seen"
[ "$seen" = "3 4, 1 2|3 4;1 2, 5 6|1 2;1 2, 1 2|1 2" ] || { echo "the behaviour has changed" >&2; exit 1; }
