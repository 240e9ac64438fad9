"""Files of fetched texts, beside their documents if that is asked for. Network I/O; writes."""

import re
from collections import Counter
from collections.abc import Mapping

from sitegen.fetching.downloads import Downloads
from sitegen.fetching.files import Files
from sitegen.fetching.local_files import KINDS, MARK
from sitegen.fetching.outcome import Report
from sitegen.fetching.voices import Voice
from sitegen.fetching.writing import Announcer, Composed
from sitegen.wording.phrases import Words

MOST_BYTES = 10 * 1024 * 1024
"""Of one file."""
MOST_OF_ALL = 100 * 1024 * 1024
"""Of one source in one fetch; the next one goes on."""
_SIGN_WITHIN = 1024
"""Bytes before which a PDF has to begin (ISO 32000-1, annex H.3.4.1)."""


class AttachmentShelf:
    """Fetches files beside their documents, and takes those away that are theirs no more."""

    def __init__(self, downloads: Downloads, files: Files, *, is_dry: bool) -> None:
        self._downloads = downloads
        self._files = files
        self._is_dry = is_dry
        self._taken: Counter[str] = Counter()

    def fetched(
        self, path: str, announcers: list[Announcer], composed: Composed, report: Report,
        voices: Mapping[str, Voice],
    ) -> tuple[Composed, list[str]]:  # fmt: skip
        """Return *composed* with its files beside it, and which could not be had: they are links
        to the source.
        """
        first, folder = announcers[0], path.rpartition("/")[0]
        body, kept = composed.body, set()
        for name, url in composed.files.items():
            reason = "" if self._is_dry else self._download(f"{folder}/{name}", url, first)
            if not reason:
                kept.add(name)
                continue
            body = body.replace(f"]({name})", f"]({url})")
            values = {"source": first.key, "url": url}
            place = voices[first.key].place
            report.diagnostics.append(place.diagnostic("source-file", **values, reason=reason))
        for name in self._former(path) - kept:
            self._files.remove(f"{folder}/{name}")
        if body != composed.body:
            composed = composed._replace(body=body)
        return composed, [name for name in composed.files if name not in kept]

    def _download(self, path: str, url: str, announcer: Announcer) -> Words:
        """Write the file at *url*; return why that cannot be, or nothing."""
        room = min(MOST_BYTES, MOST_OF_ALL - self._taken[announcer.key])
        if room <= 0:
            return "the source has sent more than comes in at once"
        content, reason = self._downloads.content(announcer.source.site, url, room)
        self._taken[announcer.key] += len(content)
        if reason:
            return reason
        kind = path.rpartition(".")[2]
        if KINDS[kind] not in content[: _SIGN_WITHIN if kind == "pdf" else 4]:
            return "it is no document of its kind"
        self._files.write(path, content)
        return ""

    def _former(self, path: str) -> set[str]:
        """Return which files the document at *path* has beside it, as it stands."""
        document = path.rpartition("/")[2].removesuffix(".md")
        there = (self._files.read(path) or b"").decode("utf-8", "replace")
        if f"]({document}{MARK}" not in there:  # most have none: a pattern for each would cost more
            return set()
        names = re.findall(rf"\]\(({re.escape(document)}{MARK}[a-z0-9-]+\.[a-z]+)\)", there)
        return {name for name in names if name.rpartition(".")[2] in KINDS}
