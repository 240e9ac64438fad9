#!/bin/sh
# node-html-markdown 2.0.0, turndown 7.2.5 with @truto/turndown-plugin-gfm 1.0.3 (npm), run with Node.js, read on 2026-11-30.
# Behaviour: a line break within a cell of a table becomes nothing with the first, where it becomes a space with the second; within a
# paragraph both keep it. And a list that begins at another number begins at 1 with the first.
# Output seen: « 9 h 30<br>12 h » in a cell is « 9 h 3012 h », « 3<br>4 » is « 34 »; <ol start="4"> begins with « 1. ».
# One would have guessed: <br>, which Markdown's tables allow, or a space; here a town hall opens at 9 h 3012.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" \
  node-html-markdown@2.0.0 turndown@7.2.5 @truto/turndown-plugin-gfm@1.0.3 >/dev/null
cat > "$folder/cells.cjs" <<'JAVASCRIPT'
const assert = require("node:assert/strict");
const { NodeHtmlMarkdown } = require("node-html-markdown");
const { gfm } = require("@truto/turndown-plugin-gfm");
const Turndown = require("turndown");

const table =
  "<table><tr><th>Mairie</th><th>Agents</th></tr><tr><td>9 h 30<br>12 h</td><td>3<br>4</td></tr></table>";
const list = '<ol start="4"><li>Quatre</li></ol>';
const other = new Turndown();
other.use(gfm);
const said = [NodeHtmlMarkdown.translate(table), other.turndown(table), NodeHtmlMarkdown.translate(list)];
console.log(said.join("\n\n"));
const rows = (text) => text.trim().split("\n").at(-1).split("|").map((cell) => cell.trim());
assert.deepEqual(rows(said[0]), ["", "9 h 3012 h", "34", ""], "the behaviour has changed");
assert.deepEqual(rows(said[1]), ["", "9 h 30 12 h", "3 4", ""], "the behaviour has changed");
assert.match(NodeHtmlMarkdown.translate("<p>9 h 30<br>12 h</p>"), /^9 h 30 {2}\n12 h$/, "the behaviour has changed");
assert.equal(said[2].trim(), "1. Quatre", "the behaviour has changed");
JAVASCRIPT
node "$folder/cells.cjs"
