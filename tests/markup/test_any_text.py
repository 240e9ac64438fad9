"""What must hold for any text, however broken."""

import re
import time
from contextlib import suppress
from html import unescape

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import fields

from sitegen.catalogue import MESSAGES, wording
from sitegen.markup import PLACEHOLDER, Markup, MarkupError, MarkupSettings, render_markup
from sitegen.markup.engines import find_engine
from sitegen.markup.shortcodes.values import SHORTCODES
from sitegen.markup.tokens import split_tokens
from tests.markup.conftest import ENGINES
from tests.markup.fragments import ARTICLE, TEXTS

both_engines = pytest.mark.parametrize("engine", ENGINES)
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def render(text: str, engine: str, typography: str = "fr") -> Markup:
    return render_markup(text, "communiques", MarkupSettings(engine=engine, typography=typography))


@both_engines
@patient
@given(TEXTS | st.text())
def test_any_text_renders(engine: str, text: str) -> None:
    markup = render(text, engine)

    assert not re.search("[\x00-\x08\x0b-\x1f\x7f]", markup.html)
    assert all(mistake.code in MESSAGES and wording(mistake) for mistake in markup.mistakes)
    assert "\x02" not in markup.first_paragraph
    assert all(heading.id in markup.anchors for heading in markup.headings)
    assert len(set(markup.anchors)) == len(markup.anchors)


KEYS = sorted({field.name for shortcode in SHORTCODES.values() for field in fields(shortcode)})
VALUES = (
    "x", "a.jpg", "film.mp4", "https://youtu.be/aqz-KE-bpKQ", "https://[", "https://a.fr:b/", "//a", "1", "0",
    "-3", "en", "true", "left", "47.1,2.3", "'a b'", '"c : d"', '""', "“x”", "decorative", "=", "../../x", "#a",
)  # fmt: skip
ARGUMENTS = st.one_of(
    st.sampled_from(VALUES),
    st.tuples(st.sampled_from(KEYS), st.sampled_from(VALUES)).map("=".join),
    st.text(max_size=8),
)


@patient
@given(st.sampled_from(sorted(SHORTCODES)), st.lists(ARGUMENTS, max_size=6))
def test_any_arguments_are_taken_or_told_to_be_wrong(name: str, arguments: list[str]) -> None:
    markup = render(f"::: {name} {' '.join(arguments)}\nx\n:::", "commonmark")

    assert markup.mistakes or SHORTCODES[name].content
    assert all(wording(mistake) and mistake.column >= 1 for mistake in markup.mistakes)


@both_engines
@patient
@given(TEXTS | st.text())
def test_the_same_text_gives_the_same_markup(engine: str, text: str) -> None:
    assert render(text, engine) == render(text, engine)


@both_engines
@patient
@given(TEXTS | st.text())
def test_the_engines_own_html_is_split_at_its_signs_alone(engine: str, text: str) -> None:
    with suppress(RecursionError):
        html, has_raw = find_engine(engine)(text)
        if not has_raw:
            assert split_tokens(html, is_plain=True) == split_tokens(html)


@both_engines
@patient
@given(TEXTS | st.text())
def test_references_and_placeholders_agree(engine: str, text: str) -> None:
    """A file that a shortcode names stands within its call."""
    markup = render(text, engine)

    placed = len(PLACEHOLDER.findall(markup.html))
    assert 0 <= len(markup.references) - placed <= text.count("::: figure a.jpg alt=b")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert all(1 <= reference.line <= len(lines) for reference in markup.references)


@both_engines
@patient
@given(TEXTS)
def test_typography_changes_only_spaces_apostrophes_and_ellipses(engine: str, text: str) -> None:
    def letters(html: str) -> str:
        html = re.sub(r"\s", "", unescape(html))
        return html.replace("…", "...").replace("'", "’")

    assert letters(render(text, engine).html) == letters(render(text, engine, "off").html)


@both_engines
@patient
@given(TEXTS)
def test_html5_keeps_every_anchor(engine: str, text: str) -> None:
    markup = render(text, engine)
    tree = html5lib.parse(f"<!DOCTYPE html><body>{markup.html}", namespaceHTMLElements=False)

    ids = {element.get("id") for element in tree.iter() if element.get("id")}
    is_swallowed = re.search(r"<(script|!--)", markup.html)
    assert ids == set(markup.anchors) or is_swallowed


@both_engines
def test_the_article_is_valid_html(engine: str) -> None:
    markup = render(ARTICLE, engine)
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parse(f"<!DOCTYPE html><title>x</title><body>{markup.html}")

    assert {element.get("id") for element in tree.iter() if element.get("id")} == set(
        markup.anchors
    )


@both_engines
@patient
@given(st.text(st.sampled_from("abé :;!?«»%'.12\n-"), min_size=1))
def test_code_never_changes(engine: str, text: str) -> None:
    """But for spaces at the ends of lines and empty lines, which engines take freedoms with."""

    def without_plain_spaces(text: str) -> str:
        return text.replace(" ", "").replace("\n", "")

    html = render(f"```\n{text}\n```\n\nDu `{text.replace(chr(10), 'x')}`", engine).html
    block = html[html.index("<code>") + 6 : html.index("</code>")]
    inline = html[html.rindex("<code>") + 6 : html.rindex("</code>")]

    assert without_plain_spaces(block) == without_plain_spaces(text)
    assert without_plain_spaces(inline) in without_plain_spaces(text.replace("\n", "x"))


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["- a\n", "- a\n\n", "> a\n", "> - a\n  b\n", "a\n- b\n", "| a | `b|c` |\n|--|--|\n", "a\n:   b\n",
     "    Madame, vous\n\n", "   ", "> ", "~a ", "https://a.fr/( ", "a@b.fr ", "- [ ] a\n", "|-", "=\n"],
)  # fmt: skip
def test_the_line_parser_and_what_comes_before_it_are_linear(piece: str) -> None:
    """Both engines get the same text, and none of them more than seconds."""
    text = piece * (20_000 // len(piece))
    start = time.process_time()
    for engine in ENGINES:
        with suppress(MarkupError):  # nested too deep
            render(text, engine)

    assert time.process_time() - start < 6


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["]{.a}", "[x]{.a} ", "*x*{.a} ", "{.a} ", "</b>{.a} ", "« ", "a ? ", "<code>", "<h2>",
     "<b lang=en>", "<!--", '<a x="', "[a](b.md) ", "# a\n\n", "![a](b.jpg)\n\n", "`" * 7 + " ",
     "a\n\n{.b}\n\n", '<b id="a">', "https://;", "a\n[^1]: b\n[^1] "],
)  # fmt: skip
def test_eight_kilobytes_of_anything_take_no_more_than_a_moment(piece: str) -> None:
    """The passes are linear, or near it: a quadratic one would take some seconds."""
    pieces = (piece.replace("1", str(number)) for number in range(8_000 // len(piece)))
    text = "".join(pieces) + "[a](b.md)"
    start = time.process_time()
    with suppress(MarkupError):  # nested too deep
        render(text, "commonmark")

    assert time.process_time() - start < 1.5
