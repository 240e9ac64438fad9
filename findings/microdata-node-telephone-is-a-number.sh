#!/bin/sh
# microdata-node 2.0.0 (npm), beside extruct 0.18.0 (PyPI), read on 2026-11-30.
# Behaviour: what <data value> says becomes a number if it looks like one, and loses its first 0, which French telephone numbers and
# the postal codes of nine departments have; a <time> without datetime, whose words are the date, is the empty text, in extruct too.
# Output seen: 102030405, 1000 and ""; the same code in <meta content="01000"> is a text. extruct has "0102030405", "01000" and "".
# One would have guessed: texts, as a property's value is one, and "2026-07-14" (HTML §5.2.4 on <data> and <time>, §4.5.14: without
# datetime, a <time> is what its text says).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check extruct==0.18.0 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" microdata-node@2.0.0 >/dev/null
cat > "$folder/page.html" <<'HTML'
<!doctype html><html lang="fr"><title>Mairie</title><div itemscope itemtype="https://schema.org/TheaterEvent">
<data itemprop="telephone" value="0102030405">01 02 03 04 05</data> <data itemprop="postalCode" value="01000">Bourg</data>
<time itemprop="startDate">2026-07-14</time> <meta itemprop="identifier" content="01000"></div></html>
HTML
cat > "$folder/read.cjs" <<'JAVASCRIPT'
const [item] = require("microdata-node").toJson(require("fs").readFileSync(process.argv[2], "utf8")).items;
console.log(JSON.stringify(Object.values(item.properties).flat()));
JAVASCRIPT
seen=$(node "$folder/read.cjs" "$folder/page.html")
echo "$seen"
[ "$seen" = '[102030405,1000,"","01000"]' ] || { echo "the behaviour has changed" >&2; exit 1; }
"$folder/venv/bin/python" - "$folder/page.html" <<'PYTHON'
import sys
from pathlib import Path

import extruct

(item,) = extruct.extract(Path(sys.argv[1]).read_text(), syntaxes=["microdata"])["microdata"]
print(list(item["properties"].values()))
assert list(item["properties"].values()) == ["0102030405", "01000", "", "01000"], "the behaviour has changed"
PYTHON
