#!/bin/sh
# defuddle 0.19.4 (npm, what Obsidian's clipper reads pages with), beside @mozilla/readability 0.6.0, read on 2026-11-29.
# Behaviour: in the text of an article the space before a colon, semicolon, exclamation or question mark is removed, no-break spaces
# too; those inside « » and before % become plain ones, where a line may end.
# Output seen: <p>Le maire: « Oui; non? » Bravo! 50 %</p> with spaces of the keyboard, for a sentence typed with these and for one
# typeset with no-break ones; readability leaves both as they are.
# One would have guessed: the text as it is written: French has a space before these signs, and the page says lang="fr".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" defuddle@0.19.4 @mozilla/readability@0.6.0 jsdom@26.1.0 >/dev/null 2>&1
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { JSDOM } from "jsdom";
const text = "Le conseil a voté le budget de la bibliothèque, puis celui de la salle des fêtes, sans débat. ".repeat(5);
async function read(sentence) {
  const page = `<!doctype html><html lang="fr"><title>Budget</title><body><main><article><h1>Budget</h1><p>${text}</p><p>${sentence}</p><p>${text}</p></article></main>`;
  const url = "https://example.org/budget/";
  const defuddled = (await Defuddle(new JSDOM(page, { url }), url)).content;
  const readable = new Readability(new JSDOM(page, { url }).window.document).parse().content;
  return [defuddled, readable].map((html) => /<p>(Le maire.*?)<\/p>/.exec(html)[1].replaceAll("&nbsp;", "\u00a0"));
}
const plain = "Le maire : « Oui ; non ? » Bravo ! 50 %";
const typeset = "Le maire\u00a0: «\u00a0Oui\u202f; non\u202f?\u00a0» Bravo\u202f! 50\u00a0%";
const [[first, kept], [second, keptToo]] = [await read(plain), await read(typeset)];
console.log([first, second].map((one) => JSON.stringify(one)).join(" "));
if (first !== "Le maire: « Oui; non? » Bravo! 50 %") throw new Error("the behaviour has changed");
if (second !== first) throw new Error("the behaviour has changed");
if (kept !== plain || keptToo !== typeset) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/read.mjs"
