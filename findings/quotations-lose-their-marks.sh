#!/bin/sh
# turndown 7.2.5 and html-to-text 10.0.1 (npm), newspaper4k 0.9.6 with lxml_html_clean 0.4.5 (PyPI), beside html2text 2025.4.15 and
# inscriptis 2.7.6 (PyPI), read on 2026-12-01.
# Behaviour: the marks of a quotation in <q>, which browsers draw, are in no text that the first three make: the words of who is quoted
# become those of who writes. The other two write marks.
# Output seen: « Le maire juge que c’est une trahison, sans nuance. » of a page where « c’est une trahison » stands in quotation marks.
# One would have guessed: marks, since HTML (§15.3.6) has them added to each <q> and asks authors not to write their own.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  newspaper4k==0.9.6 lxml_html_clean==0.4.5 html2text==2025.4.15 inscriptis==2.7.6 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" turndown@7.2.5 html-to-text@10.0.1 >/dev/null
cat > "$folder/read.py" <<'PYTHON'
import sys

import html2text
import inscriptis
import newspaper

said = sys.argv[1]
page = f"<html lang='fr'><title>Avis</title><body><article><h1>Avis</h1>{said * 6}</article></body></html>"
print("newspaper4k:", newspaper.article("https://a.example/", input_html=page, language="fr").text.split("\n")[0])
print("html2text:", html2text.html2text(said).strip())
print("inscriptis:", inscriptis.get_text(said).strip())
PYTHON
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import { convert } from "html-to-text";
import Turndown from "turndown";

const [said] = process.argv.slice(2);
console.log("turndown:", new Turndown().turndown(said));
console.log("html-to-text:", convert(said));
JAVASCRIPT
said='<p>Le maire juge que <q>c’est une trahison</q>, sans nuance.</p>'
seen=$("$folder/venv/bin/python" -W ignore "$folder/read.py" "$said"; node "$folder/read.mjs" "$said")
echo "$seen"
bare='Le maire juge que c’est une trahison, sans nuance.'
marked='Le maire juge que "c’est une trahison", sans nuance.'
expected="newspaper4k: $bare
html2text: $marked
inscriptis: $marked
turndown: $bare
html-to-text: $bare"
[ "$seen" = "$expected" ] || { echo "the behaviour has changed" >&2; exit 1; }
