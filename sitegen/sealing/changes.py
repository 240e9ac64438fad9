"""Keys made, made anew and taken away. The one place where something is left to chance."""

import secrets
from typing import NamedTuple

from sitegen.errors import Diagnostic, UsageError
from sitegen.sealing.derive import SIZE
from sitegen.sealing.key_file import KeyFile, WrittenReader, WrittenRing
from sitegen.sealing.seal import encoded

USUAL_READER = "all"
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that are taken for one another."""


class RingChange(NamedTuple):
    action: str
    """`new`, `rotate` or `withdraw`."""
    name: str
    reader: str = ""
    by_password: bool = False


def changed(file: KeyFile, site: str, change: RingChange) -> tuple[KeyFile, tuple[str, str] | None]:
    """Return *file* after *change*, and the reader and password that it made, if it made one.

    Raises `UsageError` where there is no such key or reader, or one already.
    """
    rings = dict(file.sites.get(site, {}))
    name, reader = change.name, change.reader
    ring = rings.get(name)
    if change.action == "new":
        return _new(file, site, change)
    if ring is None or (reader and reader not in ring.readers):
        known = ", ".join(rings if ring is None else ring.readers) or "none"
        values = {"name": reader if ring else name, "known": known}
        raise UsageError(Diagnostic("unknown-access", values=values))
    readers = dict(ring.readers)
    told = None
    if change.action == "withdraw":
        del readers[reader]
        ring = WrittenRing(key=ring.key, readers=readers)
    elif reader:
        readers[reader], told = _reader(reader, readers[reader], change)
        ring = WrittenRing(key=ring.key, readers=readers)
    else:  # passwords stay: they open what is sealed with another key, and nothing of the old one
        fresh = {name: _reader(name, known, change)[0] for name, known in readers.items()}
        kept = {name: known if known.password else fresh[name] for name, known in readers.items()}
        ring = WrittenRing(key=_key(), readers=kept)
    return KeyFile(sites={**file.sites, site: rings | {name: ring}}), told


def _new(file: KeyFile, site: str, change: RingChange) -> tuple[KeyFile, tuple[str, str] | None]:
    rings = dict(file.sites.get(site, {}))
    reader = change.reader or USUAL_READER
    ring = rings.get(change.name) or WrittenRing(key=_key())
    if reader in ring.readers:
        values = {"reader": reader, "name": change.name}
        raise UsageError(Diagnostic("reader-twice", values=values))
    made, told = _reader(reader, WrittenReader(), change)
    ring = WrittenRing(key=ring.key, readers={**ring.readers, reader: made})
    return KeyFile(sites={**file.sites, site: rings | {change.name: ring}}), told


def _reader(
    name: str, known: WrittenReader, change: RingChange
) -> tuple[WrittenReader, tuple[str, str] | None]:
    if change.by_password or known.password:
        password = make_password()
        return WrittenReader(password=password), (name, password)
    return WrittenReader(secret=_key()), None


def _key() -> str:
    return encoded(secrets.token_bytes(SIZE))


def make_password() -> str:
    """Return a password of 79 bits that can be read out: `k7mp-…`, four groups of four."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))
    return "-".join(groups)
