"""A language, and what the program must know of it: one place that tells French from others."""

from contextlib import suppress
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

_BYTES = ("B", "kB", "MB", "GB")
_OCTETS = ("o", "ko", "Mo", "Go")
_IN_OCTETS = {"br", "co", "fr", "oc"}
"""Written in France; CLDR has octets in Breton too."""
_NUMBERS_OF = {"co": "fr", "oc": "fr"}
"""Languages whose numbers CLDR does not know (48): a comma stands before their decimals."""


_IN_EUROPE = {"en": "GB"}
"""Languages whose likely country is another one than that of a European site's readers: by CLDR
English alone is that of the United States, whose weeks begin on Sunday and whose days have twice
twelve hours.
"""


class Language:
    """A language by its tag (BCP 47), such as `fr`, `fr-CA`, `en`."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.primary = tag.split("-")[0].lower()
        """The language without region or script: `fr` of `fr-CA`."""

    @property
    def is_french(self) -> bool:
        """Whether its texts have French typography, dates and hours. `frr` and `fro` have not."""
        return self.primary == "fr"

    @property
    def typography(self) -> str:
        """Which spacing rules a text in it obeys: `fr`, or `off` for none of ours."""
        return "fr" if self.is_french else "off"

    @property
    def size_units(self) -> tuple[str, ...]:
        """The names of a byte and its thousandfolds."""
        return _OCTETS if self.primary in _IN_OCTETS else _BYTES

    @property
    def number_locale(self) -> "Locale":
        """Babel's locale whose numbers and amounts are written as those of this language."""
        other = _NUMBERS_OF.get(self.primary)
        return language_of(other).locale if other else self.locale

    @cached_property
    def locale(self) -> "Locale":
        """Babel's locale of it, of the country that it most likely means in Europe; English if
        unknown.
        """
        from babel import Locale, UnknownLocaleError
        from babel.core import get_global

        try:
            locale = Locale.parse(self.tag, sep="-")
        except (UnknownLocaleError, ValueError):
            locale = Locale("en")
        if locale.territory is None:  # weeks start by country: French alone means France
            known = get_global("likely_subtags")
            script = f"_{locale.script}" if locale.script else ""
            likely = known.get(f"{locale.language}{script}") or known.get(locale.language, "")
            likely = _IN_EUROPE.get(locale.language, likely)
            # A language of several scripts has its countries below these: zh_Hant_TW.
            for name in (f"{locale.language}_{likely.rpartition('_')[2]}", likely):
                with suppress(UnknownLocaleError, ValueError):
                    return Locale.parse(name)
        return locale

    @cached_property
    def direction(self) -> str:
        """`ltr` or `rtl`, as CLDR has it."""
        return str(self.locale.text_direction)


@lru_cache(maxsize=256)
def language_of(tag: str) -> Language:
    """Return the language of *tag* (BCP 47)."""
    return Language(tag)
