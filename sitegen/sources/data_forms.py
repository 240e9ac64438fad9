"""The files of ``_data/`` that sitegen itself reads: whether they are as they should be. Pure."""

import difflib
from collections.abc import Iterator
from typing import Any

import yaml

from sitegen.border.addresses import SCHEMES, forbidden_scheme, is_address
from sitegen.border.convert import Converter, reader_for
from sitegen.border.slugs import slugify
from sitegen.border.yaml_nodes import compose, find_key
from sitegen.config import available_timezones, meant_timezone
from sitegen.errors import Diagnostic
from sitegen.model import DATA_FORMS
from sitegen.wording.excerpts import excerpt

_EXAMPLES = {
    "authors": "claire-vasselin: {name: Claire Vasselin}",
    "organisations": "amf: {name: Association des maires de France}",
    "venues": "maison: {name: Maison des associations, city: Tours}",
}
_MEANT = {
    "auteurs": "authors",
    "lieux": "venues",
    "locations": "venues",
    "organizations": "organisations",
    "partenaires": "organisations",
    "places": "venues",
    "salles": "venues",
}


def check_form(value: Any, text: str, path: str) -> list[Diagnostic]:
    """Return what in the data file *path* is not as sitegen reads it; nothing of other files.

    *value* is what *text* says.
    """
    name = data_name(path)
    if name not in DATA_FORMS:
        return []
    if not isinstance(value, dict):
        return [Diagnostic("data-without-keys", path, 1, 1, {"example": _EXAMPLES[name]})]
    node = compose(text, path, 1, [])
    if node is None:  # JSON that is no YAML
        return list(_check_links(value, text, path))
    converter = Converter(text, path, 1)
    form: Any = DATA_FORMS[name]
    entries = reader_for(dict[str, form])(converter, node, "")
    for key, one in entries.items() if isinstance(entries, dict) else ():
        zone = getattr(one, "timezone", "")
        if zone and zone not in available_timezones():
            near = meant_timezone(zone)
            code = "unknown-timezone-near" if near else "unknown-timezone"
            line, column = converter.marks.get(f"{key}.timezone", (1, 1))
            values = {"value": zone, "suggestion": near}
            converter.diagnostics.append(Diagnostic(code, path, line, column, values))
    if name == "organisations":
        converter.diagnostics += _slugs_twice(value, node, converter)
    return converter.diagnostics


def _slugs_twice(
    value: dict[str, Any], node: yaml.Node, converter: Converter
) -> Iterator[Diagnostic]:
    """Yield keys that are another one's but for capitals, accents or signs: they have one page."""
    first: dict[str, str] = {}
    for key in map(str, value):
        other = first.setdefault(slugify(key), key)
        if other != key:
            at = find_key(node, key)
            line, column = converter.place(at) if at else (1, 1)
            values = {"key": key, "other": other, "slug": slugify(key)}
            yield Diagnostic("organisation-page-twice", converter.path, line, column, values)


def data_name(path: str) -> str:
    """Return the name of a file that stands in ``_data/`` itself, without its ending; or ""."""
    folder, _, file = path.rpartition("/")
    return file.partition(".")[0] if folder.rpartition("/")[2] == "_data" else ""


def meant_name(path: str) -> str:
    """Return the name, of those that sitegen reads, that the file *path* was to have; or ""."""
    name = data_name(path)
    if not name or name in DATA_FORMS:
        return ""
    near = difflib.get_close_matches(name.casefold(), DATA_FORMS, 1, 0.85)
    return near[0] if near else _MEANT.get(name.casefold(), "")


def _check_links(value: dict[str, Any], text: str, path: str) -> Iterator[Diagnostic]:
    for one in value.values():
        url = str(one.get("url") or "") if isinstance(one, dict) else ""
        if forbidden_scheme(url) or not is_address(url):
            at = max(text.find(url), 0)
            line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
            values = {"url": excerpt(url), "known": ", ".join(SCHEMES)}
            code = "unsafe-link" if forbidden_scheme(url) else "bad-web-address"
            yield Diagnostic(code, path, line, column, values)
