"""Opens private pages as browsers do: written from the decisions page, with other functions."""

import json
import re
from base64 import urlsafe_b64decode
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC


def raw(word: str) -> bytes:
    return urlsafe_b64decode(word + "=" * (-len(word) % 4))


def derive(key: bytes, size: int, *parts: bytes | str) -> bytes:
    info = b"sitegen private 1"
    for part in parts:
        encoded = part.encode() if isinstance(part, str) else part
        info += len(encoded).to_bytes(4, "big") + encoded
    return HKDF(SHA256(), size, None, info).derive(key)


def unseal(key: bytes, sealed: bytes, name: str) -> bytes:
    whole = derive(key, 44, "seal", sealed[:32])
    framed = AESGCM(whole[:32]).decrypt(whole[32:], sealed[32:], name.encode())
    return framed[8 : 8 + int.from_bytes(framed[:8], "big")]


class Door:
    """A private page of the output, before it is opened."""

    def __init__(self, path: Path) -> None:
        page = path.read_text(encoding="utf-8")
        self.name = path.parent.name
        self.envelope: dict[str, Any] = json.loads(_block(page, "private_envelope"))
        self.sealed = raw(json.loads(_block(page, "private_content")))

    def secret_of(self, password: str) -> bytes:
        salt, rounds = raw(self.envelope["salt"]), self.envelope["rounds"]
        return PBKDF2HMAC(SHA256(), 32, salt, rounds).derive(password.encode())

    def key(self, secret: bytes) -> bytes | None:
        """Return the audience's key, for a reader's secret; None where it opens nothing."""
        return self.key_of_link(derive(secret, 32, "link", self.envelope["audience"]))

    def key_of_link(self, link: bytes) -> bytes | None:
        epoch = raw(self.envelope["epoch"])
        slots = {
            raw(public_key): raw(wrapped) for public_key, wrapped in self.envelope["slots"].items()
        }
        wrapped = slots.get(derive(link, 16, "slot", epoch))
        if wrapped is None:
            return None
        whole = derive(link, 44, "wrap", epoch)
        return AESGCM(whole[:32]).decrypt(whole[32:], wrapped, b"")

    def content(self, key: bytes) -> dict[str, Any]:
        content: dict[str, Any] = json.loads(unseal(key, self.sealed, self.name))
        return content


def _block(page: str, name: str) -> str:
    match = re.search(rf'id="{name}">(.*?)</script>', page, re.DOTALL)
    assert match
    return match[1]
