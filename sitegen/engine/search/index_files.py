"""The files of the index: all of them, or those that a change of some pages leads to.

- `entry.json` leads to all others, and brings the language's rules of spelling;
- `words/…bin`: words that begin alike, and the pages that have them (`postings.py`);
- `filters/…bin`: the same for what pages can be narrowed by;
- `blocks/…json`: the files of some pages, by their numbers;
- `texts/…/…json`: a page (`SearchedPage`), in one of sixteen folders, so that a build need not list
  all of them to know that one was replaced;
- `reader.js` asks them.

All but the first and the last are named after their bytes, so a reader who came before a change is
never given pieces of two indexes. What was published is all that a change starts from.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import cache
from importlib import resources
from operator import attrgetter
from typing import Protocol

import msgspec

from sitegen.digest import digest
from sitegen.engine.search import others, romance
from sitegen.engine.search import postings as pieces
from sitegen.engine.search.english import ENGLISH
from sitegen.engine.search.french import FRENCH
from sitegen.engine.search.page_texts import SearchedPage, read_page
from sitegen.engine.search.spelling import SIGNS, Spelling, completed, splitter

ENTRY, READER = "entry.json", "reader.js"
_BLOCK = 64
"""Pages whose files are named in one."""
_SPELLINGS = {
    "br": others.BRETON,
    "ca": romance.CATALAN,
    "co": romance.CORSICAN,
    "de": others.GERMAN,
    "en": ENGLISH,
    "es": romance.SPANISH,
    "eu": others.BASQUE,
    "fr": FRENCH,
    "it": romance.ITALIAN,
    "nl": others.DUTCH,
    "oc": romance.OCCITAN,
    "pt": romance.PORTUGUESE,
}


class InterruptedIndexingError(Exception):
    """There is no index: something else is to be done first."""


class PageIndexingError(Exception):
    """One page, whose path this names, cannot be read; the cause says why."""


class IndexedPage(msgspec.Struct, frozen=True, array_like=True):
    """A page in the index: its place there, and what it was made from."""

    order: tuple[str, str]
    path: str
    digest: bytes
    """Of the page's own file."""
    text: str
    """The file of the index that holds it."""


class IndexHead(msgspec.Struct, frozen=True):
    """What `entry.json` says."""

    pages: int
    block: int
    words: tuple[str, ...]
    blocks: tuple[str, ...]
    filters: str
    spelling: dict[str, object]


class IndexFiles(Protocol):
    """Where the index stands."""

    def read(self, name: str) -> bytes:
        """Return the bytes of a file that was published."""

    def has(self, name: str) -> bool:
        """Whether a file is there that was published, and is as it was left."""

    def write(self, name: str, content: bytes) -> None:
        """Publish a file."""

    def keep_only(self, names: Set[str]) -> None:
        """Let go of files that were published but for *names*."""


def make_index(
    pages: Mapping[str, bytes],
    before: Sequence[IndexedPage],
    language: str,
    html: Callable[[str], str],
    store: IndexFiles,
    is_interrupted: Callable[[], bool],
) -> list[IndexedPage]:
    """Publish the index of *pages* (digests by path) and return them in order; *entry* is last.

    *before*: the pages of the index that stands in *store*, of the same language and program; none
    makes all of it anew. *html* returns a page's HTML. Raises `PageIndexingError`, what *html* and
    *store* raise, and `InterruptedIndexingError` soon after *is_interrupted* says so.
    """
    words = _splitter(language)
    indexed = [page for page in before if pages.get(page.path) == page.digest]
    stand = {page.path for page in indexed}
    for path in sorted(pages.keys() - stand):
        if is_interrupted():
            raise InterruptedIndexingError
        try:
            page = read_page(path, html(path))
        except OSError:
            raise
        except Exception as error:
            raise PageIndexingError(path) from error
        name = _publish(store, "texts/", ".json", msgspec.json.encode(page), folders=1)
        indexed.append(IndexedPage(page.order, path, pages[path], name))
    indexed.sort(key=attrgetter("order"))
    count = pieces.piece_count(len(indexed))
    if before and pieces.piece_count(len(before)) == count:
        words_files, filters = _change(before, indexed, words, store)
    else:
        words_files, filters = _make_all(indexed, count, words, store)
    names = [page.text for page in indexed]
    blocks = [
        _publish(store, "blocks/", ".json", msgspec.json.encode(names[start : start + _BLOCK]))
        for start in range(0, len(names), _BLOCK)
    ]
    rules = msgspec.structs.asdict(_spelling(language)) | {"signs": SIGNS}
    entry = IndexHead(len(names), _BLOCK, tuple(words_files), tuple(blocks), filters, rules)
    store.write(READER, reader())
    store.write(ENTRY, msgspec.json.encode(entry))
    store.keep_only({*names, *blocks, *words_files, filters, READER, ENTRY})
    return indexed


@cache
def reader() -> bytes:
    """Return the script that asks the index."""
    return resources.files(__package__).joinpath(READER).read_bytes()


def _spelling(language: str) -> Spelling:
    return completed(_SPELLINGS.get(language, Spelling()))


@cache
def _splitter(language: str) -> pieces.Words:
    return splitter(_spelling(language))


def _publish(
    store: IndexFiles, folder: str, ending: str, content: bytes, *, folders: int = 0
) -> str:
    """Publish a file named after its bytes; of that name the first *folders* letters are one."""
    name = digest(content).hex()[:12]
    name = f"{folder}{name[:folders]}{'/' if folders else ''}{name[folders:]}{ending}"
    if not store.has(name):
        store.write(name, content)
    return name


def _make_all(
    indexed: Sequence[IndexedPage], count: int, words: pieces.Words, store: IndexFiles
) -> tuple[list[str], str]:
    """Return the files of words, and that of filters, of all pages."""
    postings: dict[str, array[int]] = {}
    narrowed: dict[str, array[int]] = {}
    for number, indexed_page in enumerate(indexed):
        page = _text(indexed_page, store)
        for word, weight in pieces.weights(page, words).items():
            postings.setdefault(word, array("I")).append(number << 3 | weight)
        for name in pieces.filters(page):
            narrowed.setdefault(name, array("I")).append(number << 3)
    dealt = pieces.dealt(postings, count)

    def encoded(names: Iterable[str], of: "Mapping[str, array[int]]") -> bytes:
        return pieces.encode_piece({name: pieces.encode_numbers(of[name]) for name in names})

    files = [
        _publish(store, "words/", ".bin", encoded(dealt.get(number, ()), postings))
        for number in range(count)
    ]
    return files, _publish(store, "filters/", ".bin", encoded(narrowed, narrowed))


def _change(
    before: Sequence[IndexedPage],
    indexed: Sequence[IndexedPage],
    words: pieces.Words,
    store: IndexFiles,
) -> tuple[list[str], str]:
    """Return what `_make_all` returns, from the files of the pages *before*."""
    entry = msgspec.json.decode(store.read(ENTRY), type=IndexHead)
    new = {page.path: number for number, page in enumerate(indexed)}
    old = {page.path: page for page in before}
    numbers = [new.get(page.path) for page in before]
    moved = None if numbers == list(range(len(before))) else numbers
    in_words: pieces.Changes = {}
    in_filters: pieces.Changes = {}
    others = [page for page in indexed if old.get(page.path) is not page]
    for current in others:
        number, former = new[current.path], old.get(current.path)
        if former and former.text == current.text:
            continue
        page, last = _text(current, store), former and _text(former, store)
        weights = pieces.weights(page, words)
        last_weights = pieces.weights(last, words) if last else {}
        for word in weights.keys() | last_weights.keys():
            if weights.get(word) != last_weights.get(word):
                in_words.setdefault(word, {})[number] = weights.get(word)
        names, last_names = set(pieces.filters(page)), set(pieces.filters(last) if last else ())
        for name in names ^ last_names:
            in_filters.setdefault(name, {})[number] = 0 if name in names else None
    dealt = pieces.dealt(in_words, len(entry.words))
    files = []
    for number, name in enumerate(entry.words):
        changes = {word: in_words[word] for word in dealt.get(number, ())}
        files.append(_changed(store, name, changes, moved))
    return files, _changed(store, entry.filters, in_filters, moved)


def _changed(
    store: IndexFiles, name: str, changes: pieces.Changes, moved: Sequence[int | None] | None
) -> str:
    if not changes and moved is None:
        return name
    folder = name.partition("/")[0] + "/"
    return _publish(store, folder, ".bin", pieces.change_piece(store.read(name), changes, moved))


def _text(indexed_page: IndexedPage, store: IndexFiles) -> SearchedPage:
    return msgspec.json.decode(store.read(indexed_page.text), type=SearchedPage)
