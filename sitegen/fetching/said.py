"""What the sources of one fetch say, within bounds, and what is taken from each of them. Pure."""

from collections.abc import Mapping, Set

from sitegen.fetching.announcements import Announcement, Told
from sitegen.fetching.choosing import is_wanted
from sitegen.fetching.joining import once
from sitegen.fetching.matching import plain_address
from sitegen.fetching.tidying import tidy
from sitegen.fetching.voices import Voice


class Said:
    """Tidies what each source told when it is asked for, once."""

    def __init__(self, voices: Mapping[str, Voice], told: Mapping[str, Told]) -> None:
        """*voices*: all sources by key, *told*: what those told that have something to tell."""
        self._voices = voices
        self._told = told
        self._said: dict[str, tuple[list[Announcement], int]] = {}
        self._addresses: dict[str, frozenset[str]] = {}

    def by(self, key: str) -> tuple[list[Announcement], int]:
        """Return what the source *key* says, each identity once, and how many were too many."""
        if key not in self._said:
            told, address = self._told.get(key), self._voices[key].source.address
            tidied = (tidy(each, address) for each in (told.announcements if told else ()))
            self._said[key] = once(each for each in tidied if each is not None)
        return self._said[key]

    def addresses(self, key: str) -> Set[str]:
        """Return the `plain_address` of all that comes, or came, from the source *key*: what it has
        taken back too.
        """
        if key not in self._addresses:
            voice = self._voices[key]
            links = [known.link for known in voice.ledger.known.values()]
            links += (each.link for each in self.by(key)[0] if is_wanted(each, voice.source.only))
            self._addresses[key] = frozenset(filter(None, map(plain_address, links)))
        return self._addresses[key]
