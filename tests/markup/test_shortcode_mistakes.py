"""Each mistake in a shortcode has its place, and a mend that names what to write."""

from collections.abc import Callable

import pytest

from sitegen.catalogue import wording
from sitegen.markup import Markup

Render = Callable[..., Markup]
MISTAKES = {
    # text: code, line, column, a part of the mend
    "\n::: vidéo a.mp4 title=x": ("shortcode-unknown-near", 2, 5, "::: video"),
    "::: citation x\n": ("shortcode-unknown-near", 1, 5, "::: quote"),
    "::: zzz": ("shortcode-unknown", 1, 5, "figure, gallery"),
    "::: {.note}": ("shortcode-unknown", 1, 5, "figure, gallery"),
    "\n\n::: alert\nx": ("shortcode-open", 3, 1, "a line `:::`"),
    "x\n:::": ("shortcode-stray", 2, 1, "Remove it"),
    "::: alert\n::: quote Ana\nx\n:::": ("shortcode-nested", 2, 5, "Close that one"),
    "::: gallery\n![a](b.jpg)\n::: contact x\n:::": ("shortcode-nested", 3, 5, "Only `quote`"),
    "::: contact a b": ("shortcode-words", 1, 13, 'contact="a b"'),
    "::: document Ordre du jour.pdf title=x": ("shortcode-words", 1, 14, '"Ordre du jour.pdf"'),
    "::: document a.pdf title=Ordre du jour pages=2": ("shortcode-words", 1, 26, '"Ordre du jour"'),
    "::: quote Ana Ruiz role=élue\nx\n:::": ("shortcode-words", 1, 11, 'speaker="Ana Ruiz"'),
    "::: figure a.jpg alt=La salle decorative": ("shortcode-words", 1, 22, 'alt="La salle"'),
    "::: contact name=a name=b": ("duplicate-key", 1, 20, "Remove one"),
    "::: events truc": ("shortcode-syntax", 1, 12, 'key="value"'),
    "::: contact name=“Ana”": ("shortcode-syntax", 1, 13, "straight quotation marks"),
    '::: contact name="Ana': ("shortcode-syntax", 1, 13, 'key="value"'),
    "::: contact rôle=élue name=a": ("shortcode-argument-near", 1, 13, "`role`"),
    "::: figure a.jpg légende=x alt=y": ("shortcode-argument-near", 1, 18, "`caption`"),
    "::: events qqq=x": ("shortcode-argument", 1, 12, "type, tag, section, organisation, limit"),
    "::: video a.mp4": ("shortcode-missing", 1, 1, "title="),
    "::: video title=x": ("shortcode-missing", 1, 1, "https://"),
    "::: figure a.jpg": ("shortcode-missing", 1, 1, "alt="),
    '::: figure a.jpg alt=""': ("shortcode-missing", 1, 18, "alt="),
    "::: quote\nx\n:::": ("shortcode-missing", 1, 1, "speaker="),
    "::: alert\n\n:::": ("shortcode-missing", 1, 1, "::: alert"),
    "::: map": ("shortcode-missing", 1, 1, "name="),
    "::: figure a.jpg alt=x decorative": ("shortcode-value", 1, 18, "alt="),
    "::: video ftp://a.fr/b title=x": ("shortcode-value", 1, 11, "https://"),
    "::: video javascript:alert(1) title=x": ("shortcode-value", 1, 11, "https://"),
    "::: video https://example.org/x title=x": ("shortcode-value", 1, 11, "https://"),
    "::: video a.avi title=x": ("shortcode-value", 1, 11, "https://"),
    "::: figure https://a.fr/b.jpg alt=x": ("shortcode-value", 1, 12, "salle.jpg"),
    "::: document //a.fr/b.pdf title=x": ("shortcode-value", 1, 14, "rapport.pdf"),
    "::: quote Ana url=example.org\nx\n:::": ("shortcode-value", 1, 15, "speaker="),
    "::: map name=x geo=123,4": ("shortcode-value", 1, 16, "geo="),
    "::: document a.pdf title=x lang=français": ("shortcode-value", 1, 28, "title="),
    "::: events type=a tag=b": ("shortcode-value", 1, 19, "type="),
    "::: gallery\n![a](b.jpg)\n  texte\n:::": ("shortcode-value", 3, 3, "::: gallery"),
    "::: figures\n- 12\n:::": ("shortcode-value", 2, 1, "::: figures"),
    "::: alert warnin\nx\n:::": ("unknown-choice-near", 1, 11, "`warning`"),
    "::: alert qqq\nx\n:::": ("unknown-choice", 1, 11, "info, important, warning"),
    "::: events limit=dix": ("expected-integer", 1, 12, ""),
    "::: events limit=0": ("expected-positive", 1, 12, ""),
    "::: figure a.jpg decorative=peut-être": ("expected-boolean", 1, 18, ""),
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_told_with_its_place_and_its_mend(render: Render, text: str) -> None:
    code, line, column, mend = MISTAKES[text]

    mistakes = [mistake for mistake in render(text).mistakes if mistake.code == code]

    assert [(mistake.line, mistake.column) for mistake in mistakes] == [(line, column)]
    assert mend in wording(mistakes[0])[1]


@pytest.mark.parametrize("text", MISTAKES)
def test_one_mistake_is_told_once(render: Render, text: str) -> None:
    """But for what a mistake leaves incomplete, which is seen beside it."""
    codes = [
        mistake.code for mistake in render(text).mistakes if mistake.code != "shortcode-missing"
    ]

    assert len(codes) <= 1


def test_all_mistakes_of_a_text_are_told_at_once(render: Render) -> None:
    markup = render("::: zzz\n\n::: video\n\n::: alert\nx")

    assert [(mistake.code, mistake.line) for mistake in markup.mistakes] == [
        ("shortcode-unknown", 1),
        ("shortcode-missing", 3),
        ("shortcode-open", 5),
    ]
