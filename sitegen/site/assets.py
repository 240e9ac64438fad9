"""Files that are copied as they are: images, attachments, and where they are published."""

import difflib
from collections.abc import Collection, Container, Iterable, Mapping

import msgspec

from sitegen.border.addresses import local_file
from sitegen.imaging.kinds import RASTERS
from sitegen.site.media_types import media_type
from sitegen.site.urls import encode_path, with_base
from sitegen.sources.scan import is_skipped


class AssetFacts(msgspec.Struct, frozen=True):
    """What was read from a file that is copied."""

    size: int
    """Bytes."""
    digest: bytes
    width: int = 0
    """Pixels of an image as it is seen; 0 when it is none or does not tell."""
    height: int = 0
    format: str = ""
    """What it is by its bytes (see `imaging/kinds.py`); empty where nobody knows."""
    problem: str | None = None
    """Why no renditions of the image can be made, or nothing; None when nobody looked."""


class Asset(msgspec.Struct, frozen=True, kw_only=True):
    """A published file: an image, an attachment, a style sheet."""

    id: str
    """Its path below ``content/`` (or below a theme's ``static/``)."""
    path: str
    """Its path below ``output/``."""
    url: str
    size: int
    width: int = 0
    height: int = 0
    media_type: str = ""
    format: str = ""
    """What it is by its bytes: `avif`, `gif`, `jpeg`, `png`, `svg`, `webp`, `pdf` and the like."""
    is_sound: bool = False
    """Whether renditions of it can be made: it was looked at, is whole and does not move."""
    fingerprint: str = ""
    """Changes with the content: for addresses that a browser may keep for ever."""


def publish(
    files: Mapping[str, AssetFacts],
    bundles: Mapping[str, str | None],
    withheld: Container[str],
    base_path: str,
) -> dict[str, Asset]:
    """Return the assets of *files* (paths below ``content/``) that are public, by id.

    A file in a bundle goes where the bundle's page goes, and only if that page is public:
    *bundles* maps a bundle's folder to its page's folder in ``output/``, or to None. Those in
    *withheld* are not published.
    """
    assets = {}
    for path, facts in files.items():
        if path in withheld:
            continue
        folder = bundle_of(path, bundles)
        target: str | None = path
        if folder is not None:
            page_folder = bundles[folder]
            target = None if page_folder is None else page_folder + path[len(folder) + 1 :]
        if target is not None:
            assets[path] = make_asset(path, target, facts, base_path)
    return assets


def make_asset(identity: str, path: str, facts: AssetFacts, base_path: str) -> Asset:
    return Asset(
        id=identity,
        path=path,
        url=with_base(base_path, encode_path(f"/{path}")),
        size=facts.size,
        width=facts.width,
        height=facts.height,
        media_type=f"image/{facts.format}" if facts.format in RASTERS else media_type(path),
        format=facts.format,
        is_sound=bool(facts.width and facts.format in RASTERS) and facts.problem == "",
        fingerprint=facts.digest.hex(),
    )


def bundle_of(path: str, bundles: Iterable[str]) -> str | None:
    """Return the nearest folder above *path* that is a bundle."""
    known = bundles if isinstance(bundles, Mapping) else set(bundles)
    folder = path.rpartition("/")[0]
    while folder:
        if folder in known:
            return folder
        folder = folder.rpartition("/")[0]
    return None


def missing_file(
    written: str, path: str = "", known: Collection[str] = ()
) -> tuple[str, dict[str, str]]:
    """Return the message about a file that is not there: its name may be the reason.

    *path*: what *written* means, from ``content/``. *known*: the files that are there.
    """
    if name := local_file(written):
        return "file-elsewhere", {"url": written, "name": name}
    for step in written.split("/"):
        if step not in ("", ".", "..") and step[0] in "_." and is_skipped(step):
            suggestion = step.lstrip("_.")
            if suggestion:
                values = {"file": written, "sign": step[0], "suggestion": suggestion}
                return "file-left-out", values
    folder, _, name = path.rpartition("/")
    beside = [path for path in sorted(known) if path.rpartition("/")[0] == folder]
    same = [other for other in beside if other.casefold() == path.casefold()]
    near = same or difflib.get_close_matches(path, beside, 1, 0.9)
    if not near and name:  # elsewhere, if in one place only
        paths = [path for path in sorted(known) if path.rpartition("/")[2] == name]
        near = [f"/{path}" for path in paths] if len(paths) == 1 else []
    if near:
        suggestion = near[0] if near[0].startswith("/") else near[0].rpartition("/")[2]
        return "missing-file-near", {"file": written, "suggestion": suggestion}
    return "missing-file", {"file": written}


def content_path(folder: str, written: str) -> str:
    """Return *written* from *folder*, with its `..` walked; above ``content/`` it finds nothing."""
    steps = folder.split("/") if folder else []
    for step in written.split("/"):
        if step == "..":
            if not steps:
                return ""
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)
