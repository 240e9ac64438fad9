"""Messages without variables are translated when a template is compiled."""

import jinja2
import pytest

from sitegen.model import Term
from sitegen.rendering.templates.environment import Environment
from sitegen.rendering.words.messages import catalogue_of

PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8"

msgid "Home"
msgstr "Accueil & <b>co</b>"

msgid "100%% sure"
msgstr "sûr à 100 %%"

msgid "Hello %(name)s"
msgstr "Bonjour %(name)s"
"""


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{% trans %}Home{% endtrans %}", "Accueil & <b>co</b>"),
        ("{{ _('Home') }}", "Accueil & <b>co</b>"),
        ("{{ gettext('Home') }}", "Accueil & <b>co</b>"),
        ("{{ _('Home')|length }}", "19"),
        ("{{ 'x' ~ _('Home') }}", "xAccueil & <b>co</b>"),
        ("{% trans %}100% sure{% endtrans %}", "sûr à 100 %"),
        ("{% trans %}Unknown <i>words</i>{% endtrans %}", "Unknown <i>words</i>"),
        ("{{ _('Hello %(name)s', name='<i>') }}", "Bonjour &lt;i&gt;"),
        ("{% trans name='<i>' %}Hello {{ name }}{% endtrans %}", "Bonjour &lt;i&gt;"),
        ("{% set t = 'Home' %}{{ _(t) }}", "Accueil & <b>co</b>"),
    ],
)
def test_a_message_is_what_jinja_makes_of_it_when_it_renders(source: str, expected: str) -> None:
    catalogue = catalogue_of((PO,), "fr")
    environment = Environment(lambda name: None, catalogue)
    plain = Environment(lambda name: None, catalogue)
    plain.compile = super(Environment, plain).compile  # type: ignore[method-assign]

    assert environment.from_string(source).render() == expected
    assert plain.from_string(source).render() == expected


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        ("tag.nam", "`term` has no `nam`; did you mean `name`?"),
        ("tag['colour']", "`term` has no `colour`"),
        ("data.tow", "`mapping` has no `tow`; did you mean `town`?"),
        ("data.town.zzz", "`text` has no `zzz`"),
        ("none.name", "`none` has no `name`"),
        ("tagg", "'tagg' is undefined"),
        ("([] | first)", "No first item, sequence was empty."),
    ],
)
def test_what_is_not_there_is_told_by_what_it_was_looked_for_in(expression: str, told: str) -> None:
    environment = Environment(lambda name: None, catalogue_of((), "fr"))
    template = environment.from_string(f"{{{{ {expression} }}}}")

    with pytest.raises(jinja2.UndefinedError) as caught:
        template.render(tag=Term("Eau", "eau", "/tags/eau/"), data={"town": "Tours"})

    assert str(caught.value) == told


def test_a_constant_message_is_no_call_any_more() -> None:
    environment = Environment(lambda name: None, catalogue_of((PO,), "fr"))

    environment.globals["gettext"] = None

    template = environment.from_string("{% trans %}Home{% endtrans %} {{ _('Home') }}")
    assert template.render().startswith("Accueil")
