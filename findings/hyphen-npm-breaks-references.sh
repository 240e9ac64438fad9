#!/bin/sh
# hyphen 1.14.1 (npm), French, read on 2026-11-29.
# Behaviour: hyphenateHTML leaves tags and attributes alone and puts soft hyphens into the names of character references:
# &eacute; becomes &ea-cute; (with U+00AD), which a browser shows letter by letter. It does so with &hellip;, &rsquo; and &laquo; too.
# Output seen: &ea-cute;ner-gie &hel-lip; &la-quo; (here - is the soft hyphen), while title="communiquer" stays as it was.
# One would have guessed: that a function for HTML knows what is a reference, as it knows what is a tag.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" hyphen@1.14.1 >/dev/null
cat > "$folder/hyphens.cjs" <<'JAVASCRIPT'
const { hyphenateHTMLSync } = require("hyphen/fr");

const html = '<b title="communiquer">&eacute;nergie</b> &hellip; &laquo; &nbsp;';
const seen = hyphenateHTMLSync(html).replaceAll("\u00ad", "-");
console.log(seen);
const expected = '<b title="communiquer">&ea-cute;ner-gie</b> &hel-lip; &la-quo; &nbsp;';
if (seen !== expected) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/hyphens.cjs"
