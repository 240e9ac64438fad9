"""A shortcode as it stands in the HTML of a body, until a template takes its place."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import cache
from typing import Any

import msgspec

from sitegen.markup.shortcodes.shortcode import FileArgument, OwnCall, OwnShortcode, Shortcode
from sitegen.markup.shortcodes.values import SHORTCODES

ELEMENT = "sitegen-shortcode"
"""What stands in the HTML for a shortcode. Authors cannot write one with a call: it would hold
`sitegen:`, which is escaped in all that they write."""


def encode_call(shortcode: Shortcode) -> str:
    """*shortcode* in letters, digits, `-` and `_`."""
    if isinstance(shortcode, OwnShortcode):
        return _encode(msgspec.structs.asdict(shortcode))
    return _encode(shortcode)


def _encode(value: Any) -> str:
    return urlsafe_b64encode(msgspec.msgpack.encode(value)).decode().rstrip("=")


def decode_call(name: str, encoded: str) -> Shortcode | OwnCall:
    """The shortcode that `encode_call` was given, or the values of one that a theme declares."""
    raw = urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))
    if name not in SHORTCODES:
        return OwnCall(_OWN.decode(raw))
    shortcode: Shortcode = _decoder(name).decode(raw)
    return shortcode


_OWN = msgspec.msgpack.Decoder(
    dict[str, FileArgument | str | int | float | bool | tuple[float, ...] | None]
)


@cache
def _decoder(name: str) -> Any:
    return msgspec.msgpack.Decoder(SHORTCODES[name])
