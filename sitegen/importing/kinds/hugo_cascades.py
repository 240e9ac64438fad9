"""What Hugo's folders say for all texts below them: `cascade`. Reads files."""

import posixpath
from collections.abc import Mapping
from typing import Any

from sitegen.importing.heads import read_head
from sitegen.importing.material import Material

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
    """What the folders of the content say of whether their texts are pages."""

    def __init__(self, material: Material, content: str, endings: tuple[str, ...]) -> None:
        """*content*: the folder of the texts; *endings*: of their files."""
        self._material, self._content, self._endings = material, content, endings
        self._known: dict[str, dict[str, Any]] = {}

    def of(self, folder: str) -> dict[str, Any]:
        """Return what *folder* and those above it say."""
        if folder not in self._known:
            above = posixpath.dirname(folder)
            values = self.of(above) if folder != self._content and above else {}
            names = (f"{folder}/_index{ending}" for ending in self._endings)
            for name in (file for file in names if file in self._material):
                head = read_head(self._material.read_text(name)).values
                said = without_capitals(head).get("cascade")
                for given in said if isinstance(said, list) else [said]:
                    if isinstance(given, Mapping):
                        own = without_capitals(given)
                        values = values | {key: own[key] for key in _CASCADED if key in own}
            self._known[folder] = values
        return self._known[folder]
