"""What is opened and never closed is told; what only looks so is not."""

import pytest

from sitegen.markup.render import render_markup
from sitegen.markup.unclosed import find_unclosed
from sitegen.markup.values import MarkupSettings

ENGINES = ["markdown", "commonmark"]
OPEN = {
    "Un.\n\n<!-- une note\n\nSuite.\n": (3, "<!--"),
    "Un <!-- une note. Suite.\n": (1, "<!--"),
    "<!-- une -->\n\nDeux `<!--` et <!-- trois\n": (3, "<!--"),
    "- un\n\n    <!-- une note\n\nSuite.\n": (3, "<!--"),
    "Un.\n\n```\ncode\n\nSuite.\n": (3, "```"),
    "Un.\n\n```\ncode\n```\n\n```python\ncode\n": (7, "```"),
    "Un.\n\n````\ncode\n```\n\nSuite.\n": (3, "````"),
    "~~~\n```\n~~~\n\n> ~~~ yaml\n> a: b\n": (5, "~~~"),
    '<div class="note\n\nSuite.\n': (1, "<div"),
    '<div class="note"\n\nSuite.\n': (1, "<div"),
    "Un.\n\n<details\n\nSuite.\n": (3, "<details"),
    'Un <a href="https://x.example.org" lien</a>.\n': (1, "<a"),
    'Un <a href="/x>lien</a>.\n': (1, "<a"),
    "Un <b>mot</b et la suite.\n": (1, "</b"),
}
CLOSED = (
    "<!-- une note\n\nsur deux alinéas -->\n",
    "<!--> et <!-- - -->\n",
    "Écrivez `<!--`, `<div class=` et ``` ``` ```.\n",
    "Un.\n\n```\n<!-- un exemple\n<div class=\n```\n",
    "Un.\n\n    <!-- un exemple\n\n    <div class=\n",
    "> ```\n> code\n> ```\n",
    "- un\n\n  ~~~\n  code\n  ~~~~\n",
    "```\n~~~\n```\n",
    "Un ``` dans la ligne.\n",
    '<div class="note"\n     id=a>\nTexte.\n</div>\n',
    '<span title="a < b > c">x</span> <span title=\'"\'>y</span>\n',
    "<span lang=fr>x</span><br/><img src=a.jpg alt=''>\n",
    "Si a <b et c> d, 3 < 4, x<y.\n",
    "<https://x.example.org/?a=b> et <ana@x.example.org>\n",
    "La balise <dossier id=3 n’en est pas une.\n",
    "Le fichier </base est à part.\n",
)


def told_of(text: str, engine: str, raw_html: str = "safe") -> list[tuple[int, str]]:
    markup = render_markup(text, "", MarkupSettings(engine, "off", raw_html))
    return [
        (mistake.line, mistake.values["sign"])
        for mistake in markup.mistakes
        if mistake.code == "markup-open"
    ]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("text", OPEN)
def test_what_never_ends_is_told_where_it_begins(text: str, engine: str) -> None:
    assert told_of(text, engine) == [OPEN[text]]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("text", CLOSED)
def test_what_ends_and_what_is_code_is_left_alone(text: str, engine: str) -> None:
    assert told_of(text, engine) == []


def test_where_html_is_shown_as_text_only_code_can_be_open() -> None:
    assert told_of("Un <!-- deux\n\n<div class=\n\n```\ncode\n", "markdown", "escape") == [
        (5, "```")
    ]


def test_of_many_openings_the_first_is_told() -> None:
    """What follows it is within it, so nothing is looked at again from each of them."""
    for sign in ("<!-- -", "<b id=a ", "</b ", "```a\n"):
        assert len(list(find_unclosed(sign * 2000, is_html=True))) == 1
