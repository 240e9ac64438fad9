"""The words of a theme in the site's language: gettext catalogues (``locales/fr.po``)."""

import io
from functools import lru_cache


class Catalogue:
    """Translates; what a catalogue lacks stays as the template has it (English)."""

    def __init__(self, text: str, language: str) -> None:
        self._messages: dict[str, str] = {}
        self._plurals: dict[str, tuple[str, ...]] = {}
        self._plural_index = _english_plural
        if not text:
            return
        from babel.messages.pofile import read_po

        catalogue = read_po(io.BytesIO(text.encode()), locale=language.replace("-", "_"))
        if language.split("-")[0] == "fr":
            self._plural_index = _french_plural
        for message in catalogue:
            if isinstance(message.id, str):
                if message.id and message.string:
                    self._messages[message.id] = str(message.string)
            elif message.string:
                self._plurals[message.id[0]] = tuple(message.string)

    def gettext(self, message: str) -> str:
        return self._messages.get(message, message)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        forms = self._plurals.get(singular, ())
        if not forms or not all(forms):
            return singular if _english_plural(number) == 0 else plural
        return forms[min(self._plural_index(number), len(forms) - 1)]


def _english_plural(number: int) -> int:
    return int(number != 1)


def _french_plural(number: int) -> int:
    return int(number > 1)  # « 0 article », « 1 article », « 2 articles »


@lru_cache(maxsize=8)
def catalogue_of(text: str, language: str) -> Catalogue:
    return Catalogue(text, language)
