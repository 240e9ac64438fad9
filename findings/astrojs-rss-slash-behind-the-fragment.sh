#!/bin/sh
# @astrojs/rss 4.0.19 (npm), read on 2026-11-29.
# Behaviour: the slash that addresses get at their end (`trailingSlash`, which is on unless one says otherwise) is put behind the
# query and behind the fragment: another query, and a place on the page that does not exist. <comments> gets it too.
# Output seen: /agenda?mois=3/, /appel/#contact/; comments /appel/#avis/; with trailingSlash: false neither has one.
# One would have guessed: /agenda/?mois=3 and /appel/#contact, as the slash is the path's, or the addresses as they were given.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" @astrojs/rss@4.0.19 >/dev/null
cat > "$folder/make.mjs" <<'JAVASCRIPT'
import { getRssString } from "@astrojs/rss";
const pubDate = new Date(Date.UTC(2026, 0, 1));
const items = [
  { title: "Agenda", link: "/agenda?mois=3", pubDate },
  { title: "Appel", link: "/appel/#contact", commentsUrl: "/appel/#avis", pubDate },
];
const feed = { title: "Actualités", description: "Tout", site: "https://example.org", items };
const links = async (more) => [...(await getRssString({ ...feed, ...more })).matchAll(/<(?:link|comments)>https:\/\/example.org([^<]*)/g)].map((one) => one[1]);
const seen = await links({});
const without = await links({ trailingSlash: false });
console.log(seen.join(" "), "|", without.join(" "));
if (seen.join(" ") !== "/ /agenda?mois=3/ /appel/#contact/ /appel/#avis/") throw new Error("the behaviour has changed");
if (without.slice(1).join(" ") !== "/agenda?mois=3 /appel/#contact /appel/#avis") throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/make.mjs"
