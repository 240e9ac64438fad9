#!/bin/sh
# @extractus/feed-extractor 8.0.3 and react-native-rss-parser 1.5.1, beside rss-parser 3.13.0 (all npm), read on 2026-11-29.
# Behaviour: what they call `published` of an Atom entry is its <updated>, though a <published> stands beside it, which is nowhere in
# what they give. A comma that is mended in an article of last year makes it today's news.
# Output seen: published 2026-11-02 of both, for an entry published 2025-01-05 and updated 2026-11-02; rss-parser 2025-01-05.
# One would have guessed: 2025-01-05, <updated> being for entries that have no other date.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" \
  @extractus/feed-extractor@8.0.3 react-native-rss-parser@1.5.1 rss-parser@3.13.0 >/dev/null 2>&1
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import { extractFromXml } from "@extractus/feed-extractor";
import native from "react-native-rss-parser";
import RssParser from "rss-parser";

const text = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><id>urn:f</id><updated>2026-11-02T08:00:00Z</updated>
  <entry><title>A</title><id>urn:a</id><link href="https://example.org/a/"/>
  <published>2025-01-05T08:00:00Z</published><updated>2026-11-02T08:00:00Z</updated></entry></feed>`;
const [extracted] = extractFromXml(text).entries;
const [read] = (await native.parse(text)).items;
const [other] = (await new RssParser().parseString(text)).items;
const seen = [extracted.published, read.published, other.isoDate].map((date) => date.slice(0, 10));
const known = JSON.stringify([extracted, read]).includes("2025");
console.log(seen.join(" "), known);
if (seen.join(" ") !== "2026-11-02 2026-11-02 2025-01-05" || known) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/read.mjs"
