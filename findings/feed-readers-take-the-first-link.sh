#!/bin/sh
# rss-parser 3.13.0 and @extractus/feed-extractor 8.0.3, beside feedparser 2.6.0 (all npm), read on 2026-11-29.
# Behaviour: of an Atom entry with several links, feed-extractor takes the first one whatever its rel, so that the title of an
# article leads to the PDF enclosed or to the site that it refers to; rss-parser does so unless the page's own link has
# rel="alternate" spelled out. A link without rel is one to them that means nothing.
# Output seen: of an enclosure before <link href>: both 1.pdf; before <link rel="alternate">: feed-extractor 1.pdf, rss-parser /1;
# of rel="via" before <link href>: both the other site; feedparser /1 of all.
# One would have guessed: /1 of all: without rel a link is "alternate" (RFC 4287 §4.2.7.2), and their order means nothing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" rss-parser@3.13.0 @extractus/feed-extractor@8.0.3 feedparser@2.6.0 >/dev/null 2>&1
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import { once } from "node:events";
import { extractFromXml } from "@extractus/feed-extractor";
import FeedParser from "feedparser";
import RssParser from "rss-parser";

async function shown(links) {
  const text = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><id>urn:f</id><updated>2026-01-01T00:00:00Z</updated>
    <entry><title>A</title><id>urn:a</id><updated>2026-01-01T00:00:00Z</updated>${links}</entry></feed>`;
  const parser = new FeedParser({});
  parser.end(text);
  await once(parser, "readable");
  const found = [extractFromXml(text).entries[0].link, (await new RssParser().parseString(text)).items[0].link, parser.read().link];
  return found.map((link) => link.replace("https://example.org", "")).join(" ");
}
const pdf = '<link rel="enclosure" type="application/pdf" href="https://example.org/1.pdf"/>';
const via = '<link rel="via" href="https://autre.example/"/>';
const bare = '<link href="https://example.org/1"/>';
const alternate = '<link rel="alternate" href="https://example.org/1"/>';
const seen = await Promise.all([pdf + bare, pdf + alternate, via + bare, bare + pdf].map(shown));
console.log(seen.join(" | "));
const expected = ["/1.pdf /1.pdf /1", "/1.pdf /1 /1", "https://autre.example/ https://autre.example/ /1", "/1 /1 /1"];
if (JSON.stringify(seen) !== JSON.stringify(expected)) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/read.mjs"
