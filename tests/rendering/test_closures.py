"""What each template depends on."""

import jinja2
import pytest

from sitegen.rendering.templates.closures import TemplateClosures, find_mentions
from sitegen.rendering.templates.theme import ThemeTemplates
from sitegen.theme.folders import Mentions, Theme


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("text", ()),
        ('{% extends "a.html" %}', ("a.html",)),
        ('{%extends"a.html"%}', ("a.html",)),
        ("{%- include 'a.html' ignore missing with context -%}", ("a.html",)),
        ('{% include"a.html" %}', ("a.html",)),
        ('{%+include("a.html")%}', ("a.html",)),
        ('{% include ["a.html", "b.html"] %}', ("a.html", "b.html")),
        ('{% include("a.html", "b.html") %}', ("a.html", "b.html")),
        (
            '{% import "a.html" as a with context %}{% from "b.html" import c, d as e %}',
            ("a.html", "b.html"),
        ),
        ('{% import"a.html"as a %}{% from("b.html") import c %}', ("a.html", "b.html")),
        ('{% from\n  "a.html"\n  import b %}', ("a.html",)),
        ('{% include "a\\x2ehtml" %}', ("a.html",)),
        ('{# {% include "a.html" %} #}{% raw %}{% include "b.html" %}{% endraw %}', ()),
        ('{% set x = "%}" %}{% include "a.html" %}', ("a.html",)),
        ("{% include name %}", None),
        ('{% include "a" ~ name %}', None),
        ('{% include ["a.html", name] %}', None),
        ('{% extends "a.html" if x else "b.html" %}', None),
        ("{% import name as a %}", None),
        ("{% if %}", None),
    ],
)
def test_names_are_those_of_jinjas_parser_and_a_computed_one_is_all(
    source: str, expected: tuple[str, ...] | None
) -> None:
    assert find_mentions(source).templates == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a { color: red }", ()),
        ('{{ site.option("accent") }}', ("accent",)),
        ('{{ site.option ( "accent" ) }}{{ site["option"]("line") }}', ("accent", "line")),
        ('{# site.option(name) #}{{ site.option("accent") }}', ("accent",)),
        ("{{ site.option(name) }}", None),
        ('{{ site.option("accent", name) }}', None),
        ("{% set ask = site.option %}{{ ask('accent') }}", None),
        ("{{ (site | attr('option'))('accent') }}", None),
    ],
)
def test_options_are_those_that_are_named_and_a_look_without_a_name_is_any(
    source: str, expected: tuple[str, ...] | None
) -> None:
    assert find_mentions(source).options == expected


def test_a_template_that_was_not_found_to_be_named_is_not_loaded() -> None:
    """Else a page would depend on it without knowing: it would stay as it is when that changes."""
    templates = {"a.html": '{% include "b.html" %}', "b.html": "B"}
    mentions = {"a.html": Mentions((), ())}

    whole = ThemeTemplates(Theme(templates, {}, {}), "fr").environment
    blind = ThemeTemplates(Theme(templates, {}, {}, mentions=mentions), "fr").environment

    assert whole.get_template("a.html").render() == "B"
    with pytest.raises(jinja2.TemplateRuntimeError, match=r"b\.html"):
        blind.get_template("a.html").render()


def digest(templates: dict[str, str], name: str = "a", language: str = "fr", po: str = "") -> bytes:
    return TemplateClosures(Theme(templates, {}, {"fr": (po,)}), language).digest(name)


def test_a_digest_changes_with_what_the_template_leads_to_and_nothing_else() -> None:
    before = {"a": '{% extends "b" %}', "b": '{% include "c" ignore missing %}', "z": "1"}

    assert digest(before) == digest(before | {"z": "2"})
    assert digest(before) != digest(before | {"b": "other"})
    assert digest(before) != digest(before | {"c": "it exists now"})
    assert digest(before) != digest(before, language="en")
    assert digest(before) != digest(before, po="msgid")
    assert digest(before | {"b": "{% include x %}"}) != digest(
        before | {"b": "{% include x %}", "z": "2"}
    )
