"""HTML of former sites as Markdown that a build reads: emphasis, galleries, what has no sign."""

import pytest

from sitegen.importing.foreign import without_foreign
from sitegen.importing.html import kept_code, to_markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>Dit <strong>à tous</strong>.</p>", "Dit **à tous**."),
        ("<p><em>Été</em> et <b>hiver</b></p>", "*Été* et **hiver**"),
        ("<p>→ <b><a href='https://a.example/b_c'>Ici</a></b>, <em>[PDF] 5 €</em></p>",
         "→ **[Ici](https://a.example/b_c)**, *\\[PDF\\] 5 €*"),
        ("<ul><li><em>i</em><em>mot</em></li></ul>", "- *i*<em>mot</em>"),
        ("<pre>x &lt;em&gt;a&lt;/em&gt;</pre>", "```\nx <em>a</em>\n```"),
        (f"<p>Avant {kept_code('[form id=3 -- a]')} après</p>",
         "Avant <!-- [form id=3 - - a] --> après"),
        ('<figure><figure><img src="a.jpg" alt="A"></figure><figure><img src="b.jpg" alt="">'
         "<figcaption>Le «\xa0b\xa0»</figcaption></figure></figure>",
         '::: gallery\n![A](a.jpg)\n![](b.jpg "Le « b »")\n:::'),
    ],
)  # fmt: skip
def test_structure_stays(html: str, markdown: str) -> None:
    assert to_markdown(html).markdown.strip("\n") == markdown


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ('::: figure https://a.example/b.jpg alt="Une salle" caption="Le « forum »"',
         "[Le « forum »](https://a.example/b.jpg)"),
        ("::: video https://a.example/b.mp4 title=Film", "[Film](https://a.example/b.mp4)"),
        ('::: video "https://www.youtube.com/watch?v=dQw4w9WgXcQ" title=YouTube', None),
        ("::: figure salle.jpg decorative", None),
        ("Ici ![Une [salle\\]](https://a.example/b_(1).jpg) là", None),
        ("Ici ![Une salle](https://a.example/b_(1).jpg){.grand} là",
         "Ici [Une salle](<https://a.example/b_(1).jpg>) là"),
        ("![](<//a.example/une_salle 1.jpg>)", "[une salle 1.jpg](<//a.example/une_salle 1.jpg>)"),
        ("[![Une salle](https://a.example/b.jpg)](https://a.example/)",
         "[Une salle](https://a.example/)"),
        ('<p><img class="x" src="https://a.example/b.jpg" alt="Une salle"></p>',
         '<p><a href="https://a.example/b.jpg">Une salle</a></p>'),
        ("`![](https://a.example/b.jpg)` et ![](b.jpg)", None),
        ('::: gallery title=X\n![A](a.jpg)\n![B](https://a.example/b.jpg "Le b")\n:::',
         "::: gallery title=X\n![A](a.jpg)\n:::\n\n- [B](https://a.example/b.jpg)"),
    ],
)  # fmt: skip
def test_what_another_host_holds_is_a_link(line: str, plain: str | None) -> None:
    assert without_foreign(line)[0] == (plain or line)


def test_a_film_at_no_address_is_told() -> None:
    converted = to_markdown('<p>Un</p><video src="ttps://a.example/film.mp4"></video>')

    assert converted.markdown == "Un\n"
    assert [tuple(note) for note in converted.notes] == [
        ("element", "video", "ttps://a.example/film.mp4")
    ]


def test_tables_that_only_place_their_words_become_paragraphs() -> None:
    """As mails and old pages have them; a table of figures within one stays a table."""
    inner = "<table><tr><th>an</th><th>part</th></tr><tr><td>2</td><td>3</td></tr></table>"
    placed = f'<table role="presentation"><tr><td>Un <b>mot</b></td><td>{inner}</td></tr></table>'

    table = "| an | part |\n| --- | --- |\n| 2 | 3 |"
    assert to_markdown(placed) == (f"Un **mot**\n\n{table}\n", ())
    markdown, notes = to_markdown(placed.replace(' role="presentation"', ""))
    assert markdown == f"Un **mot**\n\n{table}\n"
    assert [(note.kind, note.name) for note in notes] == [("element", "table")]
