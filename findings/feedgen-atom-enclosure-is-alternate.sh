#!/bin/sh
# feedgen 1.0.0 (PyPI), read on 2026-11-29.
# Behaviour: entry.enclosure(url, length, type) becomes an enclosure in RSS; in Atom it becomes a link with
# neither rel nor type nor length. RFC 4287 §4.2.7.2 reads a link without rel as "alternate": a second
# address of the article itself.
# Output seen: RSS has url, length and type; Atom has two bare links, of the page and of the PDF, alike.
# One would have guessed: rel="enclosure" with the type and length that were given.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check feedgen==1.0.0 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from feedgen.feed import FeedGenerator
from lxml import etree

feed = FeedGenerator()
feed.id("https://example.org/")
feed.title("Actualités")
feed.description("Ce que la fédération publie")
feed.link(href="https://example.org/")
entry = feed.add_entry()
entry.id("https://example.org/rapport/")
entry.title("Rapport annuel")
entry.updated("2026-01-01T00:00:00Z")
entry.link(href="https://example.org/rapport/")
entry.enclosure("https://example.org/rapport.pdf", 12, "application/pdf")

atom = etree.fromstring(feed.atom_str())
links = [dict(link.attrib) for link in atom.iterfind("{*}entry/{*}link")]
(enclosure,) = etree.fromstring(feed.rss_str()).iterfind(".//enclosure")
print("Atom:", links, "RSS:", dict(enclosure.attrib))
assert links == [{"href": "https://example.org/rapport/"}, {"href": "https://example.org/rapport.pdf"}], "the behaviour has changed"
assert enclosure.get("type") == "application/pdf" and enclosure.get("length") == "12"
PYTHON
