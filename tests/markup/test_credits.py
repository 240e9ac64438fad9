"""Whose a picture is, said as in a newspaper."""

import pytest

from sitegen.markup.credits import labelled_credit


@pytest.mark.parametrize(
    ("credit", "address", "french", "english"),
    [
        ("Ana Lévy", "a.jpg", "Photo\u00a0: Ana Lévy", "Photo: Ana Lévy"),
        ("Ana Lévy", "/i/a.b.WEBP?v=1#x", "Photo\u00a0: Ana Lévy", "Photo: Ana Lévy"),
        ("Dominique Photiadis", "a.avif", "Photo\u00a0: Dominique Photiadis", None),
        ("La ville", "plan.svg", "Crédit\u00a0: La ville", "Credit: La ville"),
        ("La ville", "", "Crédit\u00a0: La ville", "Credit: La ville"),
        ("Photo Ana Lévy", "a.jpg", "Photo Ana Lévy", "Photo Ana Lévy"),
        ("Illustration La ville", "a.jpg", "Illustration La ville", "Illustration La ville"),
        ("Crédits\u00a0: Ana", "a.jpg", "Crédits\u00a0: Ana", "Crédits\u00a0: Ana"),
        ("© Ana Lévy", "a.jpg", "© Ana Lévy", "© Ana Lévy"),
        ("DR", "a.jpg", "DR", "DR"),
        ("", "a.jpg", "", ""),
    ],
)
def test_a_credit_says_what_it_is_once(
    credit: str, address: str, french: str, english: str | None
) -> None:
    assert labelled_credit(credit, address, "fr") == french
    if english is not None:
        assert labelled_credit(credit, address, "en") == english
