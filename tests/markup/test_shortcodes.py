"""Shortcodes in Markdown: the same with both engines."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from sitegen.markup import Lookup, Markup, Reference
from sitegen.markup.shortcodes.calls import decode_call
from sitegen.markup.shortcodes.shortcode import FileArgument, Shortcode
from sitegen.markup.shortcodes.values import (
    SHORTCODES,
    ContactCall,
    DocumentCall,
    Events,
    Figure,
    Map,
    Quote,
    Video,
)

Render = Callable[..., Markup]
DOCUMENTATION = Path(__file__).parents[2] / "docs/markdown.md"
UNNAMED = {"src", "file", "address", "venue", "contact", "speaker", "kind"}
"""Fields whose values stand without a name."""
CALL = re.compile(r'<sitegen-shortcode call="([a-z]+) sitegen:([\w-]*)">')


def calls(markup: Markup) -> list[Shortcode]:
    return [decode_call(name, encoded) for name, encoded in CALL.findall(markup.html)]


def shown(markup: Markup) -> str:
    """The HTML with `[name]` for each call."""
    html = CALL.sub(r"[\1]", markup.html).replace("</sitegen-shortcode>", "[/]")
    return re.sub(r"\s*\n\s*", "", html)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            'figure ../salle.jpg alt="La salle" caption="Le forum : plein" align=left',
            Figure(
                src=FileArgument("salle.jpg", "sitegen:salle.jpg"),
                alt="La salle",
                caption="Le forum\u00a0: plein",
                align="left",
            ),
        ),
        (
            "figure src='trait d’union.svg' decorative",
            Figure(
                src=FileArgument(
                    "news/trait d’union.svg", "sitegen:news/trait%20d%E2%80%99union.svg"
                ),
                decorative=True,
            ),
        ),
        (
            "video https://youtu.be/aqz-KE-bpKQ title='Le film' image=/a.jpg",
            Video(
                address="https://youtu.be/aqz-KE-bpKQ",
                title="Le film",
                image=FileArgument("/a.jpg", "sitegen:/a.jpg"),
            ),
        ),
        (
            "video film.mp4 title=Film captions=film.vtt transcript=film.md lang=fr",
            Video(
                file=FileArgument("news/film.mp4", "sitegen:news/film.mp4"),
                title="Film",
                captions=FileArgument("news/film.vtt", "sitegen:news/film.vtt"),
                transcript=FileArgument("news/film.md", "sitegen:news/film.md"),
                lang="fr",
            ),
        ),
        (
            "document rapport.pdf title=Rapport pages=32",
            DocumentCall(
                file=FileArgument("news/rapport.pdf", "sitegen:news/rapport.pdf"),
                title="Rapport",
                pages=32,
            ),
        ),
        ("map salle", Map(venue="salle")),
        ('map name=Mairie geo="47.5, -0.25"', Map(name="Mairie", geo=(47.5, -0.25))),
        ("contact presse", ContactCall(contact="presse")),
        ("contact name='Ana Martin' role=élue", ContactCall(name="Ana Martin", role="élue")),
        ("events", Events()),
        ("events type=formation limit=2", Events(type="formation", limit=2)),
    ],
)
def test_a_line_becomes_a_call_with_typed_arguments(
    render: Render, line: str, expected: Shortcode
) -> None:
    markup = render(f"Avant.\n::: {line}\nAprès.", "news")

    name = line.split(" ", maxsplit=1)[0]
    assert shown(markup) == f"<p>Avant.</p>[{name}][/]<p>Après.</p>"
    assert calls(markup) == [expected]
    assert markup.mistakes == ()


def test_content_is_markdown_and_its_links_are_references(render: Render) -> None:
    markup = render(
        'Un.\n\n::: quote speaker="Ana Martin" role=élue\nQuoi ? [Lire](b.md#c)\n\n- *un*\n:::\nDeux.'
    )

    assert shown(markup) == (
        '<p>Un.</p>[quote]<p>Quoi\u202f? <a href="sitegen:b.md#c">Lire</a></p>'
        "<ul><li><em>un</em></li></ul>[/]<p>Deux.</p>"
    )
    assert calls(markup) == [Quote(speaker="Ana Martin", role="élue")]
    assert markup.references == (Reference("b.md", "c", False, 4, 15),)


def test_headings_notes_and_anchors_within_content_are_the_page_s(render: Render) -> None:
    markup = render("::: alert\n## Un titre\n\nTexte[^n].\n:::\n\n[^n]: Note.")

    assert [heading.id for heading in markup.headings] == ["un-titre"]
    assert "fn:n" in markup.anchors
    assert markup.html.index("</sitegen-shortcode>") < markup.html.index("Note.")


def test_files_that_a_shortcode_names_are_references_with_their_place(render: Render) -> None:
    markup = render("![x](a.jpg)\n\n::: figure a.jpg alt=x\n::: document title=T file=b.pdf")

    assert markup.references == (
        Reference("a.jpg", "", True, 1, 6),
        Reference("a.jpg", "", True, 3, 12),
        Reference("b.pdf", "", False, 4, 27),
    )


def test_an_address_that_a_shortcode_names_first_is_still_found_in_the_text(render: Render) -> None:
    markup = render("::: figure src=a.jpg alt=x\n\n![x](a.jpg)")

    assert {reference.line for reference in markup.references} == {1, 3}


def test_names_that_the_site_has_to_know_are_told(render: Render) -> None:
    markup = render("::: contact presse\n::: map salle\n::: events section=news")

    assert markup.lookups == (
        Lookup("contact", "presse", 1, 13),
        Lookup("venue", "salle", 2, 9),
        Lookup("section", "news", 3, 20),
    )


def test_frames_are_told_by_their_hosts(render: Render) -> None:
    markup = render(
        "::: video https://vimeo.com/76979871 title=A\n::: video https://youtu.be/aqz-KE-bpKQ title=B\n"
        "::: video film.mp4 title=C\n::: map salle\n::: video https://vimeo.com/1 title=D"
    )

    assert markup.frame_hosts == (
        "https://player.vimeo.com",
        "https://www.openstreetmap.org",
        "https://www.youtube-nocookie.com",
    )


def test_key_figures_are_list_items_of_value_and_label(render: Render) -> None:
    markup = render(
        "::: figures\n- 1 240 : *communes* : toutes\n12% : [part](a.md)\n\n- 14:30 : heure\n:::"
    )

    assert shown(markup) == (
        "[figures]<li><strong>1\u202f240</strong> <span><em>communes</em>\u00a0: toutes</span></li>"
        '<li><strong>12\u00a0%</strong> <span><a href="sitegen:a.md">part</a></span></li>'
        "<li><strong>14:30</strong> <span>heure</span></li>[/]"
    )


def test_images_of_a_gallery_are_figures_in_list_items(render: Render) -> None:
    markup = render('::: gallery\n![A](a.jpg "Un"){credit=X}\n![B](b.jpg)\n:::\n\n![C](c.jpg)')

    assert re.sub(r"<img[^>]*>", "<img>", shown(markup)) == (
        '[gallery]<li><figure aria-label="Un Photo\xa0: X"><img><figcaption>Un '
        '<span class="credit">Photo\xa0: X</span></figcaption></figure>'
        "</li><li><figure><img></figure></li>[/]<figure><img></figure>"
    )


def test_a_shortcode_that_stands_alone_may_stand_in_a_remark(render: Render) -> None:
    markup = render("::: alert warning\n::: contact presse\n:::\n\n::: contact presse")

    assert shown(markup) == "[alert][contact][/][/][contact][/]"


@pytest.mark.parametrize(
    "text",
    [
        "```\n::: nothing\n```",
        "~~~\n::: nothing\n~~~",
        "    ::: nothing",
        "<!--\n::: nothing\n-->",
        "<pre>\n::: nothing\n</pre>",
        "Du texte ::: nothing",
        "> ::: nothing",
        "`::: nothing`",
    ],
)
def test_colons_in_code_comments_and_sentences_are_text(render: Render, text: str) -> None:
    markup = render(text, raw_html="allow")

    assert "::: nothing" in markup.html
    assert (calls(markup), markup.mistakes) == ([], ())


def test_what_an_engine_leaves_alone_keeps_the_line_as_it_was_written(render: Render) -> None:
    """A block of HTML that nobody closed takes the rest of the text along."""
    markup = render('<div>\n<p title="\n::: contact presse\n">\n</div>')

    assert "\x0e" not in markup.html
    assert calls(markup) == [] or "::: contact" not in markup.html


def test_nobody_can_write_a_call_of_their_own(render: Render) -> None:
    markup = render('<sitegen-shortcode call="quote sitegen:gA">x</sitegen-shortcode>')

    assert CALL.search(markup.html) is None


def test_the_summary_is_no_quotation_remark_or_figure(render: Render) -> None:
    markup = render("::: alert\nAttention.\n:::\n::: figures\n- 1 : mot\n:::\nLe texte.")

    assert markup.first_paragraph == "Le texte."


def test_the_summary_leaves_out_what_was_struck_out(render: Render) -> None:
    markup = render(
        "Le <del>mardi **3**</del> jeudi 5 mars, <s>9 h</s> à Tours.\n\n<del>Non.</del>"
    )

    assert markup.first_paragraph == "Le jeudi 5\u00a0mars, à Tours."


def test_words_of_the_content_count(render: Render) -> None:
    assert render("Un.\n::: alert\ndeux trois\n:::").words == 3


def test_a_text_in_another_language_keeps_its_arguments(render: Render) -> None:
    markup = render('::: quote speaker="It\'s: me"\nx\n:::', typography="off")

    assert calls(markup) == [Quote(speaker="It's: me")]


def test_a_text_without_shortcodes_loads_nothing_of_them() -> None:
    script = (
        "import sys; from sitegen.markup import MarkupSettings, render_markup;"
        "render_markup('Un : deux.', '', MarkupSettings());"
        "print([m for m in sys.modules if 'shortcodes' in m])"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert result.stdout.strip() == "[]"


def test_every_shortcode_is_described_and_the_examples_are_right(render: Render) -> None:
    text = DOCUMENTATION.read_text(encoding="utf-8")
    chapter = text[text.index("## Shortcodes") : text.index("## Attributes")]
    examples = re.findall(r"```markdown\n(.*?)```", chapter, re.DOTALL)

    markup = render("\n".join(examples))

    assert markup.mistakes == ()
    assert {name for name, _ in CALL.findall(markup.html)} == set(SHORTCODES)
    for name, struct in SHORTCODES.items():
        line = next(line for line in chapter.split("\n") if line.startswith(f"| `{name}`"))
        fields = {field.name for field in msgspec.structs.fields(struct)} - UNNAMED
        assert [field for field in sorted(fields) if f"`{field}`" not in line] == [], name


@pytest.mark.parametrize("name", SHORTCODES)
def test_the_example_of_a_mend_is_right(render: Render, name: str) -> None:
    example = SHORTCODES[name].example
    line, then, rest = example.partition(", then lines such as ")
    content = rest.removesuffix(", then :::") if then else "x"
    text = f"{line}\n{content}\n:::" if SHORTCODES[name].content else line

    assert render(text).mistakes == ()
