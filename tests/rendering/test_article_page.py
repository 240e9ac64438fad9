"""What an article's page says of itself to programs that look for its author, title and text."""

import json
from typing import Any

import html5lib
import pytest

from tests.support import SiteFolder

TITLE = "Un titre " + "très " * 30 + "long"
QUOTE = '::: quote speaker="Ana" role="maire"\nNous l’avons dit.\n:::'


@pytest.fixture
def site(site: SiteFolder) -> SiteFolder:
    site.write("site.yaml", "title: Hub\nurl: https://example.org/\nlanguage: en\n")
    head = f"---\ntitle: {TITLE}\ndate: 2026-01-10\nsummary: In short.\ntags: [Eau]\n"
    site.write("content/news/nobody.md", f"{head}---\n{QUOTE}\n")
    site.write("content/news/one.md", f"{head}authors: [Ana]\n---\nText.\n")
    site.write("content/news/three.md", f"{head}authors: [Ana, Bob, Zoé]\n---\nText.\n")
    site.build()
    return site


def tree(site: SiteFolder, name: str) -> Any:
    return html5lib.parse(site.page(f"news/{name}/index.html"), namespaceHTMLElements=False)


@pytest.mark.parametrize(
    ("name", "content", "links"),
    [("nobody", [], 0), ("one", ["Ana"], 1), ("three", ["Ana, Bob, Zoé"], 0)],
)
def test_a_program_finds_all_authors_or_none(
    site: SiteFolder, name: str, content: list[str], links: int
) -> None:
    """Many keep the first or the last of several, and take a byline's first words for a name."""
    page = tree(site, name)

    assert [
        element.get("content") for element in page.findall(".//meta[@name='author']")
    ] == content
    assert len(page.findall(".//a[@rel='author']")) == links
    assert bool(page.findall(".//*[@class='byline']")) == bool(content)
    shown = "".join(page.find(".//header[@class='page-head']").itertext())
    assert ("By Ana" in shown) == bool(content)


def test_the_headline_is_the_whole_title(site: SiteFolder) -> None:
    scripts = tree(site, "one").findall(".//script[@type='application/ld+json']")
    article = next(
        block
        for block in map(json.loads, (script.text for script in scripts))
        if "headline" in block
    )

    assert article["headline"] == TITLE


def test_summary_and_text_share_a_column_that_holds_nothing_else(site: SiteFolder) -> None:
    page = tree(site, "one")
    main = page.find(".//*[@class='layout-main']")
    columns = page.find(".//*[@class='layout']")

    assert [element.get("class") for element in main] == ["chapo", "prose"]
    assert [column.tag for column in columns] == ["div", "footer", "aside"]
    foot = page.find(".//footer[@class='site-footer']")
    assert [child.tag for child in foot.iter() if child.tag in ("p", "section")] == []


def test_a_quotation_keeps_its_speaker(site: SiteFolder) -> None:
    quotation = tree(site, "nobody").find(".//*[@class='quotation']")

    assert (quotation.tag, quotation.get("role")) == ("div", "figure")
    assert quotation.get("aria-label") == "Ana, maire"
    assert [child.tag for child in quotation] == ["blockquote", "p"]
    assert "".join(quotation[1].itertext()).strip() == "Ana, maire"
