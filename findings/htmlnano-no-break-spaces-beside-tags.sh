#!/bin/sh
# htmlnano 3.5.1 (npm), beside html-minifier-terser 7.2.0, read on 2026-11-29.
# Behaviour: with collapseWhitespace: "all", no-break spaces beside a tag become plain ones, the narrow one too; amid text they stay. So
# French signs begin a line where a word before them is bold or a link, and only there.
# Output seen: <b>non</b> : « <i>oui</i> », <b>20</b> % with plain spaces, 10 % with U+00A0; html-minifier-terser leaves all.
# One would have guessed: white space as HTML knows it (HTML §2.3.3, CSS Text §3): a no-break space never collapses.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" htmlnano@3.5.1 html-minifier-terser@7.2.0 >/dev/null 2>&1
cat > "$folder/minify.mjs" <<'JAVASCRIPT'
import { minify } from "html-minifier-terser";
import htmlnano from "htmlnano";
const page = "<p>Dit <b>non</b>~: «~<i>oui</i>~», 10~%, <b>20</b>_%</p>".replaceAll("~", "\u00a0").replaceAll("_", "\u202f");
const shown = (html) => html.replaceAll("\u00a0", "~").replaceAll("\u202f", "_");
const { html } = await htmlnano.process(page, { collapseWhitespace: "all" }, {});
const other = await minify(page, { collapseWhitespace: true });
console.log(shown(html), shown(other));
if (shown(html) !== "<p>Dit <b>non</b> : « <i>oui</i> », 10~%, <b>20</b> %</p>") throw new Error("the behaviour has changed");
if (other !== page) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/minify.mjs"
