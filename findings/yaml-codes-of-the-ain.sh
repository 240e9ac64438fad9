#!/bin/sh
# PyYAML 6.0.4 and ruamel.yaml 0.19.1 (PyPI), js-yaml 5.5.0 and yaml 2.9.1 (npm), read on 2026-11-29.
# Behaviour: the codes of the communes of nine French departments begin with 0. Of one list, PyYAML makes other numbers of those without
# an 8 or 9, and texts of the rest; the other three make numbers of all, without the 0; a code of Corsica is text to all four.
# Output seen: 01004 516, 01008 "01008", 2A004 "2A004" of PyYAML; 1004, 1008, "2A004" of the others.
# One would have guessed: one kind for one column, or the same in Python's two libraries; YAML 1.2 has no octal of that form.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyyaml==6.0.4 ruamel.yaml==0.19.1 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" js-yaml@5.5.0 yaml@2.9.1 >/dev/null
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import { load } from "js-yaml";
import { parse } from "yaml";
const [text] = process.argv.slice(2);
console.log(JSON.stringify([load(text), parse(text)]));
JAVASCRIPT
cat > "$folder/read.py" <<'PYTHON'
import json
import subprocess
import sys

import yaml
from ruamel.yaml import YAML

TEXT = "[01004, 01008, 2A004]"
node = subprocess.run(["node", sys.argv[1], TEXT], capture_output=True, text=True, check=True).stdout
seen = [yaml.safe_load(TEXT), YAML(typ="safe", pure=True).load(TEXT), *json.loads(node)]
print(*seen)
assert seen == [[516, "01008", "2A004"]] + [[1004, 1008, "2A004"]] * 3, "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/read.py" "$folder/read.mjs"
