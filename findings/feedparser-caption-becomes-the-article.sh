#!/bin/sh
# feedparser 6.0.14 (PyPI), beside feedsmith 3.0.1 (npm), read on 2026-11-29.
# Behaviour: the <media:description> of a picture, its caption, is taken for a text of the item. Behind <description> it is
# `entry.content`, which readers show rather than the summary; before it, it is `entry.summary`, and the text moves into
# `entry.content`. A <media:title> is kept apart, as it is in feedsmith.
# Output seen: summary "Le texte." and content "La photo."; with the picture first summary "La photo." and content "Le texte."
# One would have guessed: the caption beside the picture, in `media_content`, and the text as it is without a picture.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check feedparser==6.0.14 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" feedsmith@3.0.1 >/dev/null
for order in text picture; do
  text='<description>Le texte.</description>'
  picture='<media:content url="https://example.org/a.jpg" medium="image"><media:title>Photo</media:title><media:description>La photo.</media:description></media:content>'
  [ "$order" = text ] && both="$text$picture" || both="$picture$text"
  cat > "$folder/$order.xml" <<XML
<?xml version="1.0"?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T</title><link>https://example.org/</link>
<description>D</description><item><title>Le titre</title>$both</item></channel></rss>
XML
done
cat > "$folder/read.py" <<'PYTHON'
import sys

import feedparser

for path in sys.argv[1:]:
    entry = feedparser.parse(path).entries[0]
    print(entry.title, entry.summary, entry.content[0].value, sep=" | ")
PYTHON
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import { readFileSync } from "node:fs";
import { parseFeed } from "feedsmith";
for (const path of process.argv.slice(2)) {
  const item = parseFeed(readFileSync(path, "utf8")).feed.items[0];
  console.log([item.title, item.description, item.media.contents[0].description.value].join(" | "));
}
JAVASCRIPT
python=$("$folder/venv/bin/python" "$folder/read.py" "$folder/text.xml" "$folder/picture.xml" | paste -sd /)
node=$(node "$folder/read.mjs" "$folder/text.xml" "$folder/picture.xml" | paste -sd /)
echo "$python // $node"
[ "$python" = "Le titre | Le texte. | La photo./Le titre | La photo. | Le texte." ] || { echo "the behaviour has changed" >&2; exit 1; }
[ "$node" = "Le titre | Le texte. | La photo./Le titre | Le texte. | La photo." ] || { echo "the behaviour has changed" >&2; exit 1; }
