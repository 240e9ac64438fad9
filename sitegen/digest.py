"""Digests: equal parts give equal digests, and (but for 2**-64 odds) only equal parts do."""

from hashlib import blake2b

SIZE = 16
"""Bytes of a digest: 128 bits, so that no collision is to be expected."""


def digest(*parts: bytes | str) -> bytes:
    """Return the digest of *parts*, in order; each part's length is hashed with it.

    Without the lengths ``("ab", "c")`` and ``("a", "bc")`` would be one digest.
    """
    hasher = blake2b(digest_size=SIZE)
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        hasher.update(len(encoded).to_bytes(8, "little"))
        hasher.update(encoded)
    return hasher.digest()
