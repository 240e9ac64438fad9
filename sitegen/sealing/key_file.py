"""The keys of sites as text, for a file or a secret of CI: read, and written.

Nothing that is told of it repeats what stands in it.
"""

import binascii
from base64 import urlsafe_b64decode
from collections.abc import Mapping

import msgspec

from sitegen.errors import Diagnostic, UsageError
from sitegen.sealing.derive import SIZE
from sitegen.sealing.keys import ROUNDS, SHORTEST_PASSWORD, KeyHolder, Ring
from sitegen.sealing.seal import encoded
from sitegen.sealing.written_keys import Keys
from sitegen.wording.phrases import Words, with_gaps


class WrittenReader(msgspec.Struct, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    secret: str = ""
    password: str = ""


class WrittenRing(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    key: str
    readers: dict[str, WrittenReader] = {}


class KeyFile(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The rings by name, of each site by its address."""

    sites: dict[str, dict[str, WrittenRing]] = {}

    def text(self) -> bytes:
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"

    def line(self) -> str:
        """Return the same as one word, which every host of CI takes for a secret."""
        return encoded(msgspec.json.encode(self))


def site_key(url: str) -> str:
    """Return what a site's rings stand under: its address, with a slash at its end."""
    return f"{url.rstrip('/')}/"


def read_key_file(keys: Keys) -> KeyFile:
    """Return what stands in *keys*; raises `UsageError`."""
    raw = keys.raw.strip()
    if not raw:
        return KeyFile()
    try:
        if not raw.startswith(b"{"):
            raw = _decoded(raw.decode("ascii"))
        return msgspec.json.decode(raw, type=KeyFile)
    except msgspec.ValidationError as error:  # it names keys of the file, and no value
        raise _unreadable(keys, str(error)) from None
    except (msgspec.DecodeError, UnicodeDecodeError, binascii.Error, ValueError):
        raise _unreadable(
            keys, "it is neither JSON nor what `sitegen access export` prints"
        ) from None


def read_rings(
    keys: Keys, url: str, rounds: int = ROUNDS
) -> tuple[tuple[Ring, ...], list[Diagnostic]]:
    """Return the rings of the site at *url*, by name, and what is told of them.

    Raises `UsageError` where keys are none.
    """
    file = read_key_file(keys)
    written = file.sites.get(site_key(url))
    if written is None:
        others = ", ".join(sorted(file.sites))
        values: dict[str, Words] = {"known": others, "url": site_key(url)}
        is_wrong = keys.is_chosen and bool(others)
        return (), [Diagnostic("keys-of-others", keys.source, values=values)] if is_wrong else []
    return tuple(_ring(keys, name, written[name], rounds) for name in sorted(written)), []


def _ring(keys: Keys, name: str, written: WrittenRing, rounds: int) -> Ring:
    readers = tuple(_readers(keys, name, written.readers))
    return Ring(name=name, key=_key(keys, written.key, name), readers=readers, rounds=rounds)


def _readers(keys: Keys, name: str, written: Mapping[str, WrittenReader]) -> list[KeyHolder]:
    readers = []
    for reader in sorted(written):
        secret, password = written[reader].secret, written[reader].password
        if password and len(password.strip()) < SHORTEST_PASSWORD:
            values: dict[str, Words] = {
                "reader": reader, "name": name, "limit": str(SHORTEST_PASSWORD)
            }  # fmt: skip
            raise UsageError(Diagnostic("password-short", keys.source, values=values))
        if bool(secret) == bool(password):
            reason = with_gaps("the reader {page} has neither a link nor a password", page=reader)
            raise _unreadable(keys, reason)
        key = _key(keys, secret, f"{name}, {reader}") if secret else b""
        readers.append(KeyHolder(name=reader, secret=key, password=password))
    return readers


def _key(keys: Keys, written: str, name: str) -> bytes:
    try:
        raw = _decoded(written)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != SIZE:
        raise _unreadable(keys, with_gaps("the key of {page} has not 32 bytes", page=name))
    return raw


def _decoded(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _unreadable(keys: Keys, reason: Words) -> UsageError:
    return UsageError(Diagnostic("keys-unreadable", keys.source, values={"reason": reason}))
