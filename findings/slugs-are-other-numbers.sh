#!/bin/sh
# python-slugify 9.2.0 and Markdown 3.11.3 (PyPI), slugify 1.6.9 and @sindresorhus/slugify 3.0.1 (npm), read on 2026-11-30.
# Behaviour: a sign that is not kept in an address is taken out, not replaced, and the digits on both sides of it are one number: the
# decimal comma by three of four, the stroke of ½ by one.
# Output seen: « 2,5 km » is 25-km and « ½ journée » is 12-journee with the toc of Markdown; 25-km and 1-2-journee with python-slugify;
# 25-km and journee with slugify; 2-5-km and journee with the fourth.
# One would have guessed: 2-5-km and 1-2-journee, as « 2.5 » is 2-5 with python-slugify; here a walk of 2,5 km and one of 25 km have one
# address or one anchor, and half a day lasts twelve.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-slugify==9.2.0 markdown==3.11.3 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" slugify@1.6.9 @sindresorhus/slugify@3.0.1 >/dev/null
cat > "$folder/slugs.mjs" <<'JAVASCRIPT'
import sindresorhus from "@sindresorhus/slugify";
import slugify from "slugify";

const texts = process.argv.slice(2);
console.log(JSON.stringify({
  slugify: texts.map((text) => slugify(text, { lower: true, strict: true, locale: "fr" })),
  sindresorhus: texts.map((text) => sindresorhus(text)),
}));
JAVASCRIPT
cat > "$folder/slugs.py" <<'PYTHON'
import json
import subprocess
import sys

import slugify
from markdown.extensions import toc

TEXTS = ["2,5 km", "½ journée"]
node = subprocess.run(["node", sys.argv[1], *TEXTS], capture_output=True, text=True, check=True).stdout
seen = {
    "python-slugify": [slugify.slugify(text) for text in TEXTS],
    "markdown": [toc.slugify(text, "-") for text in TEXTS],
    **json.loads(node),
}
print(seen, slugify.slugify("2.5 km"))
assert seen == {
    "python-slugify": ["25-km", "1-2-journee"],
    "markdown": ["25-km", "12-journee"],
    "slugify": ["25-km", "journee"],
    "sindresorhus": ["2-5-km", "journee"],
}, "the behaviour has changed"
assert slugify.slugify("2.5 km") == "2-5-km", "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/slugs.py" "$folder/slugs.mjs"
