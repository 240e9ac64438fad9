"""A site of Pelican moves in: heads of lines, reStructuredText, HTML, braces, addresses."""

import datetime as dt
from pathlib import Path

import pytest

from sitegen.importing.kinds.pelican import pelican_slug
from sitegen.importing.kinds.pelican_settings import read_settings
from sitegen.importing.material import Material
from sitegen.importing.registry import choose_kind
from tests.imaging.pictures import photograph
from tests.importing.imported import Imported, import_from, write_files

FILES: dict[str, str | bytes] = {
    "pelicanconf.py": """\
import os
SITENAME = "Les Élus"
SITEURL = "https://elus.example.org"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
AUTHOR = "La rédaction"
STATIC_PATHS = ["images", "extra"]
ARTICLE_URL = "{date:%Y}/{date:%m}/{slug}/"
PAGE_URL = os.environ.get("PAGE_URL", "x")
""",
    "content/actus/forum.md": """\
Title: Forum : l'école
Date: 2019-05-14 09:30
Modified: 2019-05-20
Tags: forum, école
Authors: Lavergnat, Nadia; Claire Vasselin
Summary: Deux jours
    à *Nantes*.
Source_id: 12

Voir [le bilan]({filename}bilan.rst), [nous]({filename}/pages/nous.md),
![]({static}/images/salle.jpg), [forum]({tag}Forum).
""",
    "content/actus/bilan.rst": """\
Le bilan
========

:date: 2019-06-03
:tags: bilan
:category: Comptes rendus
:status: draft

Un texte *en italique*.

Un titre
--------

- un
- deux

.. include:: /etc/hostname
""",
    "content/2019-07-01-vieux.html": """\
<html><head><title>Vieux texte</title><meta name="tags" content="a, b"></head>
<body><p>Un <b>texte</b>.</p></body></html>
""",
    "content/pages/nous.md": "Title: Nous\nSlug: nous\n\nNous.\n",
    "content/images/salle.jpg": photograph(),
    "content/extra/CNAME": "elus.example.org\n",
}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    folder = tmp_path_factory.mktemp("pelican")
    write_files(folder / "former", FILES)
    return import_from("pelican", folder / "former", folder / "site", "/2019/05/forum-lecole/")


def test_every_text_has_its_file(imported: Imported) -> None:
    assert imported.texts == [
        "actus/2019-05-14-forum-lecole.md",
        "comptes-rendus/2019-06-03-le-bilan.md",
        "misc/2019-07-01-vieux-texte.md",
        "pages/nous.md",
    ]


def test_heads_of_lines_become_keys(imported: Imported) -> None:
    assert imported.front("actus/2019-05-14-forum-lecole.md") == {
        "title": "Forum : l'école",
        "date": "2019-05-14 09:30",
        "updated": dt.date(2019, 5, 20),
        "authors": ["Lavergnat, Nadia", "Claire Vasselin"],
        "tags": ["forum", "école"],
        "summary": "Deux jours à Nantes.",
        "extra": {"source_id": "12"},
    }
    assert imported.front("misc/2019-07-01-vieux-texte.md")["author"] == "La rédaction"


def test_braces_become_paths(imported: Imported) -> None:
    assert imported.body("actus/2019-05-14-forum-lecole.md") == (
        "Voir [le bilan](../comptes-rendus/2019-06-03-le-bilan.md), [nous](../pages/nous.md),\n"
        "![](../images/salle.jpg), [forum](/tags/forum/)."
    )


def test_restructured_text_becomes_markdown_and_reads_no_file(imported: Imported) -> None:
    assert imported.front("comptes-rendus/2019-06-03-le-bilan.md") == {
        "title": "Le bilan",
        "date": dt.date(2019, 6, 3),
        "author": "La rédaction",
        "tags": ["bilan"],
        "draft": True,
    }
    assert imported.body("comptes-rendus/2019-06-03-le-bilan.md") == (
        "Un texte *en italique*.\n\n## Un titre\n\n- un\n- deux"
    )


def test_what_only_running_the_settings_would_tell_is_told(imported: Imported) -> None:
    assert imported.report.notes["setting", "PAGE_URL"].count == 1


def test_the_site_builds_and_every_address_answers(imported: Imported) -> None:
    told = imported.build()

    assert {diagnostic.code for diagnostic in told} <= {"image-without-alt", "link-unpublished"}
    assert imported.settings["urls"]["article"] == "/{year}/{month}/{slug}/"
    assert imported.settings["markdown"] == {"engine": "markdown"}
    for address in ("/pages/nous.html", "/tag/forum.html", "/category/actus.html",
                    "/feeds/all.atom.xml", "/feeds/actus.atom.xml"):  # fmt: skip
        assert imported.answers(address), address
    assert imported.report.lost == []


@pytest.mark.parametrize(
    ("title", "slug"),
    [("L'école d’été", "lecole-dete"), ("Œuvre & co : 100 %", "oeuvre-co-100"), ("A - B", "a-b")],
)
def test_slugs_are_made_as_pelican_makes_them(title: str, slug: str) -> None:
    assert pelican_slug(title) == slug


@pytest.mark.parametrize("name", ["pelican.conf.py", "settings.py"])
def test_settings_of_another_name_are_known_by_what_they_set(name: str, tmp_path: Path) -> None:
    """`pelican --settings` takes any; a program's own `settings.py` is none of Pelican's."""
    files = {name: FILES["pelicanconf.py"]} | {
        path: text for path, text in FILES.items() if path.startswith("content/")
    }
    write_files(tmp_path / "pelican", files)
    write_files(tmp_path / "other", {name: "DEBUG = True\n"})

    assert choose_kind("auto", Material(str(tmp_path / "pelican"))) == "pelican"
    settings, _untold = read_settings(Material(str(tmp_path / "pelican"))) or ({}, [])
    assert settings["SITENAME"] == "Les Élus"
    assert read_settings(Material(str(tmp_path / "other"))) is None


@pytest.mark.parametrize(
    ("head", "path"),
    [
        ("import os", "os.path.dirname(__file__)"),
        ("import os", "os.path.abspath(os.path.dirname(os.path.realpath(__file__)))"),
        ("from pathlib import Path\nHERE = Path(__file__).resolve().parent", "str(HERE)"),
    ],
)
def test_a_site_whose_texts_stand_beside_its_settings(tmp_path: Path, head: str, path: str) -> None:
    """Its own paths are read; its theme and its notes are no texts. Keys fill addresses in."""
    write_files(
        tmp_path / "former",
        {
            "pelicanconf.py": f"{head}\nSITENAME = 'Les Élus'\nSITEURL = 'https://elus.example'\n"
            f"PATH = {path}\nARTICLE_PATHS = ['articles']\nCATEGORY_FEED_ATOM = 'feeds/%s.atom'\n"
            "ARTICLE_URL = '{date:%Y}/{name}/'\n",
            "articles/forum.md": "---\ntitle: Forum\ndate: 2019-05-14\nname: le-forum\n---\nLà.\n",
            "pages/nous.md": "---\ntitle: Nous\n---\nNous.\n",
            "theme/templates/base.html": "<html><title>Thème</title></html>",
            "README.md": "---\ntitle: À lire\n---\nNotes.\n",
        },
    )

    imported = import_from("pelican", tmp_path / "former", tmp_path / "new", "/2019/le-forum/")

    assert imported.texts == ["misc/2019-05-14-le-forum.md", "pages/nous.md"]
    assert imported.build() == []
    assert imported.report.lost == []
    assert imported.answers("/feeds/misc.atom")


@pytest.mark.parametrize("path", ["'content' + '/' + 'fr'", "os.path.join('content', 'fr')"])
def test_paths_that_settings_join_are_read_without_being_run(tmp_path: Path, path: str) -> None:
    write_files(tmp_path, {"pelicanconf.py": f"import os\nSITENAME = 'É'\nPATH = {path}\n"})

    read = read_settings(Material(str(tmp_path)))

    assert read is not None
    assert (read[0]["PATH"], read[1]) == ("content/fr", [])


def test_events_of_the_plug_in_are_events_and_texts_may_have_no_folder(tmp_path: Path) -> None:
    """As Pelican 2 kept them: beside its settings, where texts for nobody lie too."""
    head = "Title: Assemblée\nDate: 2026-01-05 09:00\nEvent-start: 2026-02-03 18:00\n"
    rows = "Event-duration: 2h\nEvent-location: Maison des associations\n\nVenez.\n"
    write_files(
        tmp_path / "former",
        {
            "pelican.conf.py": "SITENAME = 'A'\nTIMEZONE = 'Europe/Paris'\nDEFAULT_LANG = 'fr'\n",
            "news/assemblee.md": head + rows,
            "README.md": "Title: pour nous\n",
            "outils/lisez-moi.md": "Rien de public.\n",
        },
    )

    moved = import_from("pelican", tmp_path / "former", tmp_path / "hub", "/assemblee.html")

    assert moved.texts == ["news/2026-01-05-assemblee.md"]
    assert moved.front(moved.texts[0])["event"] == {
        "start": "2026-02-03 18:00",
        "end": "2026-02-03 20:00",
        "location": "Maison des associations",
    }
    assert "extra" not in moved.front(moved.texts[0])
    assert moved.report.lost == []
