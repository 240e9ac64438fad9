"""Markdown that attacks, rendered by both engines: an independent parser finds no harm in it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.catalogue import MESSAGES
from sitegen.markup import Markup, MarkupError, MarkupSettings, render_markup
from sitegen.markup.elements import ELEMENTS, EVERYWHERE
from tests.attacks.harmless import fragment, harm
from tests.attacks.vectors import BODIES, LINKS
from tests.markup.conftest import ENGINES
from tests.markup.fragments import TEXTS

both_engines = pytest.mark.parametrize("engine", ENGINES)


def render(text: str, engine: str, raw_html: str = "safe") -> Markup:
    return render_markup(text, "news", MarkupSettings(engine, "fr", raw_html))


def errors(markup: Markup) -> list[str]:
    return [
        mistake.code for mistake in markup.mistakes if MESSAGES[mistake.code].severity == "error"
    ]


@both_engines
@pytest.mark.parametrize("raw_html", ["safe", "escape"])
def test_nothing_of_an_attack_comes_out(engine: str, raw_html: str) -> None:
    harmful = {}
    for text in (*BODIES, *LINKS):
        markup = render(text, engine, raw_html)
        if not errors(markup) and (hurts := list(harm(fragment(markup.html)))):
            harmful[text] = hurts

    assert len({*BODIES, *LINKS}) > 110
    assert harmful == {}


@both_engines
@pytest.mark.parametrize("raw_html", ["safe", "allow"])
def test_an_address_that_runs_code_is_an_error_or_stands_as_text(
    engine: str, raw_html: str
) -> None:
    """Also where a site allows all HTML: it has scripts of its own for that."""
    told = [errors(render(text, engine, raw_html)) for text in LINKS[:16]]

    assert told.count(["unsafe-link"]) >= 13
    for text in LINKS:
        tree = fragment(render(text, engine).html)
        links = [element.get("href", "") for element in tree.iter("a")]
        assert errors(render(text, engine)) or not any("script" in link for link in links), text


@both_engines
def test_handlers_and_styles_go_where_all_html_passes_and_scripts_stay(engine: str) -> None:
    """What its author does not hide: the site trusts its authors, its policy refuses these."""
    handlers = [
        body for body in BODIES if body.startswith(("<b ", "<div", "<img", "<p ", "<video"))
    ]
    text = "\n\n".join([*handlers[:8], "<script>var a = '<b onclick=x>'</script>"])
    markup = render(text, engine, "allow")

    hurts = list(harm(fragment(markup.html)))
    assert [hurt.partition(" ")[0] for hurt in hurts] == ["<script>"]
    assert "'<b onclick=x>'" in markup.html
    assert {mistake.code for mistake in markup.mistakes} == {"attribute-left-out"}


@pytest.mark.slow
@both_engines
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        TEXTS
        | st.sampled_from(BODIES)
        | st.sampled_from(
            ["<", ">", "</", "<a ", "<p ", '"', "'", "=", "`", "\n\n", "&", "--!>", "/"]
        )
        | st.text(max_size=5),
        max_size=6,
    ).map("".join)
)
def test_any_markdown_gives_the_elements_of_the_list_alone(engine: str, text: str) -> None:
    try:
        markup = render(text, engine)
    except MarkupError:
        return
    if errors(markup):
        return
    allowed = {name: own | EVERYWHERE for name, own in ELEMENTS.items()}
    allowed["sitegen-shortcode"] = frozenset(("call",))
    for element in fragment(markup.html).iter():
        if isinstance(element.tag, str) and element.tag != "DOCUMENT_FRAGMENT":
            assert element.tag in allowed, element.tag
            wrong = [
                key
                for key in element.attrib
                if key not in allowed[element.tag] - {"style"} and not str(key).startswith("data-")
            ]
            assert wrong == []
    assert list(harm(fragment(markup.html))) == []
