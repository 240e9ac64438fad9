#!/bin/sh
# feed 6.0.0 (npm, the usual maker of feeds for JavaScript sites), read on 2026-11-29.
# Behaviour: an item's enclosure given as { url: ".pdf", type: "application/pdf" } keeps its type in RSS; in
# Atom the first half of the type is replaced, and the file is announced as image/pdf.
# Output seen: RSS application/pdf, Atom image/pdf.
# One would have guessed: the type that was given, in both formats.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" feed@6.0.0 >/dev/null
cat > "$folder/make.mjs" <<'JAVASCRIPT'
import { Feed } from "feed";
const feed = new Feed({ title: "Actualités", id: "https://example.org/", link: "https://example.org/" });
feed.addItem({
  title: "Rapport annuel", id: "https://example.org/rapport/", link: "https://example.org/rapport/",
  date: new Date(Date.UTC(2026, 0, 1)), content: "<p>Le rapport.</p>",
  enclosure: { url: "https://example.org/rapport.pdf", type: "application/pdf", length: 12 },
});
const types = [feed.rss2(), feed.atom1()].map((text) => /type="([a-z]+\/pdf)"/.exec(text)[1]);
console.log(types.join(" "));
if (types.join(" ") !== "application/pdf image/pdf") throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/make.mjs"
