"""Files of fetched texts, beside their documents if that is asked for. Network I/O; writes."""

from collections.abc import Mapping

from sitegen.digest import digest
from sitegen.fetching.downloads import Downloads, FilesBefore, Shelved
from sitegen.fetching.files import Files, beside
from sitegen.fetching.ledger import FileBeside
from sitegen.fetching.local_files import KINDS, MARK
from sitegen.fetching.outcome import Report
from sitegen.fetching.voices import Voice
from sitegen.fetching.writing import Announcer, Composed
from sitegen.wording.phrases import Words

MOST_BYTES = 10 * 1024 * 1024
"""Of one file."""
_SIGN_WITHIN = 1024
"""Bytes before which a PDF has to begin (ISO 32000-1, annex H.3.4.1)."""


class AttachmentShelf:
    """Fetches files beside their documents, and takes those away that are theirs no more."""

    def __init__(self, downloads: Downloads, files: Files, *, is_dry: bool) -> None:
        self._downloads = downloads
        self._files = files
        self._is_dry = is_dry

    def is_due(
        self, path: str, announcers: list[Announcer], composed: Composed, former: FilesBefore
    ) -> bool:
        """Whether a file of *composed* is to be asked for."""
        wanted = _wanted(announcers, composed)
        return any(self._is_due(path, name, file, former) for name, file in wanted.items())

    def _is_due(self, path: str, name: str, wanted: FileBeside, former: FilesBefore) -> bool:
        """Whether it was not fetched since its source dated the text, or could not be had."""
        if former.is_too_large(wanted):
            return False
        return former.files.get(name) != wanted or not self._files.has(beside(path, name))

    def fetched(
        self, path: str, announcers: list[Announcer], composed: Composed, former: FilesBefore,
        report: Report, voices: Mapping[str, Voice],
    ) -> Shelved:  # fmt: skip
        """Return *composed* with its files beside it. Of those that cannot be had the *former* one
        stays; without one, it is a link to the source.
        """
        first, place = announcers[0], voices[announcers[0].key].place
        body, files, is_changed = composed.body, dict(former.files), False
        too_large: dict[str, str] = {}
        for name, wanted in _wanted(announcers, composed).items():
            if self._is_due(path, name, wanted, former):
                reason, is_other = self._download(beside(path, name), wanted.url, first)
                is_changed |= is_other
                if not reason:
                    files[name] = wanted
                    continue
                told = self._downloads.tell("source-file", first, place, wanted.url, reason)
                report.diagnostics.append(told)
            elif not former.is_too_large(wanted):
                continue
            if former.is_too_large(wanted) or wanted.url in self._downloads.too_large:
                too_large[wanted.url] = wanted.version
            if name not in former.files or not self._files.has(beside(path, name)):
                files.pop(name, None)
                body = body.replace(f"]({name})", f"]({wanted.url})")
        for name in former.files.keys() - composed.files.keys():
            del files[name]
            if MARK in name:  # no picture
                self._files.remove(beside(path, name))
        if body != composed.body:
            composed = composed._replace(body=body)
        return Shelved(composed, files, too_large, is_changed)

    def _download(self, path: str, url: str, announcer: Announcer) -> tuple[Words, bool]:
        """Write the file at *url*; return why that cannot be, or nothing, and whether it was
        another one.
        """
        if self._is_dry:
            return "", False
        content, reason = self._downloads.content(announcer, url)
        if reason:
            return reason, False
        kind = path.rpartition(".")[2]
        if KINDS[kind] not in content[: _SIGN_WITHIN if kind == "pdf" else 4]:
            return "it is no document of its kind", False
        return "", self._files.replace(path, content)


def _wanted(announcers: list[Announcer], composed: Composed) -> dict[str, FileBeside]:
    """Return the files of *composed*, by name: fetched anew where its source dates it anew, since
    they may change without a word of the text.
    """
    if not composed.files:
        return {}
    version = digest(composed.content, announcers[0].one.updated).hex()
    return {name: FileBeside(url=url, version=version) for name, url in composed.files.items()}
