"""What an author may write, with either engine."""

import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

import sitegen.markup
from sitegen.markup import Markup, MarkupSettings, render_markup
from tests.markup.fragments import ARTICLE

GUIDE = (Path(__file__).parents[2] / "docs" / "markdown.md").read_text(encoding="utf-8")
EXAMPLES = [match[2] for match in re.finditer(r"(?ms)^(```+)markdown\n(.*?)^\1$", GUIDE)]


def flat(html: str) -> str:
    """*html* without what the engines write differently: newlines between blocks, `&quot;`."""
    return re.sub(r"\n+(?=<(?!/code))|(?<=>)\n+", "", html.replace("&quot;", '"'))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*a* **b** `c` ~~d~~", "<p><em>a</em> <strong>b</strong> <code>c</code> <del>d</del></p>"),
        ("mot_avec_tirets", "<p>mot_avec_tirets</p>"),
        ("\\*a\\* \\~\\~b\\~\\~ \\{.c}", "<p>*a* ~~b~~ {.c}</p>"),
        ("<https://a.fr/?b=1&c>", '<p><a class="address" href="https://a.fr/?b=1&amp;c">https://a.fr/?b=1&amp;c</a></p>'),
        ("<a@b.fr>", '<p><a href="mailto:a@b.fr">a@b.fr</a></p>'),
        ('[a](https://b.fr "C")', '<p><a href="https://b.fr" title="C">a</a></p>'),
        ("[a][r] [r]\n\n[r]: https://b.fr", '<p><a href="https://b.fr">a</a> <a href="https://b.fr">r</a></p>'),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("- a\n    - b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
        ("Terme\n:   Sens", "<dl><dt>Terme</dt><dd>Sens</dd></dl>"),
        ("> a\n>\n> b", "<blockquote><p>a</p><p>b</p></blockquote>"),
        ("```python\nx < 1\n```", '<pre><code class="language-python">x &lt; 1\n</code></pre>'),
        ("``` {.python}\nx\n```", '<pre><code class="language-python">x\n</code></pre>'),
        ("    x ? y\n", "<pre><code>x ? y\n</code></pre>"),
        ("a  \nb", "<p>a<br>b</p>"),
        ("a\n\n---\n\nb", "<p>a</p><hr><p>b</p>"),
        ("&eacute; &amp; &lt; &copy; &nbsp;! a & b < c", "<p>é &amp; &lt; ©\u202f! a &amp; b &lt; c</p>"),
        ("<div class='a'>\n<b>x ?</b>\n</div>", '<div class="a"><b>x\u202f?</b></div>'),
        ("a <!-- b ? --> c", "<p>a  c</p>"),
        ("Titre\n===\n\nSuite\n---", '<h1 id="titre">Titre</h1><h2 id="suite">Suite</h2>'),
        ("", ""),
        ("\n\n", ""),
    ],
)  # fmt: skip
def test_the_usual_markdown(render: Callable[..., Markup], text: str, html: str) -> None:
    assert flat(render(text).html) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*Forum* ? **Oui**: `non` !", "<em>Forum</em>\u202f? <strong>Oui</strong>\xa0: <code>non</code>\u202f!"),
        ("«*Oui*» et « [non](https://a.fr) »", "«\u202f<em>Oui</em>\u202f» et «\u202f<a href=\"https://a.fr\">non</a>\u202f»"),
        ("l'*eau* et l'`eau`", "l’<em>eau</em> et l’<code>eau</code>"),
        ("[What? No!]{lang=en} Si ?", '<span lang="en">What? No!</span> Si\u202f?'),
        ("[What? [Quoi ?]{lang=fr} No!]{lang=en}", '<span lang="en">What? <span lang="fr">Quoi\u202f?</span> No!</span>'),
        ("<kbd>a ?</kbd> <b>b ?</b>", "<kbd>a ?</kbd> <b>b\u202f?</b>"),
        ("<b lang='en'><b>a ?</b> b ?</b> c ?", '<b lang="en"><b>a ?</b> b ?</b> c\u202f?'),
        ("`a ? b` et ``c ` ? d``", "<code>a ? b</code> et <code>c ` ? d</code>"),
        ("a &amp; b &lt; c ; d", "a &amp; b &lt; c\u202f; d"),
        ("Voir https://a.fr/?b;c et 14:30", '>https://a.fr/?b;c</a> et 14:30'),
        ('[a](https://b.fr "Quoi ? Oui !")', '<a href="https://b.fr" title="Quoi ? Oui !">a</a>'),
        ("Mot[^1] ?\n\n[^1]: N.", "</sup>\u202f?"),
        ("<script>\na = '<pre>'\n</script>\n\nQuoi ?", "Quoi\u202f?"),
        ("1<sup>er</sup> mars", "1<sup>er</sup>\xa0mars"),
    ],
)  # fmt: skip
def test_typography_sees_across_tags_but_not_into_code(
    render: Callable[..., Markup], text: str, html: str
) -> None:
    assert html in render(text).html


def test_code_that_is_never_closed_ends_with_its_paragraph(render: Callable[..., Markup]) -> None:
    html = render("La balise <code> ici ?\n\nOui ?").html

    assert "ici ?" in html
    assert "Oui\u202f?" in html


def test_typography_can_be_off(render: Callable[..., Markup]) -> None:
    markup = render("# What's *new* ?\n\nIt's 12 % : \"yes\"...", typography="off")

    assert "What's <em>new</em> ?" in markup.html
    assert markup.headings[0].text == "What's new ?"
    assert markup.first_paragraph == 'It\'s 12 % : "yes"...'


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Un *mot* : `a<b>` & [b](c.md)[^1]\nligne ?\n\nDeux\n\n[^1]: N", "Un mot\xa0: a<b> & b ligne\u202f?"),
        ("# Titre\n\n> Citation\n\n- liste\n\n![a](b.jpg \"C\")\n\nEnfin", "Enfin"),
        ("a  \nb", "a b"),
        ("<p>Brut ?</p>\n\nSuite", "Brut\u202f?"),
        ("<div>\n<p>Brut</p>\n</div>", "Brut"),
        ("<p>Ouvert\n<div>Bloc</div>", "Ouvert"),
        ("![a](b.jpg) ![c](d.jpg)\n\nTexte", "Texte"),
        ("- un\n\n- deux\n", ""),
        ("[^1]: Note\n", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_the_first_paragraph_is_plain_text(
    render: Callable[..., Markup], text: str, first: str
) -> None:
    assert render(text).first_paragraph == first


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Un deux trois ?", 3),
        ("# Un\n\nDeux *trois* `quatre cinq`", 4),
        ("| un | deux |\n|---|---|\n| trois | quatre |", 4),
        ("les 34 228 km", 2),
        ("- &nbsp;\n- &nbsp; \n", 0),
        ("", 0),
    ],
)
def test_words_are_counted_as_a_reader_does(
    render: Callable[..., Markup], text: str, words: int
) -> None:
    assert render(text).words == words


@pytest.mark.parametrize("text", ["a\r\nb\r\rc", "a\x00b\x0bc\x1dd", "a\ud800b"])
def test_what_neither_html_nor_xml_may_hold_is_gone(
    render: Callable[..., Markup], text: str
) -> None:
    html = render(text).html

    assert not re.search("[\x00-\x08\x0b-\x1f\ud800]", html)
    assert "a" in html


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_all_newlines_are_newlines(render: Callable[..., Markup], newline: str) -> None:
    assert render(ARTICLE.replace("\n", newline)) == render(ARTICLE)


def test_both_engines_say_the_same_of_an_article() -> None:
    assert_same(ARTICLE.replace("***", "**"))  # they nest the two in different orders


@pytest.mark.parametrize("example", EXAMPLES)
def test_both_engines_say_the_same_of_the_guide_s_examples(example: str) -> None:
    assert_same(example)


def assert_same(text: str) -> None:
    """Both engines give the same values, and the same html but for its newlines."""
    python, native = (
        render_markup(text, "communiques", MarkupSettings(engine=engine))
        for engine in ("markdown", "commonmark")
    )

    assert msgspec.structs.replace(python, html="") == msgspec.structs.replace(native, html="")
    assert flat(python.html).split(">") == flat(native.html).split(">")


def test_the_layer_offers_its_names_and_no_others() -> None:
    assert all(getattr(sitegen.markup, name) for name in sitegen.markup.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = sitegen.markup.nothing
