"""A `.zip` whose bytes its files alone decide. Pure."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterable

_FILE = 0o100644 << 16
_UNIX = 3
_FIRST_YEAR = 1980
"""Before which the format tells no date (APPNOTE 4.4.6)."""


def make_archive(
    files: Iterable[tuple[str, bytes]], *, date: dt.datetime, comment: str = ""
) -> bytes:
    """Return the archive of *files* (names and bytes), in their order, all dated *date*.

    Nothing is compressed: what is large is so already, and another zlib would make other bytes.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files:
            told = zipfile.ZipInfo(name, _told(date))
            told.external_attr, told.create_system = _FILE, _UNIX
            archive.writestr(told, content)
        archive.comment = comment.encode()[:65_535]
    return buffer.getvalue()


def _told(date: dt.datetime) -> tuple[int, int, int, int, int, int]:
    if date.year < _FIRST_YEAR:
        return (_FIRST_YEAR, 1, 1, 0, 0, 0)
    return (date.year, date.month, date.day, date.hour, date.minute, 0)
