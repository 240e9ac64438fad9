"""Pictures of announcements, fetched if that is asked for, each with its credit. Network I/O."""

from collections.abc import Mapping

from sitegen.fetching.downloads import Downloads, FilesBefore, FilesBeside, Shelved
from sitegen.fetching.files import Files, beside
from sitegen.fetching.ledger import FileBeside
from sitegen.fetching.outcome import Report
from sitegen.fetching.voices import Voice
from sitegen.fetching.writing import Announcer, Composed
from sitegen.imaging.kinds import HEAD, kind_of

MOST_BYTES = 12 * 1024 * 1024
"""Of one picture."""
_ENDINGS = {"jpeg": "jpg", "png": "png", "gif": "gif", "webp": "webp", "avif": "avif"}
"""No drawings: an SVG may hold scripts."""


class PictureShelf:
    """Fetches pictures beside their documents."""

    def __init__(self, downloads: Downloads, files: Files, *, is_dry: bool) -> None:
        self._downloads = downloads
        self._files = files
        self._is_dry = is_dry

    def known(self, path: str, announcers: list[Announcer]) -> dict[str, str] | None:
        """Return what the document *path* is to say of its picture, before that is fetched."""
        first = announcers[0]
        picture = first.one.picture
        if picture is None or not first.source.pictures:
            return None
        credit = picture.credit or first.name
        name = path.rpartition("/")[2].removesuffix(".md")
        return {"src": f"{name}.jpg", "alt": picture.alt, "credit": credit}

    def is_due(
        self, path: str, announcers: list[Announcer], composed: Composed, former: FilesBefore
    ) -> bool:
        """Whether the picture of *composed* is to be asked for: it was not, or could not be had."""
        if "image" not in composed.front:
            return False
        name, wanted = _picture_of(path, former.files), _wanted(announcers, composed)
        is_there = former.files.get(name) == wanted and self._files.has(beside(path, name))
        return not (is_there or former.is_too_large(wanted))

    def fetched(
        self, path: str, announcers: list[Announcer], composed: Composed, former: FilesBefore,
        report: Report, voices: Mapping[str, Voice],
    ) -> Shelved:  # fmt: skip
        """Return *composed* with its picture beside it: the *former* one where it cannot be had,
        none where there was none.
        """
        if "image" not in composed.front:
            return Shelved(composed)
        name = _picture_of(path, former.files)
        first = announcers[0]
        wanted = _wanted(announcers, composed)
        is_too_large = former.is_too_large(wanted)
        if not is_too_large:
            if not self.is_due(path, announcers, composed, former):
                return Shelved(_showing(composed, name), {name: former.files[name]})
            content, reason = (
                (b"\xff\xd8\xff", "")
                if self._is_dry
                else self._downloads.content(first, wanted.url)
            )
            ending = _ENDINGS.get(kind_of(content[:HEAD]), "") if content else ""
            if ending:
                new = f"{path.rpartition('/')[2].removesuffix('.md')}.{ending}"
                is_changed = self._files.replace(beside(path, new), content)
                return Shelved(_showing(composed, new), {new: wanted}, is_changed=is_changed)
            reason = reason or "it is no picture for the web"
            place = voices[first.key].place
            told = self._downloads.tell("source-picture", first, place, wanted.url, reason)
            report.diagnostics.append(told)
            is_too_large = wanted.url in self._downloads.too_large
        too_large = {wanted.url: wanted.version} if is_too_large else {}
        if name and self._files.has(beside(path, name)):
            return Shelved(_showing(composed, name), {name: former.files[name]}, too_large)
        front = {key: value for key, value in composed.front.items() if key != "image"}
        return Shelved(composed._replace(front=front), {}, too_large)


def _wanted(announcers: list[Announcer], composed: Composed) -> FileBeside:
    picture = announcers[0].one.picture
    assert picture is not None
    return FileBeside(url=picture.url, version=composed.content)


def _picture_of(path: str, former: FilesBeside) -> str:
    """Return which of *former* is the picture of the document *path*; nothing where none is."""
    document = path.rpartition("/")[2].removesuffix(".md")
    return next((name for name in former if name.rpartition(".")[0] == document), "")


def _showing(composed: Composed, name: str) -> Composed:
    image = composed.front["image"] | {"src": name}
    return composed._replace(front={**composed.front, "image": image})
