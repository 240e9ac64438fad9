"""Indented paragraphs of letters, and notes and marks that lack each other."""

from collections.abc import Callable

import pytest

from sitegen.markup import Markup

Render = Callable[..., Markup]

LETTERS = (
    "    Madame la Présidente,\n    nous avons bien reçu votre lettre du 3 mars.",
    "\tParis, le 3 mars 2027",
    "    « Rien n’est fait », dit-elle ; « tout commence. »",
    "        Cordialement,",
)
CODE = (
    "    def lire(nom):\n        return nom",
    "    SELECT nom FROM table",
    "    $ sitegen build",
    "    <p>Une phrase entière.</p>",
    '    Titre = "Une phrase"',
    "    npm install",
    "    // Une remarque",
)
CONTAINED = (
    "- Un point\n\n    Et sa suite, avec des mots.",
    "1. Un point\n\n    Et sa suite.\n\n    Une autre suite encore.",
    "- Un point\nlazy\n\n    Et sa suite, avec des mots.",
    "Terme\n:   Sens\n\n    Et sa suite, avec des mots.",
    "Un[^1].\n\n[^1]: Une note.\n\n    Et sa suite, avec des mots.",
)


@pytest.mark.parametrize("letter", LETTERS)
def test_indented_letters_are_text_and_told(render: Render, letter: str) -> None:
    markup = render(f"Une phrase.\n\n{letter}\n\nUne autre.")

    assert "<code>" not in markup.html
    assert [(mistake.code, mistake.line) for mistake in markup.mistakes] == [("indented-letter", 3)]
    assert markup.mistakes[0].column == len(letter) - len(letter.lstrip()) + 1


@pytest.mark.parametrize("code", CODE)
def test_indented_code_is_code(render: Render, code: str) -> None:
    markup = render(f"Une phrase.\n\n{code}\n\nUne autre.")

    assert "<pre><code>" in markup.html
    assert markup.mistakes == ()


@pytest.mark.parametrize("text", CONTAINED)
def test_what_belongs_to_an_item_or_a_note_stays_there(render: Render, text: str) -> None:
    markup = render(text)

    assert markup.mistakes == ()
    assert markup.html.rstrip().endswith(("</ul>", "</ol>", "</dl>", "</section>"))


def test_code_in_a_fence_is_no_letter(render: Render) -> None:
    assert render("```\nx\n\n    Madame la Présidente,\n```").mistakes == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un[^a].", [("mark-without-note", 1, 3)]),
        ("Un[^a].\n\n[^b]: Deux.", [("note-without-mark", 3, 1), ("mark-without-note", 1, 3)]),
        ("Un[^a], deux[^c].\n\n[^a]: Un[^d].", [("mark-without-note", 1, 13), ("mark-without-note", 3, 9)]),
        ("Un[^Siège].\n\n[^siège]: Deux.", []),
        ("`[^a]` et\n\n```\n[^a]\n```", []),
        ("Un[^a].\n\n[^a]: Deux[^b].\n[^b]: Trois.", []),
    ],
)  # fmt: skip
def test_marks_without_notes_and_notes_without_marks_are_told(
    render: Render, text: str, expected: list[tuple[str, int, int]]
) -> None:
    mistakes = render(text).mistakes

    assert sorted((mistake.code, mistake.line, mistake.column) for mistake in mistakes) == sorted(
        expected
    )
