"""Where Eleventy puts a text: by its file, or by a permalink as far as it is plain. Pure."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from sitegen.importing.former import Day
from sitegen.importing.values import day_of, plain
from sitegen.site.urls import slugify

_DATED = re.compile(r"^\d{4}-\d{2}-\d{2}-")
_DAY = re.compile(r"(?:\]\(|[\"'])[^\s()\"']*?/\d{4}([-/])\d{2}\1\d{2}[-/]")
"""A day within the address of a link."""
_GUESSED = "\ue001"
_CALL = re.compile(r"\{\{-?\s*(?P<name>[\w.]+)\s*(?P<filters>(?:\|\s*\w+\s*)*)-?\}\}")


def file_slug(path: str) -> str:
    """Return Eleventy's `fileSlug` of the text at *path*: its name without date and ending."""
    folder, name = posixpath.split(path)
    stem = posixpath.splitext(name)[0]
    if stem == "index":
        stem = posixpath.basename(folder)
    return _DATED.sub("", stem)


def _undated(path: str) -> str:
    return _DATED.sub("", posixpath.splitext(posixpath.basename(path))[0])


def date_form(texts: Iterable[str]) -> str:
    """Return how addresses within *texts* write a day, as `strftime` has it: what a filter of the
    site's own makes of `page.date` only running it would tell.
    """
    counted: Counter[str] = Counter()
    for text in texts:
        counted.update(match[1] for match in _DAY.finditer(text))
    return "%Y-%m-%d" if counted["-"] > counted["/"] else "%Y/%m/%d"


def address(
    permalink: Any, path: str, values: Mapping[str, Any], date: Day | None = None, form: str = ""
) -> tuple[str, bool]:
    """Return the address of the text at *path*, and whether its permalink had to be guessed.

    *date*: its day, written as *form* says where a filter of the site's own writes it.

    Without a permalink it is the file's, a date in its name included; a text called like its
    folder, or `index`, stands at the folder's.

    A permalink of `false` is no page of its own: the address is empty.
    """
    if permalink is False:
        return "", False
    if isinstance(permalink, str) and permalink.strip():
        day = day_of(date).strftime(form) if date and form else ""
        filled = _CALL.sub(lambda match: _value(match, path, values, day), permalink)
        if "{{" not in filled and "{%" not in filled and "\ue000" not in filled:
            plain_one = filled.replace(_GUESSED, "").strip().lstrip("/")
            return "/" + plain_one.removesuffix("index.html"), _GUESSED in filled
    *steps, name = path.split("/")
    stem = posixpath.splitext(name)[0]
    if stem != "index" and stem not in steps[-1:]:
        steps.append(stem)
    return ("/" + "/".join(steps) + "/").replace("//", "/"), bool(permalink)


def _value(match: re.Match[str], path: str, values: Mapping[str, Any], day: str) -> str:
    name = match["name"].removeprefix("page.")
    if name == "date" and day and match["filters"].strip():
        return _GUESSED + day
    if name == "fileSlug":
        value: Any = file_slug(path)
    elif name == "filePathStem":
        value = "/" + posixpath.join(posixpath.dirname(path), _undated(path))
    else:
        value = values.get(name)
    if not isinstance(value, (str, int)):
        return "\ue000"
    filters = [word.strip() for word in match["filters"].split("|") if word.strip()]
    if any(word not in ("slug", "slugify", "lower", "url") for word in filters):
        return "\ue000"
    return slugify(plain(value)) if {"slug", "slugify"} & set(filters) else str(value)
