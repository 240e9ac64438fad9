"""Plugins are found as files, folders and packages, and told apart by all that they are."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.plugins import calling
from tests.plugins.test_failing import SITE as FAILING
from tests.plugins.test_failing import TOOLS
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
plugins: [badges-of-ours]
-- content/about.md --
---
title: About
---
Un.

::: badge or
"""
CODE = """'''Badges.'''
from markupsafe import Markup

from sitegen.plugins import Plugin

from .colours import COLOUR

plugin = Plugin(version="0")


@plugin.shortcode
def badge(site, kind: str) -> Markup:
    return Markup("<i>{} {}</i>").format(kind, COLOUR)
"""


def install(folder: Path, version: str, colour: str) -> None:
    """Lay out what pip would, in *folder*."""
    for old in folder.glob("*.dist-info"):
        for path in old.iterdir():
            path.unlink()
        old.rmdir()
    facts = folder / f"badges_of_ours-{version}.dist-info"
    facts.mkdir(parents=True)
    (facts / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: badges-of-ours\nVersion: {version}\n"
    )
    (facts / "entry_points.txt").write_text(
        "[sitegen.plugins]\nbadges = badges_of_ours.hooks:plugin\n"
    )
    package = folder / "badges_of_ours"
    package.mkdir(exist_ok=True)
    (package / "__init__.py").write_text("")
    (package / "hooks.py").write_text(CODE)
    (package / "colours.py").write_text(f"COLOUR = {colour!r}\n")


def test_a_package_is_found_by_its_name_and_its_version_counts(
    make_site: Callable[[str], SiteFolder], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(SITE)
    site.age()
    assert "plugin-missing" in [error.code for error in site.build().errors]
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "lib")])

    install(tmp_path / "lib", "1.0", "doré")
    assert site.build().diagnostics == []
    assert "<i>or doré</i>" in site.page("about/index.html")

    install(tmp_path / "lib", "1.1", "jaune")
    report = site.build()
    assert report.written == ["about/index.html"]
    assert "<i>or jaune</i>" in site.page("about/index.html")
    assert "badges_of_ours" not in sys.modules


def test_a_folder_is_a_plugin_whose_modules_count(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE.replace("badges-of-ours", "./plugins/badges"))
    site.write("plugins/badges/__init__.py", CODE)
    site.write("plugins/badges/colours.py", "COLOUR = 'bleu'\n")
    site.age()
    assert site.build().diagnostics == []
    assert "<i>or bleu</i>" in site.page("about/index.html")

    site.write("plugins/badges/colours.py", "COLOUR = 'vert'\n")
    assert site.build().written == ["about/index.html"]


def test_a_build_with_nothing_to_do_opens_no_plugin(
    make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(FAILING)
    site.age()
    site.build()
    monkeypatch.setattr("sitegen.engine.plugins.open_plugins", None)

    assert site.build().diagnostics == []


def test_a_filter_that_is_named_at_run_time_is_refused(
    make_site: Callable[[str], SiteFolder],
) -> None:
    """Pages would stay when the plugin changes: no template's digest knows of it."""
    site = make_site(FAILING)
    template = "themes/mini/templates/page.html"
    site.write(template, '{{ [entry.title] | map("loud") | join }}')
    assert site.build().diagnostics == []
    assert "ABOUT" in site.page("about/index.html")

    site.write(template, '{{ [entry.title] | map("lo" ~ "ud".lower()) | join }}')
    assert [error.code for error in site.build().errors] == ["template-failed"]


@pytest.mark.slow
def test_a_document_that_a_plugin_keeps_too_long_names_the_plugin(
    make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calling, "SECONDS", 600.0)
    site = make_site(FAILING)
    site.append("site.yaml", "markdown: {time_limit: 2}\n")
    hang = "    while True:\n        pass\n    return document.replace"
    site.replace(TOOLS, "    return document.replace", hang)

    report = site.build()

    assert {error.code for error in report.errors} == {"plugin-failed-at"}
    assert {error.path for error in report.errors} == {TOOLS}
