"""Where Jekyll puts a text: its permalink styles and their words. Pure."""

import datetime as dt
import posixpath
import re
from collections.abc import Sequence

from sitegen.importing.former import Day
from sitegen.importing.values import day_of

STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_WORD = re.compile(r":([a-z_]+)")
_NO_LETTERS = re.compile(r"[^\w]+|_+")
_NOT_PRETTY = re.compile(r"[^\w.~!$&'()+,;=@]+")
"""What `:title` does not keep: Jekyll's mode `pretty` leaves signs that a file's name may have."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""In English, whatever the machine speaks."""


def page_address(name: str, style: str) -> str:
    """Return the address of the file *name*, which is no post, on a site of the permalink *style*.

    It stands where its file does; of the style it obeys the end alone (`Jekyll::Page#template`).
    """
    stem = posixpath.splitext(name)[0]
    if stem == "index" or stem.endswith("/index"):
        return "/" + stem.removesuffix("index")
    return f"/{stem}/" if style == "pretty" or style.endswith("/") else f"/{stem}.html"


def permalink(
    pattern: str, *, name: str, slug: str, date: Day | None, categories: Sequence[str],
    collection: str,
) -> str:  # fmt: skip
    """Return the address that *pattern* gives to the text in the file *name*, decoded."""
    day = day_of(date) if date else dt.date(1, 1, 1)
    hour = date.time() if isinstance(date, dt.datetime) else dt.time()
    inner = name.partition(f"_{collection}/")[2] if collection else ""  # `collections_dir`
    path = posixpath.splitext(inner or name)[0]
    values = {
        "categories": "/".join(category.lower() for category in categories),
        "slugified_categories": "/".join(_slug(category).lower() for category in categories),
        "collection": collection,
        "output_ext": ".html",
        "path": path if collection else posixpath.dirname(path),  # a page's: its folder alone
        "basename": posixpath.basename(path),
        "name": _slug(posixpath.basename(path)).lower(),
        "title": _NOT_PRETTY.sub("-", slug).strip("-"),
        "slug": _slug(slug).lower(),
        "year": f"{day.year:04}", "short_year": f"{day.year % 100:02}",
        "month": f"{day.month:02}", "i_month": str(day.month),
        "day": f"{day.day:02}", "i_day": str(day.day), "y_day": f"{day:%j}",
        "w_year": f"{day:%G}", "week": f"{day:%V}", "w_day": f"{day:%u}",
        "short_month": _MONTHS[day.month - 1][:3].upper(), "long_month": _MONTHS[day.month - 1],
        "short_day": _DAYS[day.weekday()][:3].upper(), "long_day": _DAYS[day.weekday()],
        "hour": f"{hour:%H}", "minute": f"{hour:%M}", "second": f"{hour:%S}",
    }  # fmt: skip
    filled = _WORD.sub(lambda match: _filled(match, values), STYLES.get(pattern, pattern))
    return re.sub("/{2,}", "/", "/" + filled.strip())


def _filled(match: re.Match[str], values: dict[str, str]) -> str:
    """Return the value of the longest word of Jekyll's that *match* begins with."""
    word = next(
        (value for value in sorted(values, key=len, reverse=True) if match[1].startswith(value)), ""
    )
    return values[word] + match[1].removeprefix(word) if word else match[0]


def _slug(text: str) -> str:
    """Return *text* as Jekyll's step of an address: letters of every script, in their case."""
    return _NO_LETTERS.sub("-", text).strip("-")
