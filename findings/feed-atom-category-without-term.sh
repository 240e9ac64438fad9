#!/bin/sh
# feed 6.0.0 (npm), its output read by feedparser 6.0.14 (PyPI), on 2026-11-29.
# Behaviour: a category that is given by its name, which is all that RSS and its documentation ask for, becomes in Atom a <category>
# with a label and no term: readers that look at terms have a keyword without a word. Neither compiler nor program says so.
# Output seen: <category label="Eau"/>; feedparser's term None; in RSS <category>Eau</category>, term "Eau".
# One would have guessed: the name as term too: RFC 4287 §4.2.2.1 demands a term and leaves the label to choice.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check feedparser==6.0.14 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" feed@6.0.0 >/dev/null
cat > "$folder/make.mjs" <<'JAVASCRIPT'
import { writeFileSync } from "node:fs";
import { Feed } from "feed";
const feed = new Feed({ title: "Actualités", id: "https://example.org/", link: "https://example.org/" });
feed.addItem({
  title: "Appel", id: "https://example.org/appel/", link: "https://example.org/appel/", date: new Date(Date.UTC(2026, 0, 1)),
  category: [{ name: "Eau" }],
});
writeFileSync(process.argv[2], feed.atom1());
writeFileSync(process.argv[3], feed.rss2());
JAVASCRIPT
node "$folder/make.mjs" "$folder/atom.xml" "$folder/rss.xml"
cat > "$folder/read.py" <<'PYTHON'
import re
import sys

import feedparser

atom, rss = (open(name, encoding="utf-8").read() for name in sys.argv[1:])
(written,) = re.findall("<category[^>]*>", atom)
terms = [feedparser.parse(text).entries[0].tags[0].term for text in (atom, rss)]
print(written, terms)
assert written == '<category label="Eau"/>' and terms == [None, "Eau"], "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/read.py" "$folder/atom.xml" "$folder/rss.xml"
