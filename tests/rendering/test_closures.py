"""What each template depends on."""

import jinja2
import pytest
from jinja2 import meta

from sitegen.rendering.closures import TemplateClosures, find_references
from sitegen.rendering.themes import Theme
from tests.demo_site import PROJECT


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("text", set()),
        ('{% extends "a.html" %}', {"a.html"}),
        ("{%- include 'a.html' ignore missing with context -%}", {"a.html"}),
        ('{% include ["a.html", "b.html"] %}', {"a.html", "b.html"}),
        (
            '{% import "a.html" as a with context %}{% from "b.html" import c, d as e %}',
            {"a.html", "b.html"},
        ),
        ("{% include name %}", None),
        ('{% include "a" ~ name %}', None),
        ('{% extends "a.html" if x else "b.html" %}', None),
        ('{% from\n  "a.html"\n  import b %}', {"a.html"}),
        ("{% import name as a %}", None),
    ],
)
def test_names_are_read_and_a_computed_one_is_all(source: str, expected: set[str] | None) -> None:
    assert find_references(source) == expected


def test_the_themes_references_are_those_that_jinja_finds() -> None:
    environment = jinja2.Environment(
        extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"]
    )
    folder = PROJECT / "themes/association/templates"
    sources = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))]

    assert len(sources) > 20
    for source in sources:
        named = set(meta.find_referenced_templates(environment.parse(source)))
        assert find_references(source) == (None if None in named else named)


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
