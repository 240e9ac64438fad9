#!/bin/sh
# juice 11.1.1 (npm), which brings the style of a letter into its elements, read on 2026-12-01.
# Behaviour: a rule of ::before or ::after is neither inlined nor kept in <style>, where those of :hover and the like stay, and nothing says
# so: the words that it sets are in the letter no more. Only with `inlinePseudoElements`, which is off, are they written into the text.
# Output seen: of a:hover, a::after with " (PDF)" and q::before with "« ", the first alone is there.
# One would have guessed: all three; the page says that a link is a PDF, and the letter made of it does not.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && npm install --silent --no-audit --no-fund juice@11.1.1 >/dev/null)
cat > "$folder/show.cjs" <<'JS'
const juice = require("juice");
const html = '<style>a:hover{color:red} a::after{content:" (PDF)"} q::before{content:"« "}</style><p><a href="avis.pdf">Avis</a> <q>oui</q></p>';
console.log(juice(html).replace(/\s+/g, " "));
console.log(juice(html, { inlinePseudoElements: true }).replace(/\s+/g, " "));
JS
seen=$(node "$folder/show.cjs")
echo "$seen"
expected='<style> a:hover { color: red; } </style><p><a href="avis.pdf">Avis</a> <q>oui</q></p>
<style> a:hover { color: red; } </style><p><a href="avis.pdf">Avis<span> (PDF)</span></a> <q><span>« </span>oui</q></p>'
[ "$seen" = "$expected" ] || { echo "the behaviour has changed"; exit 1; }
