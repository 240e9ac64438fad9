"""Each kind of page is declared once, and every part of the program that needs to knows it."""

from sitegen.model import KINDS
from sitegen.rendering.render import WRITERS
from sitegen.rendering.templates.contexts import TEMPLATES
from sitegen.report import page_kinds


def made(how: str) -> set[str]:
    return {name for name, kind in KINDS.items() if kind.made == how}


def test_every_kind_has_words_for_people() -> None:
    assert page_kinds.KINDS.keys() == KINDS.keys()


def test_every_kind_that_a_template_makes_has_one() -> None:
    """The theme's sheets are templates by their path."""
    assert TEMPLATES.keys() == made("template") - {"sheet"}


def test_every_kind_that_is_written_has_its_writer() -> None:
    assert WRITERS.keys() == made("writer")


def test_what_is_of_a_document_names_it() -> None:
    assert {kind.subject for kind in KINDS.values() if kind.is_of_document} == {"document"}


def test_nothing_is_searched_that_search_engines_are_not_told_of() -> None:
    assert all(kind.in_sitemap for kind in KINDS.values() if kind.is_searched)
