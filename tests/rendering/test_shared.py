"""Parts that many pages show are rendered once, and decide each of those pages."""

import jinja2
import pytest
from markupsafe import Markup

from sitegen.model import Question
from sitegen.rendering.templates.environment import Environment
from sitegen.rendering.view.shared import Shared
from sitegen.rendering.view.site import Site
from sitegen.rendering.words.messages import catalogue_of
from tests.rendering.hub import make_entry

TEMPLATES = {
    "title.html": "  {{ site.title }}: {{ entry.title }}\n",
    "row.html": "{{ number }}|{{ kind }}",
    "blind.html": "{{ page.url }}",
}


class Answers:
    def __init__(self) -> None:
        self.count = 0

    def __call__(self, question: Question) -> object:
        self.count += 1
        return "Le hub"


def environment() -> jinja2.Environment:
    def load(name: str) -> tuple[str, str, None] | None:
        return (TEMPLATES[name], name, None) if name in TEMPLATES else None

    return Environment(load, catalogue_of((), "fr"))


def test_a_part_is_rendered_once_and_asked_for_by_every_page() -> None:
    answers, shared, entry = Answers(), Shared(environment()), make_entry("a")
    first, second = Site(answers, shared), Site(answers, shared)

    parts = [site.part("title.html", entry=entry) for site in (first, second)]

    assert parts == [f"Le hub: {entry.title}"] * 2
    assert list(first.asked) == list(second.asked)
    assert Question("template", ("title.html",)) in second.asked
    assert Question("setting", ("title",)) in second.asked
    assert answers.count == 2  # the template's and the title's, once


def test_a_setting_is_answered_once_and_noted_by_every_page() -> None:
    answers, shared = Answers(), Shared(environment())
    first, second = Site(answers, shared), Site(answers, shared)

    assert first.title == second.title == second.setting(name="title") == "Le hub"
    assert first.setting("language") == "Le hub"

    assert list(second.asked) == [Question("setting", ("title",))]
    assert answers.count == 2  # the title's and the language's


def test_a_header_is_kept_as_text_and_the_row_of_an_entry_in_fewer_bytes() -> None:
    shared = Shared(environment())
    site = Site(Answers(), shared)

    site.part("row.html", number=1, kind="a")
    site.part("title.html", entry=make_entry("a"))

    assert [type(value) for value, *_ in shared._known.values()] == [Markup, bytes]


def test_other_arguments_are_another_part() -> None:
    site = Site(Answers(), Shared(environment()))

    assert site.part("row.html", number=1, kind="a") == "1|a"
    assert site.part("row.html", number=True, kind="a") == "True|a"
    assert site.part("row.html", number=1, kind=("a", "b")) == "1|(&#39;a&#39;, &#39;b&#39;)"


def test_equal_entries_of_two_sites_are_two_parts() -> None:
    """One is told from another by identity: hashing all of it would cost more than it saves."""
    site, entry, other = Site(Answers(), Shared(environment())), make_entry("a"), make_entry("a")

    assert site.part("title.html", entry=entry) == site.part("title.html", entry=other)


def test_a_part_sees_nothing_of_the_page_that_shows_it() -> None:
    site = Site(Answers(), Shared(environment()))

    with pytest.raises(jinja2.UndefinedError, match="page"):
        site.part("blind.html")


def test_an_argument_that_may_change_is_refused() -> None:
    site = Site(Answers(), Shared(environment()))

    with pytest.raises(TypeError, match="unhashable"):
        site.part("row.html", number=[1], kind="")
