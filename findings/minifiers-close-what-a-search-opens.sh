#!/bin/sh
# html-minifier-terser 7.2.0 and html-minifier-next 6.2.11 (npm), minify-html 0.18.1 (PyPI), beside htmlnano 3.5.1 (npm), read on
# 2026-11-29.
# Behaviour: hidden="until-found", by which a folded part of a page is found by the browser's search and opened, is taken for an
# attribute without a value and cut to hidden: nobody finds that part any more. The first two do so when asked to collapse boolean
# attributes, which their readmes advise, the third always.
# Output seen: hidden of three; htmlnano with its strongest preset hidden=until-found.
# One would have guessed: the value kept: `hidden` is an enumerated attribute (HTML §6.1), not a boolean one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check minify-html==0.18.1 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" \
  html-minifier-terser@7.2.0 html-minifier-next@6.2.11 htmlnano@3.5.1 >/dev/null 2>&1
cat > "$folder/minify.mjs" <<'JAVASCRIPT'
import * as next from "html-minifier-next";
import * as terser from "html-minifier-terser";
import htmlnano from "htmlnano";
const [page] = process.argv.slice(2);
const asked = { collapseBooleanAttributes: true };
const nano = await htmlnano.process(page, {}, htmlnano.presets.max);
for (const html of [await terser.minify(page, asked), await next.minify(page, asked), nano.html]) console.log(/<p (.*?)>/.exec(html)[1]);
JAVASCRIPT
cat > "$folder/minify.py" <<'PYTHON'
import re
import subprocess
import sys

import minify_html

PAGE = '<!doctype html><html lang="fr"><head><title>Questions</title></head><body><p hidden="until-found">Horaires</p></body></html>'
node = subprocess.run(["node", sys.argv[1], PAGE], capture_output=True, text=True, check=True).stdout.splitlines()
seen = [*node, re.findall(r"<p ?(.*?)>", minify_html.minify(PAGE))[0]]
print(seen)
assert seen == ["hidden", "hidden", "hidden=until-found", "hidden"], "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/minify.py" "$folder/minify.mjs"
