"""The engines: speed without a difference, recovery, and how they are chosen."""

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.markup import MarkupError, MarkupSettings, render_markup
from sitegen.markup.engines import find_engine, inlines, python_markdown
from sitegen.markup.engines.blocks import parser
from tests.markup.fragments import ARTICLE, PIECES, TEXTS

every_pattern = python_markdown.build_markdown()
MARKDOWN = MarkupSettings()


def convert_with_every_pattern(text: str) -> str:
    return every_pattern.reset().convert(text)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS | st.text())
def test_skipping_patterns_changes_nothing(text: str) -> None:
    text = text.replace("\x02", "").replace("\x03", "")

    assert python_markdown.convert_in_python(text).html == convert_with_every_pattern(text)


@pytest.mark.parametrize("text", [ARTICLE, *PIECES, *ARTICLE.split("\n\n")])
def test_skipping_patterns_changes_nothing_in_usual_texts(text: str) -> None:
    text = text.replace("\x02", "")

    assert python_markdown.convert_in_python(text).html == convert_with_every_pattern(text)


def test_patterns_are_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the tests above would prove nothing."""
    tried = []
    name = "_InlineProcessor__applyPattern"
    original = getattr(inlines.Inlines, name)

    def note(self: object, pattern: object, *arguments: object) -> object:
        tried.append(type(pattern).__name__)
        return original(self, pattern, *arguments)

    monkeypatch.setattr(inlines.Inlines, name, note)
    python_markdown.convert_in_python("Rien de spécial, mais un mot en *italique* quand même.")

    assert tried == ["DelimiterProcessor"]


NESTED = {
    "lists in one line": "* " * 80 + "x",
    "lists line by line": "\n".join(" " * 4 * depth + "- a" for depth in range(80)),
    "quotations": "> " * 80 + "x",
}


@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED.keys())
def test_a_text_that_nests_too_deep_is_an_author_s_mistake(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert render_markup(text, "", MARKDOWN)

    monkeypatch.setattr(parser, "MOST_LEVELS", 79)
    with pytest.raises(MarkupError, match="nested too deep"):
        render_markup(text, "", MARKDOWN)


def test_the_engine_is_itself_again_after_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    before = render_markup(ARTICLE, "", MARKDOWN)
    with monkeypatch.context() as lowered:
        lowered.setattr(parser, "MOST_LEVELS", 2)
        with pytest.raises(MarkupError):
            render_markup(NESTED["quotations"], "", MARKDOWN)

    assert render_markup(ARTICLE, "", MARKDOWN) == before


def test_commonmark_nests_as_deep_as_it_likes() -> None:
    markup = render_markup("> " * 110 + "x", "", MarkupSettings(engine="commonmark"))

    assert markup.html.count("<blockquote>") == 110


def test_python_markdown_shows_a_mail_address_without_its_scheme() -> None:
    assert (
        python_markdown.convert("<mailto:a@b.fr>").html
        == '<p><a href="mailto:a@b.fr">a@b.fr</a></p>'
    )


def test_an_unknown_engine_is_named_with_those_that_exist() -> None:
    with pytest.raises(MarkupError, match="`kramdown`: write one of markdown, commonmark"):
        find_engine("kramdown")


def test_an_engine_that_is_not_installed_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "sitegen.markup.engines.commonmark", raising=False)
    monkeypatch.delattr("sitegen.markup.engines.commonmark", raising=False)
    monkeypatch.setitem(sys.modules, "pyromark", None)
    find_engine.cache_clear()  # another test had it

    with pytest.raises(MarkupError, match=r"pip install 'sitegen-hub\[commonmark\]'"):
        find_engine("commonmark")


def test_importing_the_layer_imports_no_engine() -> None:
    code = (
        "import sys, sitegen.markup; from sitegen.markup import MarkupSettings;"
        "print(sorted({'markdown', 'pyromark', 'slugify', 'sitegen.markup.render'} & set(sys.modules)))"
    )

    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert printed.stdout == "[]\n"


@pytest.mark.parametrize("engine", ["markdown", "commonmark"])
def test_html_can_be_shown_as_text(engine: str) -> None:
    text = "<https://a.fr> <b>x</b> *y* `<i>`\n\n<div>\n*z*\n</div>\n\n```\n<p>\n```\n"

    html = render_markup(text, "", MarkupSettings(engine, raw_html="escape")).html

    assert '<a class="address" href="https://a.fr">' in html
    assert "&lt;b&gt;x&lt;/b&gt; <em>y</em> <code>&lt;i&gt;</code>" in html
    assert "&lt;div&gt;\n<em>z</em>\n&lt;/div&gt;" in html
    assert "<code>&lt;p&gt;\n</code>" in html


def test_a_text_without_html_does_not_load_the_sanitiser() -> None:
    script = (
        "import sys; from sitegen.markup import MarkupSettings, render_markup\n"
        "for engine in ('markdown', 'commonmark'):\n"
        "    render_markup('Un <https://a.fr>, `<b>` :\\n\\n```\\n<p>\\n```\\n', '', MarkupSettings(engine))\n"
        "print('nh3' in sys.modules)"
    )

    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert result.stdout.strip() == "False"
