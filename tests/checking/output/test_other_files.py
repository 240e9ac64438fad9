"""Feeds, sitemaps, calendars and JSON: one mistake of each kind is planted, and found."""

import pytest

from tests.checking.output.support import codes, findings

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>https://hub.example.org/feed.xml</id><title>Hub</title><updated>2026-01-01T00:00:00Z</updated>
<author><name>Hub</name></author><link href="https://hub.example.org/feed.xml"/>
<entry><id>a</id><title>A</title>
<updated>2026-01-01T00:00:00Z</updated><link href="feed.xml"/></entry>
<entry><id>b</id><title>B</title>
<updated>2026-01-01T00:00:00Z</updated><link href="feed.xml"/></entry>
</feed>
"""
RSS = """<rss version="2.0"><channel>
<title>Hub</title><link>https://hub.example.org/feed.xml</link><description>x</description>
<item><title>A</title><guid>a</guid></item><item><title>B</title><guid>b</guid></item>
</channel></rss>
"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://hub.example.org/feed.xml</loc></url>
</urlset>
"""
JSON_FEED = (
    '{"version": "https://jsonfeed.org/version/1.1", "title": "Hub", "items": ['
    '{"id": "a", "url": "https://hub.example.org/feed.xml", "content_text": "x"},'
    '{"id": "b", "content_html": "x"}]}'
)
CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\n"
    "DTSTAMP:20260101T000000Z\r\nDTSTART:20260101T000000Z\r\nSUMMARY:Bal\r\n"
    "DESCRIPTION:un texte\r\n  plié\r\nURL:https://hub.example.org/feed.xml\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:20260108T000000Z\r\nDTSTAMP:20260101T000000Z\r\n"
    "DTSTART:20260108T000000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
FILES = {
    "feed.xml": ATOM,
    "rss.xml": RSS,
    "sitemap.xml": SITEMAP,
    "feed.json": JSON_FEED,
    "agenda.ics": CALENDAR,
}


def test_files_that_are_well_formed_have_no_findings() -> None:
    assert findings(FILES) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("feed.xml", "</entry>\n</feed>", "</feed>", "xml-syntax"),
        ("feed.xml", "<title>Hub</title>", "<title>&nbsp;</title>", "xml-syntax"),
        ("feed.xml", "<updated>2026-01-01T00:00:00Z</updated><link", "<link", "element-missing"),
        ("feed.xml", "<author><name>Hub</name></author>", "", "element-missing"),
        ("feed.xml", "<id>b</id>", "<id>a</id>", "identifier-twice"),
        ("feed.xml", 'href="feed.xml"', 'href="absent/"', "output-broken-link"),
        ("rss.xml", "<description>x</description>", "", "element-missing"),
        ("rss.xml", "<title>B</title>", "", "element-missing"),
        ("rss.xml", "<guid>b</guid>", "<guid>a</guid>", "identifier-twice"),
        ("sitemap.xml", "/feed.xml", "/absent/", "output-broken-link"),
        ("sitemap.xml", "</urlset>", "<url></url></urlset>", "element-missing"),
        ("feed.json", '"title": "Hub", ', "", "element-missing"),
        ("feed.json", '"id": "b"', '"id": "a"', "identifier-twice"),
        ("feed.json", "]}", "]", "json-syntax"),
        ("feed.json", "/feed.xml", "/absent/", "output-broken-link"),
        ("agenda.ics", "VERSION:2.0\r\n", "VERSION:2.0\n", "calendar-line"),
        ("agenda.ics", "SUMMARY:Bal", "SUMMARY:" + "é" * 34, "calendar-line"),
        ("agenda.ics", "DTSTART:20260101T000000Z\r\n", "", "element-missing"),
        ("agenda.ics", "RECURRENCE-ID:20260108T000000Z\r\n", "", "identifier-twice"),
        ("agenda.ics", "DTSTART:20260101T000000Z", "DTSTART:demain", "calendar-syntax"),
        ("agenda.ics", "SUMMARY:Bal", "Bal", "calendar-syntax"),
        ("agenda.ics", "END:VCALENDAR\r\n", "", "calendar-syntax"),
        ("agenda.ics", "/feed.xml", "/absent/", "output-broken-link"),
    ],
)
def test_a_mistake_in_what_programs_read_is_found(path: str, old: str, new: str, code: str) -> None:
    assert old in FILES[path]

    told_codes = codes({**FILES, path: FILES[path].replace(old, new)})

    assert set(told_codes) == {code}


@pytest.mark.parametrize(
    "content",
    [
        '{"icons": true, "start_url": 1, "shortcuts": [1]}',
        '{"version": "https://jsonfeed.org/version/1", "title": "x", "items": [1, [], null]}',
        "[" * 80 + "]" * 80,
    ],
)
def test_json_of_another_shape_is_no_accident(content: str) -> None:
    assert set(codes({"data.json": content})) <= {"json-syntax"}
