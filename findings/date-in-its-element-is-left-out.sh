#!/bin/sh
# trafilatura 2.3.1 (PyPI) and @extractus/article-extractor 9.0.1, beside @mozilla/readability 0.6.0 (npm), read on 2026-11-29.
# Behaviour: the words inside <time> are left out of the article: a sentence that says when loses the day that it says. The same
# sentence without the element is whole.
# Output seen: "Le forum a lieu , salle 12." of both; readability "Le forum a lieu le 2 mars à 18 h, salle 12."
# One would have guessed: the sentence as it stands: <time> is text with a machine's reading beside it (HTML §4.5.14), and both
# libraries look for dates of their own in such elements.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check trafilatura==2.3.1 lxml lxml_html_clean 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" \
  @extractus/article-extractor@9.0.1 @mozilla/readability@0.6.0 jsdom@26.1.0 >/dev/null 2>&1
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import { readFileSync } from "node:fs";
import { extractFromHtml } from "@extractus/article-extractor";
import { Readability } from "@mozilla/readability";
import { JSDOM } from "jsdom";
const page = readFileSync(0, "utf8");
const sentence = (html) => /Le forum[^.]*\./.exec(html.replace(/<[^>]*>/g, ""))[0].replace(/\s+/g, " ");
console.log(sentence((await extractFromHtml(page, "https://example.org/forum/")).content));
console.log(sentence(new Readability(new JSDOM(page).window.document).parse().content));
JAVASCRIPT
cat > "$folder/read.py" <<'PYTHON'
import re
import subprocess
import sys

from trafilatura import extract

WHEN = "le 2 mars à 18 h"
TEXT = "Le conseil a voté le budget de la bibliothèque, puis celui de la salle des fêtes, sans débat. " * 5
PAGE = "<!doctype html><html lang=fr><head><title>Forum</title></head><body><main><article><h1>Forum</h1><p>{0}</p><p>Le forum a lieu {1}, salle 12.</p><p>{0}</p></article></main>"


def seen(when):
    page = PAGE.format(TEXT, when)
    (sentence,) = re.findall(r"Le forum[^.]*\.", extract(page))
    node = subprocess.run(["node", sys.argv[1]], input=page, capture_output=True, text=True, check=True)
    return [" ".join(sentence.split()), *node.stdout.splitlines()]


marked, plain = seen(f'<time datetime="2027-03-02T18:00+01:00">{WHEN}</time>'), seen(WHEN)
whole, short = f"Le forum a lieu {WHEN}, salle 12.", "Le forum a lieu , salle 12."
print(marked, plain)
assert plain == [whole] * 3 and marked == [short, short, whole], "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/read.py" "$folder/read.mjs"
