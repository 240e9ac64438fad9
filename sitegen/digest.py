"""Digests: equal parts give equal digests, and (but for 2**-64 odds) only equal parts do."""

import os
from typing import BinaryIO

try:  # hashlib takes it from there, but loads OpenSSL first: 2 ms of each command
    from _blake2 import blake2b
except ImportError:  # another Python than CPython
    from hashlib import blake2b

SIZE = 16
"""Bytes of a digest: 128 bits, so that no collision is to be expected."""
NOTHING = bytes(SIZE)
"""Stands where there is no value to digest."""
_EMPTY = blake2b(digest_size=SIZE)
"""Copied in place of being made: most of what is digested is short."""


def digest(*parts: bytes | str) -> bytes:
    """Return the digest of *parts*, in order; each part's length is hashed with it.

    Without the lengths ``("ab", "c")`` and ``("a", "bc")`` would be one digest.
    """
    hashed = _EMPTY.copy()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        hashed.update(len(encoded).to_bytes(8, "little"))
        hashed.update(encoded)
    return hashed.digest()


def digest_file(file: BinaryIO) -> bytes:
    """Return what `digest` returns for the bytes of *file*, which may not fit into memory."""
    length = os.fstat(file.fileno()).st_size.to_bytes(8, "little")
    return _of_pieces(blake2b(length, digest_size=SIZE), file)


def plain_digest(content: bytes) -> bytes:
    """Return the digest of *content* alone: what a source is known by."""
    return blake2b(content, digest_size=SIZE).digest()


def plain_digest_file(file: BinaryIO) -> bytes:
    """Return what `plain_digest` returns for the bytes of *file*, which may not fit into memory."""
    return _of_pieces(blake2b(digest_size=SIZE), file)


def _of_pieces(hashed: blake2b, file: BinaryIO) -> bytes:
    while piece := file.read(1 << 20):
        hashed.update(piece)
    return hashed.digest()
