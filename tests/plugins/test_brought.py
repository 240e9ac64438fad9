"""The plugins that sitegen brings: what their pages show, and what becomes of mistakes in data."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.plugins.finding import CHECKOUT
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
language: fr
plugins: [cards, members]
plugin_options: {members: {title: Nos adhérents}}
-- content/_data/chiffres.csv --
cle,valeur,libelle,suffixe
adherents,12 500,collectivités adhérentes,
part,"3,5",de la population,%
-- content/_data/members.yaml --
- {name: Tours, region: Centre, url: "https://tours.example.org/", coordinates: [47.4, 0.69]}
- {name: Brest, region: Bretagne, address: 2 rue Frézier, since: 2019}
-- content/about.md --
---
title: À propos
---
Un.

::: stats chiffres source="Rapport"

::: stats chiffres only=part
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    site = SiteFolder(tmp_path_factory.mktemp("site"))
    site.lay_out(SITE)
    assert site.build().diagnostics == []
    return site


@pytest.mark.parametrize("path", sorted(Path(CHECKOUT).glob("*.py")), ids=lambda path: path.name)
def test_each_is_under_eighty_lines_and_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert len(text.splitlines()) < 80
    assert text.startswith('"""')
    assert (Path(CHECKOUT).parent / f"docs/plugin-{path.stem}.md").is_file()


def test_cards_show_numbers_as_the_language_writes_them(built: SiteFolder) -> None:
    page = built.page("about/index.html")

    assert "<strong>12\u202f500</strong>" in page
    assert "<strong>3,5\u202f%</strong>" in page
    assert page.count("collectivités adhérentes") == 1
    assert page.count("de la population") == 2
    assert "Rapport" in page


def test_a_directory_is_a_page_and_a_map(built: SiteFolder) -> None:
    page = built.page("membres/index.html")
    map_data = json.loads(built.page("members.geojson"))

    assert page.index("Bretagne") < page.index("Centre")
    assert '<a href="https://tours.example.org/">Tours</a>' in page
    assert "Brest, 2 rue Frézier, depuis 2019" in page
    assert "<h1>Nos adhérents</h1>" in page
    assert [feature["geometry"]["coordinates"] for feature in map_data["features"]] == [
        [0.69, 47.4]
    ]
    assert "https://hub.example.org/membres/" in built.page("sitemap.xml")


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("12 500", "beaucoup", "`adherents`"),
        ("part,", "autre,", "`part`"),
        ("cle,valeur", "cle,nombre", "`valeur`"),
    ],
)
def test_a_mistake_in_the_data_keeps_the_page_and_names_the_row(
    make_site: Callable[[str], SiteFolder], old: str, new: str, word: str
) -> None:
    site = make_site(SITE)
    site.build()
    before = site.page("about/index.html")
    site.replace("content/_data/chiffres.csv", old, new)

    report = site.build()

    assert [error.code for error in report.errors] == ["plugin-failed-at"]
    assert word in str(report.errors[0].values["reason"])
    assert report.unchanged >= 0
    assert site.page("about/index.html") == before


def git(folder: Path, *arguments: str, day: str = "2026-03-05") -> None:
    moment = f"{day}T23:30:00+00:00"
    own = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "GIT_CONFIG_GLOBAL": os.devnull}
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *arguments]
    subprocess.run(command, cwd=folder, env=os.environ | own, check=True, capture_output=True)


UPDATED = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
language: fr
plugins: [updated]
-- .gitignore --
output/
.sitegen/
-- content/about.md --
---
title: À propos
---
Un.
-- content/news/2026-01-01-first.md --
---
title: First
---
Un.
"""


@pytest.mark.slow
def test_a_page_says_when_it_was_committed_last(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(UPDATED)
    git(site.root, "init", "-q")
    assert "jour le" not in _built(site)

    git(site.root, "add", ".")
    git(site.root, "commit", "-qm", "Un")
    assert "Mis à jour le 6\u00a0mars 2026" in _built(site)
    assert "jour le" not in site.page("news/first/index.html")

    site.append("content/about.md", "\nDeux.\n")
    assert "Mis à jour le 6\u00a0mars 2026" in _built(site)
    git(site.root, "commit", "-qam", "Deux", day="2026-04-01")
    assert "Mis à jour le 2\u00a0avril 2026" in _built(site)
    report = site.build()
    assert (report.written, report.rendered) == ([], {})


def test_a_history_that_is_cut_is_told_and_dates_stay(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(UPDATED)
    git(site.root, "init", "-q")
    git(site.root, "add", ".")
    git(site.root, "commit", "-qm", "Un")
    before = _built(site)
    head = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=site.root, capture_output=True, text=True, check=True
    )
    site.write(".git/shallow", head.stdout)

    report = site.build()

    assert [error.code for error in report.errors] == ["plugin-failed"]
    assert "unshallow" in str(report.errors[0].values["reason"])
    assert site.page("about/index.html") == before


def _built(site: SiteFolder) -> str:
    site.age()
    assert site.build().diagnostics == []
    return site.page("about/index.html")


def test_what_was_written_and_held_back_is_counted_once(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path)
    site.lay_out(SITE)
    site.remove("content/_data/chiffres.csv")

    report = site.build()

    assert [error.code for error in report.errors] == ["plugin-failed-at"]
    assert set(report.written) <= site.tree().keys()
    assert report.unchanged >= 0
