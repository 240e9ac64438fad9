#!/bin/sh
# feedparser 6.0.14 and fastfeedparser 0.6.5 (PyPI), read on 2026-11-30.
# Behaviour: of an Atom entry that leads to its page in several languages, or to a PDF of it too, feedparser gives the last page as
# `entry.link`; fastfeedparser the first link that says rel="alternate", be it a PDF, before one without rel, which means the same.
# The language of the feed is no matter to either.
# Output seen, in a feed with xml:lang="fr": of French and Breton with rel, Breton by the first; of Breton with rel and French without,
# Breton by the second; of a page without rel and its PDF with it, the PDF by the second.
# One would have guessed: the page in the feed's language, or the first, since the author's order is the only one there is
# (RFC 4287 §4.2.7.2 and §4.2.7.4, which allows one alternate link for each type and language).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check feedparser==6.0.14 fastfeedparser==0.6.5 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import fastfeedparser
import feedparser

FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
<id>tag:example.org,2026:feed</id><title>Notes</title><updated>2026-03-14T10:00:00Z</updated>
<author><name>Anne</name></author>
<entry><id>tag:example.org,2026:a</id><title>A</title><updated>2026-03-14T10:00:00Z</updated>
{links}<summary>Un mot.</summary></entry></feed>"""
LINK = '<link href="https://example.org/{}" type="{}" hreflang="{}"/>'
FRENCH, BRETON = LINK.format("a/", "text/html", "fr"), LINK.format("br/a/", "text/html", "br")
PDF = LINK.format("a.pdf", "application/pdf", "fr")


def said(link):
    """Give the *link* with what it means without."""
    return link.replace("<link", '<link rel="alternate"')


def pages(*links):
    """Give the path of the entry as each library has it."""
    text = FEED.format(links="".join(links))
    addresses = [parse(text).entries[0].link for parse in (feedparser.parse, fastfeedparser.parse)]
    return [address.removeprefix("https://example.org/") for address in addresses]


seen = pages(said(FRENCH), said(BRETON)), pages(said(BRETON), FRENCH), pages(FRENCH, said(PDF))
print(seen)
assert seen == (["br/a/", "a/"], ["a/", "br/a/"], ["a/", "a.pdf"]), "the behaviour has changed"
PYTHON
