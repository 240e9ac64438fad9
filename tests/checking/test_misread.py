"""Letters that were lost or misread before a text was pasted."""

import pytest

from sitegen.checking.editorial.misread import check_misread
from tests.checking.texts import text_of

LETTERS = "éèàçêîôûœÀÉÇÊ’«»“…–—€°ñüÅ§"


@pytest.mark.parametrize("letter", LETTERS)
def test_each_letter_is_told_with_what_was_meant(letter: str) -> None:
    misread = letter.encode().decode("cp1252")

    [told] = check_misread(text_of(f"Un mot {misread} encore, un mot {misread}."))

    assert (told.code, told.line, told.column) == ("misread-letters", 4, 8)
    assert told.values == {"text": misread, "meant": letter}


@pytest.mark.parametrize(
    ("words", "misread"),
    [
        ("Il coûte 10Â\u00a0€.", "Â\u00a0"),
        ("BonjourÂ\u00a0!", "Â\u00a0"),
        ("Voir lÅ’uvre", "Å’"),
        ("Il va Ã\u00a0 la Ã©cole", "Ã\u00a0"),
        ("Â«\u00a0BonÂ\u00a0Â»", "Â«"),
    ],
)
def test_a_letter_with_a_sign_behind_it_is_told_where_it_is_none(words: str, misread: str) -> None:
    [told] = check_misread(text_of(words))

    assert told.values["text"] == misread


@pytest.mark.parametrize(
    "words",
    [
        "Déjà l’été : « œuvre », 10 °C, 5 €… et l’Île-de-France.",
        "SÃO PAULO, AMANHÃ\u00a0: IRMÃ’S",
        "Le château, l’âge, l’âme, â€",
        "Ångström, Århus, ÂGE, PÂTÉ",
        "Les lettres « À, Â… » et « É »",
        "La commune d’Å… dort.",
        "La lettre Â\u00a0: un accent. La lettre Â\u00a0; une autre.",
        "Le son « Ã\u00a0», comme en portugais.",
        "Sur Å–Nord, Å’, Å”",
        "Il écrit `dÃ©cembre`.",
    ],
)
def test_other_letters_are_letters(words: str) -> None:
    assert list(check_misread(text_of(words))) == []


def test_title_and_summary_are_read_too() -> None:
    text = text_of(title="title: Le dÃ©bat\n", front="summary: Un d\ufffdbat.")

    assert [(told.code, told.line) for told in check_misread(text)] == [
        ("misread-letters", 2),
        ("lost-letter", 3),
    ]
