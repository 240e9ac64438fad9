"""JSON files -> `FileFacts`: feeds in JSON, manifests of web applications. Pure."""

import json
from collections.abc import Iterator
from typing import Any

from sitegen.border.json_mistakes import json_mistake
from sitegen.checking.output.facts import FileFacts, FoundLink, Problem, lacks

_FEED = "https://jsonfeed.org/version/"


def examine_json(content: bytes) -> FileFacts:
    """Return what is wrong with a JSON file; of a feed or a manifest also where it leads."""
    try:
        value = json.loads(content)
    except json.JSONDecodeError as error:
        problem, line, column = json_mistake(error)
        return FileFacts((Problem("json-syntax", line, column, {"problem": problem}),))
    except (UnicodeDecodeError, RecursionError) as error:
        return FileFacts((Problem("json-syntax", values={"problem": str(error)}),))
    if isinstance(value, dict) and str(value.get("version", "")).startswith(_FEED):
        return FileFacts(tuple(_feed_problems(value)), tuple(_feed_links(value)))
    if isinstance(value, dict) and ("start_url" in value or "icons" in value):
        return FileFacts(links=tuple(_manifest_links(value)))
    return FileFacts()


def _feed_problems(feed: dict[str, Any]) -> Iterator[Problem]:
    """JSON Feed 1.1: a feed has a title and items; an item has an id and content."""
    if not feed.get("title"):
        yield lacks("feed", "title")
    if not isinstance(feed.get("items"), list):
        yield lacks("feed", "items")
    seen: set[str] = set()
    for number, thing in enumerate(_objects(feed.get("items")), 1):
        name, identifier = str(thing.get("title") or f"item {number}"), str(thing.get("id") or "")
        if not identifier:
            yield lacks(name, "id")
        elif identifier in seen:
            yield Problem("identifier-twice", values={"name": "id", "value": identifier})
        seen.add(identifier)
        if "content_html" not in thing and "content_text" not in thing:
            yield lacks(name, "content_html")


def _feed_links(feed: dict[str, Any]) -> Iterator[FoundLink]:
    for key in ("home_page_url", "feed_url", "next_url", "icon", "favicon"):
        yield from _link(feed.get(key))
    for thing in _objects(feed.get("items")):
        for key in ("url", "image", "banner_image"):
            yield from _link(thing.get(key))
        for attachment in _objects(thing.get("attachments")):
            yield from _link(attachment.get("url"))


def _manifest_links(manifest: dict[str, Any]) -> Iterator[FoundLink]:
    """Web Application Manifest: addresses are relative to the manifest's own."""
    yield from _link(manifest.get("start_url"))
    for key in ("icons", "screenshots"):
        for thing in _objects(manifest.get(key)):
            yield from _link(thing.get("src"))
    for thing in _objects(manifest.get("shortcuts")):
        yield from _link(thing.get("url"))


def _objects(value: object) -> list[dict[str, Any]]:
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def _link(value: object) -> Iterator[FoundLink]:
    if isinstance(value, str) and value:
        yield FoundLink("feed", value)
