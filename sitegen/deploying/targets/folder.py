"""A folder of this machine, or one that is mounted. Does I/O."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress

from sitegen.config.deploying import Destination
from sitegen.deploying.target import TEMPORARY, OutputFile, Target, emptied, file_refused, refusal
from sitegen.engine.output import check_output_folder
from sitegen.errors import Diagnostic, UsageError
from sitegen.names import MARKER
from sitegen.wording.phrases import with_gaps

_REPOSITORY = ("HEAD", "objects", "refs")
"""What a bare Git repository holds: a site among it is served by nobody."""


class FolderTarget(Target):
    """Files are copied beside those they replace, and renamed."""

    def __init__(self, destination: Destination, root: str) -> None:
        super().__init__(destination, root)
        written = os.path.expanduser(destination.path)
        self.folder = os.path.abspath(os.path.join(root, written))
        try:
            check_output_folder(root, self.folder)
            is_in_the_way = _is_within_output(self.folder)
        except UsageError:
            is_in_the_way = True
        if is_in_the_way:
            raise UsageError(Diagnostic("deploy-in-the-way", values={"folder": self.folder}))

    def open(self, now: int) -> None:
        self._now = now
        if not os.path.isdir(os.path.dirname(self.folder)):
            reason = with_gaps("{path} is no folder", path=os.path.dirname(self.folder))
            raise refusal("deploy-refused", reason=reason)
        if all(os.path.exists(os.path.join(self.folder, name)) for name in _REPOSITORY):
            where = f"git+file://{self.folder}"
            text = "{path} is a Git repository: {where}"
            raise refusal("deploy-refused", reason=with_gaps(text, path=self.folder, where=where))
        self._present: set[str] = set()

    def list(self) -> dict[str, str]:
        files = dict(self._walk(self.folder, ""))
        self._present = set(files)
        return files

    def _walk(self, folder: str, prefix: str) -> Iterator[tuple[str, str]]:
        try:
            with os.scandir(folder) as entries:
                present = list(entries)
        except FileNotFoundError:
            return
        except OSError as error:
            raise file_refused(folder, error) from error
        for entry in present:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from self._walk(entry.path, f"{path}/")
            else:
                status = entry.stat(follow_symlinks=False)
                yield path, "link" if entry.is_symlink() else _stamp(status)

    def read(self, path: str) -> bytes | None:
        place = self._place(path)
        if os.path.islink(place):
            return None
        try:
            with open(place, "rb") as file:
                return file.read()
        except OSError:
            return None

    def stamp(self, file: OutputFile) -> str:
        return f"{file.size}-{self._now}"

    def put(self, files: Sequence[OutputFile]) -> Iterator[tuple[str, str]]:
        for file in files:
            place = self._place(file.path)
            try:
                os.makedirs(os.path.dirname(place), exist_ok=True)
                shutil.copyfile(file.source, place + TEMPORARY)
                os.chmod(place + TEMPORARY, file.mode)
                os.utime(place + TEMPORARY, (self._now, self._now))
                os.replace(place + TEMPORARY, place)
            except OSError as error:
                with suppress(OSError):
                    os.unlink(place + TEMPORARY)
                raise file_refused(file.path, error) from error
            self._present.add(file.path)
            yield file.path, self.stamp(file)

    def remove(self, paths: Sequence[str]) -> None:
        for path in paths:
            try:
                os.unlink(self._place(path))
            except FileNotFoundError:
                continue
            except OSError as error:
                raise file_refused(path, error) from error
        for folder in emptied(paths, self._present):
            with suppress(OSError):
                os.rmdir(self._place(folder))
        self._present -= set(paths)

    def _place(self, path: str) -> str:
        return os.path.join(self.folder, path)


def _is_within_output(folder: str) -> bool:
    """Whether a build would remove what stands in *folder*."""
    while not os.path.isfile(os.path.join(folder, MARKER)):
        above = os.path.dirname(folder)
        if above == folder:
            return False
        folder = above
    return True


def _stamp(status: os.stat_result) -> str:
    whole, rest = divmod(status.st_mtime_ns, 10**9)
    return f"{status.st_size}-{whole}" + (f".{rest:09}" if rest else "")
