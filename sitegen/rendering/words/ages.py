"""Ages for which an event is: said to readers, and read from what authors say. Pure.

OpenAgenda has a least and a greatest age; a document has words: « De 6 à 12 ans ».
"""

import re
from functools import lru_cache
from typing import NamedTuple

from sitegen.model.languages import language_of
from sitegen.wording.readers import TakingPartWords, count_years, reader_words

OLDEST = 99
"""From which age on nobody is too old: « de 0 à 99 ans » is for all."""
_NUMBER = r"(\d{1,2})"
_SPANS = ("{}-{}", "{}–{}")
_OTHERS = {"fr": ("dès {}", "{} et plus"), "en": ("from {}", "from the age of {}")}
"""Other ways to say from which age on."""


class Ages(NamedTuple):
    least: int
    greatest: int

    def words(self, language: str) -> str:
        """Return « De 6 à 12 ans »; nothing where all ages are meant."""
        words = reader_words(TakingPartWords, language)
        has_least, has_greatest = self.least > 0, self.greatest < OLDEST
        if has_least and has_greatest and self.least < self.greatest:
            greatest = count_years(self.greatest, language)
            told = words.ages.format(self.least, greatest)
        elif has_least and has_greatest:
            told = count_years(self.least, language)
        elif has_least:
            told = words.from_age.format(count_years(self.least, language))
        elif has_greatest:
            told = words.up_to_age.format(count_years(self.greatest, language))
        else:
            return ""
        return told[:1].upper() + told[1:]


def read_ages(text: str, language: str) -> Ages | None:
    """Return the ages that *text* is, said in *language* as here or nearly so; or None."""
    text = " ".join(text.split()).replace("'", "’")
    for pattern, has_least, has_greatest in _patterns(language_of(language).primary):
        if match := pattern.fullmatch(text):
            numbers = [int(number) for number in match.groups()]
            least = numbers[0] if has_least else 0
            greatest = numbers[-1] if has_greatest else OLDEST
            return Ages(least, greatest) if least <= greatest else None
    return None


@lru_cache(maxsize=32)
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], bool, bool], ...]:
    """Return how ages are said, each with whether it says the least and the greatest."""
    words = reader_words(TakingPartWords, language)
    numbers = range(1, OLDEST)
    years = {count_years(number, language).replace(str(number), "{}") for number in numbers}
    said: list[tuple[str, bool, bool]] = []
    for form in sorted(years):
        said += ((phrase, True, True) for phrase in (form, words.ages.format("{}", form)))
        said += ((form.replace("{}", span), True, True) for span in _SPANS)
        later = (words.from_age, *_OTHERS.get(language, ()))
        said += ((phrase.format(form), True, False) for phrase in later)
        said.append((words.up_to_age.format(form), False, True))
    return tuple((_compiled(phrase), least, greatest) for phrase, least, greatest in said)


def _compiled(phrase: str) -> re.Pattern[str]:
    return re.compile(re.escape(phrase).replace(r"\{\}", _NUMBER), re.IGNORECASE)
