"""Places are those that an editor shows: U+2028, NEL, a vertical tab, a form feed end no line."""

from collections.abc import Callable

import pytest

from sitegen.sources.frontmatter import split
from tests.support import SiteFolder

BREAKS = ["\u2028", "\u2029", "\x85", "\x0b", "\x0c"]
SITE = """
-- site.yaml --
title: Le\u2028hub
url: https://hub.example.org/
timezone: Europe/Paris
"""


@pytest.mark.parametrize("sign", BREAKS)
def test_a_mistake_is_told_at_the_line_and_column_of_the_editor(
    make_site: Callable[[str], SiteFolder], sign: str
) -> None:
    site = make_site(SITE.replace("\u2028", sign))
    site.write(
        "content/a.md",
        f"---\ntitle: Le{sign}café\ndate: 5 mars 2026\n---\nTexte.\n",
    )
    site.write("content/c.md", f"---\ntitle: C\n---\n\nUn{sign}deux\n\n::: alerte\n:::\n")
    site.write("content/_data/x.yaml", f"a: un{sign}deux\nb: [\n")

    diagnostics = site.build().diagnostics

    told = {(diagnostic.path, diagnostic.line, diagnostic.column) for diagnostic in diagnostics}
    assert {
        ("content/a.md", 3, 7),
        ("content/c.md", 8, 1),
        ("content/_data/x.yaml", 2, 4),
    } <= told


@pytest.mark.parametrize("sign", BREAKS)
def test_a_broken_link_is_told_where_the_editor_shows_it(
    make_site: Callable[[str], SiteFolder], sign: str
) -> None:
    site = make_site(SITE)
    site.write(
        "content/b.md",
        f"---\ntitle: Le{sign}café\n---\n\nUn{sign}deux [a](no.md)\n\n[b](nil.md)\n",
    )

    diagnostics = site.build().diagnostics

    assert [(diagnostic.line, diagnostic.column) for diagnostic in diagnostics] == [(5, 13), (7, 5)]


def test_a_soft_return_still_ends_a_line_of_the_text(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.write("content/a.md", "---\ntitle: A\n---\n- un\x0b- deux\u2028- trois\n")

    site.build()

    assert site.page("a/index.html").count("<li>") >= 3
    assert "<title>A – Le hub</title>" in site.page("a/index.html")


def test_editorial_findings_have_the_places_of_the_editor() -> None:
    parts = split("---\ntitle: A\n---\n\na\x0bb\x0bc\nd\x0be\n", "a.md", [])

    assert parts is not None
    assert parts.body == "\na\nb\nc\nd\ne\n"
    places = [parts.place(line) for line in range(1, 8)]
    assert places == [(4, 1), (5, 1), (5, 3), (5, 5), (6, 1), (6, 3), (7, 1)]
