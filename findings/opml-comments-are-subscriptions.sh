#!/bin/sh
# listparser 0.20 (PyPI), node-opml-parser 1.0.0 and opmlparser 0.8.0 (npm), read on 2026-11-29.
# Behaviour: a subscription that is commented out, with isComment="true", is a subscription like any other to all three, and so are
# those inside a group that is; listparser also takes the link to a web page for a list of more feeds.
# Output seen: three feeds each, eau, ancien and parti, where one is left; listparser's lists: https://example.org/aide.html.
# One would have guessed: eau alone: OPML 2.0 says of isComment that the outline is commented, and the outlines below with it; and
# of type="link" that an address which does not end with .opml is a page for a browser.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check listparser==0.20 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" node-opml-parser@1.0.0 opmlparser@0.8.0 >/dev/null 2>&1
cat > "$folder/list.opml" <<'XML'
<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0"><head><title>Abonnements</title></head><body>
<outline text="Eau" type="rss" xmlUrl="https://example.org/eau.xml"/>
<outline text="Ancien" type="rss" isComment="true" xmlUrl="https://example.org/ancien.xml"/>
<outline text="Partis" isComment="true"><outline text="Parti" type="rss" xmlUrl="https://example.org/parti.xml"/></outline>
<outline text="Aide" type="link" url="https://example.org/aide.html"/>
</body></opml>
XML
cat > "$folder/read.cjs" <<'JAVASCRIPT'
const text = require("node:fs").readFileSync(process.argv[2], "utf8");
const name = (url) => url.replace(/.*\/(.*)\.xml/, "$1");
require("node-opml-parser")(text, (error, feeds) => {
  if (error) throw error;
  console.log(feeds.map((feed) => name(feed.feedUrl)).sort().join(" "));
  const found = [];
  const parser = new (require("opmlparser"))();
  parser.on("readable", function () {
    for (let one = this.read(); one; one = this.read()) if (one["#type"] === "feed") found.push(name(one.xmlurl));
  });
  parser.on("end", () => console.log(found.sort().join(" ")));
  parser.end(text);
});
JAVASCRIPT
cat > "$folder/read.py" <<'PYTHON'
import pathlib
import subprocess
import sys

import listparser

program, path = sys.argv[1:]
read = listparser.parse(pathlib.Path(path).read_text("utf-8"))
feeds = " ".join(sorted(pathlib.PurePath(feed.url).stem for feed in read.feeds))
lists = [one.url for one in read.lists]
others = subprocess.run(["node", program, path], capture_output=True, text=True, check=True).stdout.splitlines()
print(feeds, lists, others)
assert [feeds, *others] == ["ancien eau parti"] * 3, "the behaviour has changed"
assert lists == ["https://example.org/aide.html"], "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/read.py" "$folder/read.cjs" "$folder/list.opml"
