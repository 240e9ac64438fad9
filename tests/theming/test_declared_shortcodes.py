"""Shortcodes that a theme declares: written, checked and shown like sitegen's own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.catalogue import severity
from sitegen.errors import UsageError
from tests.support import SiteFolder

HUB = """
-- site.yaml --
title: Hub
url: https://hub.example.org/base/
theme: maison
search: false
-- themes/maison/theme.yaml --
extends: association
shortcodes:
  chiffre-cle:
    description: A figure with its trend.
    shorthand: valeur
    arguments:
      valeur: {type: word, required: true}
      libelle: {required: true}
      sens: {type: choice, choices: [hausse, baisse]}
      source: {type: address}
      image: {type: image}
      fichier: {type: file}
      pages: {type: number}
      majeur: {type: boolean}
  carte:
    frame: https://umap.openstreetmap.fr
    arguments: {lieu: {type: coordinates, required: true}}
  encart:
    content: markdown
    arguments: {titre: {}, langue: {type: language}}
-- themes/maison/templates/shortcodes/chiffre-cle.html --
<p class="cle">{{ shortcode.valeur }}|{{ shortcode.libelle }}|{{ shortcode.sens }}|{{ shortcode.source }}|
{{- shortcode.pages }}|{{ shortcode.majeur }}
{%- if shortcode.image %}<img src="{{ shortcode.image.address }}" alt="">{% endif %}
{%- if shortcode.fichier %}<a href="{{ shortcode.fichier.address }}">…</a>{% endif %}</p>
-- themes/maison/templates/shortcodes/carte.html --
<template class="embed-player"><iframe src="https://umap.openstreetmap.fr/{{ shortcode.lieu[0] }}"></iframe></template>
-- themes/maison/templates/shortcodes/encart.html --
<aside{% if shortcode.langue %} lang="{{ shortcode.langue }}"{% endif %}>{{ shortcode.titre }}: {{ content }}</aside>
-- content/photo.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>
-- content/notes.csv --
a;b
-- content/news/2026-01-10-tout.md --
---
title: Tout
---
Le texte.

::: chiffre-cle 412 libelle="communes : toutes" sens=hausse source=https://example.org/ image=/photo.svg fichier=/notes.csv pages=3 majeur
::: chiffre-cle 7 libelle=pays
::: carte lieu="47.397, 0.692"

::: encart titre="À noter"
Du **gras**, et une figure.

::: chiffre-cle 1 libelle=seule
:::
"""  # noqa: E501
ARTICLE = "content/news/2026-01-10-tout.md"
PAGE = "news/tout/index.html"


@pytest.fixture
def hub(tmp_path: Path) -> SiteFolder:
    site = SiteFolder(tmp_path / "site")
    site.lay_out(HUB)
    return site


@pytest.mark.parametrize("engine", ["markdown", "commonmark"])
def test_a_page_and_its_feed_show_what_the_template_makes_of_the_arguments(
    hub: SiteFolder, engine: str
) -> None:
    hub.append("site.yaml", f"markdown: {{engine: {engine}}}\n")

    assert hub.build().diagnostics == []

    for text in (hub.page(PAGE), hub.page("feed.json")):
        assert "412|communes\u00a0: toutes|hausse|https://example.org/|3|True<" in text
        assert "7|pays|||0|False</p>" in text
        assert "À noter: <p>Du <strong>gras</strong>, et une figure.</p>" in text
        assert "1|seule|||0|False</p>" in text
    page = hub.page(PAGE)
    assert '<img src="/base/photo.svg" alt=""' in page
    assert 'width="20" height="10"' in page
    assert '<a href="/base/notes.csv"' in page
    assert "frame-src https://umap.openstreetmap.fr" in page
    assert "sitegen:" not in page
    assert ":::" not in page


@pytest.mark.parametrize(
    ("line", "code", "column", "value"),
    [
        ("::: chiffre-cle libelle=x", "shortcode-missing", 1, "valeur"),
        ("::: chiffre-cle 1 libelle=x senz=hausse", "shortcode-argument-near", 29, "sens"),
        ("::: chiffre-cle 1 libelle=x sens=hause", "unknown-choice-near", 29, "hausse"),
        ("::: chiffre-cle 1 libelle=x source=exemple", "shortcode-value", 29, "exemple"),
        ("::: chiffre-cle 1 libelle=x image=/phot.svg", "broken-link", 35, "phot.svg"),
        ("::: chifre-cle 1", "shortcode-unknown-near", 5, "chiffre-cle"),
        ("::: chiffre-cle 1 libelle=x pages=trois", "expected-integer", 29, "pages"),
        ('::: chiffre-cle 1 libelle="**gras**"', "", 0, ""),
    ],
)
def test_a_mistake_is_told_at_its_place(
    hub: SiteFolder, line: str, code: str, column: int, value: str
) -> None:
    hub.write(ARTICLE, f"---\ntitle: Tout\n---\n{line}\n")

    mistakes = [
        diagnostic for diagnostic in hub.build().diagnostics if severity(diagnostic) == "error"
    ]

    assert [mistake.code for mistake in mistakes] == ([code] if code else [])
    if code:
        assert (mistakes[0].path, mistakes[0].line, mistakes[0].column) == (ARTICLE, 4, column)
        assert value in str(mistakes[0].values)


def test_markup_in_an_argument_that_readers_see_is_told(hub: SiteFolder) -> None:
    hub.write(ARTICLE, '---\ntitle: Tout\n---\n::: chiffre-cle 1 libelle="**gras**"\n')

    hub.build()
    told = [diagnostic for diagnostic in hub.check() if diagnostic.code == "markup-in-key"]

    assert [(diagnostic.path, diagnostic.line) for diagnostic in told] == [(ARTICLE, 4)]


def test_no_shortcode_that_is_declared_counts_as_an_unused_template(hub: SiteFolder) -> None:
    hub.write(ARTICLE, "---\ntitle: Tout\n---\nSans rien.\n")
    hub.write("themes/maison/templates/shortcodes/chiffre.html", "x")

    hub.build()
    unused = [
        diagnostic for diagnostic in hub.check() if diagnostic.code.startswith("template-unused")
    ]

    assert [diagnostic.path for diagnostic in unused] == [
        "themes/maison/templates/shortcodes/chiffre.html"
    ]


def test_the_shortcodes_of_the_theme_below_are_there_too(hub: SiteFolder) -> None:
    hub.replace("site.yaml", "theme: maison", "theme: mairie")
    hub.write(
        "themes/mairie/theme.yaml",
        "extends: maison\nshortcodes:\n  encart: {arguments: {nom: {}}}\n",
    )
    hub.write("themes/mairie/templates/shortcodes/encart.html", "<i>{{ shortcode.nom }}</i>")
    hub.write(ARTICLE, "---\ntitle: T\n---\n::: chiffre-cle 1 libelle=x\n::: encart nom=Ana\n")

    assert hub.build().diagnostics == []

    assert "1|x|" in hub.page(PAGE)
    assert "<i>Ana</i>" in hub.page(PAGE)


def test_an_archetype_may_hold_one(hub: SiteFolder) -> None:
    hub.write(
        "archetypes/chiffres.md",
        "---\ntitle: {{ title }}\ndraft: {{ draft }}\n---\n::: chiffre-cle 1 libelle=x\n",
    )

    made = subprocess.run(
        [sys.executable, "-m", "sitegen", "new", "chiffres", "Des chiffres"],
        cwd=hub.root,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (made.returncode, made.stderr.count("error")) == (0, 0), made.stderr


@pytest.mark.parametrize(
    ("declared", "column", "reason"),
    [
        ("quote: {}", 3, "sitegen has a shortcode of that name"),
        ("Équipe: {}", 3, "small letters without accents"),
        ("x: {arguments: {content: {}}}", 19, "no argument can have this name"),
        ("x: {arguments: {a: {type: choice}}}", 19, "belong together"),
        ("x: {shorthand: b}", 7, "no argument is called"),
        ("x: {frame: 'https://a.example/path'}", 7, "scheme and host alone"),
    ],
)
def test_a_declaration_that_cannot_stand_is_told(
    hub: SiteFolder, declared: str, column: int, reason: str
) -> None:
    hub.write("themes/maison/theme.yaml", f"extends: association\nshortcodes:\n  {declared}\n")

    with pytest.raises(UsageError) as raised:
        hub.build()

    (diagnostic,) = raised.value.diagnostics

    assert (diagnostic.path, diagnostic.line, diagnostic.column) == (
        "themes/maison/theme.yaml",
        3,
        column,
    )
    assert diagnostic.code == "shortcode-declaration"
    assert reason in str(diagnostic.values["reason"])


def test_editors_are_given_its_example_and_its_words(hub: SiteFolder) -> None:
    printed = subprocess.run(
        [sys.executable, "-m", "sitegen", "schema", "snippets"],
        cwd=hub.root,
        capture_output=True,
        text=True,
        check=True,
    )

    snippets = json.loads(printed.stdout)
    assert snippets["sitegen ::: chiffre-cle"] == {
        "scope": "markdown",
        "prefix": ":::chiffre-cle",
        "body": ['::: chiffre-cle … libelle="…"'],
        "description": "A figure with its trend.",
    }
    assert snippets["sitegen ::: encart"]["body"] == ["::: encart", "$0", ":::"]
