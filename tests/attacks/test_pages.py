"""A whole site that attacks its readers: pages, feeds, calendars and structured data stay whole."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import feedparser
import icalendar
import pytest

from sitegen.errors import UsageError
from tests.attacks.attacked_site import build_attacked, lay_out
from tests.attacks.harmless import fragment, harm
from tests.html_checks import Page, html_pages
from tests.markup.conftest import ENGINES
from tests.support import SiteFolder

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=ENGINES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    site = lay_out(tmp_path_factory.mktemp("attacked"), str(request.param))
    build_attacked(site)
    return site


@pytest.fixture(scope="module")
def pages(site: SiteFolder) -> list[Page]:
    return html_pages(site.output)


def test_no_page_runs_or_loads_what_an_author_wrote(pages: list[Page]) -> None:
    harmful = {page.path: hurts for page in pages if (hurts := list(harm(page.tree)))}

    assert harmful == {}


def test_every_page_keeps_its_frame_and_its_ids(pages: list[Page]) -> None:
    """No end tag of an author closes what is the theme's; the skip link leads to the content."""
    for page in pages:
        frame = {attribute.tag: attribute for attribute in page.all("body")[0]}
        if "header" in frame:  # a redirect has none
            assert "footer" in frame, page.path
            assert frame["main"].get("id") == "bloc_contenu", page.path
        assert len(page.ids()) == len(set(page.ids())), page.path


def test_feeds_hold_the_words_and_no_harm(site: SiteFolder) -> None:
    hurts = []
    for path in ("feed.xml", "rss.xml", "news/feed.xml"):
        feed = feedparser.parse((site.output / path).read_bytes(), sanitize_html=False)
        assert not feed.bozo
        assert feed.entries
        for entry in feed.entries:
            for content in entry.get("content", []):
                hurts += harm(fragment(content.value))
    for item in json.loads(site.page("feed.json"))["items"]:
        hurts += harm(fragment(item.get("content_html", "")))

    assert hurts == []


def test_calendars_hold_the_words_as_text(site: SiteFolder) -> None:
    calendar = icalendar.Calendar.from_ical((site.output / "agenda.ics").read_bytes())

    names = {str(event["summary"]) for event in calendar.walk("VEVENT")}
    assert "<script>pwned()</script>" in names
    assert len(names) == 9


def test_structured_data_cannot_end_its_element(pages: list[Page]) -> None:
    blocks = [text for page in pages for text in _structured(page)]

    assert len(blocks) > 20
    assert all("<" not in text and json.loads(text) for text in blocks)


def _structured(page: Page) -> Iterator[str]:
    for script in page.all("script"):
        if script.get("type") == "application/ld+json":
            yield script.text or ""


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("site.yaml", "url: /x/", 'url: "javascript:pwned()"'),
        ("site.yaml", "  address:", "  social: [' JAVAscript:pwned()']\n  address:"),
        ("content/news/2026-01-01-words0.md", "https://a.example/?", "javascript:"),
        ("content/news/2026-01-01-words0.md", "online: \"https:", "online: \"vbscript:"),
        ("content/news/2026-01-01-words0.md", "[{email", "[{url: 'java\tscript:pwned()', email"),
        ("content/_data/venues.yaml", "{", "{url: 'javascript:pwned()', "),
    ],
)  # fmt: skip
def test_an_address_that_runs_code_is_refused_wherever_it_is_written(
    tmp_path: Path, path: str, old: str, new: str
) -> None:
    site = lay_out(tmp_path, "commonmark")
    for extra in (site.root / "content").glob("*/*[1-9].md"):
        extra.unlink()
    site.replace(path, old, new)

    try:
        diagnostics = site.build().diagnostics
    except UsageError as error:
        diagnostics = list(error.diagnostics)

    (told,) = [diagnostic for diagnostic in diagnostics if diagnostic.code == "unsafe-link"]
    assert (told.path, told.line > 0) == (path, True)
    pages = site.output.rglob("*.html")
    assert not any(re.search(r'href="\s*\w+script:', page.read_text("utf-8")) for page in pages)
