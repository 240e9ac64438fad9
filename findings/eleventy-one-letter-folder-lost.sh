#!/bin/sh
# @11ty/eleventy 3.1.8 (npm), read on 2026-11-29.
# Behaviour: page.filePathStem of a text in a top folder with a name of one letter lacks that folder, while
# page.url has it. With a permalink made of filePathStem, as its documentation shows, /a/ and /b/ become one.
# Output seen: a/x.md: url /a/x/, filePathStem /x; ab/x.md: url /ab/x/, filePathStem /ab/x.
# One would have guessed: the path of the file without its ending, however long the name of its folder.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" @11ty/eleventy@3.1.8 >/dev/null 2>&1
mkdir -p "$folder/src/a" "$folder/src/ab"
printf -- '---\ntitle: Texte\n---\n{{ page.url }} {{ page.filePathStem }}' | tee "$folder/src/a/x.md" > "$folder/src/ab/x.md"
cd "$folder"
node node_modules/@11ty/eleventy/cmd.cjs --input=src --quiet >/dev/null
short=$(sed 's/<[^>]*>//g' _site/a/x/index.html)
long=$(sed 's/<[^>]*>//g' _site/ab/x/index.html)
echo "$short, $long"
[ "$short" = "/a/x/ /x" ] && [ "$long" = "/ab/x/ /ab/x" ] || { echo "the behaviour has changed" >&2; exit 1; }
