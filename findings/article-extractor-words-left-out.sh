#!/bin/sh
# @extractus/article-extractor 9.0.1 (npm), read on 2026-11-29.
# Behaviour: of elements that are not on its list, the words go with the tags: what is quoted with <q>, inserted with <ins>, marked
# with <mark>, named with <cite> or <dfn>, an <address>, and each <dt> of a list whose <dd> stays. <abbr>, <small> and <b> are kept.
# Output seen: "Elle a dit , puis , dans , sur la ."; a list of Rennes and 5 euros that no longer says of what.
# One would have guessed: the words without their tags, as a browser shows those of an element that it does not know.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" @extractus/article-extractor@9.0.1 >/dev/null 2>&1
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import { extractFromHtml } from "@extractus/article-extractor";
const text = "Le conseil a voté le budget de la bibliothèque, puis celui de la salle des fêtes, sans débat. ".repeat(5);
const sentence = "Elle a dit <q>non</q>, puis <ins>oui</ins>, dans <cite>Le Journal</cite>, sur la <dfn>régie</dfn>.";
const page = `<!doctype html><html lang="fr"><head><title>Budget</title></head><body><main><article><h1>Budget</h1><p>${sentence}</p><p>${text}</p>
  <dl><dt>Lieu</dt><dd>Rennes</dd><dt>Prix</dt><dd>5 euros</dd></dl><p>Le <mark>PLU</mark>, le <abbr>SCoT</abbr> et <small>le reste</small>.</p>
  <address>12 rue Haute</address><p>${text}</p></article></main>`;
const { content } = await extractFromHtml(page, "https://example.org/budget/");
const words = content.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
const seen = [/Elle a dit.*?\./.exec(words)[0].replace(/ (?=[,.])/g, ""), ["Rennes", "5 euros", "SCoT", "le reste"].every((word) => words.includes(word))];
const lost = ["non", "oui", "Le Journal", "régie", "Lieu", "Prix", "PLU", "12 rue Haute"].filter((word) => !words.includes(word));
console.log(seen.join(" | "), lost.join());
if (seen[0] !== "Elle a dit, puis, dans, sur la." || !seen[1] || lost.length !== 8) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/read.mjs"
