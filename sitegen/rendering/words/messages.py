"""The words of a theme in the site's language: gettext catalogues (``locales/fr.po``)."""

from collections.abc import Mapping
from functools import lru_cache

import msgspec

from sitegen.theme.plurals import Rule, read_catalogue


class Catalogue(msgspec.Struct, frozen=True, eq=False):
    """Translates; what a catalogue lacks stays as the template has it (English)."""

    messages: Mapping[str, str]
    plurals: Mapping[str, tuple[tuple[str, ...], Rule]]
    """Each with the rule of the catalogue that it comes from."""

    def gettext(self, message: str) -> str:
        return self.messages.get(message, message)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        forms, rule = self.plurals.get(singular, ((), _english))
        if not forms or not all(forms):
            return singular if _english(number) == 0 else plural
        return forms[min(rule(number), len(forms) - 1)]


def _english(number: int) -> int:
    return int(number != 1)


@lru_cache(maxsize=8)
def catalogue_of(texts: tuple[str, ...], language: str) -> Catalogue:
    """Return the words of *texts*, catalogues of one language: one's messages hide the next's."""
    messages: dict[str, str] = {}
    plurals: dict[str, tuple[tuple[str, ...], Rule]] = {}
    for text in reversed(texts):
        catalogue, rule = read_catalogue(text, language)
        for message in catalogue:
            if message.fuzzy or not message.string:  # a guess of a tool's: nobody has taken it yet
                continue
            if not isinstance(message.id, str):
                plurals[message.id[0]] = (tuple(message.string), rule)
            elif message.id:
                messages[message.id] = str(message.string)
    return Catalogue(messages, plurals)
