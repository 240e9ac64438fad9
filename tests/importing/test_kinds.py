"""Which kind of site it is: found by looking, and told where another was said."""

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import cli
from sitegen.errors import UsageError
from sitegen.importing.material import Material
from sitegen.importing.registry import AUTO, KINDS, choose_kind
from tests.importing import (
    test_docx,
    test_eleventy,
    test_feed,
    test_hugo,
    test_ics,
    test_jekyll,
    test_osuny,
    test_pelican,
    wordpress_site,
    wxr,
)
from tests.importing.imported import write_files

SITES = {
    "eleventy": test_eleventy.FILES,
    "hugo": test_hugo.FILES,
    "jekyll": test_jekyll.FILES,
    "osuny": test_osuny.FILES,
    "pelican": test_pelican.FILES,
    "wordpress": {"export.xml": wxr.export(*wordpress_site.POSTS), "uploads/agenda.ics": "x"},
    "rss": {"feed.xml": test_feed.RSS, "page2.atom": test_feed.ATOM},
    "docx": test_docx.FILES,
    "ics": {"agenda.ics": test_ics.calendar(*test_ics.EVENTS)},
}


def test_the_extra_brings_what_the_site_that_moved_in_needs() -> None:
    extras = tomllib.loads(Path("pyproject.toml").read_text())["project"]["optional-dependencies"]

    assert set(extras["commonmark"]) <= set(extras["import"])


@pytest.mark.parametrize("kind", SITES)
def test_a_folder_tells_what_made_it(kind: str, tmp_path: Path) -> None:
    write_files(tmp_path, SITES[kind])

    assert choose_kind(AUTO, Material(str(tmp_path))) == kind
    assert choose_kind(kind, Material(str(tmp_path))) == kind


def test_what_nothing_tells_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("x")

    with pytest.raises(UsageError) as raised:
        choose_kind(AUTO, Material(str(tmp_path)))

    assert raised.value.diagnostics[0].code == "import-unrecognised"


def test_a_site_in_a_folder_of_what_was_given_is_told_with_its_path(tmp_path: Path) -> None:
    """As in a repository that keeps its site beside its notes; documents that lie there do not."""
    site = {f"z-site/{name}": text for name, text in SITES["hugo"].items()}
    write_files(tmp_path, {"README.md": "x", "a-letters/a.docx": b"PK", **site})

    with pytest.raises(UsageError) as raised:
        choose_kind(AUTO, Material(str(tmp_path)))

    (told,) = raised.value.diagnostics
    assert told.code == "import-kind-below"
    assert told.values == {"path": str(tmp_path / "z-site"), "other": "hugo"}


def test_a_letter_among_the_files_of_a_program_makes_no_site_of_letters(tmp_path: Path) -> None:
    """Who says `docx` has it all the same; photographs beside letters change nothing."""
    program = ("gridsome.config.js", "package.json", "src/pages/Index.vue")
    write_files(tmp_path / "site", dict.fromkeys((*program, "content/modele.docx"), b"PK"))
    write_files(tmp_path / "letters", dict.fromkeys(("a.docx", "b.jpg", "c.jpg", "d.jpg"), b"PK"))

    with pytest.raises(UsageError) as raised:
        choose_kind(AUTO, Material(str(tmp_path / "site")))

    assert raised.value.diagnostics[0].code == "import-unrecognised"
    assert choose_kind("docx", Material(str(tmp_path / "site"))) == "docx"
    assert choose_kind(AUTO, Material(str(tmp_path / "letters"))) == "docx"


def test_a_site_of_another_kind_is_told(tmp_path: Path) -> None:
    write_files(tmp_path, SITES["jekyll"])

    with pytest.raises(UsageError) as raised:
        choose_kind("hugo", Material(str(tmp_path)))

    assert raised.value.diagnostics[0].code == "import-kind-other"


def test_the_command_tells_what_became_of_the_site(tmp_path: Path) -> None:
    write_files(tmp_path / "former", SITES["jekyll"])
    folder = tmp_path / "hub"

    done = CliRunner().invoke(cli, ["import", "auto", str(tmp_path / "former"), str(folder)])

    assert done.exit_code == 0
    assert "7 " in done.output
    assert (folder / "import-report.md").exists()
    assert (folder / "content/actus/2019-05-14-forum.md").exists()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_what_it_is_for(kind: str) -> None:
    folder = Path(__file__).parents[2] / "docs"

    assert f"sitegen import {kind}" in (folder / "migrating.md").read_text()
