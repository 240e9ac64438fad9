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
    found = grammar_faults("atom.rnc", paths)
    for path in paths:
        found += [f"{path}: {fault}" for fault in _atom_rules(etree.parse(path).getroot())]
    return found


def _atom_rules(feed: Any) -> list[str]:
    found = []
    entries = feed.findall("a:entry", _ATOM)
    ids = [one.findtext("a:id", "", _ATOM) for one in (feed, *entries)]
    found += [f"§4.1.1, §4.2.6: {one} twice" for one, times in Counter(ids).items() if times > 1]
    if len(feed.findall("a:link[@rel='self']", _ATOM)) != 1:
        found.append("§4.1.1: a feed has one link to itself")
    for one in (feed, *entries):
        links = Counter(
            (link.get("type"), link.get("hreflang"))
            for link in one.iterfind("a:link", _ATOM)
            if link.get("rel", "alternate") == "alternate"
        )
        found += [f"§4.1.1, §4.1.2: {kind} twice" for kind, times in links.items() if times > 1]
        for tag in ("updated", "published"):
            text = one.findtext(f"a:{tag}", "", _ATOM)
            if text and not _is_instant(text):
                found.append(f"§3.3: {tag} {text}")
        if one.findtext("a:title", "", _ATOM).strip() == "":
            found.append("§4.2.14: a title that says nothing")
    for one in entries:
        dates = [one.findtext(f"a:{tag}", "", _ATOM) for tag in ("published", "updated")]
        if all(map(_is_instant, dates)) and _instant(dates[0]) > _instant(dates[1]):
            found.append(f"§4.2.15: {dates[1]} is before {dates[0]}")
    newest = max((_instant(one.findtext("a:updated", "", _ATOM)) for one in entries), default=None)
    if newest and _instant(feed.findtext("a:updated", "", _ATOM)) < newest:
        found.append("§4.2.15: an entry is newer than its feed")
    return found


def rss_faults(paths: Sequence[Path]) -> list[str]:
    """Return what breaks RSS 2.0 in the feeds at *paths*; nothing: all well."""
    found = grammar_faults("rss.rnc", paths)
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
                found.append(f"{path}: pubDate {text}: {weekday}")
        guids = Counter(one.text for one in channel.iter("guid"))
        found += [f"{path}: guid {one} twice" for one, times in guids.items() if times > 1]
    return found


def json_feed_faults(path: Path) -> list[str]:
    """Return what breaks JSON Feed 1.1 in the feed at *path*; nothing: all well."""
    feed = json.loads(path.read_bytes(), object_pairs_hook=_once_each)
    schema = json.loads((Path(__file__).parent / "json_feed.json").read_bytes())
    errors = jsonschema.Draft202012Validator(schema).iter_errors(feed)
    found = [f"{error.json_path}: {error.message[:200]}" for error in errors]
    items = [one for one in feed.get("items", []) if isinstance(one, dict)]
    ids = Counter(one.get("id") for one in items)
    found += [f"Items, id: {one} twice" for one, times in ids.items() if times > 1]
    dates = [one[key] for one in items for key in ("date_published", "date_modified") if key in one]
    return found + [f"Items, dates: {one}" for one in dates if not _is_instant(one)]


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
