#!/bin/sh
# @11ty/eleventy-plugin-rss 3.0.0 with @11ty/eleventy 3.1.8 (npm), read on 2026-12-01.
# Behaviour: in the feed of type "json" that the plugin makes by itself, titles and names are escaped as in HTML, where JSON Feed wants plain
# text: an apostrophe of the keyboard, a quotation mark and an ampersand are references, which a reader shows as they stand.
# Output seen: "L&#39;eau &amp; l&#39;air" as title, "L&#39;Agence" as author; the text of the article, content_html, is right.
# One would have guessed: "L'eau & l'air", as the article is written by the same template through JSON; most French titles have an apostrophe.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && npm install --silent --no-audit --no-fund @11ty/eleventy@3.1.8 @11ty/eleventy-plugin-rss@3.0.0 >/dev/null)
cat > "$folder/eleventy.config.mjs" <<'JS'
import { feedPlugin } from "@11ty/eleventy-plugin-rss";
export default (config) => {
  config.addPlugin(feedPlugin, {
    type: "json",
    outputPath: "/feed.json",
    collection: { name: "posts", limit: 0 },
    metadata: { language: "fr", title: "Hub", subtitle: "Communiqués", base: "https://a.example/", author: { name: "L'Agence" } },
  });
};
JS
mkdir "$folder/posts"
printf '%s\n' --- "title: L'eau & l'air" 'tags: posts' 'date: 2026-07-14' --- "L'eau & l'air." > "$folder/posts/eau.md"
cat > "$folder/show.cjs" <<'JS'
const feed = JSON.parse(require("fs").readFileSync(`${__dirname}/_site/feed.json`, "utf8"));
console.log(`${feed.authors[0].name}\n${feed.items[0].title}\n${feed.items[0].content_html.trim()}`);
JS
(cd "$folder" && node node_modules/@11ty/eleventy/cmd.cjs --quiet >/dev/null)
seen=$(node "$folder/show.cjs")
echo "$seen"
expected='L&#39;Agence
L&#39;eau &amp; l&#39;air
<p>L'"'"'eau &amp; l'"'"'air.</p>'
[ "$seen" = "$expected" ] || { echo "the behaviour has changed"; exit 1; }
