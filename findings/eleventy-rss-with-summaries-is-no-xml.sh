#!/bin/sh
# @11ty/eleventy-plugin-rss 3.0.0 with @11ty/eleventy 3.1.8 (npm), its output read by CPython's xml.etree and feedparser 6.0.14, on 2026-12-01.
# Behaviour: the feed of type "rss" that the plugin makes by itself puts the text of an article with a `summary` in its front matter under
# <content:encoded>, and nowhere says what content: is. No parser of XML reads the feed any further; without a summary, it is read.
# Output seen: "unbound prefix" for the feed; feedparser, which can do without XML, calls it bozo. The build of Eleventy succeeds.
# One would have guessed: xmlns:content beside xmlns:dc and xmlns:atom, which are there; one summary among a hundred articles ends the feed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check feedparser==6.0.14 2>/dev/null
(cd "$folder" && npm install --silent --no-audit --no-fund @11ty/eleventy@3.1.8 @11ty/eleventy-plugin-rss@3.0.0 >/dev/null)
for kind in with without; do
  mkdir -p "$folder/$kind/posts"
  ln -s ../node_modules "$folder/$kind/node_modules"
  cat > "$folder/$kind/eleventy.config.mjs" <<'JS'
import { feedPlugin } from "@11ty/eleventy-plugin-rss";
export default (config) => {
  config.addPlugin(feedPlugin, {
    type: "rss",
    outputPath: "/rss.xml",
    collection: { name: "posts", limit: 0 },
    metadata: { language: "fr", title: "Hub", subtitle: "Communiqués", base: "https://a.example/", author: { name: "Hub" } },
  });
};
JS
  printf '%s\n' --- 'title: Dotations' 'summary: Un courrier.' 'tags: posts' 'date: 2026-07-14' --- 'Le texte.' > "$folder/$kind/posts/dotations.md"
done
sed -i '/^summary/d' "$folder/without/posts/dotations.md"
cat > "$folder/read.py" <<'PYTHON'
import sys
from pathlib import Path
from xml.etree import ElementTree

import feedparser

feed = (Path(sys.argv[1]) / "_site/rss.xml").read_bytes()
try:
    ElementTree.fromstring(feed)
    read = "read"
except ElementTree.ParseError as error:
    read = str(error).split(":")[0]
print(sys.argv[1], read, int(feedparser.parse(feed).bozo))
PYTHON
seen=$(cd "$folder" && for kind in with without; do
  (cd $kind && node ../node_modules/@11ty/eleventy/cmd.cjs --quiet >/dev/null)
  venv/bin/python read.py $kind
done)
echo "$seen"
[ "$seen" = "with unbound prefix 1
without read 0" ] || { echo "the behaviour has changed"; exit 1; }
