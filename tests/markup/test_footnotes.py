"""Footnotes, which both engines must leave in one structure."""

import re
from collections.abc import Callable

from sitegen.markup import Markup, MarkupSettings, render_markup

TWO_NOTES = "Un[^b] et deux[^a], encore un[^b].\n\n[^a]: Note A.\n\n[^b]: Note B.\n\n    Suite.\n"


def test_notes_stand_at_the_end_in_the_order_of_their_marks(render: Callable[..., Markup]) -> None:
    html = render(TWO_NOTES + "\nFin.\n").html

    assert html == (
        '<p>Un<sup id="fnref:b"><a class="footnote-ref" href="#fn:b" role="doc-noteref">1</a></sup>'
        ' et deux<sup id="fnref:a"><a class="footnote-ref" href="#fn:a" role="doc-noteref">2</a>'
        '</sup>, encore un<sup id="fnref2:b"><a class="footnote-ref" href="#fn:b"'
        ' role="doc-noteref">1</a></sup>.</p>\n'
        "<p>Fin.</p>\n"
        '<section class="footnotes" role="doc-endnotes">\n<ol>\n'
        '<li id="fn:b"><p>Note B.</p>\n<p>Suite.\xa0<a class="footnote-backref noprint" href="#fnref:b"'
        ' role="doc-backlink" aria-label="↩ 1">↩\ufe0e</a>\xa0<a class="footnote-backref noprint"'
        ' href="#fnref2:b" role="doc-backlink" aria-label="↩ 1.2">↩\ufe0e</a></p></li>\n'
        '<li id="fn:a"><p>Note A.\xa0<a class="footnote-backref noprint" href="#fnref:a"'
        ' role="doc-backlink" aria-label="↩ 2">↩\ufe0e</a></p></li>\n'
        "</ol>\n</section>"
    )


def test_every_mark_and_back_link_leads_somewhere(render: Callable[..., Markup]) -> None:
    markup = render("A[^x y] B[^É!]\n\n[^x y]: Voir[^É!]\n\n[^É!]: - un\n    - deux\n")

    links = re.findall(r'href="#([^"]+)"', markup.html)

    assert len(links) == 6
    assert set(links) == set(markup.anchors)


def test_a_new_note_leaves_the_ids_of_the_others_alone(render: Callable[..., Markup]) -> None:
    before = render("A[^un].\n\n[^un]: Un.").anchors
    after = render("Z[^zéro] A[^un].\n\n[^un]: Un.\n\n[^zéro]: Zéro.").anchors

    assert set(before) < set(after)


def test_labels_that_give_one_slug_stay_apart(render: Callable[..., Markup]) -> None:
    markup = render("A[^a b] B[^a-b].\n\n[^a b]: Un.\n\n[^a-b]: Deux.")

    assert {"fn:a-b", "fn:a-b-2"} < set(markup.anchors)


def test_a_note_that_ends_with_a_list_has_its_back_link_below(
    render: Callable[..., Markup],
) -> None:
    html = render("A[^1].\n\n[^1]: Un :\n\n    - a\n    - b\n").html

    assert re.search(
        r'</ul>\n<p><a class="footnote-backref noprint"[^>]*>↩\ufe0e</a></p></li>', html
    )


def test_a_note_without_mark_is_kept_without_back_link(render: Callable[..., Markup]) -> None:
    html = render("A[^1].\n\n[^2]: Orpheline.\n\n[^1]: Un.").html

    assert '<li id="fn:2"><p>Orpheline.</p></li>\n</ol>' in html


def test_a_mark_without_note_stays_as_it_is_typed(render: Callable[..., Markup]) -> None:
    assert render("A[^1].").html == "<p>A[^1].</p>"


def test_a_note_may_stand_in_a_list_or_table(render: Callable[..., Markup]) -> None:
    markup = render("- un[^1]\n\na | b\n--|--\nc[^1] | d\n\n[^1]: Note.")

    assert {"fnref:1", "fnref2:1", "fn:1"} <= set(markup.anchors)


def test_typography_and_addresses_work_in_notes(render: Callable[..., Markup]) -> None:
    markup = render("A[^1].\n\n[^1]: Quoi ? [b](b.md)", folder="c")

    assert "Quoi\u202f?" in markup.html
    assert [reference.target for reference in markup.references] == ["c/b.md"]


def test_html_that_looks_like_a_mark_does_no_harm(render: Callable[..., Markup]) -> None:
    text = 'A[^1] <sup class="footnote-reference">x</sup>\n\n[^1]: N.'

    assert '<sup class="footnote-reference">x</sup>' in render(text).html


def test_orphans_stay_in_the_order_of_the_text(render: Callable[..., Markup]) -> None:
    html = render("A\n\n[^z]: Un.\n\n[^a]: Deux.\n\n[^m]: Trois.").html

    assert re.findall(r'id="fn:(.)"', html) == ["z", "a", "m"]


def test_a_note_in_html_that_is_never_closed_does_no_harm(render: Callable[..., Markup]) -> None:
    html = render("<div>\n<!--\n\n[^1]: Note\n", raw_html="allow").html

    assert "<!--" in html


def test_commonmark_does_not_mind_the_case_of_labels() -> None:
    markup = render_markup("A[^Note].\n\n[^note]: N.", "", MarkupSettings(engine="commonmark"))

    assert markup.anchors == ("fnref:note", "fn:note")
