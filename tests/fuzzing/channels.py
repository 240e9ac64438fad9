"""One site with each naughty text under every key, and what independent parsers find of it."""

import json
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import icalendar
from lxml import etree

from tests.fuzzing.naughty import NAUGHTY, yaml_text
from tests.html_checks import Page
from tests.support import SiteFolder

TYPESET = (
    "title", "summary", "section", "event", "tag", "author", "kind", "location", "address",
    "organizer",
)  # fmt: skip
"""The keys that a French site sets with French spaces."""

ORGANISATION = " ".join(
    NAUGHTY[name] for name in ("quotes", "end of a script", "jinja", "calendar")
)
DESCRIPTION = " ".join(NAUGHTY[name] for name in ("entities", "formats", "end of CDATA", "tags"))
TITLE = " ".join(NAUGHTY[name] for name in ("entities", "jinja", "formats", "NUL and controls"))
URL = "https://hub.example.org/base"


def lay_out(site: SiteFolder) -> None:
    """Write the site: a section, an article with an event and an alias for each text."""
    site.write(
        "site.yaml",
        f"title: {yaml_text(TITLE)}\nurl: {URL}/\nper_page: 5\n"
        f"description: {yaml_text(DESCRIPTION)}\nfeeds: {{limit: 100}}\nsitemap: {{news: true}}\n"
        f"organisation:\n  name: {yaml_text(ORGANISATION)}\n  address: {yaml_text(ORGANISATION)}\n",
    )
    for number, text in enumerate(NAUGHTY.values()):
        written = yaml_text(text)
        site.write(
            f"content/s{number}/_index.md", f"---\ntitle: {written}\nsummary: {written}\n---\n"
        )
        site.write(f"content/s{number}/2026-11-21-a{number}.md", _article(number, written))


def _article(number: int, text: str) -> str:
    return f"""---
title: {text}
tags: [{text}]
author: {text}
place: {text}
summary: {text}
kind: {text}
signatories: [{text}]
source: {{name: {text}, url: "https://example.org/"}}
contact: {{name: {text}, role: {text}}}
aliases: [/old-{number}/]
check: {{ignore: [SG291]}}
event:
  start: 2026-12-{number % 28 + 1:02d} 10:00
  name: {text}
  location: {{name: {text}, address: {text}}}
  organizer: {text}
---
Le corps.
"""


def meta(page: Page, name: str) -> str:
    """Return what the page's first `<meta>` of that name or property says."""
    return next(
        meta.attrib["content"]
        for meta in page.all("meta")
        if name in (meta.attrib.get("property"), meta.attrib.get("name"))
    )


def json_ld(page: Page) -> list[dict[str, Any]]:
    scripts = (script for script in page.all("script") if "json" in script.attrib.get("type", ""))
    return [json.loads(script.text or "") for script in scripts]


def text_of(page: Page, name: str, value: str) -> str:
    """Return the text of the first element with *value* among those of its attribute *name*."""
    element = next(
        element for element in page.tree.iter() if value in element.attrib.get(name, "").split()
    )
    return "".join(element.itertext())


def on_article(page: Page) -> Iterator[tuple[str, str, str]]:
    """Yield where a text stands on an article's page, the key that brought it there, the text."""
    data = {graph["@type"]: graph for graph in json_ld(page)}
    article, event = data["NewsArticle"], data["Event"]
    steps = data["BreadcrumbList"]["itemListElement"]
    yield "h1", "title", "".join(page.all("h1")[0].itertext())
    yield "og:title", "title", meta(page, "og:title")
    yield "article:section", "section", meta(page, "article:section")
    yield "article:tag", "tag", meta(page, "article:tag")
    yield "meta author", "author", meta(page, "author")
    yield "label", "kind", text_of(page, "class", "label")
    yield "byline", "author", text_of(page, "rel", "author")
    yield "list of tags", "tag", text_of(page, "rel", "tag")
    yield "JSON-LD articleSection", "section", article["articleSection"]
    yield "JSON-LD keywords", "tag", article["keywords"][0]
    yield "JSON-LD author", "author", article["author"][0]["name"]
    yield "JSON-LD description", "summary", article["description"]
    yield "JSON-LD name", "event", event["name"]
    yield "JSON-LD Place", "location", event["location"]["name"]
    yield "JSON-LD streetAddress", "address", event["location"]["address"]["streetAddress"]
    yield "JSON-LD organizer", "organizer", event["organizer"]["name"]
    yield "JSON-LD second step", "section", steps[1]["name"]
    yield "JSON-LD last step", "title", steps[2]["name"]


def in_feeds(root: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the place, the key and the texts of all items, of each format."""
    names = {"": "http://www.w3.org/2005/Atom"}
    atom = etree.parse(root / "feed.xml")
    for tag, key in (("title", "title"), ("author/name", "author")):
        yield f"Atom {tag}", key, [element.text for element in atom.iterfind(f"entry/{tag}", names)]
    summaries = [
        element.text or "" for element in atom.iterfind("entry/summary[@type='html']", names)
    ]
    yield "Atom summary", "summary", list(map(unescape, summaries))
    entries = atom.findall("entry", names)
    labels = [
        [element.attrib["label"] for element in each.iterfind("category", names)]
        for each in entries
    ]
    yield "Atom category of a section", "section", [entry_labels[0] for entry_labels in labels]
    yield "Atom category of a tag", "tag", [entry_labels[-1] for entry_labels in labels]
    rss = etree.parse(root / "rss.xml").findall(".//item")
    yield "RSS title", "title", [item.findtext("title") for item in rss]
    yield "RSS category", "tag", [item.findall("category")[-1].text for item in rss]
    yield "RSS creator", "author", [item.findtext("{*}creator") for item in rss]
    yield "RSS description", "summary", [unescape(item.findtext("description")) for item in rss]
    items = json.loads((root / "feed.json").read_bytes())["items"]
    yield "JSON title", "title", [item["title"] for item in items]
    yield "JSON summary", "summary", [item["summary"] for item in items]
    yield "JSON tag", "tag", [item["tags"][-1] for item in items]
    yield "JSON author", "author", [item["authors"][0]["name"] for item in items]


def in_calendar(root: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the same of the agenda's calendar; *root* is the output."""
    events = icalendar.Calendar.from_ical((root / "agenda.ics").read_bytes()).events
    yield "SUMMARY", "event", [str(event["summary"]) for event in events]
    yield "CATEGORIES", "tag", [str(event["categories"].cats[-1]) for event in events]
    yield "DESCRIPTION", "summary", [_first(str(event["description"])) for event in events]


def _first(description: str) -> str:
    """Return the summary: what stands before the organiser's line and the address."""
    return description[: description.index("\n\nOrganisation")]


def in_lists(root: Path) -> Iterator[tuple[str, str, Iterable[str]]]:
    """Yield the same of the pages that list all."""
    for path, key in (("tags", "tag"), ("auteurs", "author")):
        main = Page(root, f"{path}/index.html").all("main")[0]
        yield path, key, ["".join(element.itertext()) for element in main.iter("a")]
