"""Keys out of keys: HKDF-SHA-256 (RFC 5869), with the purpose and all that it is for in its info.

In the standard library's words: names of files are derived in every build, which must not wait for
a library of ciphers. Held against RFC 5869's own examples by the tests.
"""

import hashlib
import hmac

SIZE = 32
"""Bytes of a key."""
_CONTEXT = b"sitegen private 1"


def derive(key: bytes, purpose: str, *parts: bytes | str, size: int = SIZE) -> bytes:
    """Return *size* bytes for that *purpose* and these *parts*; *key* has 32 random bytes.

    Lengths stand before the parts: no two lists of them are one text.
    """
    return hkdf(key, b"", information(purpose, *parts), size)


def information(purpose: str, *parts: bytes | str) -> bytes:
    """Return HKDF's `info`: what is derived, in which version, for what."""
    encoded = (part.encode() if isinstance(part, str) else part for part in (purpose, *parts))
    return _CONTEXT + b"".join(len(part).to_bytes(4, "big") + part for part in encoded)


def hkdf(key: bytes, salt: bytes, info: bytes, size: int) -> bytes:
    """Return HKDF-SHA-256 of *key* (RFC 5869 §2)."""
    extracted = hmac.digest(salt or bytes(SIZE), key, hashlib.sha256)
    derived = block = b""
    for number in range(1, 1 - (-size // SIZE)):
        block = hmac.digest(extracted, block + info + bytes([number]), hashlib.sha256)
        derived += block
    return derived[:size]
