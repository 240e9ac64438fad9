"""Files that begin as documents do, and are not called so: an embargo would be published raw. Pure.

A file of another program may begin with `---` as well: a document's head has a key that documents
have.
"""

import codecs
import re
from itertools import dropwhile, takewhile

from sitegen.border.suggestions import FRENCH_KEYS
from sitegen.model import FrontMatter
from sitegen.names import is_document, without_ending
from sitegen.patterns import lazy_pattern

HEAD = 8 * 1024
"""Bytes of a file in which the first key of a document's head stands."""
_KEYS = {*FrontMatter.__struct_fields__, *FRENCH_KEYS, "layout", "published", "status", "weight"}
_OF_PELICAN = {"category", "date", "lang", "modified", "slug", "status", "summary", "tags"}
_FENCE = lazy_pattern(r"(?:[-–—](?:[ ]?[-–—]){1,3}|—|\+{3})[a-z]*\s*")
"""What a front matter begins and ends with, whatever a word processor made of it."""
_KEY = lazy_pattern(r"[\"']?(?P<key>[^\W\d][\w-]*)[\"']?[ \u00a0\u202f]*[:=]")
_UNDERLINE = lazy_pattern(r"([=\-#~*^\"'`+])\1{2,}\s*")
_FIELD = lazy_pattern(r":(?P<key>\w+):")
_DATA = (".yaml", ".yml", ".json", ".csv", ".toml", ".eml", ".ics", ".po")
"""Files whose own form begins so."""


def begins_as_document(path: str, head: bytes) -> bool:
    """Whether the file *path* begins, with the bytes *head*, as a document that is not called so.

    It does with a front matter between fences (YAML or TOML, of any generator) that has a key which
    documents have; and with the head of a document of Pelican.
    """
    if is_document(path) or path.lower().endswith(_DATA):
        return False
    lines = _text(head).lstrip().split("\n")
    return _is_block(lines) or _is_meta(lines) or _is_fields(lines)


def _is_block(lines: list[str]) -> bool:
    """Whether *lines* begin with a front matter; its end need not be there."""
    if not _FENCE.fullmatch(lines[0]):
        return False
    block = takewhile(lambda line: not _FENCE.fullmatch(line), lines[1:])
    return any((key := _KEY.match(line)) and key["key"].casefold() in _KEYS for line in block)


def _is_meta(lines: list[str]) -> bool:
    """Whether *lines* begin as Pelican's Markdown: `Title: …`, `Date: …` up to an empty line."""
    names = set()
    for line in takewhile(str.strip, lines):
        if key := _KEY.match(line):
            names.add(key["key"].casefold())
        elif not line[0].isspace():
            return False
    return "title" in names and not names.isdisjoint(_OF_PELICAN)


def _is_fields(lines: list[str]) -> bool:
    """Whether *lines* begin as Pelican's reStructuredText: a title, fields `:date: …`."""
    rest = lines[1:] if _UNDERLINE.fullmatch(lines[0]) else lines
    if len(rest) > 1 and _UNDERLINE.fullmatch(rest[1]):
        rest = rest[2:]
    rest = list(dropwhile(lambda line: not line.strip(), rest))
    fields = (_FIELD.match(line) for line in takewhile(str.strip, rest))
    return any(field and field["key"].casefold() in _OF_PELICAN for field in fields)


def _text(head: bytes) -> str:
    """Return the beginning of a file as text; of a picture or the like, nothing."""
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if not wide and b"\0" in head:
        return ""
    text = head.decode("utf-16" if wide else "utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def meant_name(path: str) -> str:
    """Return how a document of the name *path* would be called: `a.md.txt` is `a.md`."""
    folder, slash, name = path.rpartition("/")
    match = re.match(r"(.+?)\.(?:md|markdown)\b[\s._-]*(?:\(?(\d+)\)?|copie|copy)?.*$", name, re.I)
    if match:
        stem = f"{match[1]}-{match[2]}" if match[2] else match[1]
    else:
        stem = without_ending(name) if is_document(name) else name.rpartition(".")[0] or name
    return f"{folder}{slash}{stem}.md"
