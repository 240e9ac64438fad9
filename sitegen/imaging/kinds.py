"""What a file is by its bytes, whatever its name says. Pure.

Browsers go by the bytes too (mimesniff.spec.whatwg.org §6.1), but for SVG: that is one only under
its own media type, and no other picture is shown under that one.
"""

SHOWN = ("avif", "bmp", "gif", "ico", "jpeg", "png", "svg", "webp")
"""What every browser shows as a picture."""
RASTERS = ("avif", "jpeg", "png", "webp")
"""Of which other sizes can be made."""
ENDINGS = {
    ".avif": "avif",
    ".gif": "gif",
    ".jfif": "jpeg",
    ".jpe": "jpeg",
    ".jpeg": "jpeg",
    ".jpg": "jpeg",
    ".png": "png",
    ".svg": "svg",
    ".webp": "webp",
}
"""Names of pictures for the web, and what they promise."""
HEAD = 4096
"""Bytes that tell what a file is, but for drawings: see `svg.read_drawing`."""

_BEGINNINGS = {
    b"\xff\xd8\xff": "jpeg",
    b"\x89PNG\r\n\x1a\n": "png",
    b"GIF87a": "gif",
    b"GIF89a": "gif",
    b"BM": "bmp",
    b"\x00\x00\x01\x00": "ico",
    b"II*\x00": "tiff",
    b"MM\x00*": "tiff",
    b"II+\x00": "tiff",
    b"MM\x00+": "tiff",
    b"\xff\x0a": "jxl",
    b"\x00\x00\x00\x0cJXL ": "jxl",
    b"\x00\x00\x00\x0cjP  ": "jp2",
    b"\xff\x4f\xff\x51": "jp2",
    b"8BPS": "psd",
    b"FUJIFILMCCD-RAW": "raw",
    b"FOVb": "raw",
    b"\x00MRM": "raw",
    b"IIU\x00": "raw",
    b"IIRO": "raw",
    b"IIRS": "raw",
    b"MMOR": "raw",
    b"%PDF": "pdf",
    b"%!PS": "eps",
    b"PK\x03\x04": "zip",
    b"version https://git-lfs": "pointer",
    b"/annex/objects/": "pointer",
    b"\xff\xfe<\x00": "markup",
    b"\xfe\xff\x00<": "markup",
}
_BRANDS = {
    b"avif": "avif",
    b"avis": "avif",
    b"heic": "heic",
    b"heix": "heic",
    b"heim": "heic",
    b"heis": "heic",
    b"hevc": "heic",
    b"hevx": "heic",
    b"msf1": "heic",
    b"crx ": "raw",
}
"""ISO/IEC 23008-12 and aomediacodec.github.io/av1-avif; any other brand is a film's."""


def kind_of(head: bytes) -> str:
    """Return what a file is by its first `HEAD` bytes; `markup` for XML and HTML of any sort.

    `empty` for none, `pointer` where a version control system left word of where the file is;
    nothing where nobody knows.
    """
    if not head:
        return "empty"
    if head[:4] == b"RIFF":
        return "webp" if head[8:12] == b"WEBP" else ""
    if head[4:8] == b"ftyp":
        return _by_brands(head[: min(256, int.from_bytes(head[:4], "big"))])
    for beginning, kind in _BEGINNINGS.items():
        if head.startswith(beginning):
            return kind
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return "markup" if text.startswith(b"<") else ""


def ending_of(path: str) -> str:
    """Return the ending of *path* if it is that of a picture for the web; else nothing."""
    _, dot, ending = path.rpartition(".")
    suffix = f".{ending.lower()}"
    return suffix if dot and suffix in ENDINGS else ""


def _by_brands(box: bytes) -> str:
    brands = [box[8:12], *(box[at : at + 4] for at in range(16, len(box), 4))]
    known = [_BRANDS[brand] for brand in brands if brand in _BRANDS]
    if "avif" in known:
        return "avif"
    return known[0] if known else "heic" if b"mif1" in brands else "film"
