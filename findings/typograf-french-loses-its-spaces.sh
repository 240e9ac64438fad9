#!/bin/sh
# typograf 7.8.0 (npm), locale fr, read on 2026-11-29.
# Behaviour: asked to typeset French, it takes the spaces away that French has before : ; ! ? and %, as if the text were
# English, and makes « » of straight quotes with a no-break space inside, as French wants. No-break spaces that
# are there already stay before the signs, so that half a page has them and half has not.
# Output seen: "Qui ? Lui ; elle ! Voici : 50 %" becomes "Qui? Lui; elle! Voici: 50%"; "Bien<U+00A0>: oui" stays.
# One would have guessed: the spaces turned into no-break ones, which is what a French typesetter is asked for.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" typograf@7.8.0 >/dev/null
cat > "$folder/typeset.mjs" <<'JAVASCRIPT'
import Typograf from "typograf";

const french = new Typograf({ locale: ["fr"] });
const seen = ["Qui ? Lui ; elle ! Voici : 50 %", 'Il dit "oui".', "Bien\u00a0: oui"].map((text) => french.execute(text));
console.log(JSON.stringify(seen));
const expected = ["Qui? Lui; elle! Voici: 50%", "Il\u00a0dit «\u202foui\u202f».", "Bien\u00a0: oui"];
if (JSON.stringify(seen) !== JSON.stringify(expected)) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/typeset.mjs"
