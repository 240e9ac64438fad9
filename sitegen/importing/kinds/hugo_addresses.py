"""Where Hugo puts a text: its way of making slugs, and patterns of `permalinks`. Pure."""

import posixpath
import re
import unicodedata
from collections.abc import Mapping
from typing import Any, NamedTuple

from sitegen.importing.former import Day
from sitegen.importing.values import day_of

_UNWANTED = re.compile(r"[^\w\-./\\#+~@ ]")
_TOKEN = re.compile(r":([a-z]+)(?:\[[^\]]*\])?")


class Named(NamedTuple):
    """What an address is made of."""

    folder: str
    """Below the content, with slashes."""
    name: str
    """The file's, or a bundle's folder, without endings."""
    title: str
    slug: str
    date: Day | None


def urlized(text: str, *, removes_accents: bool = False) -> str:
    """Return *text* as Hugo's step of an address: small letters, accents kept, apostrophes gone."""
    if removes_accents:
        plain = unicodedata.normalize("NFD", text)
        text = unicodedata.normalize("NFC", re.sub("[\u0300-\u036f]", "", plain))
    return re.sub(r"-{2,}", "-", _UNWANTED.sub("", text.strip()).replace(" ", "-")).lower()


def address(named: Named, settings: Mapping[str, Any], language: str = "") -> str:
    """Return the address of a text without `url`, decoded."""
    removes = bool(settings.get("removepathaccents"))
    section = named.folder.split("/")[0]
    patterns = settings.get("permalinks") or {}
    if isinstance(patterns.get("page"), Mapping):
        patterns = patterns["page"]
    pattern = patterns.get(section or "/")
    if not isinstance(pattern, str):
        pattern = "/:sections/:slugorfilename/"
    values = {
        "sections": urlized(named.folder, removes_accents=removes),
        "section": urlized(section, removes_accents=removes),
        "title": urlized(named.title, removes_accents=removes),
        "slug": urlized(named.slug or named.title, removes_accents=removes),
        "slugorfilename": urlized(named.slug or named.name, removes_accents=removes),
        "slugorcontentbasename": urlized(named.slug or named.name, removes_accents=removes),
        "filename": urlized(named.name, removes_accents=removes),
        "contentbasename": urlized(named.name, removes_accents=removes),
    } | _day_values(named.date)
    filled = _TOKEN.sub(lambda match: values.get(match[1], match[0]), pattern)
    whole = re.sub("/{2,}", "/", f"/{language}/{filled}")
    if settings.get("uglyurls") is True:
        return whole.rstrip("/") + ("" if posixpath.splitext(whole)[1] else ".html")
    return whole if whole.endswith("/") or posixpath.splitext(whole)[1] else f"{whole}/"


def _day_values(date: Day | None) -> dict[str, str]:
    if date is None:
        return {}
    day = day_of(date)
    return {
        "year": f"{day.year:04}", "month": f"{day.month:02}", "day": f"{day.day:02}",
        "monthname": f"{day:%B}".lower(), "weekday": str(day.isoweekday() % 7),
        "yearday": str(day.timetuple().tm_yday),
    }  # fmt: skip
