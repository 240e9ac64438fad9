#!/bin/sh
# french-contractions 5.4.0 (npm, RosaeNLG's), read on 2026-11-29.
# Behaviour: œ is no vowel to it: a text that is made with it says « le œuvre », « de œuvres ». Spelled oe it is one, and so are
# letters with accents.
# Output seen: contracts("œuvre") false, Œuvre false, œil false; oeuvre true, élu true, île true.
# One would have guessed: true, as for é and î: œ is what every French word with that sound is spelled with.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" french-contractions@5.4.0 >/dev/null 2>&1
cat > "$folder/read.cjs" <<'JAVASCRIPT'
const { contracts } = require("french-contractions");
const words = ["œuvre", "Œuvre", "œil", "oeuvre", "élu", "île"];
const seen = words.map((word) => contracts(word));
console.log(words.map((word, at) => `${word} ${seen[at]}`).join(", "));
if (seen.join() !== "false,false,false,true,true,true") throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/read.cjs"
