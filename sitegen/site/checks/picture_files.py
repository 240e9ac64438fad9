"""Files that are shown as pictures, or named as such, and are none that readers see well. Pure."""

from collections.abc import Iterable, Iterator

from sitegen.errors import Diagnostic
from sitegen.imaging.kinds import ENDINGS, SHOWN, ending_of
from sitegen.site.assets import Asset, AssetFacts
from sitegen.site.index import Index
from sitegen.sources.document import Document
from sitegen.wording.phrases import Words, with_gaps

HEAVY = 4_000_000
"""Bytes: a picture of more keeps a reader on the road waiting for half a minute (1 Mbit/s)."""
_ABSENT = {
    "empty": "it is empty",
    "pointer": "it only says where the picture is kept (Git LFS, git-annex)",
    "html": "it is a web page",
}
_KINDS = {
    "avif": "AVIF",
    "bmp": "BMP",
    "gif": "GIF",
    "heic": "HEIC",
    "ico": "ICO",
    "jp2": "JPEG 2000",
    "jpeg": "JPEG",
    "jxl": "JPEG XL",
    "png": "PNG",
    "psd": "Photoshop",
    "svg": "SVG",
    "tiff": "TIFF",
    "webp": "WebP",
}
_OTHERS = {
    "eps": "it is PostScript (EPS)",
    "film": "it is a film",
    "pdf": "it is a PDF",
    "zip": "it is an archive, or a file of an office program",
}


def wrong_name(path: str, facts: AssetFacts) -> tuple[str, dict[str, Words]] | None:
    """Return the message about a file whose name is that of a picture for the web, or None."""
    kind, ending = facts.format, ending_of(path)
    if not ending:
        return None
    if kind in _ABSENT:
        return "image-absent", {"reason": _ABSENT[kind]}
    if kind not in SHOWN:
        return "image-foreign", {"reason": _reason(kind)}
    if (kind == "svg") != (ENDINGS[ending] == "svg"):
        return _misnamed(path, kind)
    if kind in ENDINGS.values() and not facts.width and kind != "svg":
        return "image-without-size", {}
    return None


def check_shown_pictures(index: Index, unread: Iterable[Document] = ()) -> Iterator[Diagnostic]:
    """Yield what readers do not see, or load for long, of the images that public documents show."""
    assets = {asset.url: asset for asset in index.assets.values()}
    for entry in index.entries.values():
        document = index.documents[entry.id]
        asset = assets.get(entry.image.src) if entry.image else None
        if asset and entry.image and document.front.image:
            at = document.diagnostic("image-not-shown", "image.src")
            yield from _check(index, asset, at, document.front.image.src)
    for document in index.texts(unread):
        for reference in document.references:
            asset = index.assets.get(reference.target) if reference.is_image else None
            if asset is not None:
                at = Diagnostic("", f"content/{document.id}", reference.line, reference.column)
                yield from _check(index, asset, at, reference.target.rpartition("/")[2])


def _check(index: Index, asset: Asset, at: Diagnostic, written: str) -> Iterator[Diagnostic]:
    path, kind = f"content/{asset.id}", asset.format
    if ending_of(asset.id):
        has_sizes = index.config.images.active and asset.is_sound
        if asset.size > HEAVY and kind in SHOWN and not has_sizes:
            size = with_gaps("{size} MB", size=f"{asset.size / 1e6:.0f}")
            yield Diagnostic("image-heavy", path, 0, 0, {"size": size})
    elif kind in _ABSENT:
        yield Diagnostic("image-absent", path, 0, 0, {"reason": _ABSENT[kind]})
    elif kind == "svg":  # the only one that its name decides
        code, values = _misnamed(path, kind)
        yield Diagnostic(code, path, 0, 0, values)
    elif kind not in SHOWN:
        told: dict[str, Words] = {"file": written, "reason": _reason(kind)}
        yield Diagnostic("image-not-shown", at.path, at.line, at.column, told)


def _misnamed(path: str, kind: str) -> tuple[str, dict[str, Words]]:
    name = path.rpartition("/")[2]
    stem = name.rpartition(".")[0] or name
    ending = "jpg" if kind == "jpeg" else kind
    return "image-misnamed", {"reason": _reason(kind), "suggestion": f"{stem}.{ending}"}


def _reason(kind: str) -> Words:
    if kind in _KINDS:
        return with_gaps("it is a {kind} picture", kind=_KINDS[kind])
    return _OTHERS.get(kind, "its bytes are those of no picture that is known")
