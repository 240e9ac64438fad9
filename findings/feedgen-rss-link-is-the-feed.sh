#!/bin/sh
# feedgen 1.0.0 (PyPI), read on 2026-11-29.
# Behaviour: the <link> of an RSS channel, the site that it is of, is the last link that was given without regard to its rel. Whoever
# gives the site first and the feed's own address after it, as the documentation does, sends readers from the feed to the feed.
# Output seen: <link> /rss.xml for alternate, self; / for self, alternate; in Atom both links are right in either order.
# One would have guessed: the alternate in both orders, as rel is what tells one link from the other.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check feedgen==1.0.0 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from feedgen.feed import FeedGenerator
from lxml import etree

LINKS = {"alternate": "https://example.org/", "self": "https://example.org/rss.xml"}
ATOM = "{http://www.w3.org/2005/Atom}"


def made(rels):
    feed = FeedGenerator()
    feed.id(LINKS["alternate"])
    feed.title("Actualités")
    feed.description("Ce que la fédération publie")
    for rel in rels:
        feed.link(href=LINKS[rel], rel=rel)
    atom = etree.fromstring(feed.atom_str())
    return (
        etree.fromstring(feed.rss_str()).findtext("channel/link"),
        {link.get("rel"): link.get("href") for link in atom.findall(f"{ATOM}link")},
    )


first, last = made(["alternate", "self"]), made(["self", "alternate"])
print(first[0], last[0])
assert (first[0], last[0]) == (LINKS["self"], LINKS["alternate"]), "the behaviour has changed"
assert first[1] == last[1] == LINKS, "the behaviour has changed"
PYTHON
