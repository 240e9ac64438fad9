"""Pages as they were rendered, in few bytes each: what a build holds of them until it records."""

from array import array
from collections.abc import Iterator, Mapping

from sitegen.digest import NOTHING, SIZE
from sitegen.disk.stamps import WIDTH, Stamp
from sitegen.engine.reasons import Reason
from sitegen.engine.state.records import PageRecord
from sitegen.model import Page

_ASKED = WIDTH + SIZE


class RenderedPages(Mapping[str, PageRecord]):
    """What was rendered, by path. A record is made when it is asked for: as objects its stamp,
    its digest and its numbers would take four times the memory."""

    def __init__(self, planned: Mapping[str, Page], stale: Mapping[str, Reason]) -> None:
        """*planned*: all pages; *stale*: why those are rendered that are."""
        self._planned, self._stale = planned, stale
        self._packed: dict[str, bytes] = {}

    def add(self, page: Page, asked: "array[int]", content: bytes, stamp: Stamp) -> None:
        """Note *page*: the numbers of what it *asked*, the digest of its *content* (empty where
        the file could not be read again)."""
        packed = (stamp.packed(), content or NOTHING, asked.tobytes())
        self._packed[page.path] = b"".join(packed)

    def __getitem__(self, path: str) -> PageRecord:
        packed = self._packed[path]
        content = packed[WIDTH:_ASKED]
        return PageRecord(
            self._planned[path],
            array("I", packed[_ASKED:]),
            b"" if content == NOTHING else content,
            Stamp.unpacked(packed[:WIDTH]),
            self._stale[path],
        )

    def __contains__(self, path: object) -> bool:
        return path in self._packed

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def asked(self) -> Iterator["array[int]"]:
        """Yield what each page asked."""
        return (array("I", packed[_ASKED:]) for packed in self._packed.values())
