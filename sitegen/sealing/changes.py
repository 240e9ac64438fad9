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


Passwords = dict[str, str]
"""Those that were made up, by reader."""


def changed(file: KeyFile, site: str, change: RingChange) -> tuple[KeyFile, Passwords]:
    """Return *file* after *change*, and the passwords that it made.

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
    if change.action == "withdraw":
        del readers[reader]
        key, made = ring.key, {}
    else:
        key = ring.key if reader else _key()
        made = {name: _reader(readers[name], change) for name in ([reader] if reader else readers)}
    ring = WrittenRing(key=key, readers=readers | made)
    return KeyFile(sites={**file.sites, site: rings | {name: ring}}), _passwords(made)


def _new(file: KeyFile, site: str, change: RingChange) -> tuple[KeyFile, Passwords]:
    rings = dict(file.sites.get(site, {}))
    reader = change.reader or USUAL_READER
    ring = rings.get(change.name) or WrittenRing(key=_key())
    if reader in ring.readers:
        values = {"reader": reader, "name": change.name}
        raise UsageError(Diagnostic("reader-twice", values=values))
    made = {reader: _reader(WrittenReader(), change)}
    ring = WrittenRing(key=ring.key, readers={**ring.readers, **made})
    return KeyFile(sites={**file.sites, site: rings | {change.name: ring}}), _passwords(made)


def _reader(known: WrittenReader, change: RingChange) -> WrittenReader:
    if change.by_password or known.password:
        return WrittenReader(password=make_password())
    return WrittenReader(secret=_key())


def _passwords(made: dict[str, WrittenReader]) -> Passwords:
    return {name: reader.password for name, reader in made.items() if reader.password}


def _key() -> str:
    return encoded(secrets.token_bytes(SIZE))


def make_password() -> str:
    """Return a password of 79 bits that can be read out: `k7mp-…`, four groups of four."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))
    return "-".join(groups)
