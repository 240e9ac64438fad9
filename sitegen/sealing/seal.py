"""Plaintext becomes ciphertext: AES-256-GCM (NIST SP 800-38D), each key for one text alone."""

import hashlib
from base64 import urlsafe_b64encode

import msgspec

from sitegen.sealing.derive import SIZE, derive
from sitegen.sealing.keys import Ring, secret_of
from sitegen.sealing.padding import padded

_NONCE = 12
_SLOTS = 8
"""Wrapped keys come in multiples of that many: nobody counts the readers."""


class Envelope(msgspec.Struct, frozen=True, kw_only=True):
    """What a page says in clear to whoever comes with a key; texts are base64url."""

    version: int = 1
    audience: str
    """A name that tells nothing; a link's key is made for it."""
    group: str
    """The same of the ring: what a password opens."""
    epoch: str
    """Another one for each set of readers."""
    rounds: int = 0
    """Of PBKDF2; 0 where no password opens."""
    salt: str = ""
    slots: dict[str, str]
    """The audience's key, wrapped for each reader, by what that reader's key finds."""


class Seal:
    """Seals what the readers of one *audience* of a *ring* open."""

    def __init__(self, ring: Ring, audience: str) -> None:
        self.ring = ring
        self.token = ring.token("audience", audience)
        digest = ring.readers_digest
        self._epoch = derive(ring.key, "epoch", audience, digest, size=16)
        self._key = derive(ring.key, "audience", audience, digest)

    def seal(self, name: str, content: bytes) -> bytes:
        """Return *content* sealed as the file *name*: a salt, and the ciphertext with its tag.

        The salt is derived from name and content, the key and the nonce from the salt: two contents
        never meet one key.
        """
        plain = padded(content)
        salt = derive(self.ring.key, "salt", name, hashlib.sha256(plain).digest())
        return salt + _encrypt(derive(self._key, "seal", salt, size=_WHOLE), plain, name.encode())

    def link_key(self, secret: bytes) -> bytes:
        """Return what stands in a link to this audience, of the reader with that *secret*."""
        return derive(secret, "link", self.token)

    def envelope(self) -> Envelope:
        """Return what opens the pages, for each reader; the same for all of the audience."""
        slots: dict[bytes, bytes] = {}
        for reader in self.ring.readers:
            own = self.link_key(secret_of(reader, self.ring))
            wrapping = derive(own, "wrap", self._epoch, size=_WHOLE)
            slots[derive(own, "slot", self._epoch, size=16)] = _encrypt(wrapping, self._key, b"")
        for number in range(-len(slots) % _SLOTS or (0 if slots else _SLOTS)):
            empty = derive(self.ring.key, "empty slot", self._epoch, str(number), size=64)
            slots[empty[:16]] = empty[16:]
        ring = self.ring
        return Envelope(
            audience=self.token,
            group=ring.token("group"),
            epoch=encoded(self._epoch),
            rounds=ring.rounds if ring.has_passwords else 0,
            salt=encoded(ring.salt) if ring.has_passwords else "",
            slots={encoded(slot): encoded(slots[slot]) for slot in sorted(slots)},
        )


_WHOLE = SIZE + _NONCE
"""A key, and the nonce that it is used with, once."""


def _encrypt(key_and_nonce: bytes, plain: bytes, name: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    key, nonce = key_and_nonce[:SIZE], key_and_nonce[SIZE:]
    return AESGCM(key).encrypt(nonce, plain, name)


def encoded(raw: bytes) -> str:
    """Return *raw* in base64url (RFC 4648 §5), without signs of filling."""
    return urlsafe_b64encode(raw).decode().rstrip("=")
