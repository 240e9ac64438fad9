"""Templates compiled with what they include give what Jinja gives, and tell mistakes alike."""

from typing import Any

import jinja2
import pytest
from markupsafe import Markup

from sitegen.rendering.templates.environment import (
    Environment,
    forget_trees,
    parse_template,
)
from sitegen.rendering.templates.theme import ThemeTemplates
from sitegen.rendering.words.messages import Catalogue, catalogue_of
from sitegen.theme.folders import Theme
from tests.demo_site import PROJECT

WORDS = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n' + "\n".join(
    f'msgid "{message}"\nmsgstr "{translation}"\n'
    for message, translation in (
        ("By %(name)s & %(other)s", "De %(other)s & de %(name)s : 100 %%"),
        ("On %(date)s", "Un jour"),
    )
)


def environment(
    kind: type[jinja2.Environment], templates: dict[str, str], catalogue: Catalogue
) -> jinja2.Environment:
    if kind is Environment:
        return Environment(lambda name: _loaded(templates, name), catalogue)
    plain = jinja2.Environment(
        loader=jinja2.DictLoader(templates),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"],
    )
    plain.install_gettext_callables(  # type: ignore[attr-defined]
        catalogue.gettext, catalogue.ngettext, newstyle=True
    )
    return plain


def _loaded(templates: dict[str, str], name: str) -> tuple[str, str, None] | None:
    return (templates[name], name, None) if name in templates else None


CASES: dict[str, dict[str, str]] = {
    "what an include sets stays there": {
        "m": '{% set a = "1" %}{% include "i" %}{{ a }}',
        "i": '{% set a = "2" %}{{ a }}',
    },
    "it sees what is set before it, in loops and with": {
        "m": '{% for one in words %}{% set own = one ~ "!" %}{% include "i" %}{% endfor %}'
        '{% with own="w" %}{% include "i" %}{% endwith %}',
        "i": "{{ own }}{{ one|default('-') }};",
    },
    "what is set in one branch alone": {
        "m": '{% if words %}{% set own = "yes" %}{% endif %}{% include "i" %}',
        "i": "{{ own|default('none') }}{{ given|default('none') }}",
    },
    "loops of both": {
        "m": '{% for one in words %}{% include "i" %}{{ loop.index }}{% endfor %}',
        "i": "{% for two in words %}{{ loop.index }}{{ loop.last }}{{ two }}{% endfor %}",
    },
    "includes within includes, blocks and what is extended": {
        "m": '{% extends "base" %}{% set title = "t<" %}{% block all %}{{ super() }}'
        '{% include "i" %}{% endblock %}',
        "base": '[{% include "i" %}{% block all %}{{ title }}{% endblock %}]',
        "i": '({% include "j" %})',
        "j": "{{ title|default('') }}{% set title = 1 %}{{ title }}",
    },
    "an include with blocks of its own": {
        "m": '{% include "i" %}',
        "i": "a{% block b %}{{ given }}{% endblock %}c",
    },
    "macros, their defaults, callers and what is imported within an include": {
        "m": '{% from "x" import bold %}{{ bold("<") }}{% include "i" %}'
        '{% from "x" import box %}{% call box(1) %}{{ given }}{% endcall %}',
        "i": '{% from "x" import bold as b, rest %}{{ b(1, "<") }}{{ rest(1, 2, k=3) }}'
        "{% macro own(a, b=given) %}{{ a }}{{ b }}{% endmacro %}{{ own(given) }}"
        "{{ own(b=1, a=2) }}",
        "x": '{% macro bold(text, mark="&") %}<b>{{ text }}{{ mark }}'
        "</b>{% endmacro %}{% macro box(text) %}{{ text }}{{ caller() }}{% endmacro %}"
        "{% macro rest() %}{{ varargs }}{{ kwargs }}{% endmacro %}",
    },
    "what is set to printed text, and joined": {
        "m": "{% set a %}<i>{{ given }}</i>{% endset %}{{ a }}{{ a ~ given }}"
        "{{ [a, given]|join('<') }}",
    },
    "messages with variables": {
        "m": "{% trans name=given, other=safe %}By {{ name }} & {{ other }}{% endtrans %}"
        "{% set t = _('By %(name)s & %(other)s', name=given, other=1) %}{{ t }}"
        "{{ _('On %(date)s', date=given) }}{{ _('Nothing %(here)s 5%%', here=safe) }}",
    },
    "includes that are not there, by lists, or without the context": {
        "m": '{% include "none" ignore missing %}{% include ["none", "i"] %}'
        '{% include "k" without context %}{% set n = "i" %}{% include n %}',
        "i": "{{ given }}",
        "k": "{{ given|default('unseen') }}",
    },
    "what is text, number, none, safe": {
        "m": "{{ given }}{{ 5 }}{{ none }}{{ safe }}{{ words }}{{ html }}"
        "{{ given|upper }}{{ true }}",
    },
    "what stands before a template is extended, or is extended under a condition": {
        "m": 'x{% set a = 1 %}{{ a }}{% extends "base" %}y{% block one %}{{ super() }}{{ given }}'
        "{% endblock %}",
        "base": '{% if given %}{% extends "root" %}{% endif %}z{% block one %}b{% endblock %}',
        "root": "[{% block one %}r{{ safe }}{% endblock %}]{{ a }}",
    },
    "a condition that is not met": {
        "m": '{% if not given %}{% extends "base" %}{% endif %}z{% block one %}b{% endblock %}',
        "base": "nothing",
    },
    "blocks within loops, filters, calls and what is set": {
        "m": "{% for one in words %}{% block a scoped %}{{ one }}{% endblock %}{% endfor %}"
        "{% filter upper %}u{% block b %}{{ given }}{% endblock %}{% endfilter %}"
        "{% set s %}{% block c %}{{ self.b() }}{% endblock %}{% endset %}{{ s }}"
        "{% macro m() %}<{{ caller() }}>{% endmacro %}{% call m() %}{{ given }}{% endcall %}",
    },
    "an include by a name that is computed, in a loop and a filter": {
        "m": "{% set n = 'i' %}{% for one in words %}{% include n %}{% endfor %}"
        "{% filter upper %}{% include n ignore missing %}{% include 'none' ignore missing %}"
        "{% endfilter %}",
        "i": "{{ one|default('') }}{% block own %}{{ given }}{% endblock %}",
    },
    "conditions without an else, and defaults of names": {
        "m": "{% from 'x' import none_such %}{{ 'a' if given }}{{ 'b' if not given }}"
        "{{ ('c' if not words) if given else 'd' }}{{ (given if not words)|default('<') }}"
        "{{ given|default('x') }}{{ gone|default(words) }}{{ gone|default(other|default([])) }}"
        "{{ none_such|d('imported') }}{% set unseen = html.unseen %}{{ unseen|default(given) }}"
        "{{ gone|default(lost) is defined }}{{ ''|default('empty', true) }}{{ gone|default }}"
        "{% macro own(a) %}{{ a|default('none') }}{% endmacro %}{{ own() }}{{ own(given) }}"
        "{{ gone|default('x')|upper }}{% filter default('y') %}{{ 'z' if gone is defined }}"
        "{% endfilter %}",
        "x": "",
    },
    "loops that end early around an include": {
        "m": '{% for one in words %}{% include "i" %}{% if loop.first %}{% continue %}{% endif %}'
        "{% break %}{% endfor %}",
        "i": "{{ one }}",
    },
}


class Html:
    def __html__(self) -> str:
        return "<hr>"


GIVEN: dict[str, Any] = {
    "words": ["a", "<b>"],
    "given": "l'<&\">",
    "safe": Markup("<u>&amp;</u>"),
    "html": Html(),
}


@pytest.mark.parametrize("case", CASES)
def test_the_same_text_as_jinjas_own(case: str) -> None:
    catalogue = catalogue_of((WORDS,), "fr")
    expected = (
        environment(jinja2.Environment, CASES[case], catalogue).get_template("m").render(GIVEN)
    )

    rendered = environment(Environment, CASES[case], catalogue).get_template("m").render(GIVEN)

    assert rendered == expected


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("x\n{{ nothing.here }}", "is undefined"),
        ("x\n{{ given|unheard }}", "unheard"),
        ("x\n{% if %}", "Expected an expression"),
        ("x\n{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}", "not more than 1"),
        ("x\n{% from 'macros.html' import gone %}{{ gone() }}", "on line 2 in 'parts/i.html'"),
        ("x\n{% include 'parts/i.html' %}", "includes itself"),
    ],
)
def test_a_mistake_in_an_included_template_has_its_place_there(source: str, told: str) -> None:
    templates = {
        "page.html": '{% set given = 1 %}\n\n\n{% include "parts/i.html" %}',
        "parts/i.html": source,
        "macros.html": "",
    }
    theme = ThemeTemplates(Theme(templates, {}, {}), "fr")

    with pytest.raises(Exception) as raised:  # noqa: PT011 - whatever a template raises
        theme.environment.get_template("page.html").render()
    diagnostic = theme.diagnose(raised.value, "index.html")

    assert diagnostic.path == "templates/parts/i.html"
    assert diagnostic.line == 2
    assert diagnostic.values["excerpt"] == source.split("\n")[1]
    assert told in str(diagnostic.values["reason"])


def test_an_include_by_name_makes_no_context() -> None:
    source = '{% for one in words %}{% include "i" %}{% endfor %}'
    compiling = environment(Environment, {"m": source, "i": "{{ one }}"}, catalogue_of((), "fr"))

    code = compiling.compile(source, "m", "m", raw=True)

    assert "new_context" not in code
    assert "get_template" not in code


def test_what_is_left_out_makes_no_object() -> None:
    source = "{{ 'a' if given }}{{ given|default('b') }}"

    code = environment(Environment, {}, catalogue_of((), "fr")).compile(source, "m", "m", raw=True)

    assert "cond_expr_undefined(" not in code
    assert "undefined(name=" not in code.partition("'b'")[2]


def test_a_template_and_its_blocks_fill_a_list() -> None:
    templates = {"m": '{% extends "b" %}{% block a %}{{ super() }}{{ 1 }}{% endblock %}'}
    templates["b"] = "{% block a %}{% include 'c' without context %}{% endblock %}{{ given }}"
    compiling = environment(Environment, templates, catalogue_of((), "fr"))

    code = "".join(compiling.compile(templates[name], name, name, raw=True) for name in templates)

    assert "yield" not in code


@pytest.mark.slow
def test_a_tree_that_was_parsed_for_its_names_compiles_to_the_same() -> None:
    folder = PROJECT / "themes/association/templates"
    templates = {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*.*")}
    theme = Theme(templates, {}, {})
    named = ThemeTemplates(theme, "fr").environment

    for name, source in theme.templates.items():
        forget_trees()
        expected = ThemeTemplates(theme, "fr").environment.compile(source, name, name, raw=True)
        parse_template(source, is_kept=True)

        assert named.compile(source, name, name, raw=True) == expected, name
