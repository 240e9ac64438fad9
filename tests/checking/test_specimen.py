"""A theme on every kind of page: what `sitegen theme check` sees beyond the templates' text."""

import os
import shutil
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib.machinery import ModuleSpec
from importlib.util import find_spec

import pytest

from sitegen.checking.specimen import check
from sitegen.checking.specimen.axe import look
from sitegen.checking.specimen.check import check_specimen, pages_of
from sitegen.errors import Diagnostic
from sitegen.model.kinds import KINDS
from tests.support import SiteFolder

pytestmark = pytest.mark.slow

SITE = """
-- site.yaml --
title: Le hub
url: https://hub.example.org/
theme: mairie
-- content/news/a.md --
---
title: Premier article
date: 2026-01-10
---
Un premier texte.
-- themes/mairie/theme.yaml --
extends: association
"""
OWN = "themes/mairie/templates/"
Make = Callable[[str], SiteFolder]


def told_of(site: SiteFolder) -> list[Diagnostic]:
    return site.inspect(lambda inspection: check_specimen(inspection))


@pytest.fixture
def unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """No browser is started."""
    monkeypatch.setattr(check, "look", lambda folder, pages, progress: [])


@pytest.mark.parametrize("theme", ["association", "sobre"])
def test_the_specimen_has_every_kind_of_page_and_nothing_to_mend(
    make_site: Make, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, str] = {}
    monkeypatch.setattr(check, "look", lambda folder, pages, progress: seen.update(pages) or [])
    site = make_site(SITE.replace("theme: mairie", f"theme: {theme}"))

    assert told_of(site) == []
    templates = {kind.template for kind in KINDS.values() if kind.made == "template"}
    unshown = {"redirect.html", "moved.html"} | {KINDS["sheet"].template}
    assert templates - unshown <= set(seen)
    assert {"layouts/…/page.html", "layouts/…/section.html"} <= set(seen)


@pytest.mark.usefixtures("unseen")
def test_a_template_that_fails_on_a_page_that_the_site_has_not_is_told(make_site: Make) -> None:
    site = make_site(SITE)
    site.write(f"{OWN}organisation.html", "<!DOCTYPE html>\n{{ organisation.nom.x }}\n")

    (diagnostic,) = told_of(site)

    assert (diagnostic.code, diagnostic.path, diagnostic.line) == (
        "template-failed",
        f"{OWN}organisation.html",
        2,
    )


@pytest.mark.usefixtures("unseen")
def test_files_that_options_name_go_with_the_theme_and_what_is_no_file_stays(
    make_site: Make,
) -> None:
    site = make_site(SITE)
    site.append("site.yaml", "theme_options: {logo: ours.svg}\n")
    site.write("content/ours.svg", "<svg xmlns='http://www.w3.org/2000/svg'></svg>\n")
    os.mkfifo(site.root / "themes/mairie/pipe")

    assert told_of(site) == []
    home = site.root / ".sitegen/check/theme/output/index.html"
    assert '<img src="/ours.svg"' in home.read_text(encoding="utf-8")


@pytest.mark.usefixtures("unseen")
def test_what_is_wrong_in_a_page_s_html_is_told_at_its_line(make_site: Make) -> None:
    site = make_site(SITE)
    site.write(
        f"{OWN}parts/tag_list.html",
        '<p id="bloc_contenu">{% include "parent:parts/tag_list.html" %}</p>',
    )

    told = {diagnostic.code: diagnostic for diagnostic in told_of(site)}

    assert "duplicate-id" in told
    assert told["duplicate-id"].path.startswith(".sitegen/check/theme/")
    assert (site.root / told["duplicate-id"].path).is_file()
    assert told["duplicate-id"].line > 10


@pytest.mark.browser
def test_pale_text_and_what_has_no_name_are_seen_in_a_browser(
    make_site: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which("chromium") is None:
        pytest.skip("needs Debian's chromium")
    # Other tests keep a browser of their own open, in this thread.
    apart = ThreadPoolExecutor(1)
    monkeypatch.setattr(
        check, "look", lambda folder, pages, progress: apart.submit(look, folder, pages).result()
    )
    all_pages = pages_of
    few = ("tags.html", "agenda.html")
    monkeypatch.setattr(
        check, "pages_of", lambda plan: {name: all_pages(plan)[name] for name in few}
    )
    site = make_site(SITE)
    site.write(
        f"{OWN}parts/tag_list.html",
        '<p><a href="/news/"></a></p>{% include "parent:parts/tag_list.html" %}',
    )
    site.write("themes/mairie/static/assets/agenda.css", "main p { color: #aaa }")

    told = {diagnostic.code: diagnostic for diagnostic in told_of(site)}

    assert set(told) == {"theme-rule-broken", "theme-contrast"}
    assert told["theme-rule-broken"].values["rule"] == "link-name"
    assert told["theme-rule-broken"].values["pages"] == "tags.html"
    assert told["theme-contrast"].values["ink"] == "#aaaaaa"
    assert told["theme-contrast"].values["pages"] == "agenda.html"


def _without_holidays(module: str) -> ModuleSpec | None:
    return None if module == "holidays" else find_spec(module)


def test_without_the_extra_that_is_said_and_the_rest_is_looked_at(
    make_site: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "axe_playwright_python.sync_playwright", None)
    for module in ("sitegen.checking.specimen.laying", "sitegen.engine.configuring"):
        monkeypatch.setattr(f"{module}.find_spec", _without_holidays)

    (diagnostic,) = told_of(make_site(SITE))

    assert (diagnostic.code, diagnostic.values) == (
        "theme-unseen",
        {"missing": "axe-playwright-python"},
    )


@pytest.mark.usefixtures("unseen")
def test_what_a_theme_leaves_out_and_links_is_told_in_its_file(make_site: Make) -> None:
    site = make_site(SITE + "without: [assets/press.css]\n")

    (diagnostic,) = told_of(site)

    assert (diagnostic.code, diagnostic.path, diagnostic.line) == (
        "theme-without-linked",
        "themes/mairie/theme.yaml",
        2,
    )
    site.write(f"{OWN}parts/sheet.html", "")
    assert told_of(site) == []
