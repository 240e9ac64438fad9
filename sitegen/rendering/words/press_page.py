"""What is said of the press where no theme says it: in its feed and on the cards of contacts."""

from sitegen.model.press_room import Coverage
from sitegen.rendering.words.dates import format_day
from sitegen.wording.readers import PressPageWords, reader_words


def press_words(language: str) -> PressPageWords:
    """Return the words in *language* (BCP 47); English where they are not known."""
    return reader_words(PressPageWords, language)


def mention_facts(mention: Coverage, language: str) -> str:
    """Return where and when a mention appeared: « La Gazette, 3 mars 2026, en ligne »."""
    words = press_words(language)
    parts = [
        mention.medium,
        format_day(mention.date.date, language),
        str(getattr(words, mention.kind)),
    ]
    if mention.page:
        parts.append(words.page.format(mention.page))
    return ", ".join(filter(None, (*parts, mention.length)))
