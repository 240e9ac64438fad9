"""The two trees that a build holds against what the last one saw: the content, and the output.

Reads the disk; what is known of a tree stands in the state.
"""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from sitegen.digest import digest
from sitegen.disk.listings import FolderListing, names_digest, names_in
from sitegen.disk.looking import Ignored, Look, listings_of, look
from sitegen.disk.stamps import Stamp
from sitegen.engine.state.state import State
from sitegen.names import CONTENT, MARKER
from sitegen.sources.scan import Source

_MARKER = os.fsencode(MARKER)


class Tree(NamedTuple):
    """A folder with all that is below it."""

    name: str
    folder: str
    besides: tuple[str, ...] = ()
    """What is in the folder itself and nobody asks for."""
    without: Ignored = None
    """Names that are as none."""

    def look(self, state: State) -> Look:
        """Return how it stands beside what was kept of it."""
        return look(self.folder, state.listings(self.name), self.without)

    def stamps(self, state: State, begins: tuple[str, ...] = ("",)) -> dict[str, Stamp]:
        """Return the stamps that were kept of its files, by their paths below the folder: of those
        whose path *begins* so.
        """
        sought = tuple(map(os.fsencode, begins))
        return {
            path: stamp
            for listing in state.listings(self.name)
            if any(begin in listing.files for begin in sought)
            for path, stamp in zip(listing.file_paths(), listing.stamps(), strict=True)
            if path.startswith(begins)
        }

    def kept(self, state: State, paths: Collection[str]) -> dict[str, Stamp]:
        """Return the stamps that were kept of those of *paths* that were files of it."""
        sought = {path: os.fsencode(path) for path in paths}
        return {
            path: stamp
            for listing in state.listings(self.name)
            if any(path in listing.files for path in sought.values())
            for path, stamp in zip(listing.file_paths(), listing.stamps(), strict=True)
            if path in sought
        }

    def stamps_of(self, sources: Iterable[Source]) -> dict[str, Stamp]:
        """Return the stamps of *sources*, which stand in it, by their paths below the folder."""
        start = len(os.path.join(self.folder, ""))
        return {source.disk_path[start:].replace(os.sep, "/"): source.stamp for source in sources}

    def keep(self, state: State, stamps: Mapping[str, Stamp]) -> bytes:
        """Keep the *stamps* of all its files, within a transaction; return a digest of them."""
        digests = []

        def numbered() -> Iterator[tuple[int, FolderListing]]:
            before = state.listings(self.name)
            listings = listings_of(
                self.folder, stamps, before, besides=self.besides, without=self.without
            )
            for number, listing in enumerate(listings):
                digests.append(listing.digest)
                yield number, listing

        state.put_listings(self.name, numbered())
        state.forget_listings(self.name, len(digests))
        return digest(*digests)

    def keep_more(self, state: State, seen: Look | None, stamps: Mapping[str, Stamp]) -> bytes:
        """Keep other *stamps* of some of its files, as `keep`; all else is as it was.

        *seen*: how it stood, where it was looked at.
        """
        return self._keep_renewed(state, seen, dict(seen.renewed) if seen else {}, stamps)

    def keep_names(
        self,
        state: State,
        seen: Look | None,
        before: Mapping[str, Stamp],
        now: Mapping[str, Stamp],
    ) -> bytes:
        """Keep the stamps *now* of files where *before* were kept, as `keep`; other files are as
        they were.

        Only what is known of folders in which files came or went, or are others, is written.
        """
        came = {os.fsencode(path): now[path] for path in now.keys() - before.keys()}
        gone = set(map(os.fsencode, before.keys() - now.keys()))
        named = names_in({*map(_parent, came), *map(_parent, gone)}, state.listings(self.name))
        for path in gone:
            named.get(_parent(path), set()).discard(_name(path))
        for path in came:
            named.get(_parent(path), set()).add(_name(path))
        if not all(named.get(_parent(path)) for path in (*came, *gone)):
            kept = self.stamps(state).items()  # a folder is new, or gone
            others_kept = {path: stamp for path, stamp in kept if path not in before}
            return self.keep(state, {**others_kept, **now})
        named.get(b"", set()).update(map(os.fsencode, self.besides))
        names = {folder: names_digest(inside) for folder, inside in named.items()}
        others = {path: stamp for path, stamp in now.items() if before.get(path, stamp) != stamp}
        renewed = dict(seen.renewed) if seen else {}
        for number, listing in enumerate(state.listings(self.name)):
            mine = names.keys() & set(listing.folders.split(b"\0"))
            if mine:
                renewed[number] = renewed.get(number, listing).with_names(
                    {path: stamp for path, stamp in came.items() if _parent(path) in mine},
                    [path for path in gone if _parent(path) in mine],
                    names,
                )
        return self._keep_renewed(state, seen, renewed, others)

    def _keep_renewed(
        self,
        state: State,
        seen: Look | None,
        renewed: dict[int, FolderListing],
        stamps: Mapping[str, Stamp],
    ) -> bytes:
        """Keep the listings *renewed*, by number, and other *stamps* of some of its files."""
        kept = (listing.digest for listing in state.listings(self.name))
        digests = list(seen.digests if seen else kept)
        paths = tuple(map(os.fsencode, stamps))
        for number, listing in enumerate(state.listings(self.name) if paths else ()):
            if any(path in listing.files for path in paths):
                renewed[number] = renewed.get(number, listing).with_stamps(stamps)
        for number, listing in renewed.items():
            digests[number] = listing.digest
        state.put_listings(self.name, renewed.items())
        return digest(*digests)


def _parent(path: bytes) -> bytes:
    return path.rpartition(b"/")[0]


def _name(path: bytes) -> bytes:
    return path.rpartition(b"/")[2]


def output_tree(folder: str) -> Tree:
    return Tree("output", folder, besides=(MARKER,))


def content_tree(root: str, folder: str) -> Tree:
    """Return the content of the site at *root*, which stands in *folder* below it."""
    return Tree(CONTENT, os.path.join(root, folder), without=_somethings)


def _somethings(names: list[bytes]) -> list[bytes]:
    """Return *names* but those that no file or folder of a site ever has: `scan.is_skipped` at a
    glance.
    """
    joined = b"\0".join((b"", *names, b""))
    if b"\0." not in joined and b"~\0" not in joined:
        return names
    return [name for name in names if not _is_nothing(name)]


def _is_nothing(name: bytes) -> bool:
    if name.startswith(b"."):
        return name not in (_MARKER, b".well-known")
    return name.endswith(b"~")
