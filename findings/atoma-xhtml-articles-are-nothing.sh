#!/bin/sh
# atoma 0.0.17 and podcastparser 0.6.11 (PyPI, what gPodder reads feeds with), beside feedparser 6.0.14, read on 2026-11-30.
# Behaviour: an Atom text of type="xhtml", one of the three that there are, is nothing to both: atoma has None, podcastparser "". The same
# article as type="html" is whole. Nothing tells the one from an entry that has no text.
# Output seen: content None and description "" for xhtml; "<p>Le vote est <b>reporté</b>.</p>" and its words for html; feedparser has
# the markup of both.
# One would have guessed: the markup inside the <div> (RFC 4287 §3.1.1.3), or an error.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check atoma==0.0.17 podcastparser==0.6.11 feedparser==6.0.14 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import html
import io

import atoma
import feedparser
import podcastparser

MARKUP = "<p>Le vote est <b>reporté</b>.</p>"
FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:example.org,2026:feed</id><title>Notes</title>
<updated>2026-03-14T10:00:00Z</updated><author><name>Anne</name></author>
<entry><id>tag:example.org,2026:a</id><title>A</title><updated>2026-03-14T10:00:00Z</updated>
<link href="https://example.org/a/"/>{}</entry></feed>"""
FORMS = {
    "html": f'<content type="html">{html.escape(MARKUP)}</content>',
    "xhtml": f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{MARKUP}</div></content>',
}
seen = {}
for name, content in FORMS.items():
    feed = FEED.format(content).encode()
    text = atoma.parse_atom_bytes(feed).entries[0].content
    (episode,) = podcastparser.parse("https://example.org/feed.xml", io.BytesIO(feed))["episodes"]
    seen[name] = (text and text.value, episode["description"])
    assert feedparser.parse(feed).entries[0].content[0].value == MARKUP, "the behaviour has changed"
print(seen)
assert seen == {"html": (MARKUP, "Le vote est reporté."), "xhtml": (None, "")}, "the behaviour has changed"
PYTHON
