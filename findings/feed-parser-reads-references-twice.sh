#!/bin/sh
# @rowanmanning/feed-parser 2.1.5, beside feedsmith 3.0.1 (npm), read on 2026-11-29.
# Behaviour: the HTML of an article is unescaped once more after XML has been: a reference that HTML needs becomes the sign that it
# stands for. "R&amp;D" is "R&D", a tag that an article is about becomes a tag, and what was between "<" and ">" is not shown.
# Output seen: <p>La balise <p> de R&D, si 3 < 5 et 7 > 6</p>, in RSS and Atom; feedsmith has each reference as it was written.
# One would have guessed: the article as it was written, since it is `content`, with the rest of its markup in place.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" @rowanmanning/feed-parser@2.1.5 feedsmith@3.0.1 >/dev/null
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import rowan from "@rowanmanning/feed-parser";
import { parseFeed } from "feedsmith";

const html = "<p>La balise &lt;p&gt; de R&amp;D, si 3 &lt; 5 et 7 &gt; 6</p>";
const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
  <title>F</title><link>https://example.org/</link><description>d</description>
  <item><title>A</title><content:encoded><![CDATA[${html}]]></content:encoded></item></channel></rss>`;
const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><id>urn:f</id><updated>2026-01-01T00:00:00Z</updated>
  <entry><title>A</title><id>urn:a</id><updated>2026-01-01T00:00:00Z</updated><content type="html"><![CDATA[${html}]]></content></entry></feed>`;
const [inRss, inAtom] = [rss, atom].map((text) => rowan.parseFeed(text).items[0].content);
const others = [parseFeed(rss).feed.items[0].content.encoded, parseFeed(atom).feed.entries[0].content.value];
console.log(inRss, inAtom, others[0]);
const wrong = "<p>La balise <p> de R&D, si 3 < 5 et 7 > 6</p>";
if (inRss !== wrong || inAtom !== wrong || others.some((one) => one !== html)) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/read.mjs"
