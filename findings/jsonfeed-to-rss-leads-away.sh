#!/bin/sh
# jsonfeed-to-rss 3.0.8, beside jsonfeed-to-atom 1.2.5 by the same author (npm), read on 2026-12-01.
# Behaviour: of an article that has an `external_url`, the page that it speaks of, the link of the item is that page, and its own `url` is
# nowhere in the RSS. Its `summary` is left out for its whole text without tags, where the end of one block touches the next.
# Output seen: link https://b.example/loi/, nothing of https://a.example/avis/, description "Premier point.Salle 12Rennes"; the Atom of the
# other has the article's page as "related" and the summary as summary.
# One would have guessed: https://a.example/avis/ and "En deux mots."; an opinion on a law sends its readers to the law.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && npm install --silent --no-audit --no-fund jsonfeed-to-rss@3.0.8 jsonfeed-to-atom@1.2.5 >/dev/null)
cat > "$folder/show.cjs" <<'JS'
const feed = {
  version: "https://jsonfeed.org/version/1",
  title: "Hub",
  home_page_url: "https://a.example/",
  feed_url: "https://a.example/feed.json",
  items: [{
    id: "avis",
    url: "https://a.example/avis/",
    external_url: "https://b.example/loi/",
    title: "Avis",
    summary: "En deux mots.",
    content_html: "<p>Premier point.</p><ul><li>Salle 12</li><li>Rennes</li></ul>",
    date_published: "2026-07-14T10:00:00+02:00",
  }],
};
const rss = require("jsonfeed-to-rss")(feed).split("<item>")[1];
const atom = require("jsonfeed-to-atom")(feed).split("<entry>")[1];
const found = (text, pattern) => text.match(pattern)?.[0] ?? "none";
console.log(found(rss, /<link>.*<\/link>/));
console.log(found(rss, /<description>.*<\/description>/));
console.log("own page in RSS:", rss.includes("https://a.example/avis/"));
console.log(found(atom, /<link rel="related".*>/), found(atom, /<summary>.*<\/summary>/));
JS
seen=$(node "$folder/show.cjs")
echo "$seen"
expected='<link>https://b.example/loi/</link>
<description>Premier point.Salle 12Rennes</description>
own page in RSS: false
<link rel="related" href="https://a.example/avis/"/> <summary>En deux mots.</summary>'
[ "$seen" = "$expected" ] || { echo "the behaviour has changed"; exit 1; }
