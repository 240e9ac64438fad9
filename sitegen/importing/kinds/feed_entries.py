"""A file that holds a feed: RSS, Atom or JSON Feed. Pure."""

import re

from sitegen.importing.kinds.encodings import in_utf_8, without_mark, xml_in_utf_8
from sitegen.importing.kinds.feed_json import read_json
from sitegen.importing.kinds.feed_model import FormerFeed
from sitegen.importing.kinds.feed_xml import read_xml
from sitegen.importing.refusals import unlike

WANTED = "a file of RSS, Atom or JSON Feed, or a folder of them"
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org\\?/version')
"""Anywhere: JSON orders no keys, and some programs write `/` as `\\/`."""
_BEFORE_ROOT = re.compile(
    rb"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>)*", re.DOTALL
)
"""What may stand before the first element (XML 1.0 §2.8)."""


def is_feed(raw: bytes) -> bool:
    """Whether *raw*, the beginning of a file, is one of a feed."""
    start = without_mark(raw).lstrip()
    if start[:1] == b"{":
        return bool(_JSON_FEED.search(start))
    start = root_of(start)[:4096]
    return any(sign in start for sign in (b"<rss", b"<feed", b"<rdf:RDF"))


def root_of(raw: bytes) -> bytes:
    """Return the XML *raw* from its first element on."""
    match = _BEFORE_ROOT.match(raw)
    return raw[match.end() :] if match else raw


def read_feed(raw: bytes, name: str) -> FormerFeed:
    """Return the feed in the file *name*. Raises `UsageError` for what is none."""
    if b"wordpress.org/export/" in raw[:65536]:
        raise unlike("rss", name, "it is an export of WordPress", f"{WANTED}; or the other kind")
    raw = in_utf_8(raw) if raw.lstrip()[:1] == b"{" else xml_in_utf_8(raw)
    if not is_feed(raw):
        raise unlike("rss", name, "it begins as no feed does", WANTED)
    return read_json(raw, name) if raw.lstrip()[:1] == b"{" else read_xml(raw, name)
