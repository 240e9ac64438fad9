"""What other programs write, in UTF-8: files that were saved in older encodings, or lie. Pure."""

import codecs
import json
import re
from typing import Any

_DECLARATION = re.compile(
    rb"\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"'][^>]{0,100}?\?>"
)
_OF_ONE_BYTE = ("iso8859-", "cp125", "koi8-", "mac-")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FALLBACK = "cp1252"
"""What programs of this part of the world write that know no UTF-8."""


def in_utf_8(raw: bytes, declared: str = "") -> bytes:
    """Return *raw* in UTF-8, without a byte order mark: by its mark, as UTF-8, as it *declared*.

    Only encodings in which ASCII is ASCII are obeyed: what looks for signs in the bytes of a file
    is to see what a parser will see. Bytes that are none in an encoding become U+FFFD.
    """
    raw = without_mark(raw)
    try:
        raw.decode()
    except UnicodeDecodeError:
        return raw.decode(_known(declared) or _FALLBACK, "replace").encode()
    return raw


def json_value(raw: bytes) -> Any:
    """Return what the JSON *raw* says, without halves of letters (`\\ud83d` alone), which JSON can
    write and no file can hold. Raises `ValueError` and `RecursionError`.
    """
    value = json.loads(raw)
    return _whole(value) if b"\\ud" in raw.lower() else value


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "ignore").decode()
    if isinstance(value, list):
        return [_whole(part) for part in value]
    if isinstance(value, dict):
        return {_whole(key): _whole(part) for key, part in value.items()}
    return value


def without_mark(raw: bytes) -> bytes:
    """Return *raw* without its byte order mark: in UTF-8, if the mark is one of UTF-16."""
    if raw[:2] in _UTF_16:
        return raw.decode("utf-16", "replace").encode()
    return raw.removeprefix(codecs.BOM_UTF8)


def xml_in_utf_8(raw: bytes) -> bytes:
    """Return the XML *raw* in UTF-8, without the declaration of another encoding."""
    match = _DECLARATION.match(raw)
    declared = match[1].decode("ascii") if match else ""
    known = in_utf_8(raw, declared)
    return _DECLARATION.sub(b"", known, count=1) if _DECLARATION.match(known) else known


def _known(declared: str) -> str:
    """Return the codec of what is *declared*, if it has one byte a letter; else nothing."""
    try:
        name = codecs.lookup(declared).name if declared else ""
    except LookupError:
        return ""
    if name == "iso8859-1":  # in which nobody means the controls that it has (WHATWG Encoding)
        return _FALLBACK
    return name if name.startswith(_OF_ONE_BYTE) else ""
