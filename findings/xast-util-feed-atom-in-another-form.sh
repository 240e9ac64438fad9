#!/bin/sh
# xast-util-feed 2.0.0 with xast-util-to-xml 4.0.0 (npm), its output read by feedsmith 3.0.1 (npm), on 2026-11-29.
# Behaviour: in Atom, the feed tells its last change as RSS does and its page as the text of a <link> without href, as RSS does too;
# a reader that goes by Atom finds no address of the site. The entries have both as Atom wants them.
# Output seen: <updated>Sun, 29 Nov 2026 18:02:51 GMT</updated>, <link>https://example.org/</link>; links of the feed: 0; <updated> of
# the entry 2026-01-01T08:00:00.000Z.
# One would have guessed: 2026-…Z and <link href>: RFC 4287 §3.3 knows no other form of dates, and §4.2.7.1 demands href.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" xast-util-feed@2.0.0 xast-util-to-xml@4.0.0 feedsmith@3.0.1 >/dev/null
cat > "$folder/make.mjs" <<'JAVASCRIPT'
import { parseFeed } from "feedsmith";
import { atom } from "xast-util-feed";
import { toXml } from "xast-util-to-xml";
const entry = { title: "Appel", url: "https://example.org/appel/", author: "Anne", modified: new Date(Date.UTC(2026, 0, 1, 8)) };
const text = toXml(atom({ title: "Actualités", url: "https://example.org/" }, [entry]));
const [feedChange, entryChange] = [...text.matchAll(/<updated>([^<]*)</g)].map((one) => one[1]);
const [page] = /<link>[^<]*<\/link>/.exec(text) ?? [];
const links = (parseFeed(text).feed.links ?? []).filter((link) => link.href).length;
console.log(feedChange, page, links, entryChange);
if (!/^\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT$/.test(feedChange)) throw new Error("the behaviour has changed");
if (page !== "<link>https://example.org/</link>" || links) throw new Error("the behaviour has changed");
if (entryChange !== "2026-01-01T08:00:00.000Z") throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/make.mjs"
