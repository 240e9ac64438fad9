#!/bin/sh
# vnu-jar 26.9.27 (npm, the Nu Html Checker of the W3C, with Java), beside html-validate 10.17.0 (npm), read on 2026-12-01.
# Behaviour: of the two forms that HTML has for a day of every year, --07-14 and 07-14, the checker takes the second and calls the first,
# which is the one of the standard's own examples, a bad value.
# Output seen: an error for <time datetime="--07-14">, none for 07-14, nor for the week 2026-W29 or the duration « 1w 2d »; html-validate
# has none for any of them.
# One would have guessed: none: a valid yearless date string begins with two hyphens or with none (HTML §2.3.5.3).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" vnu-jar@26.9.27 html-validate@10.17.0 >/dev/null 2>&1
cat > "$folder/check.cjs" <<'JAVASCRIPT'
const { HtmlValidate } = require("html-validate");

(async () => {
  const checker = new HtmlValidate({ root: true, extends: ["html-validate:standard"] });
  for (const path of process.argv.slice(2)) console.log((await checker.validateFile(path)).errorCount);
})();
JAVASCRIPT
cd "$folder"
for day in --07-14 07-14 2026-W29 "1w 2d"; do
  page='<!DOCTYPE html><html lang="fr"><head><title>Dates</title></head><body><p><time datetime="%s">x</time></p></body></html>\n'
  printf "$page" "$day" > ./"page$day.html"
done
for page in page*.html; do
  java -jar node_modules/vnu-jar/build/dist/vnu.jar --errors-only --exit-zero-always --format gnu "$page" > said 2>&1
  printf '%s: %s and %s\n' "$page" "$(grep -c 'Bad value' said || true)" "$(node check.cjs "$page")"
done > seen
sort -o seen seen
cat seen
[ "$(cat seen)" = "page--07-14.html: 1 and 0
page07-14.html: 0 and 0
page1w 2d.html: 0 and 0
page2026-W29.html: 0 and 0" ] || { echo "the behaviour has changed" >&2; exit 1; }
