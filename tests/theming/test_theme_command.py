"""A site's own theme: begun, copied from, compared after an upgrade; themes that pip installed."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from sitegen.theme.packages import _entries_below, package_folder
from tests.commands.support import sitegen
from tests.support import SiteFolder

HUB = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
search: false
-- content/news/2026-01-10-a.md --
---
title: A
---
Texte.
"""
FOOTER = "templates/parts/footer.html"


@pytest.fixture
def hub(tmp_path: Path) -> SiteFolder:
    site = SiteFolder(tmp_path / "site")
    site.lay_out(HUB)
    return site


def run(
    site: SiteFolder, *arguments: str, path: Path | None = None, language: str = ""
) -> "subprocess.CompletedProcess[str]":
    # Without a PATH there is no browser, which takes its time: test_specimen.py has one.
    environment = {"PATH": ""}
    if language:
        environment |= {"LC_ALL": f"{language}_FR.UTF-8", "LANGUAGE": language}
    with pytest.MonkeyPatch.context() as patch:
        if path is not None:
            patch.syspath_prepend(path)
        return sitegen(site, *arguments, **environment)


@pytest.mark.slow
def test_a_new_theme_extends_the_site_s_and_is_built_with(hub: SiteFolder) -> None:
    made = run(hub, "theme", "new", "mairie")
    hub.append("site.yaml", "theme: mairie\n")
    copied = run(hub, "theme", "copy", "parts/footer.html")
    hub.replace(f"themes/mairie/{FOOTER}", "<footer", "<footer data-own")

    assert made.stdout == "themes/mairie/theme.yaml\n"
    theme_yaml = (hub.root / "themes/mairie/theme.yaml").read_text()
    assert theme_yaml.endswith('options:\n  # accent: {default: "#c2185b"}\n')  # to be continued
    assert copied.stdout == f"themes/mairie/{FOOTER}\n"
    assert hub.build().diagnostics == []
    assert "<footer data-own" in hub.page("news/a/index.html")
    listed = run(hub, "theme", "list").stdout.splitlines()
    assert [line.split()[:2] for line in listed] == [
        ["association", "A"], ["*", "mairie"], ["sobre", "1.0"]
    ]  # fmt: skip
    assert listed[1].endswith("  association")  # what another says of itself is not said of it
    assert run(hub, "theme", "check").returncode == 0


def test_what_sitegen_brings_is_described_in_the_user_s_language(hub: SiteFolder) -> None:
    """Themes by their description, plugins by their promise."""
    themes = run(hub, "theme", "list", language="fr").stdout
    plugins = run(hub, "plugins", language="fr").stdout

    assert "communiqués" in themes
    assert "une colonne" in themes
    assert "les plans du site" in plugins
    assert "Ce que les deux moteurs" in plugins


def test_what_changed_below_a_copy_is_shown_until_it_was_seen(hub: SiteFolder) -> None:
    hub.append("site.yaml", "theme: fille\n")
    hub.write("themes/mere/theme.yaml", "extends: association\n")
    hub.write("themes/mere/templates/parts/a.html", "un\ndeux\n")
    hub.write("themes/mere/templates/base.html", '{% extends "parent:base.html" %}\n')
    hub.write("themes/mere/static/b.js", "// un\n")
    hub.write("themes/fille/theme.yaml", "extends: mere\n")
    hub.write("themes/fille/templates/base.html", '{% extends "parent:base.html" %}\n{# a #}\n')
    run(hub, "theme", "copy", "parts/a.html", "static/b.js")
    hub.write("themes/fille/templates/parts/footer.html", "<footer></footer>\n")

    first = run(hub, "theme", "diff")
    hub.write("themes/mere/templates/parts/a.html", "un\ntrois\n")
    later = run(hub, "theme", "diff", "parts/a.html")
    seen = run(hub, "theme", "diff", "--seen")
    after = run(hub, "theme", "diff")

    assert first.returncode == 1
    assert first.stdout.startswith("templates/parts/footer.html: nobody noted")
    assert "3 files hide one below; changed since: 1" in first.stderr
    assert later.returncode == 1
    assert "-deux" in later.stdout.splitlines()
    assert "+trois" in later.stdout.splitlines()
    assert "b.js" not in later.stdout
    assert (seen.returncode, after.returncode, after.stdout) == (0, 0, "")


def test_what_a_theme_s_maker_notes_is_no_part_of_the_site(hub: SiteFolder) -> None:
    run(hub, "theme", "copy", "static/assets/site.js")

    assert (hub.root / "themes/association/.copied/static/assets/site.js").is_file()
    assert hub.build().diagnostics == []
    assert not [path for path in hub.tree() if ".copied" in path]


def test_a_package_is_a_theme_and_nothing_of_it_is_imported(
    hub: SiteFolder, tmp_path: Path
) -> None:
    package = tmp_path / "packages/sitegen_theme_grand_large"
    (package / "templates/parts").mkdir(parents=True)
    (package / "__init__.py").write_text("raise SystemExit('imported')\n")
    (package / "theme.yaml").write_text("extends: association\nversion: 1.2\ndescription: Mer\n")
    (package / "templates/parts/footer.html").write_text("<footer>Grand large</footer>\n")
    hub.append("site.yaml", "theme: grand-large\ntheme_version: 1.2\n")

    built = run(hub, "build", path=package.parent)
    listed = run(hub, "theme", "list", path=package.parent)
    unchanged = run(hub, "build", path=package.parent)
    (package / "templates/parts/footer.html").write_text("<footer>Au large</footer>\n")
    again = run(hub, "build", path=package.parent)
    gone = run(hub, "build")

    assert built.returncode == 0, built.stderr
    assert "* grand-large  1.2  association  Mer" in listed.stdout
    assert unchanged.stdout.startswith("0 pages written, ")
    assert again.returncode == 0
    assert "Au large" in hub.page("news/a/index.html")
    assert gone.returncode == 2
    assert "unknown theme `grand-large`" in gone.stderr
    assert hub.has("news/a/index.html")


def test_a_theme_is_called_as_its_entry_point_says(hub: SiteFolder, tmp_path: Path) -> None:
    installed = tmp_path / "packages"
    folder = installed / "coast/themes/sea"
    (folder / "templates/parts").mkdir(parents=True)
    for package in (installed / "coast", installed / "coast/themes"):
        (package / "__init__.py").write_text("raise SystemExit('imported')\n")
    (folder / "theme.yaml").write_text("extends: association\ndescription: Mer\n")
    (folder / "templates/parts/footer.html").write_text("<footer>Littoral</footer>\n")
    facts = installed / "coast_for_sitegen-1.0.dist-info"
    facts.mkdir()
    points = "[sitegen.themes]\nlittoral = coast.themes.sea\ngone = coast.themes.gone\n"
    (facts / "entry_points.txt").write_text(points)
    hub.append("site.yaml", "theme: littoral\n")

    built = run(hub, "build", path=installed)
    listed = run(hub, "theme", "list", path=installed)

    assert built.returncode == 0, built.stderr
    assert "Littoral" in hub.page("news/a/index.html")
    assert "* littoral  association  Mer" in listed.stdout
    assert "gone" not in listed.stdout


def test_a_package_that_comes_while_a_preview_runs_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is installed is read once for each time that something was installed."""
    installed = tmp_path / "packages"
    (installed / "coast/sea").mkdir(parents=True)
    (installed / "coast/__init__.py").touch()
    monkeypatch.syspath_prepend(installed)
    hours_ago = time.time() - 7200
    os.utime(installed, (hours_ago, hours_ago))
    assert package_folder("littoral") == ""

    facts = installed / "coast_for_sitegen-1.0.dist-info"
    facts.mkdir()
    points = facts / "entry_points.txt"
    points.write_text("[sitegen.themes]\nlittoral = coast.sea\n")
    assert package_folder("littoral") == str(installed / "coast/sea")

    os.utime(installed, (hours_ago + 1, hours_ago + 1))
    assert package_folder("littoral") == str(installed / "coast/sea")
    read = _entries_below.cache_info().misses
    assert package_folder("littoral") == str(installed / "coast/sea")
    assert _entries_below.cache_info().misses == read


@pytest.mark.slow
def test_a_template_that_cannot_be_read_is_told_at_its_line(hub: SiteFolder) -> None:
    hub.write("themes/association/templates/layouts/x/page.html", "<p>\n{% if x %}\n")

    result = run(hub, "theme", "check")

    assert result.returncode == 1
    assert result.stderr.count("themes/association/templates/layouts/x/page.html:2: error") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("new",), "Name what is meant"),
        (("list", "x"), "takes no name"),
        (("copy", "parts/footer.html", "--seen"), "--seen goes with diff"),
        (("new", "."), "[SG555]"),
    ],
)
def test_wrong_words_are_told(hub: SiteFolder, arguments: tuple[str, ...], said: str) -> None:
    result = run(hub, "theme", *arguments)

    assert result.returncode == 2
    assert said in result.stderr


def test_a_theme_that_is_named_twice_is_told_before_anything_is_written(hub: SiteFolder) -> None:
    hub.append("site.yaml", "theme: association\ntheme: sobre\n")

    result = run(hub, "theme", "new", "mairie")

    assert result.returncode == 2
    assert "[SG033]" in result.stderr
    assert not (hub.root / "themes").exists()
