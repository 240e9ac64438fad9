"""The sitemap and robots.txt, by the protocol's rules (sitemaps.org)."""

import datetime as dt

from lxml import etree

from sitegen.border.moments import parse_moment
from sitegen.rendering.sitemaps.write import write_sitemap
from sitegen.site.plan.sitemaps import URLS_PER_SITEMAP
from sitegen.standard import robots
from tests.rendering.hub import Hub

NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def written(
    *addresses: tuple[str, str], subject: str = "all", number: int = 1, base: str = ""
) -> bytes:
    hub = Hub(url=f"https://hub.example.org{base}/")
    hub.addresses = [
        (url, parse_moment(when).in_zone("Europe/Paris") if when else None)
        for url, when in addresses
    ]
    return hub.write(write_sitemap, subject, "/sitemap.xml", number)


def locations(data: bytes) -> list[str]:
    return [str(element.text) for element in etree.fromstring(data).iterfind(".//s:loc", NAMESPACE)]


def test_each_address_is_absolute_and_has_its_last_change() -> None:
    data = written(("/", "2022-03-05 16:41"), ("/news/", "2022-03-05"), ("/agenda/", ""))

    root = etree.fromstring(data)
    assert root.tag == "{http://www.sitemaps.org/schemas/sitemap/0.9}urlset"
    assert [[(etree.QName(child).localname, child.text) for child in url] for url in root] == [
        [("loc", "https://hub.example.org/"), ("lastmod", "2022-03-05T16:41:00+01:00")],
        [("loc", "https://hub.example.org/news/"), ("lastmod", "2022-03-05")],
        [("loc", "https://hub.example.org/agenda/")],
    ]
    for change in root.iterfind(".//s:lastmod", NAMESPACE):
        dt.datetime.fromisoformat(str(change.text))


def test_addresses_are_percent_encoded_and_escaped() -> None:
    addresses = locations(written(("/élus/a b&c/", ""), ("/%C3%A9lus/", "")))

    assert addresses == [
        "https://hub.example.org/%C3%A9lus/a%20b&c/",
        "https://hub.example.org/%C3%A9lus/",
    ]


def test_an_address_stands_in_it_once() -> None:
    data = written(("/a/", "2022-01-01"), ("/b/", ""), ("/a/", "2023-01-01"))

    assert locations(data) == ["https://hub.example.org/a/", "https://hub.example.org/b/"]
    assert b"2022-01-01" in data
    assert b"2023-01-01" not in data


def test_an_empty_site_has_a_sitemap_all_the_same() -> None:
    assert locations(written()) == []


def test_what_is_too_much_for_one_file_stands_in_parts_of_an_index() -> None:
    addresses = [(f"/{number}/", "") for number in range(2 * URLS_PER_SITEMAP + 1)]

    index = written(*addresses, subject="index", base="/hub")
    parts = [written(*addresses, subject="part", number=number) for number in (1, 2, 3)]

    assert etree.fromstring(index).tag.endswith("}sitemapindex")
    assert locations(index) == [
        f"https://hub.example.org/hub/sitemap-{number}.xml" for number in (1, 2, 3)
    ]
    assert [len(locations(part)) for part in parts] == [URLS_PER_SITEMAP, URLS_PER_SITEMAP, 1]
    assert locations(parts[2]) == [f"https://hub.example.org/{2 * URLS_PER_SITEMAP}/"]


def test_robots_may_read_everything_and_find_the_sitemap() -> None:
    hub = Hub(url="https://hub.example.org/hub/")

    assert hub.write(robots.write, "", "/hub/robots.txt") == (
        "User-agent: *\nAllow: /\n\nSitemap: https://hub.example.org/hub/sitemap.xml\n"
    )


def test_two_calls_give_the_same_bytes() -> None:
    assert written(("/é/", "2022-01-01")) == written(("/é/", "2022-01-01"))


def test_a_sitemap_holds_no_more_than_the_protocol_allows() -> None:
    """sitemaps.org: 50,000 addresses and 50 MB, of less than 2,048 characters each."""
    assert URLS_PER_SITEMAP <= 50_000
