#!/bin/sh
# html-to-text 10.0.1 (npm), inscriptis 2.7.6 and html2text 2025.4.15 (PyPI), read on 2026-11-29.
# Behaviour: of a page without white space between its tags, as minifiers leave it, blocks that are no paragraphs, headings or
# lists are joined to their neighbours letter by letter: terms and definitions, a caption and an address, a summary.
# Output seen, in this order: LieuRennesPrix5 euros of two, html2text sets them apart; La mairie12 rue Haute of two, inscriptis
# sets them apart; ContactAnne Dupont of all three.
# One would have guessed: lines, or at least spaces: all of them are blocks to every browser (HTML §15.3.3).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check inscriptis==2.7.6 html2text==2025.4.15 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" html-to-text@10.0.1 >/dev/null
cat > "$folder/plain.cjs" <<'JAVASCRIPT'
const { convert } = require("html-to-text");
for (const page of process.argv.slice(2)) console.log(JSON.stringify(convert(page)));
JAVASCRIPT
cat > "$folder/plain.py" <<'PYTHON'
import json
import subprocess
import sys

import html2text
import inscriptis

PAGES = {
    "<dl><dt>Lieu</dt><dd>Rennes</dd><dt>Prix</dt><dd>5 euros</dd></dl>": "LieuRennesPrix5 euros",
    "<figure><figcaption>La mairie</figcaption></figure><address>12 rue Haute</address>": "La mairie12 rue Haute",
    "<details><summary>Contact</summary>Anne Dupont</details>": "ContactAnne Dupont",
}
node = subprocess.run(["node", sys.argv[1], *PAGES], capture_output=True, text=True, check=True).stdout
read = {
    "html-to-text": [json.loads(line) for line in node.splitlines()],
    "inscriptis": [inscriptis.get_text(page) for page in PAGES],
    "html2text": [html2text.html2text(page) for page in PAGES],
}
seen = {name: [joined in text for joined, text in zip(PAGES.values(), texts, strict=True)] for name, texts in read.items()}
print(seen)
assert seen == {
    "html-to-text": [True, True, True],
    "inscriptis": [True, False, True],
    "html2text": [False, True, True],
}, "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/plain.py" "$folder/plain.cjs"
