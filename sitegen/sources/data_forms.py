"""The files of ``_data/`` that sitegen itself reads: whether they are as they should be. Pure."""

import difflib
import json
from collections.abc import Collection, Iterator
from typing import Any

import msgspec
import yaml

from sitegen.border.addresses import SCHEMES, forbidden_scheme, is_address
from sitegen.border.convert import Converter, reader_for
from sitegen.border.slugs import slugify
from sitegen.border.yaml_nodes import compose, find_key
from sitegen.config import is_zone_name, meant_timezone
from sitegen.errors import Diagnostic
from sitegen.model import DATA_FORMS, WHOLE_FORMS
from sitegen.names import PLACE
from sitegen.wording.excerpts import excerpt

_EXAMPLES = {
    "authors": "claire-vasselin: {name: Claire Vasselin}",
    "organisations": "amf: {name: Association des maires de France}",
    "venues": "maison: {name: Maison des associations, city: Tours}",
}
_MEANT = {
    "auteurs": "authors",
    "medias": "press",
    "presse": "press",
    "retombees": "coverage",
    "revue-de-presse": "coverage",
    "lieux": "venues",
    "locations": "venues",
    "organizations": "organisations",
    "partenaires": "organisations",
    "places": "venues",
    "salles": "venues",
}


def check_form(value: Any, text: str, path: str, name: str) -> list[Diagnostic]:
    """Return what in the data file *path* is not as sitegen reads what is called *name*; nothing of
    other files.

    *value* is what *text* says.
    """
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
    for key, entry in entries.items() if isinstance(entries, dict) else ():
        zone = getattr(entry, "timezone", "")
        if zone and not is_zone_name(zone):
            near = meant_timezone(zone)
            code = "unknown-timezone-near" if near else "unknown-timezone"
            line, column = converter.marks.get(f"{key}.timezone", (1, 1))
            values = {"value": zone, "suggestion": near}
            converter.diagnostics.append(Diagnostic(code, path, line, column, values))
    if name == "organisations":
        converter.diagnostics += _slugs_twice(value, node, converter)
    return converter.diagnostics


def with_shared(own: dict[str, Any], shared: dict[str, Any]) -> dict[str, Any]:
    """Return the data of a site, *own*, over those that it shares with others, by name.

    Authors, organisations and venues stand side by side, the site's own of each key; any other file
    of the site's hides the shared one of its name.
    """
    tables = shared | own
    for name in own.keys() & shared.keys() & DATA_FORMS.keys():
        mine, others = own[name], shared[name]
        if isinstance(others, dict) and (mine is None or isinstance(mine, dict)):
            tables[name] = others | (mine or {})
    return {name: tables[name] for name in sorted(tables)}


def read_whole(value: Any, text: str, path: str, name: str) -> tuple[Any, list[Diagnostic]]:
    """Return what the data file *path* says, typed and made plain again, and what is wrong with it.

    *name* is of `WHOLE_FORMS`. *value* is what *text* says. Each mapping of it, and in a list of
    it, gets its `@place`, file and line: no key that an author may write, and where what is found
    wrong later is told. None where something is wrong.
    """
    form = WHOLE_FORMS[name]
    text = _as_yaml(value, text, path)
    node = compose(text, path, 1, [])
    if node is None:
        return None, []
    converter = Converter(text, path, 1)
    read = reader_for(form)(converter, node, "")
    if converter.diagnostics:
        return None, converter.diagnostics
    plain = msgspec.json.decode(msgspec.json.encode(read))
    lists = {"": plain} if isinstance(plain, list) else plain
    for key, ones in lists.items():
        for position, part in enumerate(ones) if isinstance(ones, list) else ():
            if isinstance(part, dict):
                part[PLACE] = [path, converter.marks.get(f"{key}.{position}", (1, 1))[0]]
    if isinstance(plain, dict):
        plain[PLACE] = [path, 1]
    return plain, []


def _as_yaml(value: Any, text: str, path: str) -> str:
    """Return *text* as YAML: a row of a table, whose empty cells say nothing, in its line."""
    if path.endswith(".csv"):
        rows = ({name: cell for name, cell in row.items() if cell.strip()} for row in value)
        return "\n" + "".join(f"- {json.dumps(row, ensure_ascii=False)}\n" for row in rows)
    if path.endswith(".json") and compose(text, path, 1, []) is None:  # JSON that is no YAML
        return json.dumps(value, ensure_ascii=False, indent=1)
    return text


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


def without_language(path: str, languages: Collection[str]) -> str:
    """Return the *path* of the file whose place the one at *path* takes in one of *languages*."""
    before, folder, rest = path.partition("/_data/")
    language, _, name = rest.partition("/")
    return f"{before}{folder}{name}" if name and language in languages else path


def whole_name(path: str) -> str:
    """Return the name among `WHOLE_FORMS` of the file *path*; or ""."""
    folder = path.rpartition("/")[0]
    name = f"{folder.rpartition('/')[2]}/" if data_name(folder) else data_name(path)
    return name if name in WHOLE_FORMS else ""


def data_name(path: str) -> str:
    """Return the name of a file that stands in ``_data/`` itself, without its ending; or ""."""
    folder, _, file = path.rpartition("/")
    return file.partition(".")[0] if folder.rpartition("/")[2] == "_data" else ""


def meant_name(path: str) -> str:
    """Return the name, of those that sitegen reads, that the file *path* was to have; or ""."""
    name = data_name(path)
    known = (*DATA_FORMS, *WHOLE_FORMS)
    if not name or name in known:
        return ""
    near = difflib.get_close_matches(name.casefold(), known, 1, 0.85)
    return near[0] if near else _MEANT.get(name.casefold(), "")


def _check_links(value: dict[str, Any], text: str, path: str) -> Iterator[Diagnostic]:
    for part in value.values():
        url = str(part.get("url") or "") if isinstance(part, dict) else ""
        if forbidden_scheme(url) or not is_address(url):
            at = max(text.find(url), 0)
            line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
            values = {"url": excerpt(url), "known": ", ".join(SCHEMES)}
            code = "unsafe-link" if forbidden_scheme(url) else "bad-web-address"
            yield Diagnostic(code, path, line, column, values)
