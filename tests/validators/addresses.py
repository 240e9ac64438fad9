"""What files that are no pages, and pages where nobody clicks, say about addresses of the site."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

from lxml import etree

from tests.html_checks import Page

_IN_HTML = re.compile(r'\b(?:href|src)="([^"]*)"')
_IN_CALENDAR = re.compile(r"^(?:URL|ATTACH|IMAGE|SOURCE)\b[^:]*:(.*)$", re.MULTILINE)


class Told(Page):
    """Addresses that a file holds, in the form of a page's links."""

    def __init__(self, path: str, addresses: list[str]) -> None:
        self.path = path
        self.addresses = addresses

    def links(self) -> Iterator[tuple[str, str]]:
        return (("address", address) for address in self.addresses)

    def ids(self) -> list[str]:
        return []


def told_addresses(root: Path, pages: list[Page]) -> list[Told]:
    """Return the web addresses in feeds, sitemaps and calendars below *root*, and in the metadata
    and structured data of *pages*: for `broken_links`.
    """
    told = [Told(f"metadata of {page.path}", list(_of_metadata(page))) for page in pages]
    readers = {".xml": _of_xml, ".json": _of_json, ".ics": _of_calendar}
    for path in sorted(root.rglob("*.*")):
        if path.suffix in readers and "search-index" not in path.parts:
            addresses = readers[path.suffix](path.read_bytes())
            told.append(Told(path.relative_to(root).as_posix(), list(addresses)))
    return told


def _of_metadata(page: Page) -> Iterator[str]:
    yield from filter(_is_address, (meta.attrib.get("content", "") for meta in page.all("meta")))
    for script in page.all("script"):
        if "json" in script.attrib.get("type", ""):
            yield from _strings(json.loads(script.text or ""))


def _of_xml(data: bytes) -> Iterator[str]:
    for element in etree.fromstring(data).iter():
        yield from filter(_is_address, map(str, element.attrib.values()))
        text = element.text or ""
        if _is_address(text):
            yield text
        elif "<" in text:
            yield from map(unescape, _IN_HTML.findall(text))


def _of_json(data: bytes) -> Iterator[str]:
    return _strings(json.loads(data))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if _is_address(value):
            yield value
        elif "<" in value:
            yield from map(unescape, _IN_HTML.findall(value))
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
    elif isinstance(value, dict):
        for name, part in value.items():
            if name != "@id":  # a name of a thing, which need not be an anchor
                yield from _strings(part)


def _of_calendar(data: bytes) -> Iterator[str]:
    text = data.decode().replace("\r\n ", "").replace("\r\n", "\n")
    return filter(_is_address, _IN_CALENDAR.findall(text))


def _is_address(text: str) -> bool:
    return text.startswith(("https://", "http://")) and not re.search(r"\s", text)
