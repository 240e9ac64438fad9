"""Pictures and other files: they stay at the address that readers know."""

import posixpath
from collections.abc import Callable
from urllib.parse import quote, unquote, urljoin, urlsplit

from sitegen.disk.reading import read_or_nothing
from sitegen.importing.fetching import Fetcher
from sitegen.importing.former import FormerFile, FormerSite, ImportNote
from sitegen.importing.links import plain_address
from sitegen.site.urls import is_safe_path, slugify, unportable_part

_SERVED_APART = ("sitemap.xml", "robots.txt", "404.html", "feed.xml", "rss.xml", "feed.json")
"""What sitegen writes itself at the root."""


class Media:
    """The files of a former site, by what texts call them, and which of them are used."""

    def __init__(
        self,
        site: FormerSite,
        fetcher: Fetcher | None = None,
        is_there: Callable[[str], bool] = lambda path: False,
    ) -> None:
        """*is_there*: whether an earlier import brought a file, by its path below ``content/``."""
        self._fetcher = fetcher
        self.is_there = is_there
        self._origin = site.url.rstrip("/")
        self.paths: dict[str, str] = {}
        """Files of the new content by former address."""
        self.by_source: dict[str, str] = {}
        self.elsewhere: dict[str, str] = {}
        """Whole addresses of what the source does not hold."""
        self.files: dict[str, FormerFile] = {}
        """By their path below ``content/``."""
        self.renamed: dict[str, ImportNote] = {}
        """What is told of files that are called otherwise now, by their path."""
        for file in site.files:
            names = [plain_address(path) for path in (file.address, *file.others)]
            if not file.path and not (fetcher and fetcher.covers(self._whole(file))):
                self.elsewhere |= dict.fromkeys(names, self._whole(file))
                continue
            path = self._add(file)
            for name in names:
                self.paths.setdefault(name, path)
            if file.path:
                self.by_source[file.path] = path

    def _whole(self, file: FormerFile) -> str:
        return file.url or self._origin + quote(file.address, safe="/!$&'*+,;=@:~")

    def _add(self, file: FormerFile) -> str:
        path = self._path(file)
        self.files[path] = file
        return path

    def adopt(self, written: str, address: str) -> str:
        """Return the path of a file that only the text at *address* names, as *written*; nothing
        for what is on no host that is asked, or no file.
        """
        if self._fetcher is None:
            return ""
        try:
            url = urljoin(f"{self._origin}{address}", written)
        except ValueError:  # `http://[` is no address
            return ""
        if not self._fetcher.covers(url):
            return ""
        address = unquote(urlsplit(url).path)
        if not posixpath.splitext(address)[1]:
            return ""
        known = self.paths.get(plain_address(address))
        if known is None:
            known = self._add(FormerFile(address=address, url=url))
            self.paths[plain_address(address)] = known
        return known

    def missing(self, path: str) -> str:
        """Return the whole address of a file that cannot be had; empty where it can."""
        file = self.files[path]
        if (
            file.path
            or self.is_there(path)
            or (self._fetcher and self._fetcher.fetch(self._whole(file)))
        ):
            return ""
        return self._whole(file)

    def _path(self, file: FormerFile) -> str:
        steps = [step for step in file.address.strip("/").split("/") if step not in ("", ".", "..")]
        path = "/".join(step.lstrip("_.") or "x" for step in steps) or "file"
        if not is_safe_path(path) or unportable_part(path):
            stem, ending = posixpath.splitext(posixpath.basename(path))
            folders = (slugify(step) for step in posixpath.dirname(path).split("/") if step)
            path = posixpath.join(*folders, slugify(stem) + ending.lower())
        if path.lower().endswith((".md", ".markdown")):
            path = f"files/{path}.txt"  # a file to be read as it is, not a text of the site
        elif path in _SERVED_APART:
            path = f"files/{path}"
        while self.files.get(path, file).address != file.address:
            stem, ending = posixpath.splitext(path)
            path = f"{stem}-2{ending}"
        if path != file.address.strip("/"):
            self.renamed[path] = ImportNote("renamed file", file.address, path)
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
        fetched = self._fetcher.fetch(self._whole(file)) if self._fetcher else ""
        return read_or_nothing(fetched) if fetched else None

    def kept(self) -> list[str]:
        """Return the paths of files that come over also where no text names them."""
        return sorted(path for path, file in self.files.items() if file.is_kept)
