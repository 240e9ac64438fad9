"""Which pages a site has."""

import re
from collections.abc import Callable

import pytest

from sitegen.errors import UsageError
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
per_page: 4
-- content/about.md --
---
title: À propos
---
-- content/agenda/_index.md --
---
title: Nos rendez-vous
---
Une introduction.
-- content/agenda/2026-01-05-fete.md --
---
title: Fête
tags: [eau]
author: Zoé
event: {start: 2027-01-30, end: 2027-02-02}
aliases: [/ancienne.html, /vieux]
---
"""


@pytest.fixture
def site(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    site = make_site(SITE)
    for day in range(1, 8):
        site.write(f"content/news/2026-01-{day:02d}-a{day}.md", f"---\ntitle: A{day}\n---\n")
    assert site.build().diagnostics == []
    return site


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "about/index.html",
        "news/index.html",
        "news/page/2/index.html",
        "news/a1/index.html",
        "news/feed.xml",
        "agenda/fete/index.html",
        "agenda/fete/event.ics",
        "agenda/index.html",
        "agenda/2027/index.html",
        "agenda/2027/01/index.html",
        "agenda/2027/02/index.html",
        "agenda/passes/index.html",
        "agenda.ics",
        "tags/index.html",
        "tags/eau/index.html",
        "tags/eau/feed.xml",
        "tags/eau.ics",
        "auteurs/index.html",
        "auteurs/zoe/index.html",
        "auteurs/zoe/feed.xml",
        "archives/index.html",
        "archives/2026/index.html",
        "archives/2026/01/index.html",
        "feed.xml",
        "rss.xml",
        "feed.json",
        "sitemap.xml",
        "robots.txt",
        "404.html",
        "ancienne.html",
        "vieux/index.html",
    ],
)
def test_the_pages_of_the_contract(site: SiteFolder, path: str) -> None:
    assert site.has(path)


def test_a_page_without_date_stands_in_no_list_and_no_feed(site: SiteFolder) -> None:
    for path in ("feed.xml", "archives/2026/index.html", "rss.xml"):
        assert "À propos" not in site.page(path)


def test_the_agenda_takes_the_place_of_its_section(site: SiteFolder) -> None:
    page = site.page("agenda/index.html")

    assert "Fête" in page
    assert "Une introduction." in page


def test_a_month_without_events_has_no_page(site: SiteFolder) -> None:
    assert not site.has("agenda/2026/12/index.html")
    assert not site.has("agenda/2027/03/index.html")


def test_a_file_of_the_site_replaces_a_page_that_sitegen_would_make(site: SiteFolder) -> None:
    site.write("content/robots.txt", "User-agent: *\nDisallow: /\n")
    site.write("content/assets/style.css", "body {}")

    assert site.build().diagnostics == []
    assert site.page("robots.txt") == "User-agent: *\nDisallow: /\n"
    assert site.page("assets/style.css") == "body {}"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("content/news/x.md", "content/news/X.md"),
        ("content/news/x.md", "content/news/2026-02-02-x.md"),
        ("content/x/index.html", "content/x.md"),
    ],
)
def test_two_documents_of_one_address_are_both_named(
    site: SiteFolder, first: str, second: str
) -> None:
    for path in (first, second):
        site.write(path, "---\ntitle: X\ndate: 2026-01-01\nsection: news\n---\n")
    if second == "content/x.md":
        site.write(first, "<!DOCTYPE html><title>X</title>")
        site.write(second, "---\ntitle: X\n---\n")

    (diagnostic,) = site.build().diagnostics

    assert diagnostic.code == "address-twice"
    assert {diagnostic.path, diagnostic.values["other"]} == {first, second}


def test_a_new_article_rewrites_the_first_page_of_its_section_and_no_other(
    site: SiteFolder,
) -> None:
    site.write("content/news/2026-01-09-a9.md", "---\ntitle: A9\n---\n")

    rendered = site.build().rendered

    assert "news/index.html" in rendered
    assert "news/page/2/index.html" not in rendered


@pytest.mark.parametrize(
    "taken",
    ["/feed.xml", "/sitemap.xml", "/agenda.ics", "/assets/style.css", "/robots.txt", "/404.html",
     "/", "/news/", "/news/a1/", "/feed.xml/"],
)  # fmt: skip
def test_a_former_address_takes_none_that_is_in_use(site: SiteFolder, taken: str) -> None:
    text = "---\ntitle: X\nevent: {start: 2026-12-01}\naliases: [/old/, ADDRESS]\n---\n"
    site.write("content/x.md", text.replace("ADDRESS", taken))

    (diagnostic,) = site.build().diagnostics

    assert (diagnostic.code, diagnostic.path, diagnostic.line, diagnostic.column) == (
        "alias-taken",
        "content/x.md",
        4,
        18,
    )
    assert diagnostic.values["address"] == taken.replace("l/", "l")
    assert diagnostic.values["other"]


@pytest.mark.parametrize(("extra", "line", "column"), [("", 2, 8), ("section: news\n", 4, 10)])
def test_an_address_that_cannot_be_is_told_where_it_comes_from(
    site: SiteFolder, extra: str, line: int, column: int
) -> None:
    site.append("site.yaml", "\nurls: {article: '/{slug}-{slug}-{slug}-{section}/'}\n")
    site.write(f"content/news/{'x' * 90}.md", f"---\ntitle: X\ndate: 2026-01-01\n{extra}---\n")

    (diagnostic,) = site.build().diagnostics

    assert (diagnostic.code, diagnostic.line, diagnostic.column) == ("unsafe-address", line, column)


def test_a_section_that_another_spelling_has_made_is_told_once_at_its_key(site: SiteFolder) -> None:
    site.write("content/x.md", "---\ntitle: X\ndate: 2026-01-01\nsection: News\n---\n")

    (diagnostic,) = site.build().diagnostics

    assert (diagnostic.code, diagnostic.path, diagnostic.line, diagnostic.column) == (
        "section-taken",
        "content/x.md",
        4,
        10,
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (
            "language: en",
            {"authors/zoe/", "authors/", "agenda/past/", "agenda/subscribe/", "search/",
             "accessibility/"},
        ),
        (
            "language: pl\nurls: {agenda: /kalendarz/, search: /szukaj/}",
            {"authors/zoe/", "kalendarz/past/", "kalendarz/subscribe/", "szukaj/",
             "accessibility/"},
        ),
        (
            "language: en-GB\nurls: {author: '/auteurs/{slug}/', search: /recherche/,"
            " accessibility: /accessibilite/, agenda_past: /agenda/passes/,"
            " agenda_subscribe: /agenda/abonnement/}",
            {"auteurs/zoe/", "auteurs/", "agenda/passes/", "agenda/abonnement/", "recherche/",
             "accessibilite/"},
        ),
        (
            "language: fr-CA",
            {"auteurs/zoe/", "auteurs/", "agenda/passes/", "agenda/abonnement/", "recherche/",
             "accessibilite/"},
        ),
    ],
)  # fmt: skip
def test_addresses_are_in_the_language_of_the_site_or_as_it_chose(
    site: SiteFolder, settings: str, expected: set[str]
) -> None:
    """A site that is online keeps what it has by writing it."""
    accessibility = "search: true\naccessibility: {conformance: none, declared: 2026-01-01}"
    site.append("site.yaml", f"\n{settings}\n{accessibility}\n")
    site.build()

    pages = {path.removesuffix("index.html") for path in site.tree() if path.endswith("index.html")}
    assert expected <= pages
    own = re.compile("auteurs|authors|passes|past|abonnement|subscribe|recherche|search|accessib")
    others = {page for page in pages if own.search(page)} - expected
    assert {page for page in others if page not in ("authors/", "auteurs/")} == set()
    agenda = site.page(
        next(address for address in expected if re.search("past|passes", address)) + "index.html"
    )
    links = set(re.findall('href="/([^"#]*)"', agenda))
    built = {path.removesuffix("index.html") for path in site.tree()}
    assert {link.partition("?")[0] for link in links} <= built


@pytest.mark.parametrize(
    "own",
    ["/agenda/fete/", "/agenda/fete", "/agenda/fete/index.html", "agenda/fete/",
     "/agenda/fete/?print=1", "/agenda/fete/#plan"],
)  # fmt: skip
def test_the_documents_own_address_needs_no_redirect_and_is_no_mistake(
    site: SiteFolder, own: str
) -> None:
    site.replace("content/agenda/2026-01-05-fete.md", "/vieux]", f'/vieux, "{own}"]')

    report = site.build()

    assert report.diagnostics == []
    assert "<h1" in site.page("agenda/fete/index.html")


def test_a_former_address_may_be_written_twice(site: SiteFolder) -> None:
    site.replace("content/agenda/2026-01-05-fete.md", "/vieux]", "/vieux, /vieux/]")

    assert site.build().diagnostics == []


@pytest.mark.parametrize(
    ("alias", "sign", "file"),
    [
        ("/spip.php?article12", "?", "spip.php"),
        ("/index.php?id=3#haut", "?", "index.php"),
        ("/actualites.html#forum", "#", "actualites.html"),
        ("/?p=1284", "?", None),
        ("page?id=4", "?", "page/index.html"),
    ],
)
def test_a_former_address_with_a_query_takes_no_file_from_others(
    site: SiteFolder, alias: str, sign: str, file: str | None
) -> None:
    site.replace("content/agenda/2026-01-05-fete.md", "/vieux]", f'"{alias}"]')

    (diagnostic,) = site.build().diagnostics

    assert (diagnostic.code, diagnostic.line, diagnostic.column) == ("alias-beyond-path", 6, 27)
    assert diagnostic.values == {
        "address": alias,
        "sign": sign,
        "suggestion": alias.partition(sign)[0],
    }
    assert file is None or not site.has(file)
    assert "http-equiv" in site.page("ancienne.html")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("fête", "fete"),
        ("fetes/eau", "fetes-eau"),
        (".fete", "fete"),
        ("Fete de l'eau", "fete-de-l-eau"),
        ("x" * 99 + "-" + "y" * 101, "x" * 99),
    ],
)
def test_a_slug_that_cannot_stand_in_an_address_is_refused(
    site: SiteFolder, written: str, meant: str
) -> None:
    site.replace("content/agenda/2026-01-05-fete.md", "author: Zoé", f"slug: {written}")

    (diagnostic,) = site.build().diagnostics

    assert (diagnostic.code, diagnostic.line, diagnostic.column) == ("slug-refused", 4, 7)
    assert diagnostic.values == {"value": written, "suggestion": meant}
    site.replace("content/agenda/2026-01-05-fete.md", f"slug: {written}", f"slug: {meant}")
    assert site.build().diagnostics == []
    assert site.has(f"agenda/{meant}/index.html")


@pytest.mark.parametrize("written", ["Fete-2027", "v1.2", "fete_de_l_eau", "fete--eau", "x" * 150])
def test_a_slug_that_can_stand_in_an_address_is_obeyed_as_it_is_written(
    site: SiteFolder, written: str
) -> None:
    site.replace("content/agenda/2026-01-05-fete.md", "author: Zoé", f"slug: {written}")

    assert site.build().diagnostics == []
    assert site.has(f"agenda/{written}/index.html")


@pytest.mark.parametrize(
    ("key", "pattern", "meant"),
    [
        ("article", "/{section}/{slug}", "/{section}/{slug}/"),
        ("article", "/{slug}.php", "/{slug}.php/"),
        ("tag", "/themes/{slug}", "/themes/{slug}/"),
        ("tag", "/themes/{slug}.html", "/themes/{slug}/"),
        ("author", "/par-{slug}", "/par-{slug}/"),
        ("archives", "/archives.html", "/archives/"),
        ("agenda", "/dates", "/dates/"),
        ("search", "/recherche", "/recherche/"),
    ],
)
def test_a_pattern_whose_files_would_have_no_ending_is_told(
    site: SiteFolder, key: str, pattern: str, meant: str
) -> None:
    site.append("site.yaml", f"\nurls:\n  {key}: '{pattern}'\n")

    with pytest.raises(UsageError) as caught:
        site.build()

    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.code, diagnostic.path, diagnostic.line) == ("pattern-open", "site.yaml", 6)
    assert diagnostic.values == {"key": key, "value": pattern, "suggestion": meant}


@pytest.mark.parametrize("pattern", ["/{slug}.html", "/{year}/{slug}.htm", "/{slug}/"])
def test_articles_may_be_files_with_an_ending(site: SiteFolder, pattern: str) -> None:
    site.append("site.yaml", f"\nurls: {{article: '{pattern}'}}\n")

    assert site.build().diagnostics == []


def test_the_settings_lead_on_from_addresses_that_are_no_documents(site: SiteFolder) -> None:
    site.replace(
        "site.yaml",
        "title:",
        "redirects:\n  /tag/vieux/: /agenda/fete/\n  /flux.html: https://example.org/flux\n"
        "  /perdu/: /nulle-part/\ntitle:",
    )

    report = site.build()

    assert [diagnostic.code for diagnostic in report.diagnostics] == ["redirect-dead"]
    moved = site.page("tag/vieux/index.html")
    assert 'content="0; url=/agenda/fete/"' in moved
    assert ">Fête</a>" in moved
    assert 'href="https://example.org/flux"' in site.page("flux.html")
    assert not (site.output / "perdu").exists()
