#!/bin/sh
# gray-matter 4.0.3 (npm, which reads the front matter for Eleventy, VitePress and many others), read on 2026-11-29.
# Behaviour: two documents of the same text get one `data` object. What a program adds to the first one's (its
# address, its language) stands in the second's, and is overwritten there for both. With any options given, an empty
# object is enough, each has its own.
# Output seen: with /fr/ written to the first, both have it; with /br/ written to the second, both have that; with {}
# each has its own.
# One would have guessed: a value of one's own from each call, as from any function that parses.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" gray-matter@4.0.3 >/dev/null
cat > "$folder/read.cjs" <<'JAVASCRIPT'
const matter = require("gray-matter");
function addresses(...options) {
  const [french, breton] = ["fr", "br"].map(() => matter("---\ntitle: Contact\n---\nTexte.\n", ...options).data);
  french.url = "/fr/";
  const before = [french.url, breton.url];
  breton.url = "/br/";
  return [before.join(" "), french.url, breton.url].join(" ");
}
const seen = [addresses(), addresses({})];
console.log(seen);
if (seen.join("|") !== "/fr/ /fr/ /br/ /br/|/fr/  /fr/ /br/") throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/read.cjs"
