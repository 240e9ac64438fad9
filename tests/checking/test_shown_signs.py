"""Signs of Markdown that make nothing are told, and what a table takes in or leaves out."""

import pytest

from sitegen.checking.editorial.shown_signs import check_shown_signs
from sitegen.markup.references import blank_code
from tests.checking.texts import text_of, told

TABLE = "| a | b |\n|---|---|\n| 1 | 2 |"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("| a | b |\n| 1 | 2 |", ["4:1 table-without-rule"]),
        ("Voici :\n| a | b |\n| 1 | 2 |\n| 3 | 4 |", ["5:1 table-without-rule"]),
        ("| seule |", []),
        ("Paris | Lyon\nTours | Nantes", []),
        ("    | du | code |\n    | a | b |", []),
        (f"{TABLE}\n\nTexte", []),
        (f"{TABLE}\nSource : Insee", ["7:1 table-takes-line"]),
        (f"{TABLE}\n## Titre", []),
        (f"{TABLE}\n> citation", []),
        (f"{TABLE}\n::: contact presse", []),
        (f"{TABLE}\n| 3 | 4 | 5 |\n| 6 |", ["7:1 table-cells-lost"]),
        ("a | b\n--|--\n1 | 2 | 3", ["6:1 table-cells-lost"]),
        (f"{TABLE}\n| `x|y` | z\\|z |", []),
    ],
)
def test_a_table_that_readers_do_not_get_is_told(body: str, expected: list[str]) -> None:
    assert told(check_shown_signs, text_of(body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Le ** forum ** ouvre", ["4:4 stars-shown"]),
        ("Le **forum ouvre.\n\nEt **ici**.", ["4:4 stars-shown"]),
        ("Le **forum **ouvre", ["4:4 stars-shown"]),
        ("**`code`** et **a *b*** et ***c***", []),
        ("**Note :**texte", []),
        ("***", []),
        (r"2 \*\* 3, `2 ** 3`", []),
        ("Un **gras\nsur deux lignes**.", []),
        ("Voyez [le site] (https://example.org/)", ["4:7 link-apart"]),
        ("Voyez (https://example.org/)[le site]", ["4:7 link-apart"]),
        ("Voyez [le texte] (../news/b.md)", ["4:7 link-apart"]),
        ("Voyez [1] (page 3) et [le site](https://example.org/) (https://example.com/)", []),
        ("(https://example.org/)[le site](https://example.org/)", []),
    ],
)
def test_signs_that_make_nothing_are_told(body: str, expected: list[str]) -> None:
    assert told(check_shown_signs, text_of(body)) == expected


def test_code_that_begins_with_a_tilde_ends_where_it_ends() -> None:
    assert blank_code("dans `~/.zshrc`, après `x`") == "dans           , après    "
