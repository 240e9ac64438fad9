"""Pictures and other files: they stay at the address that readers know."""

import posixpath
from collections.abc import Callable
from urllib.parse import quote

from sitegen.importing.former import FormerFile, FormerSite, Note
from sitegen.importing.links import plain_address
from sitegen.site.urls import is_safe_path, slugify, unportable_part

_SERVED_APART = ("sitemap.xml", "robots.txt", "404.html", "feed.xml", "rss.xml", "feed.json")
"""What sitegen writes itself at the root."""


class Media:
    """The files of a former site, by what texts call them, and which of them are used."""

    def __init__(
        self, site: FormerSite, fetch: Callable[[str], bytes | None] | None = None
    ) -> None:
        self._fetch = fetch
        self.paths: dict[str, str] = {}
        """Files of the new content by former address."""
        self.by_source: dict[str, str] = {}
        self.elsewhere: dict[str, str] = {}
        """Whole addresses of what the source does not hold."""
        self.files: dict[str, FormerFile] = {}
        """By their path below ``content/``."""
        self.notes: list[Note] = []
        origin = site.url.rstrip("/")
        for file in site.files:
            names = [plain_address(one) for one in (file.address, *file.others)]
            if not file.path and fetch is None:
                whole = file.url or origin + quote(file.address, safe="/!$&'*+,;=@:~")
                self.elsewhere |= dict.fromkeys(names, whole)
                continue
            path = self._path(file)
            self.files[path] = file
            for name in names:
                self.paths.setdefault(name, path)
            if file.path:
                self.by_source[file.path] = path

    def _path(self, file: FormerFile) -> str:
        steps = [step for step in file.address.strip("/").split("/") if step not in ("", ".", "..")]
        path = "/".join(step.lstrip("_.") or "x" for step in steps) or "file"
        if not is_safe_path(path) or unportable_part(path):
            stem, ending = posixpath.splitext(posixpath.basename(path))
            folders = (slugify(step) for step in posixpath.dirname(path).split("/") if step)
            path = posixpath.join(*folders, slugify(stem) + ending.lower())
        if path in _SERVED_APART or path.endswith((".md", ".markdown")):
            path = f"files/{path}"
        while self.files.get(path, file).address != file.address:
            stem, ending = posixpath.splitext(path)
            path = f"{stem}-2{ending}"
        if path != file.address.strip("/"):
            self.notes.append(Note("renamed file", file.address, path))
        return path

    def known(self, address: str) -> FormerFile | None:
        """Return the file that a former text calls *address*."""
        path = self.paths.get(plain_address(address))
        return self.files.get(path) if path else None

    def take(self, path: str, read: Callable[[str], bytes]) -> bytes | None:
        """Return the bytes of the file at *path* below ``content/``; None if nobody has them."""
        file = self.files[path]
        if file.path:
            return read(file.path)
        return self._fetch(file.address) if self._fetch else None

    def kept(self) -> list[str]:
        """Return the paths of files that come over also where no text names them."""
        return sorted(path for path, file in self.files.items() if file.is_kept)
