"""Shortcuts through Jinja's run time change nothing but the time."""

from typing import Any

import jinja2
import pytest

from sitegen.rendering.templates.environment import Environment
from sitegen.rendering.words.messages import catalogue_of


class Things:
    def named(self, name: str, *, mark: str = "") -> str:
        return f"{name}{mark}"


def environment(**templates: str) -> Environment:
    def load(name: str) -> tuple[str, str, None] | None:
        source = templates.get(name.removesuffix(".html"))
        return None if source is None else (source, name, None)

    return Environment(load, catalogue_of((), "en"))


def rendered(main: str, **others: str) -> str:
    rendered: str = (
        environment(main=main, **others)
        .get_template("main.html")
        .render(things=Things(), words=["a", "b"])
    )
    return rendered


def test_methods_are_called_within_loops_and_blocks() -> None:
    """Jinja hands such calls the variables of the loop and the block, which are not theirs."""
    text = rendered(
        '{% block all %}{% for one in words %}{% set own = "!" %}'
        "{{ things.named(one, mark=own) }}{% endfor %}{% endblock %}"
    )

    assert text == "a!b!"


def test_macros_keep_what_is_safe_and_escape_the_rest() -> None:
    text = rendered(
        '{% from "macros.html" import bold %}{{ bold("<i>") }}{{ things.named("<u>") }}',
        macros="{% macro bold(text) %}<b>{{ text }}</b>{% endmacro %}",
    )

    assert text == "<b>&lt;i&gt;</b>&lt;u&gt;"


def test_macros_that_want_the_context_get_it() -> None:
    text = rendered(
        '{% import "macros.html" as macros with context %}{{ macros.own() }}',
        macros="{% macro own() %}{{ things.named(words[1]) }}{% endmacro %}",
    )

    assert text == "b"


def test_a_template_is_looked_for_once_for_each_that_names_it() -> None:
    asked: list[tuple[str, str]] = []

    def resolve(name: str, including: str) -> str:
        asked.append((name, including))
        return name

    sources = {"main.html": '{% for one in words %}{% include "part.html" %}{% endfor %}'}
    sources["part.html"] = "{{ one }}"
    own = Environment(lambda name: (sources[name], name, None), catalogue_of((), "en"), resolve)
    context: dict[str, Any] = {"words": ["a", "b", "c"]}

    assert own.get_template("main.html").render(context) == "abc"
    assert own.get_template("main.html").render(context) == "abc"
    assert asked == [("part.html", "main.html")]


def test_what_is_undefined_is_told_in_calls_too() -> None:
    own = environment(main="{{ things.other() }}")

    with pytest.raises(jinja2.UndefinedError, match="`things` has no `other`"):
        own.get_template("main.html").render(things=Things())
