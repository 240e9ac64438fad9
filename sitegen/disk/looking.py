"""Folders beside the listings of what stood in them: looked at, and listed. Reads the disk.

A folder whose stamp is the same has the same names in it, so it is not opened; what each of its
files holds, its own stamp tells. That takes two calls of the system where opening, reading and
closing a folder take five.
"""

import os
import stat
import time
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from sitegen.digest import digest
from sitegen.disk.listings import NAMES, UNKNOWN, FolderListing, names_digest, part, split
from sitegen.disk.stamps import RACY_NS, WIDTH, Stamp

_MOST = 1024
"""Files up to which folders stand in one listing: an edit writes the listings that it touches."""
_three = attrgetter("st_size", "st_mtime_ns", "st_ino")

Ignored = Callable[[list[bytes]], list[bytes]] | None
"""Returns names without those of which nothing is to be known, if there are such."""


class Look(NamedTuple):
    """A folder beside what stood in it."""

    other_files: tuple[str, ...]
    """Paths of files that have another stamp, or are gone."""
    has_other_names: bool
    """Whether there may be files or folders that were not there; gone ones too."""
    digests: tuple[bytes, ...]
    """Of the listings, in order."""
    renewed: dict[int, FolderListing]
    """Listings, by number, that know of more folders how they are: for the next look."""
    file_count: int

    def is_as_kept(self, kept: bytes) -> bool:
        """Whether nothing is another, and the listings those of which *kept* is the digest."""
        return not self.other_files and not self.has_other_names and self.is_of(kept)

    def is_of(self, kept: bytes) -> bool:
        """Whether the listings are those of which *kept* is the digest."""
        return digest(*self.digests) == kept


def look(folder: str, listings: Iterable[FolderListing], without: Ignored = None) -> Look:
    """Return what stands in *folder* beside what *listings* say.

    Names that *without* leaves out are as none, whatever they stand for.
    """
    began = time.time_ns()
    base = os.fsencode(folder)
    other_files: list[str] = []
    digests = []
    renewed = {}
    has_other_names = False
    count = 0
    for number, listing in enumerate(listings):
        digests.append(listing.digest)
        files = _paths(base, listing.files) if listing.files else []
        count += len(files)
        stamps = _stamps(files)
        if stamps != listing.file_stamps:
            other_files += (
                os.fsdecode(path)
                for at, path in enumerate(split(listing.files))
                if part(stamps, at, WIDTH) != part(listing.file_stamps, at, WIDTH)
            )
        folders = _paths(base, listing.folders)
        folder_stamps = _stamps(folders)
        if folder_stamps == listing.folder_stamps:
            continue
        known = bytearray(listing.folder_stamps)
        latest: dict[bytes, int] = {}
        for at, path in enumerate(folders):
            stamp = part(folder_stamps, at, WIDTH)
            if stamp == part(known, at, WIDTH):
                continue
            if _names(path, without) != part(listing.names, at, NAMES):
                has_other_names = True
                continue
            latest = latest or _latest(folders, files, stamps)
            if _is_trusted(stamp, latest.get(path.removesuffix(b"/"), 0), began):
                known[at * WIDTH : (at + 1) * WIDTH] = stamp
        if known != listing.folder_stamps:
            renewed[number] = listing._replace(folder_stamps=bytes(known))
    return Look(tuple(other_files), has_other_names, tuple(digests), renewed, count)


def listings_of(
    folder: str,
    files: Mapping[str, Stamp],
    before: Iterable[FolderListing] = (),
    *,
    besides: Iterable[str] = (),
    without: Ignored = None,
) -> Iterator[FolderListing]:
    """Yield listings of *files*, which are all that there is in *folder* but for *besides*.

    A folder that nobody changed within the last two seconds is looked at; else, and where it holds
    anything more, the next look opens it. What listings of *before* know stands.
    """
    names, of_folder = _by_folder(files)
    names[""] += besides
    known = _known(before)
    base = os.fsencode(folder)
    now = time.time_ns()
    some: list[tuple[bytes, bytes, bytes]] = []
    paths: list[str] = []
    for parent in sorted(names):
        mine = sorted(of_folder[parent])
        if some and len(paths) + len(mine) > _MOST:
            yield _listing(some, paths, files)
            some, paths = [], []
        path = os.fsencode(parent)
        expected = names_digest(map(os.fsencode, names[parent]))
        latest = max((files[name].mtime_ns for name in mine), default=0)
        stamp = known.get((path, expected), UNKNOWN)
        if stamp == UNKNOWN and now - latest >= RACY_NS:
            stamp = _seen(_join(base, path), expected, now, latest, without)
        some.append((path, stamp, expected))
        paths += mine
    yield _listing(some, paths, files)


def _by_folder(
    files: Iterable[str],
) -> tuple[defaultdict[str, list[str]], defaultdict[str, list[str]]]:
    """Return the names in each folder above *files*, those of folders too, and its files' paths."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    of_folder: defaultdict[str, list[str]] = defaultdict(list)
    named = {""}
    for path in files:
        folder, _, name = path.rpartition("/")
        names[folder].append(name)
        of_folder[folder].append(path)
        while folder not in named:
            named.add(folder)
            folder, _, name = folder.rpartition("/")
            names[folder].append(name)
    return names, of_folder


def _seen(folder: bytes, expected: bytes, now: int, latest: int, without: Ignored) -> bytes:
    """Return the stamp of *folder* if it holds what is *expected*, and can be trusted."""
    try:
        status = os.lstat(folder)
        if not (stat.S_ISDIR(status.st_mode) and latest <= status.st_mtime_ns <= now - RACY_NS):
            return UNKNOWN
        names = os.listdir(folder)
    except OSError:
        return UNKNOWN
    return Stamp.of(status).packed() if _digest_of(names, without) == expected else UNKNOWN


def _is_trusted(stamp: bytes, latest: int, now: int) -> bool:
    """Whether a folder with that *stamp* has another one when its names are others.

    Not if it changed within the last two seconds. A disk that leaves a folder's stamp alone when
    files come shows it: a file is made in its folder, so that it is not the younger of the two
    (*latest*: when the youngest file of the folder was written).
    """
    _, mtime_ns, _ = array("q", stamp)
    return latest <= mtime_ns <= now - RACY_NS


def _latest(folders: list[bytes], files: list[bytes], stamps: bytes) -> dict[bytes, int]:
    """Return, for each of *folders*, when the youngest of its *files* was written."""
    mtimes = array("q", stamps)[1::3]
    if len(folders) == 1:  # a large one, such as a section's
        return {folders[0].removesuffix(b"/"): max(mtimes, default=0)}
    latest: dict[bytes, int] = {}
    for path, mtime_ns in zip(files, mtimes, strict=True):
        folder = path.rpartition(b"/")[0]
        latest[folder] = max(mtime_ns, latest.get(folder, 0))
    return latest


def _known(listings: Iterable[FolderListing]) -> dict[tuple[bytes, bytes], bytes]:
    """Return, for folders and what was in them, the stamps that they had then."""
    return {
        (path, part(listing.names, at, NAMES)): part(listing.folder_stamps, at, WIDTH)
        for listing in listings
        for at, path in enumerate(listing.folders.split(b"\0"))
    }


def _listing(
    folders: list[tuple[bytes, bytes, bytes]], paths: list[str], files: Mapping[str, Stamp]
) -> FolderListing:
    return FolderListing(
        b"\0".join(path for path, _, _ in folders),
        b"\0".join(map(os.fsencode, paths)),
        b"".join(stamp for _, stamp, _ in folders),
        b"".join(names for _, _, names in folders),
        b"".join(files[path].packed() for path in paths),
    )


def _names(folder: bytes, without: Ignored) -> bytes:
    """Return the digest of what is in *folder*; nothing where it cannot be read, or is a link."""
    try:
        names = os.listdir(folder)
    except OSError:
        return b""
    return b"" if os.path.islink(folder) else _digest_of(names, without)


def _digest_of(names: list[bytes], without: Ignored) -> bytes:
    return names_digest(without(names) if without else names)


def _stamps(paths: list[bytes]) -> bytes:
    """Return the stamps of what stands at *paths*; zeros stand for what is not there."""
    try:
        return array("q", chain.from_iterable(map(_three, map(os.lstat, paths)))).tobytes()
    except (OSError, OverflowError):
        return b"".join(map(_stamp, paths))


def _stamp(path: bytes) -> bytes:
    try:
        return Stamp.of(os.lstat(path)).packed()
    except OSError:
        return bytes(WIDTH)


def _join(base: bytes, path: bytes) -> bytes:
    return base + b"/" + path


def _paths(base: bytes, joined: bytes) -> list[bytes]:
    """Return the paths of *joined*, below *base*."""
    between = b"\0" + _join(base, b"")
    return (between + joined.replace(b"\0", between))[1:].split(b"\0")
