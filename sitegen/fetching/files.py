"""Documents of sources on the disk: which are as they were written, and where new ones go."""

import os
from collections.abc import Callable, Iterator, Set
from itertools import chain
from typing import Literal, NamedTuple

from sitegen.digest import digest
from sitegen.disk.reading import read_or_nothing
from sitegen.errors import disk_refused
from sitegen.fetching.ledger import Written, content_name, write_file
from sitegen.importing.kinds.encodings import without_mark
from sitegen.names import is_document, without_ending
from sitegen.site.urls import slugify, unportable_part

Standing = Literal["none", "ours", "edited", "removed", "foreign"]
"""`ours`: as it was written; `foreign`: a file that no fetch wrote."""


class Wish(NamedTuple):
    """What decides how a new document is called."""

    folder: str
    """Below ``content/``."""
    section: str
    source: str
    title: str
    day: str
    """Of its event; empty for news."""


class Files:
    """The files below ``content/``; written only if *is_dry* is not said."""

    def __init__(self, folder: str, *, is_dry: bool) -> None:
        self._folder = folder
        self._is_dry = is_dry
        self._slugs: dict[str, set[str]] = {}
        self._numbers: dict[str, int] = {}

    def read(self, path: str) -> bytes | None:
        """Return the bytes of the file *path*; None where there is none. Raises `OutputError`.

        As a fetch writes them, whatever ends of lines Git or an editor gave them.
        """
        try:
            with open(self._place(path), "rb") as file:
                return without_mark(file.read()).replace(b"\r\n", b"\n")
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise disk_refused(error, content_name(path)) from error

    def text(self, path: str) -> str:
        """Return the text of the file *path*; nothing where there is none. Raises `OutputError`."""
        return (self.read(path) or b"").decode("utf-8", "replace")

    def standing(self, path: str, written: Written | None, content: str = "") -> Standing:
        """Return what became of the file *path*, which *written* says of a fetch.

        *content*: what it is to say; a file that says so was written by a fetch that was killed.
        """
        there = self.read(path)
        if there is None:
            return "removed" if written else "none"
        if written and digest(there).hex() == written.file:
            return "ours"
        is_news = content and not (written and written.digest == content)
        if is_news and f"\n  digest: {content}\n".encode() in there:
            return "ours"
        return "edited" if written else "foreign"

    def write(self, path: str, content: bytes) -> None:
        """Write the file *path*, whole or not at all. Raises `OutputError`."""
        if not self._is_dry:
            write_file(self._place(path), content, content_name(path))

    def has(self, path: str) -> bool:
        """Whether the file *path* is there."""
        return os.path.isfile(self._place(path))

    def replace(self, path: str, content: bytes) -> bool:
        """Write the file *path*; return whether it was another one. Raises `OutputError`."""
        if self._is_dry or read_or_nothing(self._place(path)) == content:
            return False
        self.write(path, content)
        return True

    def remove(self, path: str) -> None:
        """Remove the file *path*, if it is there. Raises `OutputError`."""
        try:
            if not self._is_dry:
                os.unlink(self._place(path))
        except FileNotFoundError:
            pass
        except OSError as error:
            raise disk_refused(error, content_name(path)) from error

    def free_path(self, wish: Wish, taken: Set[str], is_left: Callable[[str], bool]) -> str:
        """Return the path of a new document, whose address no other document has by its name.

        *taken*: names that other fetched documents have; *is_left*: whether a file that no ledger
        knows is that very document, which a fetch wrote that was killed.
        """
        slug = slugify(wish.title)
        others = self._own_slugs(wish.section)
        dated = f"{slug}-{wish.day}" if wish.day else slug
        for name in chain((slug, dated, f"{slug}-{wish.source}"), self._numbered(dated)):
            path = f"{wish.folder}/{name}.md"
            if name in others or name in taken or unportable_part(name):
                continue
            if not os.path.lexists(self._place(path)) or is_left(path):
                return path
        raise AssertionError(slug)

    def _numbered(self, name: str) -> Iterator[str]:
        """Yield *name* with numbers that nobody has been given."""
        while True:
            self._numbers[name] = self._numbers.get(name, 1) + 1
            yield f"{name}-{self._numbers[name]}"

    def _own_slugs(self, section: str) -> set[str]:
        """Return what the site's own documents in the folder of *section* are called."""
        if section not in self._slugs:
            slugs: set[str] = set()
            for _folder, folders, names in os.walk(self._place(section)):
                slugs |= {_named_slug(name) for name in names if is_document(name)}
                slugs |= {_named_slug(name) for name in folders}
            self._slugs[section] = slugs
        return self._slugs[section]

    def _place(self, path: str) -> str:
        return os.path.join(self._folder, *path.split("/"))


def beside(path: str, name: str) -> str:
    """Return the path of the file *name* in the folder of the document *path*."""
    return f"{path.rpartition('/')[0]}/{name}"


def _named_slug(name: str) -> str:
    """Return the slug that a file of that *name* has: without its leading date."""
    stem = without_ending(name)
    is_dated = stem[:10].replace("-", "").isdigit() and stem[10:11] in ("-", "_", " ")
    return slugify(stem[11:] if is_dated else stem)
