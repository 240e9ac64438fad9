"""A validator that cannot fail proves nothing: each finds what is wrong in files made wrong."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.border.moments import parse_moment
from sitegen.rendering.calendars.write import write_calendar
from sitegen.rendering.feeds.write import write_atom, write_json_feed, write_rss
from sitegen.rendering.sitemaps.write import write_sitemap
from tests.html_checks import Page
from tests.rendering.hub import Hub, make_entry, make_event
from tests.validators.calendars import calendar_faults
from tests.validators.feeds import atom_faults, json_feed_faults, rss_faults
from tests.validators.sitemaps import MOST_ADDRESSES, sitemap_faults
from tests.validators.structured_data import structured_data_faults

SITE = "https://hub.example.org/"
NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)


def hub() -> Hub:
    hub = Hub()
    hub.entries = [make_entry("a"), make_entry("b", updated="2022-04-01")]
    hub.bodies = {"news/a.md": "<p>Un texte.</p>", "news/b.md": "<p>Un autre.</p>"}
    hub.events = [make_event()]
    hub.addresses = [
        ("/", parse_moment("2022-03-05")),
        ("/news/", parse_moment("2022-03-05 16:41").in_zone("Europe/Paris")),
    ]
    return hub


def changed(data: bytes, changes: dict[str, tuple[str, str]], folder: Path) -> list[Path]:
    """Write *data* once as it is, and once with each of *changes*; return the files."""
    texts = [data.decode()]
    for old, new in changes.values():
        assert old in texts[0], old
        texts.append(texts[0].replace(old, new, 1))
    paths = [folder / f"{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8", newline="")
    return paths


def missed(faults: list[str], paths: list[Path], changes: dict[str, tuple[str, str]]) -> list[str]:
    """Return what of *faults* is in the first of *paths*, and which changes are in none."""
    wrong = [fault for fault in faults if str(paths[0]) in fault]
    for name, path in zip(changes, paths[1:], strict=True):
        if not any(str(path) in fault for fault in faults):
            wrong.append(f"not found: {name}")
    return wrong


ATOM = {
    "no id": ("<id>tag:hub.example.org,2026:/news/a.md</id>", ""),
    "an id twice": ("tag:hub.example.org,2026:/news/a.md<", "tag:hub.example.org,2026:/news/b.md<"),
    "a relative id": ("<id>tag:hub.example.org,2026:/news/a.md", "<id>/a"),
    "a day alone": ("2022-04-01T00:00:00+02:00", "2022-04-01"),
    "no such day": ("2022-04-01T00:00:00+02:00", "2022-02-30T00:00:00+02:00"),
    "an offset without a colon": ("+02:00</updated>", "+0200</updated>"),
    "no author": ("<author>\n    <name>Le hub</name>\n  </author>", ""),
    "no link to itself": ('rel="self"', 'rel="related"'),
    "two links to itself": ('rel="alternate"', 'rel="self"'),
    "markup in a title": ("<title>", "<title><b/>"),
    "a type of content": ('type="html">&lt;', 'type="markdown">&lt;'),
    "a space in an address": ("hub.example.org/news/a", "hub.example.org/ /a"),
    "an element that is none": ("<updated>", "<modified/><updated>"),
    "a language": ('xml:lang="fr"', 'xml:lang="français"'),
    "older than its entry": ("<updated>2022-04-01", "<updated>2021-04-01"),
}
RSS = {
    "no title of the channel": ("<title>Le hub</title>", ""),
    "a French date": ("<pubDate>Sat, 05 Mar", "<pubDate>sam., 05 mars"),
    "another weekday": ("<pubDate>Sat, ", "<pubDate>Sun, "),
    "a guid that is no address": (' isPermaLink="false"', ""),
    "a guid twice": ("2026:/news/a.md</guid>", "2026:/news/b.md</guid>"),
    "a name for an author": ("<guid", "<author>Ana</author><guid"),
    "two links": ("<pubDate>", "<link>https://example.org/</link><pubDate>"),
    "a relative address": ("<link>https://hub.example.org/news/", "<link>/news/"),
    "a file without a length": ("<guid", '<enclosure url="https://a.org/" type="a/b"/><guid'),
    "another version": ('version="2.0"', 'version="0.91"'),
    "no link to itself": ('rel="self"', 'rel="alternate"'),
}
JSON_FEED = {
    "another version": ("version/1.1", "version/1"),
    "no title": ('"title": "Le hub"', '"titre": "Le hub"'),
    "an id that is a number": ('"id": "tag:hub.example.org,2026:/news/a.md"', '"id": 1'),
    "an id twice": ("2026:/news/a.md", "2026:/news/b.md"),
    "a relative address": ('"url": "https://hub.example.org', '"url": "'),
    "no text": ('"content_html"', '"content"'),
    "a day alone": ("T00:00:00+02:00", ""),
    "no such day": ("2022-04-01T", "2022-02-31T"),
    "one author": ('"authors": [', '"author": ['),
}
SITEMAP = {
    "no address": ("<loc>https://hub.example.org/</loc>", ""),
    "another order": ("<lastmod>2022-03-05</lastmod>", "<lastmod>2022</lastmod>"),
    "a date of ours": ("2022-03-05T16:41:00+01:00", "5 mars 2022"),
    "to come": ("2022-03-05<", "2027-03-05<"),
    "another host": ("https://hub.example.org/news/", "https://example.org/news/"),
    "not encoded": ("https://hub.example.org/news/", "https://hub.example.org/é/"),
    "twice": ("https://hub.example.org/news/", "https://hub.example.org/"),
    "an element that is none": ("<url>", "<url><priorité/>"),
}


@pytest.mark.parametrize(
    ("write", "changes", "faults"),
    [(write_atom, ATOM, atom_faults), (write_rss, RSS, rss_faults)],
    ids=["Atom", "RSS"],
)
def test_what_breaks_a_grammar_is_found(
    write: Callable[..., bytes],
    changes: dict[str, tuple[str, str]],
    faults: Callable[[list[Path]], list[str]],
    tmp_path: Path,
) -> None:
    paths = changed(hub().write(write), changes, tmp_path)

    assert missed(faults(paths), paths, changes) == []


def test_what_breaks_the_schema_of_json_feed_is_found(tmp_path: Path) -> None:
    paths = changed(hub().write(write_json_feed), JSON_FEED, tmp_path)
    faults = [f"{path}: {fault}" for path in paths for fault in json_feed_faults(path)]

    assert missed(faults, paths, JSON_FEED) == []


def test_what_breaks_the_protocol_of_sitemaps_is_found(tmp_path: Path) -> None:
    data = hub().write(write_sitemap, "all", "/sitemap.xml")
    paths = changed(data, SITEMAP, tmp_path)
    faults = [f"{path}: {fault}" for path in paths for fault in sitemap_faults(path, SITE, NOW)]

    assert missed(faults, paths, SITEMAP) == []


def test_the_index_of_sitemaps_and_its_last_part_follow_their_schemas(tmp_path: Path) -> None:
    many = hub()
    day = parse_moment("2022-03-05")
    many.addresses = [(f"/{number}/", day) for number in range(MOST_ADDRESSES + 1)]

    for number, subject in ((0, "index"), (2, "part")):
        path = tmp_path / f"{number}.xml"
        path.write_bytes(many.write(write_sitemap, subject, "/sitemap.xml", number))
        assert sitemap_faults(path, SITE, NOW) == []
    index = (tmp_path / "0.xml").read_text(encoding="utf-8")
    (tmp_path / "0.xml").write_text(index.replace("<loc>", "<url>").replace("</loc>", "</url>"))
    assert sitemap_faults(tmp_path / "0.xml", SITE, NOW) != []


def test_readers_that_see_other_dates_are_found(tmp_path: Path) -> None:
    """A rule that leaves its first date out means nothing (RFC 5545 §3.8.5.3)."""
    data = hub().write(write_calendar, "all:", "/agenda.ics")
    rule = {"rule": ("SEQUENCE", "RRULE:FREQ=MONTHLY;BYDAY=-1SU;COUNT=4\r\nSEQUENCE")}
    paths = changed(data, rule, tmp_path)

    assert missed(calendar_faults(paths, dt.date(2023, 1, 1)), paths, rule) == []


EVENT = {
    "@context": "https://schema.org",
    "@type": "Event",
    "name": "Forum",
    "url": "https://hub.example.org/a/",
    "startDate": "2022-03-02T09:00:00+01:00",
    "eventStatus": "https://schema.org/EventScheduled",
    "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
}


@pytest.mark.parametrize(
    "change",
    [
        {"@type": "Evenement"},
        {"name": ""},
        {"url": "/a/"},
        {"startDate": "2022-03-02T09:00:00"},
        {"startdate": "2022-03-02"},
        {"eventStatus": "https://schema.org/EventRescheduled"},
        {"eventStatus": "EventScheduled"},
        {"location": {"@type": "Place", "name": "Nantes"}},
        {"location": {"name": "Nantes"}},
        {"organizer": {"@id": "https://hub.example.org/#nobody"}},
    ],
)
def test_what_breaks_structured_data_is_found(change: dict[str, str], tmp_path: Path) -> None:
    faults = []
    for name, data in (("good", EVENT), ("bad", EVENT | change)):
        script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
        (tmp_path / name).write_text(f"<!doctype html><title>A</title>{script}", encoding="utf-8")
        faults.append(structured_data_faults(Page(tmp_path, name)))

    assert faults[0] == []
    assert faults[1] != []
