#!/bin/sh
# hypher 0.2.5 with hyphenation.fr 0.2.1, beside hyphen 1.14.1 (npm) and Pyphen 0.18.1 (PyPI), read on 2026-11-29.
# Behaviour: behind the apostrophe of the keyboard a line may end: aujourd'-hui, l'-hôpital, grand'-mère; with the
# typographic apostrophe it may not. The patterns hold both signs, which the other two read.
# Output seen: au-jourd'-hui, l'-hô-pi-tal, grand'-mère, and au-jour-d’hui; the others: au-jour-d'hui, l'hô-pi-tal, gran-d'mère.
# One would have guessed: no hyphen behind an apostrophe, which French forbids, and one answer for both signs.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" hypher@0.2.5 hyphenation.fr@0.2.1 hyphen@1.14.1 >/dev/null
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyphen==0.18.1 2>/dev/null
cat > "$folder/hyphens.cjs" <<'JAVASCRIPT'
const Hypher = require("hypher");
const { hyphenateSync } = require("hyphen/fr");

const hypher = new Hypher(require("hyphenation.fr"));
const shown = (text) => text.replaceAll("\u00ad", "-");
for (const word of process.argv.slice(2)) {
  console.log(shown(hypher.hyphenateText(word)), shown(hyphenateSync(word)));
}
JAVASCRIPT
set -- "aujourd'hui" "l'hôpital" "grand'mère" "aujourd’hui"
node=$(node "$folder/hyphens.cjs" "$@" | paste -sd ' ')
python=$("$folder/venv/bin/python" -c 'import sys, pyphen; print(*map(pyphen.Pyphen(lang="fr").inserted, sys.argv[1:]))' "$@")
echo "$node / $python"
expected="au-jourd'-hui au-jour-d'hui l'-hô-pi-tal l'hô-pi-tal grand'-mère gran-d'mère au-jour-d’hui au-jourd’hui"
[ "$node" = "$expected" ] || { echo "the behaviour has changed" >&2; exit 1; }
[ "$python" = "au-jour-d'hui l'hô-pi-tal gran-d'mère au-jour-d’hui" ] || { echo "the behaviour has changed" >&2; exit 1; }
