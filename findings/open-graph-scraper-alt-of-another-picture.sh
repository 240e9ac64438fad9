#!/bin/sh
# open-graph-scraper 6.12.0 (npm), read on 2026-11-30.
# Behaviour: what a page says of its pictures is dealt out by count, the first size and the first words to the first picture, wherever
# they stand: a picture is described with the words of another one. Of several authors, keywords or languages the last is kept.
# Output seen: of a logo without words and a photograph with words and size behind it, the logo has both and the photograph nothing;
# "Bo" of Anne and Bo; "en_GB" of two other languages.
# One would have guessed: words and size at the picture behind which they stand, as the protocol has it ("Structured Properties",
# "Arrays"), and lists of what may stand several times, as pictures are.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" open-graph-scraper@6.12.0 >/dev/null
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import read from "open-graph-scraper";

const SAID = [
  ["og:title", "Le forum"],
  ["og:image", "https://example.org/logo.png"],
  ["og:image", "https://example.org/salle.jpg"],
  ["og:image:alt", "La salle"],
  ["og:image:width", "1200"],
  ["article:author", "Anne"],
  ["article:author", "Bo"],
  ["og:locale:alternate", "br_FR"],
  ["og:locale:alternate", "en_GB"],
];
const metas = SAID.map(([property, content]) => `<meta property="${property}" content="${content}">`).join("");
const { result } = await read({ html: `<!doctype html><html lang="fr"><head><title>Le forum</title>${metas}</head></html>` });
const pictures = result.ogImage.map(({ url, alt, width }) => [url.split("/").pop(), alt ?? null, width ?? null]);
const seen = JSON.stringify([pictures, result.articleAuthor, result.ogLocaleAlternate]);
console.log(seen);
if (seen !== JSON.stringify([[["logo.png", "La salle", "1200"], ["salle.jpg", null, null]], "Bo", "en_GB"]))
  throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/read.mjs"
