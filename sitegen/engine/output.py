"""The output folder: whose it is, what stands in it, atomic writes, removal of strays. Does I/O."""

import contextlib
import os
from collections.abc import Iterable

from sitegen.digest import digest, digest_file
from sitegen.disk.stamps import Stamp
from sitegen.errors import Diagnostic, OutputError, UsageError, reason_of
from sitegen.names import MARKER

_MARKER_TEXT = b"This folder belongs to sitegen: what it does not make itself is removed.\n"
_PREVIEW_TEXT = (
    b"This folder belongs to sitegen, and shows what is not public yet: nobody takes it up.\n"
)
_TEMPORARY = ".sitegen-tmp"
_BINARY = getattr(os, "O_BINARY", 0)


def owned(folder: str) -> bool:
    """Whether *folder* is sitegen's; false if there is none or it is empty.

    Raises `UsageError` when it holds what sitegen did not make.
    """
    if os.path.isfile(os.path.join(folder, MARKER)):
        return True
    try:
        with os.scandir(folder) as entries:
            is_empty = not any(entries)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise refused(error, folder) from error
    if is_empty:
        return False
    raise UsageError(Diagnostic("output-foreign", values={"folder": folder}))


def shows_unpublished(folder: str) -> bool:
    """Whether the output *folder* was built with drafts, or with what is to come."""
    try:
        with open(os.path.join(folder, MARKER), "rb") as file:
            return file.read(len(_PREVIEW_TEXT)) == _PREVIEW_TEXT
    except OSError:
        return False


class Output:
    """A folder that belongs to sitegen."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self._empty: list[str] = []
        """Folders without anything in them, when it was listed."""
        self._made: set[str] = set()

    def claim(self) -> None:
        """Make the folder, or check that it is ours. Raises `UsageError` when it is not."""
        marker = os.path.join(self.folder, MARKER)
        is_ours = owned(self.folder)
        try:
            if is_ours and os.path.getsize(marker) in map(len, (_MARKER_TEXT, _PREVIEW_TEXT)):
                return  # else a build was killed while it wrote the mark
            os.makedirs(self.folder, exist_ok=True)
            with open(marker, "wb") as file:
                file.write(_MARKER_TEXT)
        except OSError as error:
            raise refused(error, self.folder) from error

    def mark(self, *, is_preview: bool) -> None:
        """Tell other sites of the workspace whether something here is not public yet.

        A preview is marked before its first file is written, and unmarked once the last of what is
        not public is gone.
        """
        if is_preview is shows_unpublished(self.folder):
            return
        self.write(MARKER, _PREVIEW_TEXT if is_preview else _MARKER_TEXT)

    def present(self) -> dict[str, Stamp]:
        """Return the files in the folder by path, with their stamps; symbolic links are removed.

        A link is never ours, and writing below a linked folder would leave the output.
        """
        stamps: dict[str, Stamp] = {}
        pending = [("", self.folder)]
        while pending:
            prefix, folder = pending.pop()
            try:
                with os.scandir(folder) as entries:
                    is_empty = True
                    for entry in entries:
                        is_empty = False
                        path = prefix + entry.name
                        if entry.is_symlink():
                            os.unlink(entry.path)
                        elif entry.is_dir(follow_symlinks=False):
                            pending.append((f"{path}/", entry.path))
                        else:
                            status = entry.stat(follow_symlinks=False)
                            stamps[path] = Stamp(status.st_size, status.st_mtime_ns, status.st_ino)
                if is_empty:
                    self._empty.append(folder)
            except OSError as error:
                raise refused(error, folder) from error
        stamps.pop(MARKER, None)
        return stamps

    def bring(self, path: str, content: bytes, *, is_there: bool) -> tuple[bytes, Stamp, bool]:
        """Write *content* to *path* unless it stands there; return its digest, stamp, if written.

        *is_there*: whether the listing has such a file; if not, none is looked for.
        """
        content_digest = digest(content)
        if is_there and self._holds(path, content):
            return content_digest, self._stamp(path), False
        return content_digest, self.write(path, content), True

    def bring_file(self, path: str, source: str) -> tuple[bytes, Stamp, bool]:
        """Copy the file *source* to *path* unless the same bytes stand there."""
        import filecmp

        target = os.path.join(self.folder, path)
        try:
            is_same = os.path.isfile(target) and filecmp.cmp(source, target, shallow=False)
        except OSError as error:
            raise refused(error, source) from error
        stamp = self._stamp(path) if is_same else self.copy(path, source)
        return self.digest(path), stamp, not is_same

    def _stamp(self, path: str) -> Stamp:
        return _stamp(os.stat(f"{self.folder}/{path}"))

    def write(self, path: str, content: bytes) -> Stamp:
        """Replace the file at *path* so that a reader sees the old file or the new, never half."""
        target = f"{self.folder}/{path}"
        temporary = self._temporary(target)
        try:
            file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o666)
            try:
                view = memoryview(content)
                while view:  # a write may take a part only
                    view = view[os.write(file, view) :]
                status = os.fstat(file)
            finally:
                os.close(file)
            _rename(temporary, target)
        except OSError as error:
            _discard(temporary)
            raise refused(error, target) from error
        return _stamp(status)

    def copy(self, path: str, source: str) -> Stamp:
        """Replace the file at *path* by the content of the file *source*, however large."""
        import shutil

        target = f"{self.folder}/{path}"
        temporary = self._temporary(target)
        try:
            shutil.copyfile(source, temporary)
            status = os.stat(temporary)
            _rename(temporary, target)
        except OSError as error:
            _discard(temporary)
            raise refused(error, source if error.filename == source else target) from error
        return _stamp(status)

    def _holds(self, path: str, content: bytes) -> bool:
        """Whether the file at *path* has exactly these bytes."""
        try:
            with open(os.path.join(self.folder, path), "rb") as file:
                return os.fstat(file.fileno()).st_size == len(content) and file.read() == content
        except OSError:
            return False

    def digest(self, path: str) -> bytes:
        """Return the digest of the file's bytes; of nothing when it cannot be read."""
        try:
            with open(os.path.join(self.folder, path), "rb") as file:
                return digest_file(file)
        except OSError:
            return b""

    def remove(self, paths: Iterable[str]) -> None:
        """Remove files, and the folders that are empty then or were when the output was listed."""
        folders = set(self._empty)  # of a build that was killed before it wrote the page
        for path in paths:
            target = os.path.join(self.folder, path)
            try:
                os.unlink(target)
            except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
                continue  # gone already, or this build made a folder of it, or a file above
            except OSError as error:
                raise refused(error, target) from error
            folders.add(os.path.dirname(target))
        for folder in sorted(folders, key=len, reverse=True):
            while len(folder) > len(self.folder):
                try:
                    os.rmdir(folder)
                except OSError:  # not empty
                    break
                folder = os.path.dirname(folder)

    def _temporary(self, target: str) -> str:
        """Return a name beside *target* (a rename cannot cross devices), its folder made."""
        folder = target.rpartition("/")[0]
        if folder not in self._made:
            try:
                _make_folder(folder)
            except (FileExistsError, NotADirectoryError):
                self._clear_way(folder)
                os.makedirs(folder, exist_ok=True)
            except OSError as error:
                raise refused(error, folder) from error
            self._made.add(folder)
        # One page has one writer, so its own digest tells its temporary file from all others.
        return f"{folder}/{_TEMPORARY}-{digest(target).hex()[:16]}"

    def _clear_way(self, folder: str) -> None:
        """Remove the file of an earlier build that stands where *folder* or one above must be."""
        while len(folder) > len(self.folder):
            if os.path.lexists(folder) and not os.path.isdir(folder):
                os.unlink(folder)
            folder = os.path.dirname(folder)


def _make_folder(folder: str) -> None:
    """Make *folder*; most often the one above is there, which `os.makedirs` asks first."""
    try:
        os.mkdir(folder)
    except OSError:
        os.makedirs(folder, exist_ok=True)


def _rename(temporary: str, target: str) -> None:
    try:
        os.replace(temporary, target)
    except IsADirectoryError:  # an address that was a folder's and is a file's now
        import shutil

        shutil.rmtree(target)
        os.replace(temporary, target)


def _stamp(status: os.stat_result) -> Stamp:
    """Return the stamp of a file: a rename changes neither size, nor mtime, nor inode."""
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ino)


def _discard(temporary: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(temporary)


def refused(error: OSError, path: str) -> OutputError:
    """Return what is told when the system refuses to read or write *path*."""
    reason = reason_of(error)
    return OutputError(Diagnostic("disk-refused", os.fsdecode(path), values={"reason": reason}))


def check_output_folder(root: str, folder: str, state: str = "") -> None:
    """Raise `UsageError` when *folder* would hold, or be held by, what authors wrote.

    Pelican once deleted a whole project because its output was the project's own folder.
    *state*: where a state of its own is kept, if any; its output may stand beside it.
    """
    real_root, real = os.path.realpath(root), os.path.realpath(folder)
    sources = [os.path.join(real_root, name) for name in ("content", "themes", ".sitegen", ".git")]
    is_above = real_root == real or real_root.startswith(real.rstrip(os.sep) + os.sep)
    is_inside = any(real == source or real.startswith(source + os.sep) for source in sources)
    is_beside = bool(state) and os.path.dirname(real) == os.path.realpath(state)
    if is_above or (is_inside and not is_beside):
        raise UsageError(Diagnostic("output-in-the-way", values={"folder": folder}))
