"""Attachments of WordPress: their files in the folder of uploads, their copies in other sizes."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

import msgspec

from sitegen.importing.former import FormerFile
from sitegen.importing.kinds.wordpress_export import ExportedItem
from sitegen.importing.links import split_address
from sitegen.importing.material import Material

FOLDER = "wp-content/uploads/"
_SIZE = re.compile(r"-\d{1,5}x\d{1,5}(?=\.\w{3,4}\Z)")
_SCALED = re.compile(r"-scaled(?=\.\w{3,4}\Z)")
_ENDING = re.compile(r"\.\w{3,4}\Z")
_PHOTON = re.compile(r"\Ahttps?://i\d\.wp\.com/")
_KEPT_META = "_wp_attachment_image_alt"
_NAMED = re.compile(r"https?://[^\s\"'<>\\)\]]+?/wp-content/uploads/[^\s\"'<>\\)\]?#]+\.\w{2,5}")


class ExportedAttachment(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    parent: str
    order: int
    address: str
    """Below the site's root, decoded; a whole address where another host has it."""
    page: str
    """The address of its own page."""
    title: str
    alt: str | None
    caption: str
    upload: str
    """Below the folder of uploads: `2019/05/salle.jpg`."""


class Uploads:
    """The folder of uploads, wherever in it the years begin; perhaps none."""

    def __init__(self, material: Material | None, prefix: str) -> None:
        self._material = material
        self.names: dict[str, str] = {}
        """Paths of files in it by what WordPress calls them."""
        for name in material.names if material else ():
            called = name.removeprefix(prefix)
            at = called.rfind(FOLDER)
            called = called[at + len(FOLDER) :] if at >= 0 else called.removeprefix("uploads/")
            if not called.endswith((".php", ".htaccess", ".xml", ".log")):
                self.names[called] = name

    def read(self, name: str) -> bytes:
        if self._material is None:
            raise KeyError(name)
        return self._material.read(name)


class Library:
    """All files of a site, by what its texts call them."""

    def __init__(
        self, url: str, attachments: Iterable[ExportedAttachment], uploads: Uploads
    ) -> None:
        self.by_id = {file.id: file for file in attachments}
        self.children: dict[str, list[ExportedAttachment]] = {}
        for file in sorted(
            self.by_id.values(), key=lambda file: (file.order, len(file.id), file.id)
        ):
            self.children.setdefault(file.parent, []).append(file)
        self.named: set[str] = set()
        """Addresses that texts show, and that no attachment has."""
        self._url = url
        self._uploads = uploads
        self._attached = {file.address for file in self.by_id.values()}
        self._addresses = {f"/{FOLDER}{name}" for name in uploads.names}

    def original(self, written: str) -> str:
        """Return what a text means by *written*: the picture, not a smaller copy; own addresses
        from the root."""
        written = _PHOTON.sub("https://", written)
        parts = split_address(written)
        path = unquote(parts.path)
        if parts.netloc and not self._is_own(parts.netloc):
            return written
        full = _SIZE.sub("", path)
        scaled = _ENDING.sub(r"-scaled\g<0>", full)
        tried = (path, full, scaled, _SCALED.sub("", full))
        for known in (self._attached, self._addresses):
            for name in tried if known is self._attached else (full, scaled, path):
                if name in known:
                    return name
        return path if parts.netloc and path else written

    def _is_own(self, host: str) -> bool:
        own = split_address(self._url).netloc.lower().removeprefix("www.")
        return host.lower().removeprefix("www.") == own

    def note_named(self, addresses: Iterable[str]) -> None:
        """Remember files that texts show, where they are the site's own."""
        for address in addresses:
            parts = split_address(address)
            if self._is_own(parts.netloc):
                self.named.add(unquote(parts.path))

    def files(self) -> Iterator[FormerFile]:
        """Yield every file, each once."""
        told: set[str] = set()
        for file in self.by_id.values():
            if file.address in told or not file.address.startswith("/"):
                continue
            told.add(file.address)
            names = self._uploads.names
            path = names.get(file.upload) or names.get(_SCALED.sub("", file.upload), "")
            yield FormerFile(
                address=file.address, path=path, others=(file.page,) if file.page else (),
                alt=file.alt, caption=file.caption,
            )  # fmt: skip
        for name, path in self._uploads.names.items():
            address = f"/{FOLDER}{name}"
            if address not in told and self.original(address) == address:
                told.add(address)
                yield FormerFile(address=address, path=path)
        for address in sorted(self.named - told):
            if self.original(address) == address:
                yield FormerFile(address=address)


def attachment(item: ExportedItem, address: str, page: str) -> ExportedAttachment:
    """Return what *item* says of its file, found at *address*."""
    alt = item.meta.get(_KEPT_META, "").strip()
    upload = item.meta.get("_wp_attached_file", "").strip() or address.partition(FOLDER)[2]
    return ExportedAttachment(
        id=item.id, parent=item.parent, order=item.order, address=address, page=page,
        title=item.title, alt=alt or None, caption=item.excerpt, upload=upload,
    )  # fmt: skip


def named_files(content: str) -> set[str]:
    """Return the whole addresses of uploads that *content* shows."""
    return set(_NAMED.findall(content)) if f"/{FOLDER}" in content else set()
