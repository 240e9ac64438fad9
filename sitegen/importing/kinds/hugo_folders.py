"""The folders of Hugo's texts, and their languages: by folder or by the end of a name. Pure."""

import posixpath
from collections.abc import Mapping
from functools import cached_property
from typing import Any


class TextFolders:
    """What the settings say of where texts stand (gohugo.io, Multilingual)."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._settings = settings

    @cached_property
    def languages(self) -> dict[str, Any]:
        languages = self._settings.get("languages")
        return (
            {str(key): value for key, value in languages.items()}
            if isinstance(languages, Mapping)
            else {}
        )

    @cached_property
    def language(self) -> str:
        """That of the site; empty where nothing tells it."""
        first = next(iter(self.languages), "")
        return str(self._settings.get("defaultcontentlanguage") or first or "")

    @cached_property
    def roots(self) -> dict[str, str]:
        """The folders, the inner ones first, each with the language that has it for its own
        (`contentDir`); that of the site has the site's.
        """
        roots = {str(self._settings.get("contentdir") or "content").strip("/"): self.language}
        for language, own in self.languages.items():
            if isinstance(own, Mapping):
                folder = next((own[key] for key in own if str(key).lower() == "contentdir"), None)
                if isinstance(folder, str):
                    roots[folder.strip("/")] = language
        return dict(sorted(roots.items(), key=lambda root: -len(root[0])))

    @property
    def content(self) -> str:
        """The folder of the texts in the site's language."""
        return next((root for root, language in self.roots.items() if language == self.language),
                    "content")  # fmt: skip

    def root(self, name: str) -> str:
        """Return the folder of texts that holds the file *name*; empty: none."""
        return next((root for root in self.roots if name.startswith(f"{root}/")), "")

    def inner(self, name: str) -> str:
        """Return the path of a file below the folder of texts that holds it."""
        return name.removeprefix(f"{self.root(name)}/")

    def without_language(self, path: str) -> tuple[str, str]:
        """Return the name of a text without its ending and language, and that language."""
        stem = posixpath.splitext(posixpath.basename(path))[0]
        name, dot, ending = stem.rpartition(".")
        own = self.roots.get(self.root(path), self.language)
        return (name, ending) if dot and ending in self.languages else (stem, own)

    def logical(self, path: str) -> str:
        """Return what Hugo calls the page of a file: `/blog/forum`, of a bundle its folder."""
        stem, _language = self.without_language(path)
        folder = posixpath.dirname(self.inner(path))
        return f"/{folder if stem in ('index', '_index') else posixpath.join(folder, stem)}"
