"""Sentences with gaps in the user's language: words are translated, names are not."""

from sitegen.wording.phrases import in_words, with_gaps
from sitegen.wording.translation import words_of

FRENCH = words_of("fr")


def test_names_that_programs_know_are_told_as_they_are() -> None:
    """`place` is a word of its own elsewhere, and here what a template has to say."""
    text = "`{object}` has no `{name}`; did you mean `{near}`?"

    told = in_words(with_gaps(text, object="event", name="lieu", near="place"), FRENCH)

    assert "`place`" in told
    assert "has no" not in told


def test_words_within_sentences_are_translated() -> None:
    refused = with_gaps("{path}: {reason}", path="a/b", reason="Permission denied")

    assert in_words(refused, FRENCH) == "a/b\u00a0: droits insuffisants"
