"""Each kind of page is declared once, and every part of the program that needs to knows it."""

import ast
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from sitegen.model import KINDS
from sitegen.rendering.render import writer_of
from sitegen.rendering.templates.contexts import agenda, archives, articles, taxonomies
from sitegen.site.plan.content import FAMILIES
from sitegen.wording.translation import FOLDER
from tests.demo_site import PROJECT

CONTEXTS = (agenda, archives, articles, taxonomies)
NEITHER_CONTENT = {"sitemaps", "theme"}
"""Families that are planned after the pages of the content."""


def test_every_family_of_kinds_has_its_pages() -> None:
    assert (
        FAMILIES.keys() - {"plugins"} == {kind.family for kind in KINDS.values()} - NEITHER_CONTENT
    )


def test_every_kind_has_words_for_people_in_french_too() -> None:
    with (Path(FOLDER) / "fr/LC_MESSAGES/sitegen.po").open("rb") as file:
        french = read_po(file)

    assert [kind.name for kind in KINDS.values() if kind.words not in french] == []


def test_every_kind_that_a_template_makes_has_one() -> None:
    """The theme's sheets are templates by their path."""
    templates = PROJECT / "themes/association/templates"
    named = {kind.template for kind in KINDS.values() if kind.made == "template"} - {"sheet.html"}

    assert [name for name in sorted(named) if not (templates / name).is_file()] == []


@pytest.mark.parametrize("module", CONTEXTS, ids=lambda module: module.__name__.split(".")[-1])
def test_a_family_s_contexts_are_of_its_own_kinds(module: object) -> None:
    kinds = module.CONTEXTS  # type: ignore[attr-defined]

    assert {kind.family for kind in kinds} == {module.__name__.rpartition(".")[2]}  # type: ignore[attr-defined]
    assert {kind.made for kind in kinds} == {"template"}


def test_every_kind_that_is_written_has_its_writer() -> None:
    written = {name for name, kind in KINDS.items() if kind.made in ("writer", "kit")}

    assert {name for name in KINDS if writer_of(name)} == written


def test_what_is_of_a_document_names_it() -> None:
    assert {kind.subject for kind in KINDS.values() if kind.is_of_document} == {"document"}


def test_nothing_else_is_searched_than_search_engines_are_told_of() -> None:
    """But for what only leads on to a partner's page, which is the partner's to tell."""
    searched = {name for name, kind in KINDS.items() if kind.is_searched}

    assert searched - {name for name, kind in KINDS.items() if kind.in_sitemap} == {"elsewhere"}


@pytest.mark.slow
def test_the_name_of_a_kind_is_written_in_one_place() -> None:
    """Elsewhere a page's kind is compared with, and made of, the value."""
    places = []
    for path in sorted((PROJECT / "sitegen").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            texts: list[ast.expr] = []
            match node:
                case ast.Compare(
                    left=ast.Attribute(value=ast.Name(id="page" | "twin"), attr="kind")
                ):
                    texts = node.comparators
                case ast.Call(func=ast.Name("Page" | "page_at" | "page_of")):
                    texts = [*node.args, *(keyword.value for keyword in node.keywords)]
            names = [text.value for text in texts if isinstance(text, ast.Constant)]
            places += [f"{path.name}:{node.lineno}" for name in names if name in KINDS]  # type: ignore[attr-defined]

    assert places == []
