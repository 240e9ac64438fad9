"""The search index in the output: whether it is the one of today's pages, and a new one if not.

It is made from the bytes of the articles' and pages' files, after they are written and recorded:
the site is published already, and a failure takes nothing from it. Does I/O.
"""

from collections.abc import Callable, Mapping, Set

import msgspec

from sitegen.digest import digest
from sitegen.disk.stamps import Stamp
from sitegen.engine.options import BuildReport, IndexReason
from sitegen.engine.output import Output
from sitegen.engine.search.forgetting import KEY
from sitegen.engine.search.index_files import (
    IndexedPage,
    InterruptedIndexingError,
    PageIndexingError,
    make_index,
)
from sitegen.engine.state.database import BROKEN
from sitegen.engine.state.records import PageRecord
from sitegen.engine.state.state import State
from sitegen.engine.tool import tool_digest
from sitegen.errors import Diagnostic, OutputError, reason_of
from sitegen.model import Page
from sitegen.names import SEARCH_FOLDER
from sitegen.site.in_hand import unforeseen

_encode = msgspec.msgpack.encode


class IndexRecord(msgspec.Struct, frozen=True):
    """The index that stands in the output."""

    made_by: bytes = b""
    """Digest of program and language; nothing where there is no index."""
    pages: tuple[IndexedPage, ...] = ()
    files: dict[str, tuple[bytes, Stamp]] = {}
    """Digest and stamp of each file, by path below the output."""

    @property
    def digests(self) -> dict[str, bytes]:
        """What the pages were made from, by path."""
        return {page.path: page.digest for page in self.pages}

    @property
    def stamps(self) -> dict[str, Stamp]:
        return {path: stamp for path, (_, stamp) in self.files.items()}


class SearchIndex:
    """The index of one build: what stands, and whether it must be made."""

    def __init__(
        self,
        state: State,
        output: Output,
        present: Mapping[str, Stamp] | None,
        language: str,
        version: str = "",
    ) -> None:
        """*present*: the output's files; None where those of the index are as they were left.

        *version*: where the pages stand below the output that are in *language*: `en/`.
        """
        self._state = state
        self._output = output
        self.language = language
        self.version = version
        self._folder = version + SEARCH_FOLDER
        self._key = f"{KEY}:{version}" if version else KEY
        self._known = _recall(state, self._key)
        self.left = self._known.stamps
        """The stamps of its files as they were left."""
        self._present = self.left
        """The files of the output's search folder."""
        if present is not None:
            self._present = {
                path: stamp for path, stamp in present.items() if path.startswith(self._folder)
            }

    def owns(self, path: str) -> bool:
        """Whether *path* is no stray for now: the index's files are removed after it is made."""
        return path in self._present

    def known_pages(self) -> dict[str, bytes] | None:
        """Return the pages of the index that stands as `bring` was given them; None where it has
        none, or is of another program.
        """
        if not self._known.pages or self._known.made_by != _maker(self.language):
            return None
        return self._known.digests

    def why_stale(self, pages: Mapping[str, bytes]) -> IndexReason:
        """Return why the index of *pages* (digests by path) must be made; empty if it stands."""
        known = self._known
        if not known.made_by:
            return "new"
        if known.made_by != _maker(self.language) or known.digests != pages:
            return "pages"
        return "" if self._is_whole() else "output"

    def _is_whole(self) -> bool:
        """Whether all its files are as they were left."""
        return self._present == self.left or all(map(self._stands, self._known.files))

    def _stands(self, path: str) -> bool:
        content, stamp = self._known.files[path]
        stamped = self._present.get(path)
        return stamped is not None and (stamped == stamp or self._output.digest(path) == content)

    def leave(self, pages: Mapping[str, bytes], report: BuildReport) -> dict[str, Stamp]:
        """Leave the index as it stands; return its files' stamps, and note whether it is due."""
        is_stale = bool(self.why_stale(pages))
        has_strays = self._present.keys() != self._known.files.keys()
        report.is_index_due = report.is_index_due or is_stale or has_strays
        return dict(self._present)

    def bring(
        self,
        pages: Mapping[str, bytes],
        report: BuildReport,
        is_interrupted: Callable[[], bool],
        subject: Callable[[str], str],
    ) -> dict[str, Stamp]:
        """Make the index of *pages* (digests by path) if it is stale; return its files' stamps.

        What went wrong is added to *report*; the old index then stands. When it is interrupted, the
        index stays due. *subject* returns whose a page is, by its path below the output.
        """
        reason = self.why_stale(pages)
        record = self._known
        if not reason:
            record = msgspec.structs.replace(record, files=self._files_now())
        else:
            try:
                record = self._make(pages, is_interrupted)
                report.indexed = reason
            except InterruptedIndexingError:
                report.is_index_due = True
                return dict(self._present)
            except PageIndexingError as error:
                of_page = subject(f"{self.version}{error}")
                report.diagnostics.append(unforeseen(error.__cause__ or error, of_page))
                return {}
            except OutputError as error:
                report.diagnostics += error.diagnostics
                return {}
            except OSError as error:
                report.diagnostics.append(
                    Diagnostic("search-failed", values={"reason": reason_of(error)})
                )
                return {}
        strays = sorted(self._present.keys() - record.files.keys())
        self._output.remove(strays)
        if not reason:
            report.removed += strays
        if record != self._known:
            with self._state.transaction():
                self._state.set_meta(self._key, _encode(record))
        return record.stamps

    def _files_now(self) -> dict[str, tuple[bytes, Stamp]]:
        """Return its files, which are as they were left, with the stamps that they have now: those
        of a cache that was restored are others.
        """
        files = self._known.files
        if self._present == self.left:
            return dict(files)
        return {path: (content, self._present[path]) for path, (content, _) in files.items()}

    def _make(self, pages: Mapping[str, bytes], is_interrupted: Callable[[], bool]) -> IndexRecord:
        """Publish the index of *pages*, from the one that stands if it is whole and of our kind."""
        language = self.language
        known, made_by = self._known, _maker(language)
        is_whole = known.made_by == made_by and self._is_whole()
        standing = self._files_now() if is_whole else {}
        store = _Published(self._output, self._present, standing, self.version)
        indexed = make_index(
            pages,
            known.pages if is_whole else (),
            language.split("-")[0],
            store.text,
            store,
            is_interrupted,
        )
        return IndexRecord(made_by, tuple(indexed), store.files)


class _Published:
    """The search folder of the output; `files` are those of the new index, in the end."""

    def __init__(
        self,
        output: Output,
        present: Mapping[str, Stamp],
        standing: dict[str, tuple[bytes, Stamp]],
        version: str = "",
    ) -> None:
        """*standing*: the files of the index from which the new one is made, if there is one."""
        self._output = output
        self._present = present
        self._version, self._folder = version, version + SEARCH_FOLDER
        self.files = standing

    def text(self, path: str) -> str:
        """Return the text of a page's file, below its version of the site."""
        with open(
            f"{self._output.folder}/{self._version}{path}", encoding="utf-8", newline=""
        ) as file:
            return file.read()

    def read(self, name: str) -> bytes:
        """Return the bytes of a file that was published."""
        with open(f"{self._output.folder}/{self._folder}{name}", "rb") as file:
            return file.read()

    def write(self, name: str, content: bytes) -> None:
        """Publish a file."""
        path = self._folder + name
        written = self._output.bring(path, content, is_there=path in self._present)
        self.files[path] = written[:2]

    def has(self, name: str) -> bool:
        """Whether a file is there that was published, and is as it was left."""
        return self._folder + name in self.files

    def keep_only(self, names: Set[str]) -> None:
        """Let go of files that were published but for *names*."""
        of_new = {self._folder + name for name in names}
        for path in self.files.keys() - of_new:
            del self.files[path]


def _recall(state: State, key: str) -> IndexRecord:
    raw = state.meta(key)
    if not raw:
        return IndexRecord()
    try:
        return msgspec.msgpack.decode(raw, type=IndexRecord)
    except BROKEN:
        return IndexRecord()


def _maker(language: str) -> bytes:
    return digest(tool_digest(), language)


def pages_to_index(
    planned: Mapping[str, Page],
    records: Mapping[str, PageRecord],
    present: Mapping[str, Stamp],
    output: Output,
    language: str = "",
    version: str = "",
) -> dict[str, bytes]:
    """Return the pages in *language* that can be found, each with the digest of its file, by path
    below the folder *version*.

    One with a mistake has no record, and is found as it was published last.
    """
    contents = {}
    for path, page in planned.items():
        if page.traits.is_searched and page.language == language and path.endswith(".html"):
            name = path.removeprefix(version)
            if path in records:
                contents[name] = records[path].output
            elif path in present:
                contents[name] = output.digest(path)
    return contents
