"""Who opens private pages: readers, and the ring of keys of each name that documents give."""

import hashlib
from base64 import b32encode
from functools import lru_cache

import msgspec

from sitegen.sealing.derive import derive

ROUNDS = 600_000
"""Of PBKDF2-HMAC-SHA-256: OWASP's Password Storage Cheat Sheet (2023, unchanged in 2026)."""
SHORTEST_PASSWORD = 12
"""Characters: what anybody may try at home for as long as they like."""


class KeyHolder(msgspec.Struct, frozen=True, kw_only=True):
    """A person or a group with a key of its own: a link's, or a password."""

    name: str
    secret: bytes = b""
    """32 random bytes of a link; none for who opens by a password."""
    password: str = ""

    def __repr__(self) -> str:
        return f"Reader({self.name!r}, …)"


class Ring(msgspec.Struct, frozen=True, kw_only=True):
    """The keys of one name that documents give: `access: members`."""

    name: str
    key: bytes
    """32 random bytes: whatever is sealed, is sealed with what is derived of it."""
    readers: tuple[KeyHolder, ...] = ()
    rounds: int = ROUNDS

    def __repr__(self) -> str:
        return f"Ring({self.name!r}, …)"

    def token(self, kind: str, *parts: str) -> str:
        """Return a name that tells nothing of what it stands for: 130 bits, in base32."""
        return b32encode(derive(self.key, f"name of {kind}", *parts))[:26].decode().lower()

    @property
    def salt(self) -> bytes:
        """Of its passwords; public."""
        return derive(self.key, "salt of passwords", size=16)

    @property
    def has_passwords(self) -> bool:
        return any(reader.password for reader in self.readers)

    @property
    def readers_digest(self) -> bytes:
        """Tells sets of readers apart; secret, and never kept."""
        parts = sorted(_secret(reader) for reader in self.readers)
        whole = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
        return hashlib.sha256(whole + self.rounds.to_bytes(4, "big")).digest()

    @property
    def identity(self) -> bytes:
        """Tells rings apart and nothing else: what the state may keep."""
        return derive(self.key, "identity", self.name, self.readers_digest, size=16)


def _secret(reader: KeyHolder) -> bytes:
    return b"link" + reader.secret if reader.secret else b"word" + reader.password.encode()


def secret_of(reader: KeyHolder, ring: Ring) -> bytes:
    """Return the 32 bytes that *reader* opens with; of a password, in a quarter of a second."""
    return reader.secret or stretch(reader.password, ring.salt, ring.rounds)


@lru_cache(maxsize=256)
def stretch(password: str, salt: bytes, rounds: int) -> bytes:
    """Return PBKDF2-HMAC-SHA-256 of *password* (RFC 8018 §5.2), as browsers make it."""
    return hashlib.pbkdf2_hmac("sha256", normal(password), salt, rounds)


def normal(password: str) -> bytes:
    """Return *password* as every keyboard means it: NFKC, without spaces around it."""
    import unicodedata

    return unicodedata.normalize("NFKC", password).strip().encode()
