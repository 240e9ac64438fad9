#!/bin/sh
# opmltojs 0.4.14 (npm, by the author of the format), beside opml-generator 1.1.1; read by saxes 6.0.0 (npm), on 2026-11-29.
# Behaviour: opmlify escapes what an outline says and leaves what the head says as it is: a list of subscriptions with a "&" in its
# title is no XML, and no program reads it.
# Output seen: <title>Eau & énergie</title> and text="Eau &amp; énergie"; saxes: disallowed character; opml-generator's is read.
# One would have guessed: the title escaped as the outlines are.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" opmltojs@0.4.14 opml-generator@1.1.1 saxes@6.0.0 >/dev/null
cat > "$folder/make.cjs" <<'JAVASCRIPT'
const { SaxesParser } = require("saxes");
const title = "Eau & énergie";
const outline = { text: title, type: "rss", xmlUrl: "https://example.org/feed.xml" };
const written = require("opmltojs").opmlify({ opml: { head: { title }, body: { subs: [outline] } } });
const other = require("opml-generator")({ title }, [outline]);
function wellFormed(text) {
  const parser = new SaxesParser();
  let sound = true;
  parser.on("error", () => (sound = false));
  parser.write(text).close();
  return sound;
}
const seen = [/<title>.*<\/title>/.exec(written)[0], /text="[^"]*"/.exec(written)[0], wellFormed(written), wellFormed(other)];
console.log(seen.join(" | "));
const expected = ["<title>Eau & énergie</title>", 'text="Eau &amp; énergie"', false, true];
if (JSON.stringify(seen) !== JSON.stringify(expected)) throw new Error("the behaviour has changed");
JAVASCRIPT
node "$folder/make.cjs"
