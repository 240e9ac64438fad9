"""Pictures of announcements, fetched if that is asked for, each with its credit. Network I/O."""

from collections.abc import Mapping
from typing import Any

from sitegen.fetching.downloads import Downloads
from sitegen.fetching.files import Files
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

    def fetched(
        self, path: str, announcers: list[Announcer], composed: Composed, report: Report,
        voices: Mapping[str, Voice],
    ) -> tuple[Composed, bool]:  # fmt: skip
        """Return *composed* with its picture beside it; without, and true, where it has none."""
        if "image" not in composed.front:
            return composed, False
        first = announcers[0]
        assert first.one.picture is not None
        front: dict[str, Any] = dict(composed.front)
        url = first.one.picture.url
        content, reason = (
            (b"\xff\xd8\xff", "")
            if self._is_dry
            else self._downloads.content(first.source.site, url, MOST_BYTES)
        )
        ending = _ENDINGS.get(kind_of(content[:HEAD]), "") if content else ""
        if not ending:
            del front["image"]
            values = {"source": first.key, "url": url}
            place = voices[first.key].place
            told = place.diagnostic(
                "source-picture", **values, reason=reason or "it is no picture for the web"
            )
            report.diagnostics.append(told)
            return composed._replace(front=front), True
        file = f"{path.removesuffix('.md')}.{ending}"
        front["image"] = front["image"] | {"src": file.rpartition("/")[2]}
        self._files.write(file, content)
        return composed._replace(front=front), False
