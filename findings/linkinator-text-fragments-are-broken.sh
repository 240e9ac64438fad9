#!/bin/sh
# linkinator 7.6.1 (npm), run with Node.js, read on 2026-11-30.
# Behaviour: with --check-fragments it takes a text fragment (`#:~:text=…`, what browsers copy as « link to the highlighted passage ») for the
# name of an element, finds none of that id, and calls the link broken; behind a name (`#bilan:~:text=…`) too. An id with accents is found.
# Output seen: of links to #bilan, #%C3%A9t%C3%A9, #absent, #:~:text=dotations and #bilan:~:text=dotations the last three are BROKEN.
# One would have guessed: #absent alone: the standard of URLs' fragments has browsers cut the directive off before they look for an id. A
# press review whose links show the passage fails its check, one line for each quotation.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" linkinator@7.6.1 >/dev/null
mkdir -p "$folder/site/rapport"
cat > "$folder/site/index.html" <<'HTML'
<!doctype html><html lang="fr"><title>Revue</title>
<a href="/rapport/#bilan">1</a> <a href="/rapport/#%C3%A9t%C3%A9">2</a> <a href="/rapport/#absent">3</a>
<a href="/rapport/#:~:text=dotations">4</a> <a href="/rapport/#bilan:~:text=dotations">5</a>
HTML
cat > "$folder/site/rapport/index.html" <<'HTML'
<!doctype html><html lang="fr"><title>Rapport</title>
<h2 id="bilan">Bilan</h2><p>Les dotations.</p><h2 id="été">Été</h2>
HTML
cd "$folder"
seen=$(node_modules/.bin/linkinator site --recurse --check-fragments --format json 2>/dev/null | node -e '
  const { links } = JSON.parse(require("fs").readFileSync(0, "utf8"));
  const broken = links.filter((link) => link.state === "BROKEN").map((link) => link.url.split("#")[1]);
  console.log([...new Set(broken)].sort().join(" "));') || true
echo "broken: $seen"
[ "$seen" = ":~:text=dotations absent bilan:~:text=dotations" ] || { echo "the behaviour has changed"; exit 1; }
