"""What the sources of one fetch say, within bounds, and what is taken from each of them. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import NamedTuple

from sitegen.fetching.announcements import Announcement, Told
from sitegen.fetching.choosing import is_wanted
from sitegen.fetching.joining import once
from sitegen.fetching.matching import plain_address
from sitegen.fetching.same_words import title_words
from sitegen.fetching.tidying import tidy
from sitegen.fetching.voices import Voice


class Offer(NamedTuple):
    """What comes from a source."""

    address: str
    """A `plain_address`, or a `name`; empty where it has none."""
    words: frozenset[str]
    """Of its title."""
    told: Announcement | None = None
    """As it is told now; None where the ledger alone knows it."""


class Said:
    """Tidies what each source told when it is asked for, once."""

    def __init__(self, voices: Mapping[str, Voice], told: Mapping[str, Told]) -> None:
        """*voices*: all sources by key, *told*: what those told that have something to tell."""
        self._voices = voices
        self._told = told
        self._said: dict[str, tuple[list[Announcement], int]] = {}
        self._taken: Taken | None = None

    def by(self, key: str) -> tuple[list[Announcement], int]:
        """Return what the source *key* says, each identity once, and how many were too many."""
        if key not in self._said:
            told, address = self._told.get(key), self._voices[key].source.address
            tidied = (tidy(each, address) for each in (told.announcements if told else ()))
            self._said[key] = once(each for each in tidied if each is not None)
        return self._said[key]

    def taken(self) -> "Taken":
        """Return what comes, or came, from each source: what it has taken back too."""
        if self._taken is None:
            documents: set[tuple[str, frozenset[str]]] = set()
            past: dict[frozenset[str], set[str]] = {}
            for key, voice in self._voices.items():
                there = {each.id for each in self.by(key)[0]}
                for known_id, known in voice.ledger.known.items():
                    words = title_words(known.title)
                    documents.add((stem_of(known.path), words))
                    has_gone = key in self._told and not known.state and known_id not in there
                    if (known.state == "past" or has_gone) and not known.is_event:
                        past.setdefault(words, set()).add(known.path)
            self._taken = Taken(dict(self._titles()), documents, past)
        return self._taken

    def _titles(self) -> Iterator[tuple[str, list[Offer]]]:
        """Yield each source with what comes from it."""
        for key, voice in self._voices.items():
            those: list[Offer] = []
            for known_id, known in voice.ledger.known.items():
                words = title_words(known.title)
                those += (Offer(at, words) for at in (plain_address(known.link), name(known_id)))
            for each in self.by(key)[0]:
                if is_wanted(each, voice.source.only):
                    words = title_words(each.title)
                    addresses = (plain_address(each.link), name(each.id))
                    those += (Offer(at, words, each) for at in addresses)
            yield key, those


class Taken:
    """What comes from the sources, found by address and by title."""

    def __init__(
        self,
        given: Mapping[str, Iterable[Offer]],
        documents: Set[tuple[str, frozenset[str]]],
        past: Mapping[frozenset[str], Set[str]],
    ) -> None:
        """*given*: what comes from each source; of what has one address, the last one counts.

        *documents*: what fetched documents are called, with the words of their titles; *past*: by
        these, the paths of those of news that fell off the end of a feed.
        """
        self._past = past
        self._documents = documents
        self._at: dict[str, dict[str, Offer]] = {}
        self._titles: dict[str, set[frozenset[str]]] = {}
        for key, those in given.items():
            known = self._titles.setdefault(key, set())
            for one in those:
                known.add(one.words)
                if one.address:
                    self._at.setdefault(one.address, {})[key] = one

    def at(self, address: str) -> Iterable[tuple[str, Offer]]:
        """Return which sources have something of that `plain_address` or `name`, and what."""
        return self._at.get(address, {}).items()

    def is_document(self, address: str, words: frozenset[str]) -> bool:
        """Whether the page at *address* of this site is of a fetched document with such a title."""
        return (stem_of(address), words) in self._documents

    def past(self, words: frozenset[str]) -> Set[str]:
        """Return the documents of such a title whose sources tell of them no longer."""
        return self._past.get(words, frozenset())

    def has(self, key: str, words: frozenset[str]) -> bool:
        """Whether the source *key* has something of which the title has these *words*."""
        return bool(words) and words in self._titles.get(key, ())


def stem_of(address: str) -> str:
    """Return how what stands at *address* is called: `forum` of `/agenda/forum/`, `forum.html`."""
    return address.rstrip("/").rpartition("/")[2].partition(".")[0]


def name(announced_id: str) -> str:
    """Return the *announced_id* of a feed's entry if it is one for the whole world; else nothing.

    So programs keep it that pass entries on: an address, a tag (RFC 4151), a UUID (RFC 4122).
    """
    if announced_id.startswith(("tag:", "urn:uuid:")):
        return announced_id
    return plain_address(announced_id)
