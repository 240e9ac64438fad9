"""Definitions with one space after the colon are told, wrapped French is not."""

import pytest

from sitegen.checking.editorial.definitions import check_definitions
from tests.checking.texts import text_of, told

CODE = "definition-one-space"


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("Sobriété\n: Faire mieux avec moins.", ["5:1"]),
        ("**Sobriété**\n: Faire mieux.\n: Vivre mieux.\n\nEau\n: Bien commun.", ["5:1", "9:1"]),
        ("Texte.\n\nSobriété\n\n: Faire mieux avec moins.", ["8:1"]),
        ("`--option`\n: Ce qu’elle fait.", ["5:1"]),
        ("*Agenda 21*\n : Un programme.", ["5:2"]),
    ],
)
def test_what_other_generators_read_as_a_definition_is_told(words: str, places: list[str]) -> None:
    assert told(check_definitions, text_of(words)) == [f"{place} {CODE}" for place in places]


@pytest.mark.parametrize(
    "words",
    [
        "Sobriété\n:   Faire mieux avec moins.",
        "Les communes du réseau se retrouvent à Tours pour deux jours\n: venez nombreux.",
        "Le réseau\ncompte trente communes\n: voici leur liste.",
        "Nous l’avons dit.\n: voilà.",
        "## Sobriété\n: Faire mieux.",
        "- Sobriété\n: Faire mieux.",
        "```\nnom\n: valeur\n```",
        "<!--\n\nnom\n: valeur\n-->",
        "Sobriété\n::: alert\nTexte.\n:::",
    ],
)
def test_what_was_wrapped_or_is_no_term_is_left_alone(words: str) -> None:
    assert told(check_definitions, text_of(words)) == []
