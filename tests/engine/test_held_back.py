"""What a build with mistakes holds back: first builds, lost states, embargoes, dead links."""

from collections.abc import Callable

import pytest

from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
-- content/news/2026-01-05-good.md --
---
title: Bon
---
Voir [l’autre](2026-01-06-other.md).
-- content/news/2026-01-06-other.md --
---
title: Autre
---
Un texte.
"""
GOOD, OTHER = "content/news/2026-01-05-good.md", "content/news/2026-01-06-other.md"


def codes(site: SiteFolder, now: str = "2026-11-22") -> list[str]:
    return [one.code for one in site.build(now=now).diagnostics]


def test_a_first_build_leaves_out_what_is_in_error_and_links_to_it_from_nowhere(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.replace(OTHER, "title:", "titel:")

    told = codes(site)

    assert told == ["missing-key", "unknown-key-near"]
    assert not any(b"news/other" in content for content in site.tree().values())
    assert "l’autre" in site.page("news/good/index.html")

    site.replace(OTHER, "titel:", "title:")
    assert codes(site) == []
    assert 'href="/news/other/"' in site.page("news/good/index.html")


def test_where_the_state_is_lost_a_build_with_errors_writes_nothing(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.build()
    before = site.tree()
    (site.root / ".sitegen/state.db").unlink()
    site.replace(OTHER, "title:", "titel:")
    site.replace(GOOD, "title: Bon", "title: Meilleur")

    told = codes(site)

    assert told == ["nothing-written", "missing-key", "unknown-key-near"]
    assert site.tree() == before

    site.replace(OTHER, "titel:", "title:")
    assert codes(site) == []
    assert "Meilleur" in site.page("index.html")


def test_an_embargo_that_was_meant_to_be_longer_is_not_lifted_by_a_mistake(
    make_site: Callable[[str], SiteFolder],
) -> None:
    """The form of yesterday was not published: it does not stand in for that of today."""
    site = make_site(SITE)
    site.replace(OTHER, "title:", "embargo: 2026-11-24\ntitle:")
    site.replace(GOOD, "Voir", "Texte. Voir")
    site.build(now="2026-11-22")
    site.replace(OTHER, "embargo: 2026-11-24\ntitle:", "embargo: 2026-12-24\ntitel: x\ntitle:")

    for now in ("2026-11-23", "2026-11-25", "2026-11-26"):
        assert "unknown-key-near" in codes(site, now)
        assert not any("Un texte." in page.decode("utf-8", "ignore") for page in _pages(site))


def _pages(site: SiteFolder) -> list[bytes]:
    return [content for path, content in site.tree().items() if path.endswith((".html", ".xml"))]


def test_what_expires_while_it_stands_in_an_earlier_form_goes(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.replace(GOOD, "Voir [l’autre](2026-01-06-other.md).", "Texte.")
    site.replace(OTHER, "title:", "expires: 2026-11-24\ntitle:")
    site.build(now="2026-11-22")
    site.replace(OTHER, "title:", "titel:")

    site.build(now="2026-11-23")
    assert site.has("news/other/index.html")
    site.build(now="2026-11-25")
    assert not site.has("news/other/index.html")


@pytest.mark.parametrize(
    "link", ["[là](absent.md)", "[là](absent.pdf)", "[là](2026-01-05-good.md#absent)"]
)
def test_a_dead_link_is_an_error_or_a_warning_as_the_site_chooses(
    make_site: Callable[[str], SiteFolder], link: str
) -> None:
    site = make_site(SITE)
    site.build()
    site.write("content/news/2026-01-07-new.md", f"---\ntitle: Neuf\n---\nVoir {link}.\n")

    strict = site.build()
    assert len(strict.errors) == 1
    assert not any(b"Neuf" in content for content in site.tree().values())

    site.append("site.yaml", "check: {dead_links: warning}\n")
    mild = site.build()
    assert mild.errors == []
    assert [one.code for one in mild.diagnostics] == [one.code for one in strict.diagnostics]
    assert "Neuf" in site.page("index.html")
    assert "absent.md" not in site.page("news/new/index.html")


def test_workers_that_open_the_site_themselves_show_what_stands(
    make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that was not forked reads the forms that stand from the state."""
    site = make_site(SITE)
    site.build()
    before = site.tree()
    site.replace(OTHER, "Un texte.", "Un texte changé, [là](absent.md).")
    monkeypatch.setattr("sitegen.engine.workers.pool.Workers.inherit", lambda self: False)
    monkeypatch.setattr("sitegen.engine.stages.render._SESSIONS", _Forgetful())
    (site.output / "news/other/index.html").unlink()
    (site.output / "feed.xml").unlink()

    report = site.build()

    assert [one.code for one in report.diagnostics] == ["broken-link"]
    assert site.tree() == before


class _Forgetful(dict):  # type: ignore[type-arg]
    """Sessions, none of which is found by its key the first time."""

    def get(self, key: object, default: object = None) -> None:
        return None
