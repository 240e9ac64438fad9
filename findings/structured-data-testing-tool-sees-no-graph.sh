#!/bin/sh
# structured-data-testing-tool 4.5.0 (npm), read on 2026-12-01.
# Behaviour: of JSON-LD, only what stands at the top with one type is seen. The parts of an @graph, which is how WordPress's plugins and
# others put several things on a page, are there for none of its tests; a thing of two types has one type with a comma in its name.
# Output seen: NewsArticle passes alone; in an @graph no schema is found and the test for it fails; beside Report, the schema found is
# "NewsArticle,Report" and the test for NewsArticle fails.
# One would have guessed: found each time, as schema.org's own validator does; a check that goes red sends people to mend what is right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && npm install --silent --no-audit --no-fund structured-data-testing-tool@4.5.0 >/dev/null)
cat > "$folder/show.cjs" <<'JS'
const { structuredDataTestHtml } = require("structured-data-testing-tool");
const context = { "@context": "https://schema.org" };
const article = { "@type": "NewsArticle", headline: "Dotations" };
const pages = {
  alone: { ...context, ...article },
  graph: { ...context, "@graph": [article] },
  types: { ...context, ...article, "@type": ["NewsArticle", "Report"] },
};
(async () => {
  for (const [name, data] of Object.entries(pages)) {
    const html = `<html lang="fr"><body><script type="application/ld+json">${JSON.stringify(data)}</script></body></html>`;
    const result = await structuredDataTestHtml(html, { schemas: ["NewsArticle"] }).catch((error) => error.res);
    console.log(name, JSON.stringify(result.schemas), "passed", result.passed.length, "failed", result.failed.length);
  }
})();
JS
seen=$(node "$folder/show.cjs")
echo "$seen"
expected='alone ["NewsArticle"] passed 1 failed 0
graph [] passed 0 failed 1
types ["NewsArticle,Report"] passed 0 failed 2'
[ "$seen" = "$expected" ] || { echo "the behaviour has changed"; exit 1; }
