"""What the native engine reads in Python-Markdown's place gives what Python-Markdown gives."""

import random
import re
import sys
from pathlib import Path

import pytest

from sitegen.markup import MarkupSettings, render_markup
from sitegen.markup.engines import python_markdown
from sitegen.markup.engines.alike import IS_READ, read_alike
from sitegen.markup.engines.python_markdown import convert, convert_in_python
from tests.demo_site import PROJECT
from tests.markup.fragments import ARTICLE
from tests.markup.shapes import texts

with_a_sound_re = pytest.mark.skipif(not IS_READ, reason="Python before 3.11.5")
SAME = {
    "paragraphs": "Un mot.\n\nL'été : 12 % !\nUne ligne, « deux ».\n\n\n2024, une année & demie\n",
    "headings": "# Un\n\nmot\n\n## Deux ?\n\n###### Six\n",
    "emphasis": "**Date :** le *3 mars*, « **x** » (*y*).\n\n*Tout*\n\n- **9 h** : accueil",
    "links": "Voir [le site](https://e.org/a_b?c=1&d=2#e), [ici](../a.md#b){.bouton}.",
    "pictures": "![Une salle](salle.jpg)\n\n![](a/b.png){credit=X}\n\nmot ![é](c.webp) mot",
    "code": "Lancer `sitegen build *` puis `[a](b)`.",
    "lists": "- un\n- deux\n  lignes\n    - et *un*\n    - et deux\n- trois\n\nmot\n\n3. x\n4. y\n",
    "quotations": "> « Oui. »\n> Non.\n>\n> Une élue\n\n> autre",
    "tables": "| a | b |\n|---|--:|\n| x | **12 %** |\n| y | [z](w) |\n\nmot",
    "points within points": "- un\n  - *deux*\n  - trois\n- quatre\n\nmot",
    "line breaks": "Un mot,  \nun autre.\n\n- a  \n  b\n- c",
    "raised letters": "Le 1<sup>er</sup>, m<sup>2</sup> de CO<sub>2</sub>\n\n| x<sup>2</sup> |\n|---|\n| y |",
    "escapes": "\\* Une suite \\[…\\]\n\n1\\. prenom\\_nom@e.fr\n\n**\\[PDF\\]** a\\\\b",
    "signs that begin nothing": "R&D, AT&T < 10 € > 5\n\n• a\n👉 b\n\n$1\n@a\n& co",
    "addresses that are links": "Voir <https://e.org/a_b?c=1&d=2>.\n\n<http://e.org/>",
    "links in emphasis": "**Voir [le site](https://e.org/a_b)** *[x](y)*, [**z**](w)",
    "bars without a table": "Mardi | 14 h\n\n- a|b\n- | c",
    "rules and numbered headings": "Un\n\n---\n\n- a\n\n---\n\n## 1. Deux\n\n---",
    "notes": "Un[^1], deux[^n-b] ![^1]\n\n[^n-b]: Note « b »\n    suite.\n\n[^1]: Une.\n",
}
DIFFERENT = {
    "what is no text": "",
    "html": "a <b>mot</b>",
    "an entity": "a&nbsp;b",
    "an escape before HTML": "\\<b>a\\</b>",
    "a line break by a sign": "mot\\\nmot",
    "raised letters at the beginning": "<sup>1</sup> mot",
    "raised letters of another kind": "a<sup>b c</sup>",
    "raised letters that do not end": "a<sup>b",
    "points within points of another depth": "- a\n    - b\n  - c",
    "emphasis within a word": "mot**s**mot",
    "emphasis by underscores": "_mot_",
    "emphasis that does not end": "**mot",
    "emphasis in emphasis": "**a *b* c**",
    "brackets alone": "[mot]",
    "a reference": "[mot][a]\n\n[a]: b.md",
    "a title": '[mot](a.md "b")',
    "two lists": "- a\n\n- b",
    "a list right under text": "mot\n- a",
    "an underlined heading": "mot\n---",
    "a rule of other signs": "a\n\n***",
    "code on lines": "```\na\n```",
    "an indented line": "    a",
    "a definition": "mot\n:   sens",
    "a mark without a note": "mot[^1]",
    "a note without a mark": "mot\n\n[^1]: note",
    "two notes of one label": "mot[^a] mot[^A]\n\n[^a]: b\n\n[^A]: c",
    "a row with another number of cells": "| a | b |\n|---|---|\n| c |",
    "a number as an item's": "2) a",
    "a number in other digits": "٣. a",
    "a space without a break at the end": "mot\xa0",
}


@with_a_sound_re
@pytest.mark.parametrize("name", SAME)
def test_usual_texts_are_read_natively_and_give_the_same(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert different(SAME[name]) is not None
    natively = render_markup(SAME[name], "", MarkupSettings())

    monkeypatch.setattr(python_markdown, "_native", lambda: None)

    assert natively == render_markup(SAME[name], "", MarkupSettings())


@pytest.mark.parametrize("name", DIFFERENT)
def test_what_may_be_read_in_two_ways_is_left_to_python_markdown(name: str) -> None:
    assert read_alike(DIFFERENT[name]) is None
    assert convert(DIFFERENT[name]) == convert_in_python(DIFFERENT[name])


@pytest.mark.parametrize("engine", ["markdown", "commonmark"])
def test_raised_letters_are_signs_where_html_is_shown(engine: str) -> None:
    markup = render_markup("Le 1<sup>er</sup> mars", "", MarkupSettings(engine, raw_html="escape"))

    assert markup.html == "<p>Le 1&lt;sup&gt;er&lt;/sup&gt; mars</p>"


def test_without_the_native_engine_python_markdown_reads_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "sitegen.markup.engines.alike", None)
    python_markdown._native.cache_clear()

    converted = {name: convert(text) for name, text in SAME.items()}

    python_markdown._native.cache_clear()
    assert converted == {name: convert_in_python(text) for name, text in SAME.items()}


@with_a_sound_re
def test_the_texts_of_this_project_are_the_same_and_half_of_them_read_natively() -> None:
    paths = [*(PROJECT / "content").rglob("*.md"), *Path(PROJECT / "docs").rglob("*.md")]
    written = [path.read_text().split("\n---\n", 1)[-1] for path in paths]

    native = [text for text in written if different(text) is not None]

    assert different(ARTICLE) is None
    assert len(native) > 40


def test_whatever_stands_beside_whatever_is_the_same() -> None:
    for _, text in texts():
        different(text)


@pytest.mark.slow
@with_a_sound_re
def test_any_pieces_together_give_the_same() -> None:
    """Two thousand of these texts are read natively; the same every time."""
    chance = random.Random(2026)

    native = sum(different(any_text(chance)) is not None for _ in range(60_000))

    assert native > 1_000


def different(text: str) -> str | None:
    """Return what is read natively, if it is; it is held against Python-Markdown's."""
    html = read_alike(text)
    if html is not None:
        assert without_numbers(html) == convert_in_python(text).html, text
    return html


def without_numbers(html: str) -> str:
    """Return *html* as Python-Markdown leaves it to `footnotes` to number the notes."""
    html = re.sub('<sup class="footnote-definition-label">[0-9]+</sup>', "", html)
    return re.sub('(<sup class="footnote-reference"><a href="[^"]*">)[0-9]+', r"\g<1>1", html)


_LINES = (
    "Le forum a lieu", "**Date** : le 3", "voir [le site](https://e.org/p?a=1&b=2).", "« Oui », dit",
    "12 communes", "mot[^1] suite", "mot[^2].", "*peu* à peu", "le 1<sup>er</sup>.", "(sic)", "R & D", "l'eau ; le pain !",
    "![alt](a.jpg)", "![](a/b.png){credit=x}", "`code *x* [a]`", "\\[…\\]", "a\\_b", "\\* x", "1\\. y",
    "<https://e.org/p?a=1&b=2>", "**\\[PDF\\]**", "[\\[a\\] b](u)", "R&D", "< 10 > 5", "👉 ici", "a | b", "*→ [a](b) c*.", "`a`", "**Fin.** Puis", "*« oui »*",
    "[x](y){.btn}", "**[a](b)**", "fin ![^1]", "oui![^1] puis", "![^2]",
)  # fmt: skip
_SIGNS = (
    "mot", "l'été", "a", " ", "  ", "\xa0", "\u202f", "12", "3.", "1)", "R&D", "& co", "&amp;", "**",
    "*", "***", "a*b", "a**b**c", "**a**b", "-*x*", "(", "« ", "»", '"q"', "'q'", ".", ",", ":", "!",
    "?", "…", "—", "-", "--", "+", "#", " #", "=", "$", "^", "{", "}", "{: .a}", "[^1]", "[^2]", "[",
    "]", "](a)", "~", "~~x~~", "_", "_a_", "`", "`c`", "|", "<", "<b>", ">", "\\", "\\*", "\\\\", "\\-",
    "\\(", "\\]", "\\#", "\\.", "\\'", "\\`", "\\!", "\\{", "\\~", "\\:", "\\|", "&a", "&;", "<5", "< ", "•", "€", "\ufeff", "@", "a@b.fr",
    "https://e.org/x", "www.e.org", "e\u0301", "🎉", "ª", "²", "\u00ad", "\u200b", "\u3000", "Ⅳ", "٣",
    "٣. ", "/", "’", "‘", "“", "”", ";", "==", "---", "\t",
)  # fmt: skip
_BEGINNINGS = (
    "", "", "", "", "", "- ", "- ", "    - ", "  - ", "  ", "    ", "   ", "1. ", "2. ", "10. ", "0. ", "007. ",
    "## ", "# ", "### ", "> ", "> ", ">\n> ", "[^1]: ", "[^2]: ", "| ", "* ", "+ ", "1) ", ": ", ":   ",
    "[a]: ", "---", "---\n\n", "## 1. ", "\\# ", "1\\. ", "• ", "& ", "> | ", "===", "```", "|--|--|", "![", "> - ", "- > ", "- - ", "- 1. ", "> ## ",
)  # fmt: skip


def any_text(chance: random.Random) -> str:
    """Return a text of usual lines for the most part, and of what could break them."""
    between = chance.choice(("\n\n", "\n\n", "\n\n", "\n\n\n", "\n"))
    text = between.join(_any_block(chance) for _ in range(chance.randint(1, 5)))
    for label in ("1", "2"):
        if f"[^{label}]" in text and f"[^{label}]:" not in text and chance.random() < 0.6:
            text += f"\n\n[^{label}]: Une note."
    return text + chance.choice(("", "\n", "\n\n"))


def _any_block(chance: random.Random) -> str:
    if chance.random() < 0.12:
        columns = chance.randint(1, 3)
        signs = chance.choices(("---", ":--", "--:", ":-:", " --- ", "-"), k=columns)
        rows = [_any_row(chance, columns) for _ in range(chance.randint(1, 4))]
        return "\n".join((rows[0], f"|{'|'.join(signs)}|", *rows[1:]))
    beginning = chance.choice(_BEGINNINGS)
    lines = []
    for _ in range(chance.randint(1, 3)):
        begins = beginning if chance.random() < 0.8 else chance.choice(_BEGINNINGS)
        ending = chance.choice(("  ", " ", "\\", "\xa0")) if chance.random() < 0.03 else ""
        lines.append(f"{begins}{_any_line(chance)}{ending}")
    return "\n".join(lines)


def _any_row(chance: random.Random, columns: int) -> str:
    count = columns if chance.random() < 0.95 else columns + 1
    cells = chance.choices(("x", "", "12 %", "**g**", " ", _any_line(chance)), k=count)
    return (
        "|" + "|".join(chance.choice((" {} ", "{}", "  {}")).format(cell) for cell in cells) + "|"
    )


def _any_line(chance: random.Random) -> str:
    if chance.random() < 0.75:
        return " ".join(chance.choices(_LINES, k=chance.randint(1, 3)))
    return "".join(chance.choices(_SIGNS, k=chance.randint(1, 6)))
