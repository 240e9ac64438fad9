#!/bin/sh
# fastfeedparser 0.6.5, beside feedparser 6.0.14 whose place it takes, and atoma 0.0.17 (PyPI), read on 2026-11-30.
# Behaviour: Atom says of each title whether it is text or HTML, and fastfeedparser gives what stands there with "text/plain" beside
# it for either, so that nobody can tell one from the other. Addresses that are relative stay so, and no base is told for an entry.
# Output seen: for <title type="html">Eau &amp;amp; air</title>, "Eau &amp; air" of "text/plain"; feedparser says "text/html" and atoma
# "html". The article is at "a/", feedparser's at https://example.org/a/ by the feed's xml:base.
# One would have guessed: "text/html" (RFC 4287 §3.1.1), since title_detail is there to say it; here a page shows "&amp;" to readers.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check fastfeedparser==0.6.5 feedparser==6.0.14 atoma==0.0.17 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import atoma
import fastfeedparser
import feedparser

FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/">
<id>tag:example.org,2026:feed</id><title type="html">Eau &amp;amp; air</title><updated>2026-03-14T10:00:00Z</updated>
<author><name>Anne</name></author><link href="."/>
<entry><id>tag:example.org,2026:a</id><title>A</title><updated>2026-03-14T10:00:00Z</updated>
<link href="a/"/><summary>Un mot.</summary></entry></feed>"""
PLAIN = FEED.replace('type="html"', 'type="text"').replace("&amp;amp;", "&amp;")
fast, other = fastfeedparser.parse(FEED), feedparser.parse(FEED)
plain = fastfeedparser.parse(PLAIN).feed.title_detail
title = atoma.parse_atom_bytes(FEED.encode()).title
seen = {
    "fastfeedparser": (fast.feed.title_detail["value"], fast.feed.title_detail["type"], fast.entries[0].link),
    "feedparser": (other.feed.title_detail["value"], other.feed.title_detail["type"], other.entries[0].link),
    "atoma": (title.value, title.text_type.value),
}
print(seen, plain["type"])
assert seen == {
    "fastfeedparser": ("Eau &amp; air", "text/plain", "a/"),
    "feedparser": ("Eau &amp; air", "text/html", "https://example.org/a/"),
    "atoma": ("Eau &amp; air", "html"),
}, "the behaviour has changed"
assert (plain["value"], plain["type"]) == ("Eau & air", "text/plain"), "the behaviour has changed"
assert "base" not in fast.entries[0] and "title_detail" not in fast.entries[0], "the behaviour has changed"
PYTHON
