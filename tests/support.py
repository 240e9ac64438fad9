"""A site on disk that tests lay out, edit and build."""

import base64
import os
import re
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from sitegen.border.moments import parse_moment
from sitegen.catalogue import MESSAGES, severity
from sitegen.checking.run import CheckOptions, run_checks
from sitegen.engine.build import build, inspect, look
from sitegen.engine.inspection import Inspection
from sitegen.engine.memory import BuildMemory
from sitegen.engine.options import BuildOptions, BuildReport
from sitegen.errors import Diagnostic
from sitegen.model import Moment
from sitegen.sealing.written_keys import NO_KEYS, Keys

T = TypeVar("T")
NOW = "2026-11-22T12:00+01:00"
"""The clock of tests that do not care for one."""


class SiteFolder:
    """A site's folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.output = root / "output"
        self.memory: BuildMemory | None = None
        """What builds of this process keep, if they shall."""
        self.keys = NO_KEYS
        """Those of private pages."""
        self.state = ""
        """Where the state is kept, if not in the usual folder."""

    def lay_out(self, text: str) -> None:
        """Write the files of *text*: each begins with a line ``-- path --``.

        What stands under `a.png.base64` is `a.png`.
        """
        parts = re.split(r"^-- (.+?) --\n", text, flags=re.MULTILINE)
        for path, content in zip(parts[1::2], parts[2::2], strict=True):
            if path.endswith(".base64"):
                self.write(path.removesuffix(".base64"), base64.b64decode(content))
            else:
                self.write(path, content)

    def write(self, path: str, content: str | bytes) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            target.write_bytes(content)
        else:
            target.write_text(content, encoding="utf-8", newline="")

    def append(self, path: str, content: str) -> None:
        with (self.root / path).open("a", encoding="utf-8") as file:
            file.write(content)

    def replace(self, path: str, old: str, new: str) -> None:
        target = self.root / path
        text = target.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {path}"
        self.write(path, text.replace(old, new))

    def remove(self, path: str) -> None:
        (self.root / path).unlink()

    def age(self) -> None:
        """Make every source ten seconds older if it is fresh, as a site is that was left alone."""
        fresh = time.time_ns() - 5_000_000_000
        for folder in ("content", "themes", "plugins"):
            for path in walk(str(self.root / folder)):
                status = os.lstat(path)
                if stat.S_ISREG(status.st_mode) and status.st_mtime_ns > fresh:
                    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns - 10_000_000_000))

    def known_keys(self) -> Keys:
        """Return the keys that were given, else those that the site's folder holds for tests."""
        path = self.root / ".keys.json"
        if self.keys.source or not os.path.isfile(path):  # false too where a disk is made to fail
            return self.keys
        return Keys(str(path), path.read_bytes())

    def build(
        self,
        *,
        now: str = NOW,
        drafts: bool = False,
        future: bool = False,
        embargoed: bool = False,
        clean: bool = False,
        dry: bool = False,
        jobs: int = 1,
        executor: str = "",
        base_url: str = "",
        search: bool = True,
        images: bool = True,
        saved: tuple[str, ...] | None = None,
    ) -> BuildReport:
        return build(
            BuildOptions(
                root=str(self.root),
                output=str(self.output),
                now=_moment(now),
                with_drafts=drafts,
                with_future=future,
                with_embargoed=embargoed,
                is_clean=clean,
                is_dry=dry,
                jobs=jobs,
                executor=executor,
                base_url=base_url,
                keys=self.known_keys(),
                state=self.state,
                with_search=search,
                with_images=images,
                saved=saved,
            ),
            memory=self.memory,
        )

    def inspect(self, look: Callable[[Inspection], T]) -> T:
        """Return what *look* finds in the site without building it."""
        root, output = str(self.root), str(self.output)
        options = BuildOptions(
            root=root, output=output, now=_moment(NOW), jobs=1, keys=self.known_keys()
        )
        return inspect(options, look)

    def check(self) -> list[Diagnostic]:
        """Return the errors and warnings of `sitegen check`; the site has been built."""
        root, output = str(self.root), str(self.output)
        options = BuildOptions(
            root=root, output=output, now=_moment(NOW), jobs=1, keys=self.known_keys()
        )
        diagnostics = look(
            options, lambda site: run_checks(site, CheckOptions(output, None, output))
        )
        return [
            diagnostic
            for diagnostic in diagnostics
            if severity(diagnostic, is_check=True) != "note"
        ]

    def page(self, path: str) -> str:
        """Return a file of the output as text."""
        return (self.output / path).read_text(encoding="utf-8")

    def has(self, path: str) -> bool:
        return (self.output / path).is_file()

    def tree(self) -> dict[str, bytes]:
        """Return every file of the output with its bytes."""
        return files_below(self.output)


def files_below(folder: Path) -> dict[str, bytes]:
    """Return every file below *folder* with its bytes, by its path from there."""
    found = {}
    for path in walk(str(folder)):
        with open(path, "rb") as file:
            found[path[len(str(folder)) + 1 :].replace(os.sep, "/")] = file.read()
    return dict(sorted(found.items()))


def walk(folder: str) -> Iterator[str]:
    """Yield the path of every file below *folder*: quicker than `Path.rglob`, of which tests that
    build a site a hundred times took a tenth."""
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from walk(entry.path)
            elif entry.is_file():
                yield entry.path


def _moment(text: str) -> Moment:
    return parse_moment(text)


def places(report: BuildReport) -> dict[str, str]:
    """Return the report's diagnostics as `path:line` to their code's identifier name."""
    assert all(diagnostic.code in MESSAGES for diagnostic in report.diagnostics)
    return {
        f"{diagnostic.path}:{diagnostic.line}": diagnostic.code for diagnostic in report.diagnostics
    }
