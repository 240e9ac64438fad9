"""One build with plugins watched, in a process of its own: `python -m` with JSON in and out."""

import os
import sys
from collections.abc import Iterator
from typing import Any, Self

import msgspec

from sitegen.engine.build import build
from sitegen.engine.options import BuildOptions
from sitegen.plugins import calling
from sitegen.plugins.trial import CallWatcher, Trial


class TrialJob(msgspec.Struct, frozen=True):
    """How one of the two builds is done."""

    options: BuildOptions
    days: int
    """How far its clock is from the right one."""
    is_reversed: bool
    """Whether folders are listed from their end."""


class TrialResult(msgspec.Struct, frozen=True):
    trial: Trial
    digests: dict[str, bytes]
    """Of the files of the output."""


def run(job: TrialJob) -> TrialResult:
    """Build as *job* says, and return what was seen. This process is of no other use after it."""
    _order_folders(is_reversed=job.is_reversed)
    calling.WATCHER = watcher = CallWatcher(job.days)
    watcher.transparent.add(os.path.abspath(__file__))
    build(job.options)
    return TrialResult(watcher.trial, dict(_digests(job.options.output)))


def _digests(output: str) -> Iterator[tuple[str, bytes]]:
    from sitegen.digest import digest

    for folder, folders, names in os.walk(output):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                yield os.path.relpath(path, output).replace(os.sep, "/"), digest(file.read())


class _Listed:
    """What `os.scandir` gives, in an order of ours."""

    def __init__(self, entries: list[Any]) -> None:
        self._entries = iter(entries)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Any:
        return next(self._entries)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """There is nothing to close."""


def _order_folders(*, is_reversed: bool) -> None:
    """List folders in one order or in the other: no system promises any."""
    list_names, scan = os.listdir, os.scandir

    def listdir(path: Any = ".") -> Any:
        return sorted(list_names(path), reverse=is_reversed)

    def scandir(path: Any = ".") -> Any:
        with scan(path) as entries:
            listed = sorted(entries, key=lambda entry: entry.name, reverse=is_reversed)
        return _Listed(listed)

    os.listdir, os.scandir = listdir, scandir


if __name__ == "__main__":
    RESULT = run(msgspec.json.decode(sys.stdin.buffer.read(), type=TrialJob))
    sys.stdout.buffer.write(msgspec.json.encode(RESULT))
