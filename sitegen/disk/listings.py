"""What stood in folders, in few bytes: their names and the stamps of their files."""

import os
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from sitegen.digest import digest
from sitegen.disk.stamps import INODES, WIDTH, Stamp

NAMES = 8
"""Bytes of the digest of a folder's names."""
UNKNOWN = array("q", (-1, 0, 0)).tobytes()
"""Stands for a stamp that equals none: what the folder holds has to be read."""
_FEW = 32
"""Names up to which a digest of them is remembered: a large folder has others at each build."""


class FolderListing(NamedTuple):
    """Some folders with the files in them, by their paths below one folder."""

    folders: bytes
    """Paths, NUL between them; the folder itself is the empty path."""
    files: bytes
    folder_stamps: bytes
    names: bytes
    """For each folder the digest of what is in it (`names_digest`)."""
    file_stamps: bytes

    @property
    def digest(self) -> bytes:
        return digest(*self)

    def file_paths(self) -> list[str]:
        return [os.fsdecode(path) for path in split(self.files)]

    def stamps(self) -> Iterator[Stamp]:
        """Yield the stamps of its files, in their order."""
        three = array("q", self.file_stamps)
        for size, mtime_ns, inode in zip(three[::3], three[1::3], three[2::3], strict=True):
            yield Stamp(size, mtime_ns, inode % INODES)

    def with_stamps(self, stamps: Mapping[str, Stamp]) -> "FolderListing":
        """Return it with other *stamps* of its files; itself where none of them is in it."""
        packed = bytearray(self.file_stamps)
        for number, path in enumerate(self.file_paths()):
            if stamp := stamps.get(path):
                packed[number * WIDTH : (number + 1) * WIDTH] = stamp.packed()
        return self if packed == self.file_stamps else self._replace(file_stamps=bytes(packed))

    def with_names(
        self, came: Mapping[bytes, Stamp], gone: Collection[bytes], names: Mapping[bytes, bytes]
    ) -> "FolderListing":
        """Return it with files that *came* into its folders, and without those that are *gone*.

        *names*: for these folders, what is in them now (`names_digest`).
        """
        stamps = {
            path: part(self.file_stamps, at, WIDTH) for at, path in enumerate(split(self.files))
        }
        for path in gone:
            del stamps[path]
        stamps |= {path: stamp.packed() for path, stamp in came.items()}
        folder_stamps, digests = bytearray(self.folder_stamps), bytearray(self.names)
        for at, folder in enumerate(self.folders.split(b"\0")):
            if folder in names:
                folder_stamps[at * WIDTH : (at + 1) * WIDTH] = UNKNOWN
                digests[at * NAMES : (at + 1) * NAMES] = names[folder]
        return FolderListing(
            self.folders,
            b"\0".join(stamps),
            bytes(folder_stamps),
            bytes(digests),
            b"".join(stamps.values()),
        )


def names_digest(names: Iterable[bytes]) -> bytes:
    """Return the digest of a folder's *names*, in any order."""
    ordered = sorted(names)
    joined = b"\0".join(ordered)
    return _digest_of_few(joined) if len(ordered) <= _FEW else digest(joined)[:NAMES]


@lru_cache(64)
def _digest_of_few(joined: bytes) -> bytes:
    """Return the digest of a few names: most folders hold the same one, `index.html`."""
    return digest(joined)[:NAMES]


def names_in(
    folders: Collection[bytes], listings: Iterable[FolderListing]
) -> dict[bytes, set[bytes]]:
    """Return what *listings* say that is in each of *folders*; nothing of one they do not know."""
    names: dict[bytes, set[bytes]] = {}
    below: list[tuple[bytes, bytes]] = []
    for listing in listings:
        known = listing.folders.split(b"\0")
        mine = [folder for folder in known if folder in folders]
        names |= {folder: set() for folder in mine}
        files = split(listing.files) if mine else []  # a folder's files stand in its own listing
        for path in chain(filter(None, known), files):
            parent, _, name = path.rpartition(b"/")
            if parent in folders:
                below.append((parent, name))
    for parent, name in below:
        if parent in names:
            names[parent].add(name)
    return names


def part(row: bytes | bytearray, at: int, width: int) -> bytes:
    """Return number *at* of the parts of *row*, each of *width* bytes."""
    return bytes(row[at * width : (at + 1) * width])


def split(joined: bytes) -> list[bytes]:
    """Return the paths of *joined*, which have NUL between them."""
    return joined.split(b"\0") if joined else []
