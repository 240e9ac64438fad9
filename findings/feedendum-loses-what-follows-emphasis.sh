#!/bin/sh
# feedendum 0.4.0 (PyPI), beside feedsmith 3.0.1 (npm), read on 2026-12-01.
# Behaviour: of an Atom entry whose text is of type="xhtml", the words behind an element inside a sentence are lost, and so are the spaces
# around it, when the feed is read and written again. And a PDF that RSS encloses is an element in Atom that Atom does not have.
# Output seen: "<p>Le vote est <b>reporté</b>, dit le maire.</p>" is "<p>Le vote est<b>reporté</b></p>"; of an item of RSS with a PDF and an
# address, feedsmith finds the one link of the page in the Atom of feedendum.
# One would have guessed: the same text, and a link with rel="enclosure"; a sentence that ends early still reads like one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check feedendum==0.4.0 2>/dev/null
(cd "$folder" && npm install --silent --no-audit --no-fund feedsmith@3.0.1 >/dev/null)
cat > "$folder/write.py" <<'PYTHON'
import re
import sys
from pathlib import Path

import feedendum

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Hub</title><id>https://a.example/</id><updated>2026-07-14T10:00:00Z</updated>
<entry><title>Vote</title><id>https://a.example/vote/</id><updated>2026-07-14T10:00:00Z</updated><link href="https://a.example/vote/"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Le vote est <b>reporté</b>, dit le maire.</p></div></content>
</entry></feed>"""
RSS = """<rss version="2.0"><channel><title>Hub</title><link>https://a.example/</link><description>Hub</description>
<item><title>Vote</title><link>https://a.example/vote/</link><guid>https://a.example/vote/</guid><pubDate>Tue, 14 Jul 2026 10:00:00 GMT</pubDate>
<enclosure url="https://a.example/vote.pdf" length="3" type="application/pdf"/></item></channel></rss>"""
again = feedendum.to_atom_string(feedendum.from_atom_text(ATOM))
print(re.search("<html:p>.*</html:p>", again)[0].replace("html:", ""))
Path(sys.argv[1]).write_text(feedendum.to_atom_string(feedendum.from_rss_text(RSS)), encoding="utf-8")
PYTHON
cat > "$folder/show.mjs" <<'JS'
import { readFileSync } from "node:fs";
import { parseFeed } from "feedsmith";
const { feed } = parseFeed(readFileSync(process.argv[2], "utf8"));
console.log(JSON.stringify(feed.entries[0].links));
JS
seen=$("$folder/venv/bin/python" "$folder/write.py" "$folder/atom.xml" && node "$folder/show.mjs" "$folder/atom.xml")
echo "$seen"
expected='<p>Le vote est<b>reporté</b></p>
[{"href":"https://a.example/vote/"}]'
[ "$seen" = "$expected" ] || { echo "the behaviour has changed"; exit 1; }
