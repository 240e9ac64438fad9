"""The few words that calendars and feeds print themselves, by language."""

from sitegen.wording.readers import StatusWords, reader_words


def words_of(language: str) -> StatusWords:
    """Return the words of *language* (BCP 47); English where nobody has translated them."""
    return reader_words(StatusWords, language)
