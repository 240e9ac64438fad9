#!/bin/sh
# python-slugify 9.2.0 (PyPI), beside @sindresorhus/slugify 3.0.1 and slugify 1.6.9 (npm), read on 2026-11-29.
# Behaviour: the apostrophe of the keyboard parts two words, the typographic one joins them: the same title has two addresses,
# according to whether it was typed or pasted from a word processor.
# Output seen: L'eau: l-eau, L’eau: leau. Of the other two each has one slug for both, l-eau and (strict) leau.
# One would have guessed: one slug for both signs, since transliteration makes the first of the second: that happens, but
# only after the first has become a hyphen.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-slugify==9.2.0 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" @sindresorhus/slugify@3.0.1 slugify@1.6.9 >/dev/null
cat > "$folder/slugs.mjs" <<'JAVASCRIPT'
import parting from "@sindresorhus/slugify";
import joining from "slugify";
const titles = process.argv.slice(2);
console.log([...titles.map((title) => parting(title)), ...titles.map((title) => joining(title, { lower: true, strict: true }))].join(" "));
JAVASCRIPT
set -- "L'eau" "L’eau"
python=$("$folder/venv/bin/python" -c 'import sys, slugify; print(*map(slugify.slugify, sys.argv[1:]))' "$@")
node=$(node "$folder/slugs.mjs" "$@")
echo "$python / $node"
[ "$python" = "l-eau leau" ] || { echo "the behaviour has changed" >&2; exit 1; }
[ "$node" = "l-eau l-eau leau leau" ] || { echo "the behaviour has changed" >&2; exit 1; }
