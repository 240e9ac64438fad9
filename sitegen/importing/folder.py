"""The new site's folder: written whole, or brought up to date without touching an edit. Writes.

What an import wrote is remembered in `MANIFEST`, with digests: a file that is not as it was written
is somebody's by now.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from typing import Literal

import msgspec

from sitegen.config.urls import UrlPatterns
from sitegen.digest import digest
from sitegen.errors import Diagnostic, UsageError, disk_refused
from sitegen.site.urls import is_safe_path

MANIFEST = "imported.json"
Outcome = Literal["new", "same", "changed", "edited", "removed"]
"""What became of a file: `edited`: left as its authors have it; `removed`: they took it away."""


class ImportManifest(msgspec.Struct, frozen=True, kw_only=True):
    """What an import wrote, for the next one."""

    kind: str
    pattern: str
    """The pattern of articles' addresses, decided once."""
    sections: dict[str, str] = {}
    """Those of single sections."""
    page: str = "/{path}/"
    """That of pages."""
    files: dict[str, str] = {}
    """Digests by path below the site's folder."""
    texts: dict[str, str] = {}
    """Paths of texts by their id in the former site."""

    @property
    def patterns(self) -> UrlPatterns:
        """The patterns of addresses."""
        return UrlPatterns(article=self.pattern, sections=self.sections, page=self.page)


class Folder:
    """Files of a site that is to be; `finish` puts them where they belong, all or none at first."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.known = _read_manifest(path)
        self.outcomes: dict[str, Outcome] = {}
        self._files: dict[str, str] = {}
        self._is_new = self.known is None
        if self._is_new and os.path.isdir(path) and os.listdir(path):
            shown = ", ".join(sorted(os.listdir(path))[:4])
            values = {"folder": path, "files": shown}
            raise UsageError(Diagnostic("folder-not-empty", values=values))
        above = os.path.dirname(os.path.abspath(path))
        try:
            os.makedirs(above, exist_ok=True)
            self._partial = tempfile.mkdtemp(prefix=f".{os.path.basename(path)}.", dir=above)
        except OSError as error:
            raise disk_refused(error, path) from error

    def __enter__(self) -> "Folder":
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._partial, ignore_errors=True)

    def write(self, name: str, content: bytes) -> Outcome:
        """Note that the file *name* is to hold *content*. Raises `OutputError`."""
        if not is_safe_path(name):
            raise ValueError(f"{name} leads out of the site")
        written = digest(content).hex()
        outcome = self._outcome(name, content, written)
        self.outcomes[name] = outcome
        self._files[name] = written if outcome != "edited" else self._before(name) or written
        if outcome in ("new", "changed"):
            _write(os.path.join(self._partial, *name.split("/")), content, name)
        return outcome

    def read(self, name: str) -> bytes:
        """Return what the file *name* is to hold. Raises `OSError`."""
        for folder in (self._partial, self.path):
            path = os.path.join(folder, *name.split("/"))
            if os.path.isfile(path):
                with open(path, "rb") as file:
                    return file.read()
        raise FileNotFoundError(name)

    def holds(self, name: str) -> bool:
        """Whether an earlier import wrote the file *name*, and it is still there."""
        is_known = self.known is not None and name in self.known.files
        return is_known and os.path.exists(os.path.join(self.path, *name.split("/")))

    def leave(self, name: str, content: bytes) -> None:
        """Note that *name* is to hold *content*, whatever stood there: a report of this run."""
        self.outcomes[name] = "changed"
        _write(os.path.join(self._partial, name), content, name)

    def _before(self, name: str) -> str:
        return self.known.files.get(name, "") if self.known else ""

    def _outcome(self, name: str, content: bytes, written: str) -> Outcome:
        if self._is_new:
            return "new"
        before = self._before(name)
        try:
            with open(os.path.join(self.path, *name.split("/")), "rb") as file:
                there = digest(file.read()).hex()
        except FileNotFoundError:
            return "removed" if before else "new"
        except OSError as error:
            raise disk_refused(error, name) from error
        if there == written:
            return "same"
        return "changed" if there == before else "edited"

    def finish(self, kind: str, patterns: UrlPatterns, texts: dict[str, str]) -> None:
        """Put all in its place, the manifest last. Raises `OutputError`."""
        before = self.known.files if self.known else {}
        manifest = ImportManifest(
            kind=kind, pattern=patterns.article, sections=patterns.sections,
            page=patterns.page, files=dict(sorted((before | self._files).items())),
            texts=dict(sorted(texts.items())),
        )  # fmt: skip
        raw = json.dumps(msgspec.to_builtins(manifest), ensure_ascii=False, indent=1) + "\n"
        _write(os.path.join(self._partial, MANIFEST), raw.encode(), MANIFEST)
        try:
            if self._is_new:
                if os.path.isdir(self.path):
                    os.rmdir(self.path)
                os.chmod(self._partial, 0o755)
                os.rename(self._partial, self.path)
                return
            for name in [*self._moved(), MANIFEST]:
                target = os.path.join(self.path, *name.split("/"))
                os.makedirs(os.path.dirname(target), exist_ok=True)
                os.replace(os.path.join(self._partial, *name.split("/")), target)
        except OSError as error:
            raise disk_refused(error, self.path) from error

    def _moved(self) -> Iterable[str]:
        return sorted(name for name, how in self.outcomes.items() if how in ("new", "changed"))


def _write(path: str, content: bytes, name: str) -> None:
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content)
    except OSError as error:
        raise disk_refused(error, name) from error


def _read_manifest(folder: str) -> ImportManifest | None:
    path = os.path.join(folder, MANIFEST)
    try:
        with open(path, "rb") as file:
            return msgspec.json.decode(file.read(), type=ImportManifest)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise disk_refused(error, folder) from error
    except msgspec.DecodeError as error:
        raise UsageError(
            Diagnostic("import-manifest", path, values={"reason": str(error)})
        ) from None
