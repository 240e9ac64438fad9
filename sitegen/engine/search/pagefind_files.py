"""Put Pagefind's files in order: it writes filters in another one at each run. Does I/O.

Of the same pages it makes the same fragments and the same index, but it keeps filters and their
values in hash maps whose order changes with each process. A filter's file is named after its bytes,
`pf_meta` holds the names of filters, `pagefind-entry.json` that of `pf_meta`: so all of them are
written again, with filters and values sorted. (Pagefind 1.5: each is a gzip of a mark and of CBOR,
RFC 8949, of which arrays, integers and texts of definite length are in use.)
"""

import glob
import gzip
import json
import os
import zlib
from typing import Any

from sitegen.digest import digest

_MARK = b"pagefind_dcd"
_FILTERS, _SORTS = 3, 4
"""Places in the array that `pf_meta` holds, after the version, pages and chunks of words."""


class UnknownFormatError(Exception):
    """A file of Pagefind's is not built as expected: it is of another version."""


def put_in_order(folder: str) -> None:
    """Rewrite what of the index in *folder* has an order by chance; raises `UnknownFormatError`."""
    entry_path = os.path.join(folder, "pagefind-entry.json")
    try:
        with open(entry_path, encoding="utf-8") as file:
            entry = json.load(file)
        names = {
            _name(path): _rename(path, _sorted_filter(_read(path)), 7)
            for path in sorted(glob.glob(os.path.join(glob.escape(folder), "filter", "*")))
        }
        for language in entry["languages"].values():
            path = os.path.join(folder, f"pagefind.{language['hash']}.pf_meta")
            meta = _read(path)
            meta[_FILTERS] = sorted([filter_, names[name]] for filter_, name in meta[_FILTERS])
            meta[_SORTS] = sorted(meta[_SORTS])
            language["hash"] = _rename(path, meta, 10)
    except (ValueError, LookupError, TypeError, AttributeError, EOFError, zlib.error) as error:
        raise UnknownFormatError(f"{type(error).__name__}: {error}") from error
    with open(entry_path, "w", encoding="utf-8", newline="") as file:
        json.dump(entry, file, ensure_ascii=False, separators=(",", ":"))


def _sorted_filter(content: Any) -> Any:
    name, values = content
    return [name, sorted(values)]


def _read(path: str) -> Any:
    with open(path, "rb") as file:
        raw = gzip.decompress(file.read())
    if not raw.startswith(_MARK):
        raise ValueError("no mark of Pagefind's")
    value, end = _decode(raw, len(_MARK))
    if end != len(raw):
        raise ValueError("something follows")
    return value


def _name(path: str) -> str:
    """Return `fr_38e0174` for `…/fr_38e0174.pf_filter`, and for `…/pagefind.fr_38e0174.pf_meta`."""
    return os.path.basename(path).split(".")[-2]


def _rename(path: str, content: Any, digits: int) -> str:
    """Replace the file at *path* by *content*, under the name that its bytes give; return that."""
    raw = _MARK + _encode(content)
    name = f"{_name(path).partition('_')[0]}_{digest(raw).hex()[:digits]}"
    target = os.path.join(os.path.dirname(path), os.path.basename(path).replace(_name(path), name))
    os.unlink(path)
    with open(target, "wb") as file:
        file.write(gzip.compress(raw, mtime=0))
    return name


def _decode(raw: bytes, at: int) -> tuple[Any, int]:
    """Return the CBOR value at *at*, and where it ends."""
    kind, number = raw[at] >> 5, raw[at] & 31
    at += 1
    if number > 27:
        raise ValueError("no definite length")
    if number > 23:
        size = 1 << number - 24
        number = int.from_bytes(raw[at : at + size], "big")
        at += size
    if kind == 0:
        return number, at
    if kind == 1:
        return -1 - number, at
    if kind == 3:
        return raw[at : at + number].decode(), at + number
    if kind != 4:
        raise ValueError(f"a value of CBOR's type {kind}")
    values = []
    for _ in range(number):
        value, at = _decode(raw, at)
        values.append(value)
    return values, at


def _encode(value: Any) -> bytes:
    if isinstance(value, int):
        return _head(0, value) if value >= 0 else _head(1, -1 - value)
    if isinstance(value, str):
        text = value.encode()
        return _head(3, len(text)) + text
    return _head(4, len(value)) + b"".join(map(_encode, value))


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    size = next(size for size in (1, 2, 4, 8) if number < 1 << 8 * size)
    return bytes([kind << 5 | 23 + size.bit_length()]) + number.to_bytes(size, "big")
