"""What an address in the output means: a file of the site, elsewhere, or nothing. Pure."""

from collections.abc import Container, Mapping
from typing import Literal, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from sitegen.border.addresses import ascii_host, encode_address

_SAME = {"http": "http", "https": "https", "webcal": "https", "webcals": "https"}
"""Schemes by which a host's files are asked for; `webcal` is what calendar programs open."""


class LinkTarget(NamedTuple):
    """Where an address leads."""

    place: Literal["own", "outside", "elsewhere", "none"]
    """`own`: a file of the site; `outside`: on its host, beside it; `none`: it leads nowhere
    (`mailto:`, `data:`)."""
    path: str = ""
    """`own`: below the output; `elsewhere`: the address without its fragment."""
    fragment: str = ""


class OutputAddresses:
    """Reads the addresses of a site at *url*, whose output holds *files*.

    *hosts*: the folders of the output that stand on a host of their own, each with its address.
    """

    def __init__(
        self, url: str, files: Container[str], hosts: Mapping[str, str] | None = None
    ) -> None:
        parts = urlsplit(encode_address(url))
        self.base_path = unquote(parts.path).rstrip("/")
        self._host = parts.netloc.lower()
        self._root = f"{parts.scheme}://{parts.netloc}{self.base_path}/"
        self._hosts = {
            folder: (f"{address.rstrip('/')}/", urlsplit(encode_address(address)).netloc.lower())
            for folder, address in (hosts or {}).items()
        }
        self._files = files
        self._known: dict[tuple[str, str], LinkTarget] = {}

    def read(self, file: str, address: str, base: str = "") -> LinkTarget:
        """Return where *address* leads from the output's *file*, whose `base` is *base*."""
        if address.startswith("#") and not base:
            return LinkTarget("own", file, _fragment(address[1:]))
        is_absolute = address.startswith("/") or ":" in address[:12]
        known = (self._folder_of(file) if is_absolute else f"{file} {base}", address)
        judged = self._known.get(known)
        if judged is None:
            judged = self._known[known] = self._read(file, address, base)
        return judged

    def _read(self, file: str, address: str, base: str) -> LinkTarget:
        folder = self._folder_of(file)
        root = self._hosts[folder][0] if folder else self._root
        here = urljoin(root, file.removeprefix(folder))
        try:
            whole = urljoin(urljoin(here, base), address.strip())
            parts = urlsplit(whole)
            host = ascii_host(parts.netloc.lower())
        except ValueError:  # `http://[`
            return LinkTarget("own", address)
        if parts.scheme not in _SAME:
            return LinkTarget("none")
        for other, (_root, name) in self._hosts.items():
            if host == name:
                path = other + unquote(parts.path).lstrip("/")
                return LinkTarget("own", self._file(path), _fragment(parts.fragment))
        if host != self._host:
            return LinkTarget("elsewhere", whole.partition("#")[0])
        path = unquote(parts.path)
        if self.base_path and path != self.base_path and not path.startswith(f"{self.base_path}/"):
            is_whole = "//" in address
            return (
                LinkTarget("elsewhere", whole.partition("#")[0])
                if is_whole
                else LinkTarget("outside")
            )
        path = path[len(self.base_path) :].lstrip("/")
        return LinkTarget("own", self._file(path), _fragment(parts.fragment))

    def _folder_of(self, file: str) -> str:
        """Return the folder with a host of its own in which *file* stands, or nothing."""
        return next((folder for folder in self._hosts if file.startswith(folder)), "")

    def _file(self, path: str) -> str:
        """Return the file that a host answers with: of a folder its `index.html`."""
        if path == "" or path.endswith("/"):
            return f"{path}index.html"
        if path not in self._files and f"{path}/index.html" in self._files:
            return f"{path}/index.html"  # hosts lead on to the address with a slash
        return path


def _fragment(text: str) -> str:
    """Return the id that a fragment names; nothing for `#top` and text fragments (HTML §7.4.6)."""
    name = unquote(text.partition(":~:")[0])
    return "" if name.lower() == "top" else name
