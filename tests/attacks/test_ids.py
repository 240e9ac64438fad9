"""Ids are unique on a page: in a document, beside the theme's own, and where several stand."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.markup import MarkupSettings, render_markup
from sitegen.markup.headings import THEME_IDS
from tests.html_checks import Page
from tests.markup.conftest import ENGINES
from tests.support import SiteFolder

THEME = Path(__file__).parents[2] / "themes/association/templates"
BODY = """\
Un mot[^1], deux mots[^1], <span id="main">trois</span>.

## Main

## Contenu {#bloc_contenu}

<b id="bloc_contenu">x</b> <b id="fn:1">y</b> *z*{#main}

## Main

<table><tr><th id="a">a</th></tr><tr><td headers="a main">b</td></tr></table>

La suite `id="main"` : voir [main](#main).

[^1]: Une note.
"""
SITE = f"""
-- site.yaml --
title: Hub
url: https://hub.example.org/
-- content/un.md --
---
title: Un
---
{BODY}
-- content/deux.md --
---
title: Deux
---
{BODY}
"""
SEVERAL = """
-- themes/association/templates/page.html --
{% extends "parent:page.html" %}{% block content %}
{% for id in ("un.md", "deux.md") %}{{ site.body(id, "d" ~ loop.index ~ "-") }}{% endfor %}
{% endblock %}
"""


def ids(html: str) -> list[str]:
    return re.findall(r'\sid="([^"]*)"', html)


def ids_in_template(template: str) -> list[str]:
    """Those that stand there, and what a loop over several headings calls them."""
    named = re.findall(r'"(par_\w+)"', template)
    return ids(re.sub(r"\{%.*?%\}", "", template, flags=re.DOTALL)) + named


@pytest.mark.parametrize("engine", ENGINES)
def test_ids_of_one_document_are_unique_whoever_wrote_them(engine: str) -> None:
    markup = render_markup(BODY, "", MarkupSettings(engine))

    assert len(ids(markup.html)) == len(set(ids(markup.html))) > 8
    assert set(ids(markup.html)) == set(markup.anchors)
    assert '<li id="fn:1">' in markup.html  # where its mark leads, whatever else is called so


@pytest.mark.slow
def test_no_document_has_an_id_of_the_theme(make_site: Callable[[str], SiteFolder]) -> None:
    """The skip link leads to the content, whatever is called so in a text."""
    site = make_site(SITE)
    assert site.build().errors == []

    page = Page(site.output, "un/index.html")

    assert len(page.ids()) == len(set(page.ids()))
    assert page.ids().index("bloc_contenu") < page.ids().index("bloc_contenu-2")
    (main,) = page.all("main")
    assert main.get("id") == "bloc_contenu"


def test_several_documents_on_a_page_keep_their_ids_and_links_apart(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE + SEVERAL)
    assert site.build().errors == []

    page = Page(site.output, "un/index.html")

    assert len(page.ids()) == len(set(page.ids()))
    assert {"d1-main", "d2-main", "d1-fn:1", "d2-fn-1"} <= set(page.ids())
    (main,) = page.all("main")
    links = [element.get("href", "") for element in main.iter("a")]
    inner = [link[1:] for link in links if link.startswith("#")]
    assert set(inner) <= set(page.ids())
    assert [cell.get("headers") for cell in page.all("td")] == ["d1-a d1-main", "d2-a d2-main"]
    assert page.text("main").count('id="main"') == 2


def test_the_theme_s_ids_are_known() -> None:
    """A slug has no underscore; what a theme adds beside stands in the list."""
    written = [
        name
        for path in THEME.rglob("*.html")
        for name in ids_in_template(path.read_text(encoding="utf-8"))
        if not name.startswith("{{")
    ]

    unknown = {
        name for name in written if not THEME_IDS.fullmatch(re.sub(r"\{\{.*?\}\}", "1", name))
    }
    assert len(written) > 20
    assert unknown == {"resultat"}  # of the page to search, which shows no document
