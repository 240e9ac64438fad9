#!/bin/sh
# dompurify 3.5.0 with jsdom 26.1.0 (npm), beside nh3 0.3.8 (PyPI, with id allowed), read on 2026-11-29.
# Behaviour: an id that is also the name of a property of documents or forms is taken away, whatever element has it: headings such as
# Location (of a hall), Images, Action and Style lose the anchor that a table of contents leads to; Locations, Actions, Tarifs keep it.
# Output seen: no id for location, images, action, style; one for locations, actions, tarifs, contact; nh3 keeps all.
# One would have guessed: what is allowed stays, as `id` is; or that the link to it is told or taken away too, which stays. Its option
# SANITIZE_NAMED_PROPS keeps an id, under another name than the links have.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check nh3==0.3.8 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" dompurify@3.5.0 jsdom@26.1.0 >/dev/null 2>&1
cat > "$folder/clean.mjs" <<'JAVASCRIPT'
import createDOMPurify from "dompurify";
import { JSDOM } from "jsdom";
const purify = createDOMPurify(new JSDOM("").window);
for (const options of [{}, { SANITIZE_NAMED_PROPS: true }]) console.log(purify.sanitize(process.argv[2], options));
JAVASCRIPT
cat > "$folder/clean.py" <<'PYTHON'
import re
import subprocess
import sys

import nh3

NAMES = ["location", "images", "action", "style", "locations", "actions", "tarifs", "contact"]
PAGE = "".join(f'<a href="#{name}">x</a><h2 id="{name}">x</h2>' for name in NAMES)
node = subprocess.run(["node", sys.argv[1], PAGE], capture_output=True, text=True, check=True).stdout
usual, renamed = node.splitlines()
kept, links = re.findall(r'id="([^"]*)"', usual), re.findall(r'href="#([^"]*)"', usual)
other = nh3.clean(PAGE, attributes={"*": {"id"}, "a": {"href"}})
print(kept, links, re.findall(r'id="([^"]*)"', renamed))
assert kept == NAMES[4:] and links == NAMES, "the behaviour has changed"
assert re.findall(r'id="([^"]*)"', renamed) == [f"user-content-{name}" for name in NAMES], "the behaviour has changed"
assert re.findall(r'href="#([^"]*)"', renamed) == NAMES, "the behaviour has changed"
assert re.findall(r'id="([^"]*)"', other) == NAMES
PYTHON
"$folder/venv/bin/python" "$folder/clean.py" "$folder/clean.mjs"
