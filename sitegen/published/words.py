"""How the list of published addresses writes words and days. Pure."""

import datetime as dt
import re
from urllib.parse import quote

GONE = "gone:"
"""Before the day on which something was found to be no more."""
_BLANK = re.compile(r"[%\s\x00-\x1f\x7f-\x9f]")


def encoded(word: str) -> str:
    """Return *word* without blanks, and otherwise as people read it."""
    return _BLANK.sub(lambda sign: quote(sign[0]), word) or "-"


def read_day(text: str) -> dt.date:
    """Return the day that *text* (`20261201`) is. Raises `ValueError`."""
    return dt.datetime.strptime(text, "%Y%m%d").date()
