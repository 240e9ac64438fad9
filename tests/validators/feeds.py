"""Feeds by their formats' rules: grammars, and what a grammar cannot say."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Sequence
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import jsonschema
from lxml import etree

from tests.validators.relax_ng import grammar_faults

_ATOM = {"a": "http://www.w3.org/2005/Atom"}


def atom_faults(paths: Sequence[Path]) -> list[str]:
    """Return what breaks RFC 4287 in the feeds at *paths*; nothing: all well."""
    faults = grammar_faults("atom.rnc", paths)
    for path in paths:
        faults += [f"{path}: {fault}" for fault in _atom_rules(etree.parse(path).getroot())]
    return faults


def _atom_rules(feed: Any) -> list[str]:
    wrong = []
    entries = feed.findall("a:entry", _ATOM)
    ids = [element.findtext("a:id", "", _ATOM) for element in (feed, *entries)]
    wrong += [
        f"§4.1.1, §4.2.6: {entry_id} twice" for entry_id, times in Counter(ids).items() if times > 1
    ]
    if len(feed.findall("a:link[@rel='self']", _ATOM)) != 1:
        wrong.append("§4.1.1: a feed has one link to itself")
    for element in (feed, *entries):
        links = Counter(
            (link.get("type"), link.get("hreflang"))
            for link in element.iterfind("a:link", _ATOM)
            if link.get("rel", "alternate") == "alternate"
        )
        wrong += [f"§4.1.1, §4.1.2: {kind} twice" for kind, times in links.items() if times > 1]
        for tag in ("updated", "published"):
            text = element.findtext(f"a:{tag}", "", _ATOM)
            if text and not _is_instant(text):
                wrong.append(f"§3.3: {tag} {text}")
        if element.findtext("a:title", "", _ATOM).strip() == "":
            wrong.append("§4.2.14: a title that says nothing")
    for entry in entries:
        dates = [entry.findtext(f"a:{tag}", "", _ATOM) for tag in ("published", "updated")]
        if all(map(_is_instant, dates)) and _instant(dates[0]) > _instant(dates[1]):
            wrong.append(f"§4.2.15: {dates[1]} is before {dates[0]}")
    newest = max(
        (_instant(entry.findtext("a:updated", "", _ATOM)) for entry in entries), default=None
    )
    if newest and _instant(feed.findtext("a:updated", "", _ATOM)) < newest:
        wrong.append("§4.2.15: an entry is newer than its feed")
    return wrong


def rss_faults(paths: Sequence[Path]) -> list[str]:
    """Return what breaks RSS 2.0 in the feeds at *paths*; nothing: all well."""
    wrong = grammar_faults("rss.rnc", paths)
    for path in paths:
        channel = etree.parse(path).getroot().find("channel")
        assert channel is not None
        for date in (*channel.iter("pubDate"), *channel.iter("lastBuildDate")):
            text = date.text or ""
            try:
                weekday = parsedate_to_datetime(text).strftime("%a")  # tests run in the C locale
            except ValueError:
                weekday = "no such day"
            if not text.startswith(weekday):
                wrong.append(f"{path}: pubDate {text}: {weekday}")
        guids = Counter(guid.text for guid in channel.iter("guid"))
        wrong += [f"{path}: guid {guid} twice" for guid, times in guids.items() if times > 1]
    return wrong


def json_feed_faults(path: Path) -> list[str]:
    """Return what breaks JSON Feed 1.1 in the feed at *path*; nothing: all well."""
    feed = json.loads(path.read_bytes(), object_pairs_hook=_once_each)
    schema = json.loads((Path(__file__).parent / "json_feed.json").read_bytes())
    errors = jsonschema.Draft202012Validator(schema).iter_errors(feed)
    wrong = [f"{error.json_path}: {error.message[:200]}" for error in errors]
    items = [item for item in feed.get("items", []) if isinstance(item, dict)]
    ids = Counter(item.get("id") for item in items)
    wrong += [f"Items, id: {item_id} twice" for item_id, times in ids.items() if times > 1]
    dates = [
        item[key] for item in items for key in ("date_published", "date_modified") if key in item
    ]
    return wrong + [f"Items, dates: {date}" for date in dates if not _is_instant(date)]


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of JSON; its names differ (RFC 8259 §4)."""
    assert len({name for name, _ in pairs}) == len(pairs), pairs
    return dict(pairs)


def _is_instant(text: str) -> bool:
    try:
        return dt.datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _instant(text: str) -> dt.datetime:
    """Return the instant of *text*; of what is none, one that is later than all."""
    if _is_instant(text):
        return dt.datetime.fromisoformat(text)
    return dt.datetime.max.replace(tzinfo=dt.UTC)
