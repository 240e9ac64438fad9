"""The words of a theme in the site's language: gettext catalogues (``locales/fr.po``)."""

from functools import lru_cache

from sitegen.theme.plurals import Rule, read_catalogue


class Catalogue:
    """Translates; what a catalogue lacks stays as the template has it (English)."""

    def __init__(self, texts: tuple[str, ...], language: str) -> None:
        """*texts*: catalogues of one language; a message of the first hides that of the others.

        Each counts by its own rule.
        """
        self._messages: dict[str, str] = {}
        self._plurals: dict[str, tuple[tuple[str, ...], Rule]] = {}
        for text in reversed(texts):
            catalogue, rule = read_catalogue(text, language)
            for message in catalogue:
                if message.fuzzy:  # a guess of a tool's: nobody has taken it yet
                    continue
                if isinstance(message.id, str):
                    if message.id and message.string:
                        self._messages[message.id] = str(message.string)
                elif message.string:
                    self._plurals[message.id[0]] = (tuple(message.string), rule)

    def gettext(self, message: str) -> str:
        return self._messages.get(message, message)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        forms, rule = self._plurals.get(singular, ((), _english))
        if not forms or not all(forms):
            return singular if _english(number) == 0 else plural
        return forms[min(rule(number), len(forms) - 1)]


def _english(number: int) -> int:
    return int(number != 1)


@lru_cache(maxsize=8)
def catalogue_of(texts: tuple[str, ...], language: str) -> Catalogue:
    return Catalogue(texts, language)
