"""A site whose documents stand in another folder than `content/`, or beside its `site.yaml`."""

from collections.abc import Callable

import pytest

from sitegen.engine.explaining import explain
from sitegen.errors import UsageError
from sitegen.server.watch import Watcher
from tests.support import SiteFolder, places

SITE = """
-- site.yaml --
title: Guide
url: https://guide.example.org/
content: .
-- index.md --
---
title: Accueil
---
Voir [la suite](next/page.md) et ![un plan](plan.svg).
-- next/page.md --
---
title: La suite
---
Un texte.
-- plan.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>
-- themes/association/static/own.txt --
Un fichier du thème.
"""


@pytest.fixture
def site(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    return make_site(SITE)


def test_documents_stand_beside_the_site_file(site: SiteFolder) -> None:
    assert site.build().diagnostics == []

    assert '<a href="/next/page/">' in site.page("index.html")
    assert site.has("plan.svg")


def test_what_is_no_document_beside_them_is_not_published(site: SiteFolder) -> None:
    site.build()
    site.output = site.root / "public"
    report = site.build()

    assert report.diagnostics == []
    assert not site.has("site.yaml")
    assert not site.has("themes/association/static/own.txt")
    assert not site.has("output/index.html")  # another build wrote it
    assert site.has("own.txt")


def test_a_second_build_does_nothing(site: SiteFolder) -> None:
    site.build()

    assert site.build().written == []


def test_mistakes_are_told_where_they_stand(site: SiteFolder) -> None:
    site.append("next/page.md", "\n[Rien](nothing.md)\n")

    assert places(site.build()) == {"next/page.md:6": "broken-link"}


def test_a_source_is_explained_by_its_path(site: SiteFolder) -> None:
    site.build()

    explained = site.inspect(lambda opened: explain(opened, "next/page.md"))

    assert explained.page.path == "next/page/index.html"


def test_a_folder_of_another_name(site: SiteFolder) -> None:
    site.replace("site.yaml", "content: .", "content: docs/pages/")
    site.write("docs/pages/only.md", "---\ntitle: Seule\n---\n[x](nothing.md)\n")

    report = site.build()

    assert places(report) == {"docs/pages/only.md:4": "broken-link"}
    assert not site.has("index.md")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("../elsewhere", "bad-content-folder"),
        ("/etc", "bad-content-folder"),
        ("themes/association", "bad-content-folder"),
        (".sitegen", "bad-content-folder"),
        ("missing", "no-content-folder"),
    ],
)
def test_a_folder_that_cannot_be_is_refused(site: SiteFolder, written: str, code: str) -> None:
    site.replace("site.yaml", "content: .", f"content: {written}")

    with pytest.raises(UsageError) as refused:
        site.build()

    assert [(diagnostic.code, diagnostic.line) for diagnostic in refused.value.diagnostics] == [
        (code, 3)
    ]


def test_the_preview_watches_documents_and_nothing_that_builds_write(site: SiteFolder) -> None:
    site.build()

    with Watcher(str(site.root), content=".") as watcher:
        site.write("output/page.html", "written")
        site.write(".sitegen/preview/page.html", "written")
        assert watcher.wait(0.4) == []
        site.write("next/page.md", "---\ntitle: Autre\n---\n")
        assert watcher.wait(5) == ["next/page.md"]
        site.write("other.md", "---\ntitle: Neuf\n---\n")
        assert watcher.wait(5) == ["other.md"]


def test_links_out_of_the_content_lead_to_where_it_is_read(site: SiteFolder) -> None:
    site.append("next/page.md", "\n[Le code](../../tool.py) et [la licence](../../LICENSE#x)\n")
    assert "link-leaves" in places(site.build()).values()

    view = "https://git.example.org/tool/blob/main/docs/"
    site.append("site.yaml", f"repository: {{view: {view}}}\n")

    assert site.build().diagnostics == []
    html = site.page("next/page/index.html")
    assert 'href="https://git.example.org/tool/blob/main/tool.py"' in html
    assert 'href="https://git.example.org/tool/blob/main/LICENSE#x"' in html


def test_a_title_written_as_a_heading_stands_once(site: SiteFolder) -> None:
    site.write("next/page.md", "---\ntitle: La suite\n---\n\n# La suite\n\nUn texte.\n")
    assert site.build().diagnostics == []
    assert site.page("next/page/index.html").count("<h1") == 1

    site.append("next/page.md", "\n[Rien](nothing.md)\n")

    assert places(site.build()) == {"next/page.md:9": "broken-link"}  # no line was lost
