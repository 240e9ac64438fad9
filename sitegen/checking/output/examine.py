"""A published file -> `FileFacts`, by the ending of its name. `examine_chunk` reads files."""

import os
from collections.abc import Callable

import msgspec

from sitegen.checking.output.calendars import examine_calendar
from sitegen.checking.output.css import examine_css
from sitegen.checking.output.facts import FileFacts, FoundLink
from sitegen.checking.output.html import examine_html
from sitegen.checking.output.json_files import examine_json
from sitegen.checking.output.xml import examine_xml
from sitegen.digest import digest

_encode = msgspec.msgpack.Encoder().encode


def _examine_robots(content: bytes) -> FileFacts:
    """RFC 9309 knows no sitemaps; sitemaps.org has crawlers find them so."""
    links = []
    for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
        name, _, value = line.partition(":")
        if name.strip().lower() == "sitemap":
            links.append(FoundLink("sitemap", value.strip(), number, 1))
    return FileFacts(links=tuple(links))


_ENDINGS: dict[str, Callable[[bytes], FileFacts]] = {
    "html": examine_html,
    "htm": examine_html,
    "css": examine_css,
    "xml": examine_xml,
    "atom": examine_xml,
    "rss": examine_xml,
    "svg": examine_xml,
    "json": examine_json,
    "webmanifest": examine_json,
    "ics": examine_calendar,
}


def examiner(path: str) -> Callable[[bytes], FileFacts] | None:
    """Return what reads a file of this name; None for files that say nothing of others."""
    if path == "robots.txt":
        return _examine_robots
    return _ENDINGS.get(path.rpartition(".")[2].lower())


def key(path: str, content: bytes) -> bytes:
    """Return what decides the facts of a file: how it is read, and its bytes."""
    function = examiner(path)
    return digest(function.__name__ if function else "", content)


def examine(path: str, content: bytes) -> FileFacts:
    """Return the facts of the file *path*."""
    function = examiner(path)
    return function(content) if function else FileFacts()


def examine_chunk(folder: str, paths: list[str]) -> list[tuple[str, bytes]]:
    """Read and examine files; the facts come encoded, as they are kept."""
    findings = []
    for path in paths:
        with open(os.path.join(folder, path), "rb") as file:
            findings.append((path, _encode(examine(path, file.read()))))
    return findings
