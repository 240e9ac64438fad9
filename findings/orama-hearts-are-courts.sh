#!/bin/sh
# @orama/orama 3.1.18, beside flexsearch 0.8.212 (npm), read on 2026-11-29.
# Behaviour: with language "french" œ becomes o: « cœur » is the word « cour », « sœur » is « sour », and neither is found by who types
# coeur, as most do. A name with a hyphen is one word: Saint-Étienne is not found by its second part.
# Output seen: cour finds "Action cœur de ville" and "La Cour des comptes", coeur nothing, étienne "L’école d’Étienne" alone; flexsearch:
# the Cour alone for cour, nothing for coeur, both for étienne.
# One would have guessed: oe for œ, as Unicode's and CLDR's transliterations of French have it, and é for é: so it does with accents.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" @orama/orama@3.1.18 flexsearch@0.8.212 >/dev/null 2>&1
cat > "$folder/search.mjs" <<'JAVASCRIPT'
import { create, insert, search } from "@orama/orama";
import flexsearch from "flexsearch";

const texts = ["Action cœur de ville", "La Cour des comptes", "Le maire de Saint-Étienne", "L’école d’Étienne"];
const orama = create({ schema: { text: "string" }, language: "french" });
const flex = new flexsearch.Index({ tokenize: "strict" });
for (const [at, text] of texts.entries()) {
  await insert(orama, { id: String(at), text });
  flex.add(at, text);
}
const seen = [];
for (const term of ["cour", "coeur", "étienne", "école"]) {
  const { hits } = await search(orama, { term });
  seen.push([term, hits.map((hit) => hit.id).sort().join(""), flex.search(term).sort().join("")].join(":"));
}
console.log(seen.join(" "));
if (seen.join(" ") !== "cour:01:1 coeur:: étienne:3:23 école:3:3") throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/search.mjs"
