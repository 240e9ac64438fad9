"""What Hugo's folders say for all texts below them: `cascade`. Reads files."""

import posixpath
import re
from collections.abc import Mapping
from typing import Any

from sitegen.importing.heads import read_head
from sitegen.importing.material import Material

_TARGETS = ("target", "_target")
_SIGN = re.compile(r"(\*\*|[*?{},])")
_CASCADED = ("draft", "build", "_build", "headless", "private")
_OWN = frozenset((
    *_CASCADED, "aliases", "cascade", "categories", "date", "description", "expirydate", "lastmod",
    "list", "modified", "password", "protected", "pubdate", "publishdate", "published", "render",
    "slug", "summary", "tags", "title", "unpublishdate", "url",
))  # fmt: skip


def without_capitals(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return *values* with Hugo's own keys as it reads them: `Draft` is `draft`."""
    return {key.lower() if str(key).lower() in _OWN else key: values[key] for key in values}


class Cascades:
    """What the settings and the folders of the content say of whether their texts are pages."""

    def __init__(self, material: Material, endings: tuple[str, ...], settings: Any) -> None:
        """*endings*: of the files of texts; *settings*: what these cascade, one or a list."""
        self._material, self._endings = material, endings
        self._known: dict[str, list[Mapping[str, Any]]] = {"": _tables(settings)}

    def of(self, name: str, path: str) -> dict[str, Any]:
        """Return what holds for the text in the file *name*, which Hugo calls *path*."""
        given = (table for table in self._above(posixpath.dirname(name)) if _means(table, path))
        own = (without_capitals(table) for table in given)
        return {key: table[key] for table in own for key in _CASCADED if key in table}

    def _above(self, folder: str) -> list[Mapping[str, Any]]:
        """Return what the settings, the folders above and *folder* say, in that order."""
        if folder not in self._known:
            said = list(self._above(posixpath.dirname(folder)))
            names = (f"{folder}/_index{ending}" for ending in self._endings)
            for name in (file for file in names if file in self._material):
                head = read_head(self._material.read_text(name)).values
                said += _tables(without_capitals(head).get("cascade"))
            self._known[folder] = said
        return self._known[folder]


def _tables(said: Any) -> list[Mapping[str, Any]]:
    listed = said if isinstance(said, list) else [said]
    return [table for table in listed if isinstance(table, Mapping)]


def _means(table: Mapping[str, Any], path: str) -> bool:
    """Whether *table* is meant for the page *path*: by a glob, as Hugo reads it; else for all."""
    target = next((table[key] for key in table if str(key).lower() in _TARGETS), None)
    said = target.items() if isinstance(target, Mapping) else ()
    glob = next((value for key, value in said if str(key).lower() == "path"), None)
    return not isinstance(glob, str) or re.fullmatch(_pattern(glob), path.lower()) is not None


def _pattern(glob: str) -> str:
    """Return *glob* as a regular expression: `**` is any number of folders, `{a,b}` one of both."""
    signs = {"**": ".*", "*": "[^/]*", "?": "[^/]", "{": "(?:", "}": ")", ",": "|"}
    return "".join(signs.get(part) or re.escape(part) for part in _SIGN.split(glob.lower()))
