"""The theme `sobre` says all that `association` says, in a few bytes."""

import re
from collections.abc import Callable
from urllib.parse import urldefrag

import pytest
from coloraide import Color

from tests.demo_site import KINDS, PROJECT, Demo
from tests.html_checks import Page
from tests.support import SiteFolder

SHEET = "assets/style.css"
LANGUAGES = """
-- site.yaml --
title: Le hub
url: https://hub.example.org/
theme: sobre
languages: {fr: {}, en: {title: The hub}}
-- content/news/forum.md --
---
title: Le forum
date: 2026-01-10
---
Un texte.
-- content/news/forum.en.md --
---
title: The forum
date: 2026-01-10
translates: forum.md
---
A text.
"""


def links(demo: Demo, kind: str) -> set[str]:
    """Return where the page leads, without the places within pages."""
    main = demo.page(kind).all("main")[0]
    return {
        urldefrag(element.attrib["href"])[0]
        for element in main.iter("a")
        if "href" in element.attrib
    }


@pytest.mark.slow
def test_it_builds_the_demo_without_anything_to_mend(sober_demo: Demo) -> None:
    assert sober_demo.report.diagnostics == []
    assert sober_demo.site.check() == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_leads_wherever_the_other_theme_leads(
    demo: Demo, sober_demo: Demo, kind: str
) -> None:
    assert links(demo, kind) - links(sober_demo, kind) == set()
    assert sober_demo.page(kind).parse_errors == []


@pytest.mark.slow
def test_every_page_loads_one_small_sheet_no_font_and_hardly_a_script(sober_demo: Demo) -> None:
    css = sober_demo.root / SHEET
    assert 4_000 < css.stat().st_size < 6_000
    published = {path.name for path in (sober_demo.root / "assets").iterdir()}
    assert {name for name in published if name.endswith((".css", ".woff2"))} == {
        "style.css", "feed.css"
    }  # fmt: skip
    assert "@font-face" not in css.read_text(encoding="utf-8")
    scripts = {}
    for kind in KINDS:
        page = sober_demo.page(kind)
        sheets = [link for link in page.all("link") if link.attrib.get("rel") == "stylesheet"]
        assert [sheet.attrib["href"].partition("?")[0] for sheet in sheets] == [f"/{SHEET}"], kind
        assert not [link for link in page.all("link") if link.attrib.get("as") == "font"]
        sources = [script.attrib["src"] for script in page.all("script") if "src" in script.attrib]
        scripts[kind] = {re.sub(r".*/|\?.*", "", source) for source in sources}
    assert {kind: some for kind, some in scripts.items() if some} == {
        "article": {"site.js"},  # it has a table
        "article with shortcodes": {"embed.js"},
        "page": {"site.js"},
        "search": {"search.js"},
    }


@pytest.mark.slow
def test_lists_hold_no_pictures(sober_demo: Demo) -> None:
    for kind in ("home", "section", "tag", "archive of a year", "agenda"):
        images = [image.attrib["src"] for image in sober_demo.page(kind).all("img")]
        assert images == ["/logo.svg"], kind


@pytest.mark.parametrize("accent", ["#ffd400", "#000000", "#ffffff", "#808080", "#00ff00"])
def test_its_colours_can_be_read_whatever_the_accent(
    make_site: Callable[[], SiteFolder], accent: str
) -> None:
    site = make_site()
    site.append("site.yaml", f'theme: sobre\ntheme_options: {{accent: "{accent}"}}\n')
    assert site.build().diagnostics == []

    schemes = re.findall(r":root\{([^}]*)\}", site.page(SHEET))[:2]
    for scheme in schemes:
        colours = dict(re.findall(r"--(\w+):(#\w{6})", scheme))
        for name in ("ink", "muted", "alert", "accent"):
            assert Color(colours[name]).contrast(colours["paper"]) >= 4.5, (name, scheme)
        assert Color(colours["on"]).contrast(colours["accent"]) >= 4.5
    assert len(schemes) == 2


def test_it_hides_nothing_but_what_a_page_of_text_needs_otherwise() -> None:
    """What it shares with `association` stands there alone."""
    folder = PROJECT / "themes/sobre"
    files = [path for path in folder.rglob("*") if path.is_file()]

    below = PROJECT / "themes/association"
    assert all((below / file.relative_to(folder)).is_file() for file in files)
    assert sum(file.stat().st_size for file in files) < 12_000


def test_a_site_in_two_languages_has_its_choice_of_them_without_another_sheet(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(LANGUAGES)
    assert site.build().diagnostics == []

    page = Page(site.output, "en/news/forum/index.html")
    heads = {link.attrib.get("hreflang"): link.attrib["href"] for link in page.all("link")}
    (choice,) = [nav for nav in page.all("nav") if nav.attrib.get("class") == "languages"]
    sheets = [link for link in page.all("link") if link.attrib.get("rel") == "stylesheet"]

    assert {"fr", "en"} <= set(heads)
    assert [element.attrib["href"] for element in choice.iter("a")] == ["/news/forum/"]
    assert len(sheets) == 1
