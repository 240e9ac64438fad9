#!/bin/sh
# feedparser 6.0.14 and fastfeedparser 0.6.5, read on 2026-11-28.
# Behaviour: of an Atom entry with several <author>, feedparser's `entry.author` (what rss2email and others
# show) is the last one, fastfeedparser's the first, and its `entry.authors` holds no other.
# Output seen: feedparser "Chloé" of Anne, Bao, Chloé; fastfeedparser "Anne" and one author.
# One would have guessed: the first, who is named first on purpose, or all of them; and all in `authors`,
# since the library gives that list for a drop-in replacement of feedparser's.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  feedparser==6.0.14 fastfeedparser==0.6.5 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import fastfeedparser
import feedparser

FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>tag:example.org,2027:feed</id><title>Notes</title><updated>2027-01-01T00:00:00Z</updated>
<entry><id>tag:example.org,2027:a</id><title>A</title><updated>2027-01-01T00:00:00Z</updated>
<link href="https://example.org/a"/>
<author><name>Anne</name></author><author><name>Bao</name></author><author><name>Chloé</name></author>
<summary>Texte.</summary></entry>
</feed>
"""
slow, fast = (parse(FEED).entries[0] for parse in (feedparser.parse, fastfeedparser.parse))
print("feedparser:", slow.author, "of", [one.name for one in slow.authors])
print("fastfeedparser:", fast["author"], "of", [one["name"] for one in fast["authors"]])
assert slow.author == "Chloé" and len(slow.authors) == 3, "the behaviour has changed"
assert fast["author"] == "Anne" and len(fast["authors"]) == 1, "the behaviour has changed"
PYTHON
