"""What subscribers would see twice is told by the state alone: no output is kept."""

import shutil
from collections.abc import Callable

import pytest

from sitegen.checking.identities import check_identities
from sitegen.errors import Diagnostic
from sitegen.report.diagnostics import format_diagnostic
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
-- content/news/2026-01-10-a.md --
---
title: Alpha
---
Texte.
-- content/fete.md --
---
title: La fête
event: {start: 2027-03-02}
---
Texte.
-- content/bal.md --
---
title: Le bal
event: {start: 2027-03-03, id: bal}
---
Texte.
-- content/about.md --
---
title: Nous
---
Texte.
"""


@pytest.fixture
def built(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    site = make_site(SITE)
    site.build()
    shutil.rmtree(site.output)
    return site


def told(site: SiteFolder) -> list[tuple[str, str, str]]:
    """Return the path, the old name and the new one of what is told."""

    def look(inspected) -> list[Diagnostic]:  # type: ignore[no-untyped-def]
        return check_identities(inspected)

    diagnostics = site.inspect(look)
    return [
        (diagnostic.path, diagnostic.values["before"], diagnostic.values["after"])
        for diagnostic in diagnostics
    ]


def move(site: SiteFolder, old: str, new: str) -> None:
    target = site.root / "content" / new
    target.parent.mkdir(parents=True, exist_ok=True)
    (site.root / "content" / old).rename(target)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("news/2026-01-10-a.md", "news/2026-01-10-a/index.md"),
        ("news/2026-01-10-a.md", "news/2026/2026-01-10-a.md"),
        ("news/2026-01-10-a.md", "news/2026-01-10-alpha.md"),
        ("news/2026-01-10-a.md", "news/2026-01-10-a.markdown"),
        ("news/2026-01-10-a.md", "actualites/2026-01-10-a.md"),
        ("fete.md", "fete/index.md"),
    ],
)
def test_a_moved_article_or_event_is_told_until_it_is_built(
    built: SiteFolder, old: str, new: str
) -> None:
    assert told(built) == []
    move(built, old, new)

    assert told(built) == [(f"content/{new}", old, new)]

    built.build()
    assert told(built) == []


@pytest.mark.parametrize("path", ["bal.md", "about.md"])
def test_what_has_an_id_of_its_own_or_none_moves_freely(built: SiteFolder, path: str) -> None:
    move(built, path, path.replace(".md", "/index.md"))

    assert told(built) == []


def test_another_article_in_the_place_of_one_that_is_gone_is_new(built: SiteFolder) -> None:
    built.remove("content/news/2026-01-10-a.md")
    built.write("content/news/2026-01-12-b.md", "---\ntitle: Bêta\n---\n")

    assert told(built) == []


def test_a_renamed_section_is_told_once(built: SiteFolder) -> None:
    for day in range(11, 16):
        built.write(f"content/news/2026-01-{day}-x.md", f"---\ntitle: T{day}\nslug: t{day}\n---\n")
    built.build()
    (built.root / "content/news").rename(built.root / "content/actualites")

    assert told(built) == [("content/actualites", "news/", "actualites/")]


def test_a_new_host_is_told_where_it_is_written(built: SiteFolder) -> None:
    built.replace("site.yaml", "hub.example.org", "www.example.org")

    (diagnostic,) = built.inspect(check_identities)

    assert format_diagnostic(diagnostic).startswith(
        "site.yaml:2:6: warning: published as `hub.example"
    )


@pytest.mark.parametrize("options", [{"base_url": "http://127.0.0.1/"}, {"drafts": True}])
def test_a_build_for_once_is_not_what_was_published(
    built: SiteFolder, options: dict[str, str]
) -> None:
    built.write("content/news/2026-01-12-d.md", "---\ntitle: D\ndraft: true\n---\n")
    built.build(**options)  # type: ignore[arg-type]
    move(built, "news/2026-01-12-d.md", "news/2026-01-12-e.md")

    assert told(built) == []
