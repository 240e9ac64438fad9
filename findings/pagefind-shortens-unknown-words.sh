#!/bin/sh
# Pagefind 1.5.2 (pagefind-bin of PyPI; its module for browsers, run by Node), run on 2026-11-28.
# Behaviour: a word that stands on no page is shortened letter by letter until something begins or is like
# what is left, down to two letters; nothing in the answer tells that another word was looked for.
# Output seen: Enedis 1 (of a page that has « en »), semaineux 1 (« semaine »), zyx 0.
# One would have guessed: no result for Enedis, as for zyx; a reader is shown most of a French site instead.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pagefind-bin==1.5.2
mkdir "$folder/site"
cat >"$folder/site/index.html" <<'HTML'
<!doctype html><html lang="fr"><title>Permanence</title><main>On appelle en semaine le numéro vert.</main></html>
HTML
program=$("$folder/venv/bin/python" -c 'from pagefind_bin import get_executable; print(get_executable())')
"$program" --site "$folder/site" --output-path "$folder/index" --silent
mv "$folder/index/pagefind.js" "$folder/index/pagefind.mjs"
cat >"$folder/ask.mjs" <<'NODE'
import fs from "node:fs";
// What the module asks of a browser: the page's language, an address, and its own files.
const index = new URL("./index/", import.meta.url).pathname;
globalThis.document = { querySelector: () => ({ getAttribute: () => "fr" }), currentScript: null };
globalThis.window = { location: new URL("http://localhost/") };
globalThis.location = window.location;
globalThis.fetch = async (address) => new Response(fs.readFileSync(new URL(address, "file://").pathname));
const pagefind = await import(`${index}pagefind.mjs`);
await pagefind.options({ basePath: index });
const found = {};
for (const word of ["Enedis", "semaineux", "zyx"]) found[word] = (await pagefind.search(word)).results.length;
console.log(found);
if (found.Enedis !== 1 || found.zyx !== 0) throw new Error("the behaviour has changed");
NODE
node "$folder/ask.mjs"
