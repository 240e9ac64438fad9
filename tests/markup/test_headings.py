"""Headings and ids."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slugify import slugify

from sitegen.markup import Heading, Markup
from sitegen.markup.headings import slug


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("L'eau", "l-eau"),
        ("L’eau", "l-eau"),
        ("Où en est-on ?", "ou-en-est-on"),
        ("34 228 habitants", "34-228-habitants"),
        ("2,5 km", "2-5-km"),
        ("2,5 km ½", "2-5-km-1-2"),
        ("Œuvre n° 3 & cœur", "oeuvre-n-3-coeur"),
        ("!!!", "section"),
        ("🎉", "section"),
    ],
)
def test_an_id_is_the_slug_of_its_heading(
    render: Callable[..., Markup], text: str, anchor: str
) -> None:
    assert render(f"## {text}").headings[0].id == anchor


@given(st.text(st.sampled_from("abÉéÀçœŒæÿñ 19,.;:!?'’“”«»–—…()/_-\xa0\u202f&#°‘%")))
def test_the_short_way_to_a_slug_leads_where_the_long_one_does(text: str) -> None:
    assert slug(text) == (
        slugify(
            text.replace("’", "'").replace("°", " ").replace(",", " "),
            entities=False,
            decimal=False,
            hexadecimal=False,
        )
        or "section"
    )


def test_typography_does_not_change_ids(render: Callable[..., Markup]) -> None:
    text = "## L'état : 34 228... «oui» ! &amp;eacute; &amp;#233; &amp;#xe9;"

    assert render(text).anchors == render(text, typography="off").anchors


def test_headings_tell_level_id_and_plain_text(render: Callable[..., Markup]) -> None:
    markup = render(
        "# *L'état* : `a<b>` & [lien](https://a.fr)[^1]\n\nTexte\n\n### Suite {#fin}\n\n[^1]: Note."
    )

    assert markup.headings == (
        Heading(1, "l-etat-a-b-lien", "L’état\xa0: a<b> & lien"),
        Heading(3, "fin", "Suite"),
    )


def test_a_heading_ends_with_its_own_end_tag(render: Callable[..., Markup]) -> None:
    markup = render("<div>\n<h2>jamais\n<h3>Un</h2> deux</h3>\n</div>", raw_html="allow")

    assert markup.headings == (Heading(3, "un-deux", "Un deux"),)


def test_equal_headings_have_different_ids(render: Callable[..., Markup]) -> None:
    markup = render("## Un\n\n## Un\n\n## Un 2\n\n## Un\n")

    assert markup.anchors == ("un", "un-2", "un-2-2", "un-3")


def test_the_author_s_id_comes_before_the_slugs(render: Callable[..., Markup]) -> None:
    markup = render("## Intro\n\nTexte\n{#intro}\n\n<div id='intro'>\n\n</div>\n")

    assert markup.anchors == ("intro-3", "intro", "intro-2")
    assert 'id="intro-2"' in markup.html


def test_anchors_are_all_ids(render: Callable[..., Markup]) -> None:
    markup = render('## A\n\n*b*{#b}[^n] <a id=c></a>\n\n[^n]: N\n\n`id="x"`\n')

    assert markup.anchors == ("a", "b", "fnref:n", "c", "fn:n")


def test_ten_thousand_equal_headings_are_no_trouble() -> None:
    from sitegen.markup.headings import unique

    taken: dict[str, int] = {}
    ids = [unique("a", taken) for _ in range(10_000)]

    assert ids[-1] == "a-10000"
    assert len(set(ids)) == 10_000
