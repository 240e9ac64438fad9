"""A PDF that was made before is taken again, where its HTML and all its files are the same."""

from collections.abc import Callable

import msgspec

from sitegen.digest import digest
from sitegen.imaging.kinds import RASTERS
from sitegen.rendering.press.pdf import Fetch
from sitegen.rendering.view.shared import ResultStore
from sitegen.rendering.view.site import Site
from sitegen.site.assets import Asset
from sitegen.site.questions import press


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """A PDF, and the files that were read for it: addresses, and what tells their bytes apart."""

    files: tuple[tuple[str, str], ...]
    pdf: bytes


_decode = msgspec.msgpack.Decoder(Kept).decode
_encode = msgspec.msgpack.Encoder().encode


def made_or_kept(
    site: Site, document_id: str, html: str, address: str, make: Callable[[str, str, Fetch], bytes]
) -> bytes:
    """Return what *make* gives for *html* and *address*, or gave before for the same."""
    store = site.store
    key = digest(html, address)
    known = _recall(site, store, document_id, key) if store else None
    if known is not None:
        return known
    marks: dict[str, str] = {}

    def fetch(url: str) -> tuple[bytes, str] | None:
        path = site.path_of(url)
        asset = site.original(path) if path else None
        marks[url] = asset.fingerprint if asset else ""
        if asset is None:
            return None
        content = site.file_content(asset.id)
        return (content, asset.media_type) if _is_settable(asset, content) else None

    made = make(html, address, fetch)
    if store:
        store.put(document_id, key, _encode(Kept(tuple(sorted(marks.items())), made)))
    return made


def _is_settable(asset: Asset, content: bytes) -> bool:
    """Whether a file may be given to WeasyPrint: a font, a sheet, a drawing, or a sound picture.

    Pillow would decode whatever it knows, however large it says that it is.
    """
    if asset.format in RASTERS:
        from sitegen.imaging.decoding import ANIMATED, problem_of

        return asset.is_sound or problem_of(content, asset.width, asset.height) in ("", ANIMATED)
    return asset.format == "svg" or asset.media_type.startswith(("font/", "text/css"))


def _recall(site: Site, store: ResultStore, document_id: str, key: bytes) -> bytes | None:
    raw = store.get(document_id, key)
    if raw is None:
        return None
    kept = _decode(raw)
    for url, mark in kept.files:
        path = site.path_of(url)
        asset = site.original(path) if path else None
        if (asset.fingerprint if asset else "") != mark:
            return None
        if asset is not None:
            site.note(press.file_content, asset.id)
    return kept.pdf
