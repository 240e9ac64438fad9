"""The folders of Hugo's texts, and their languages: by folder or by the end of a name. Pure."""

import posixpath
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

_TAG = re.compile("[a-z]{2,3}(?:-[A-Z]{2})?")


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

    def settings_in(self, language: str) -> dict[str, Any]:
        """Return the settings as they are in *language*, its own before those of the site."""
        own = self.languages.get(language)
        given = own.items() if isinstance(own, Mapping) else ()
        return {**self._settings, **{str(key).lower(): value for key, value in given}}

    def has_host(self, language: str) -> bool:
        """Whether a language stands on a host of its own."""
        own = self.languages.get(language)
        return isinstance(own, Mapping) and any(str(key).lower() == "baseurl" for key in own)

    def prefix(self, language: str) -> str:
        """Return the step that addresses of *language* begin with; empty: none.

        One with a host of its own, beside the first, stands here below its tag too.
        """
        if language in ("", self.language):
            is_below = self._settings.get("defaultcontentlanguageinsubdir") is True
            return self.language if is_below and not self.has_host(self.language) else ""
        return language

    def host_root(self, language: str) -> str:
        """Return what stands here for the root of the host of *language*, if it has one of its
        own: `/en`; else nothing.
        """
        prefix = self.prefix(language)
        return f"/{prefix}" if prefix and self.has_host(language) else ""

    def is_tag(self, language: str) -> bool:
        """Whether *language* is called as sites here call theirs."""
        return _TAG.fullmatch(language) is not None

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
