#!/bin/sh
# rss-parser 3.13.0 (npm), beside feedsmith 3.0.1, read on 2026-11-29.
# Behaviour: of an Atom entry whose text is of type="xhtml", the words of a paragraph come first and its elements
# after them, so that emphasis and links leave the places where they stood; `contentSnippet` is made of that.
# Output seen: rss-parser "<p>Le vote est , dit la  reporté<b>non</b><i>maire</i></p>"; feedsmith has the text as it was.
# One would have guessed: the markup as it stands in the feed (RFC 4287 §3.1.1.3), as it is kept for type="html";
# here a reader is shown other words than those that were published.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" rss-parser@3.13.0 feedsmith@3.0.1 >/dev/null
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import Parser from "rss-parser";
import { parseFeed } from "feedsmith";
const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:example.org,2027:feed</id><title>Notes</title>
<updated>2027-01-01T00:00:00Z</updated><author><name>Anne</name></author>
<entry><id>tag:example.org,2027:a</id><title>A</title><updated>2027-01-01T00:00:00Z</updated>
<link href="https://example.org/a/"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"
><p>Le vote est <b>non</b>, dit la <i>maire</i> reporté</p></div></content></entry></feed>`;
const [entry] = (await new Parser().parseString(feed)).items;
const moved = /<p>.*<\/p>/.exec(entry.content)[0];
const kept = parseFeed(feed).feed.entries[0].content.value;
console.log("rss-parser:", moved, "|", entry.contentSnippet, "\nfeedsmith:", kept);
if (moved !== "<p>Le vote est , dit la  reporté<b>non</b><i>maire</i></p>") throw new Error("the behaviour has changed");
if (!kept.includes("<p>Le vote est <b>non</b>, dit la <i>maire</i> reporté</p>")) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/read.mjs"
