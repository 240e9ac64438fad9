"""The words of a theme in the site's language: gettext catalogues (``locales/fr.po``)."""

import io
from functools import lru_cache
from itertools import chain

from sitegen.model.languages import language_of


class Catalogue:
    """Translates; what a catalogue lacks stays as the template has it (English)."""

    def __init__(self, texts: tuple[str, ...], language: str) -> None:
        """*texts*: catalogues of one language; a message of the first hides that of the others."""
        self._messages: dict[str, str] = {}
        self._plurals: dict[str, tuple[str, ...]] = {}
        self._plural_index = _english_plural
        if not texts:
            return
        from babel.messages.pofile import read_po

        if language_of(language).is_french:
            self._plural_index = _french_plural
        locale = language.replace("-", "_")
        catalogues = [read_po(io.BytesIO(text.encode()), locale=locale) for text in texts]
        for message in chain.from_iterable(reversed(catalogues)):
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
def catalogue_of(texts: tuple[str, ...], language: str) -> Catalogue:
    return Catalogue(texts, language)
