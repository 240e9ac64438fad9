"""An account with SFTP: the user's own ssh carries it, paramiko speaks it. Does I/O.

ssh knows the user's keys, agent, hosts and jumps; its own `sftp` program tells sizes and minutes
alone, and nothing of what went wrong where. So ssh opens the connection (`ssh -s HOST sftp`, as
sshfs does), and a library speaks the protocol over it. Where there is much to bring, several
sessions share that connection: each file is some six questions, and each answer takes its time.
"""

import stat
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from itertools import groupby
from queue import SimpleQueue
from typing import TYPE_CHECKING, TypeVar

from sitegen.deploying.sftp_listing import RemoteListing
from sitegen.deploying.sftp_session import SftpSession
from sitegen.deploying.ssh import environment, ssh_command
from sitegen.deploying.target import (
    TEMPORARY,
    DeployError,
    OutputFile,
    Target,
    above,
    emptied,
    holds,
)

if TYPE_CHECKING:
    from paramiko import SFTPAttributes, SFTPClient

S = TypeVar("S", OutputFile, str)
T = TypeVar("T")
_SESSIONS = 4
"""OpenSSH lets ten share a connection; a smaller host may refuse some, and does with fewer."""
_FEW = 24
"""Files for which one session is enough."""


class SftpTarget(Target):
    """Files are written beside those they replace, and renamed."""

    needs = (("paramiko", "deploy"),)
    program = "ssh"
    _scratch: "tempfile.TemporaryDirectory[str] | None" = None

    def open(self, now: int) -> None:
        self._now = now
        self._sessions: list[SftpSession] = []
        self._scratch = tempfile.TemporaryDirectory(prefix="sitegen-ssh-")
        self._sessions.append(self._open_session())
        path = self.destination.path
        self._folder = path.rstrip("/") or ("/" if path else ".")
        self._folders: set[str] = {""}
        self._present: dict[str, str] = {}
        self._sets_times = True

    def _open_session(self) -> SftpSession:
        assert self._scratch is not None
        shared = ["-oControlMaster=auto", f"-oControlPath={self._scratch.name}/ssh"]
        command = [*ssh_command(self.destination, self.root), *shared, "-oControlPersist=no"]
        return SftpSession(command, environment(self._scratch.name), self.destination)

    def close(self) -> None:
        if self._scratch is None:
            return
        for session in reversed(self._sessions):  # the first one carries the others
            session.close()
        self._scratch.cleanup()

    def list(self) -> dict[str, str]:
        session = self._sessions[0]
        listing = session.attempt(lambda: RemoteListing(session.client, self._folder).read())
        self._folders |= listing.folders
        self._present = {
            path: "link" if stat.S_ISLNK(entry.st_mode or 0) else _stamp(entry)
            for path, entry in listing.files.items()
        }
        return self._present

    def read(self, path: str) -> bytes | None:
        session = self._sessions[0]
        return session.attempt(lambda: self._fetch(session.client, path), path)

    def _fetch(self, client: "SFTPClient", path: str) -> bytes | None:
        try:
            with client.open(self._place(path), "rb") as file:
                file.prefetch()
                content: bytes = file.read()
                return content
        except (FileNotFoundError, PermissionError):
            return None

    def holding(self, files: Sequence[OutputFile]) -> set[str]:
        as_large = [file for file in files if self._present[file.path].startswith(f"{file.size}-")]
        contents = self._each(as_large, lambda client, file: self._fetch(client, file.path))
        return {
            file.path for file, content in contents if content is not None and holds(file, content)
        }

    def stamp(self, file: OutputFile) -> str:
        return f"{file.size}-{self._now}"

    def put(self, files: Sequence[OutputFile]) -> Iterator[tuple[str, str]]:
        if not self._present and self._folder not in (".", "/"):
            with suppress(OSError, DeployError):
                self._sessions[0].client.mkdir(self._folder)
        lacking = {folder for file in files for folder in above(file.path)} - self._folders
        for _depth, folders in groupby(sorted(lacking, key=_depth_of), _depth_of):
            for folder, _ in self._each(list(folders), self._make):
                self._folders.add(folder)
        for file, stamp in self._each(files, self._put):
            self._present[file.path] = stamp
            yield file.path, stamp

    def _each(
        self, things: Sequence[S], act: Callable[["SFTPClient", S], T]
    ) -> Iterator[tuple[S, T]]:
        """Yield each file or folder with what *act* gives for it, in as many sessions as are
        worth it."""
        if len(things) > _FEW:
            self._open_more()
        free: SimpleQueue[SftpSession] = SimpleQueue()
        for session in self._sessions:
            free.put(session)

        def attempt(thing: S) -> T:
            path = thing.path if isinstance(thing, OutputFile) else str(thing)
            with _taken(free) as session:
                return session.attempt(lambda: act(session.client, thing), path)

        threads = ThreadPoolExecutor(len(self._sessions))
        try:
            yield from zip(things, threads.map(attempt, things), strict=True)
        finally:
            threads.shutdown(cancel_futures=True)

    def _open_more(self) -> None:
        with suppress(DeployError):
            while len(self._sessions) < _SESSIONS:
                self._sessions.append(self._open_session())

    def _put(self, client: "SFTPClient", file: OutputFile) -> str:
        place = self._place(file.path)
        temporary = place + TEMPORARY
        client.put(file.source, temporary, confirm=False)  # what was not written, closing tells
        client.chmod(temporary, file.mode)
        stamp = self.stamp(file)
        if self._sets_times:
            try:
                client.utime(temporary, (self._now, self._now))
            except OSError:  # a host that sets times by itself: what it set is what counts
                self._sets_times = False
        if not self._sets_times:
            stamp = _stamp(client.stat(temporary))
        try:
            client.posix_rename(temporary, place)
        except OSError as error:
            if error.errno is not None or str(error).strip().lower() == "failure":
                raise  # the former page stays
            # No extension of OpenSSH's: for a moment there is none.
            with suppress(FileNotFoundError):
                client.remove(place)
            client.rename(temporary, place)
        return stamp

    def _make(self, client: "SFTPClient", folder: str) -> None:
        try:
            client.mkdir(self._place(folder))
        except OSError:
            if not stat.S_ISDIR(client.stat(self._place(folder)).st_mode or 0):
                raise

    def remove(self, paths: Sequence[str]) -> None:
        session = self._sessions[0]

        def forget() -> None:
            for path in paths:
                with suppress(FileNotFoundError):
                    session.client.remove(self._place(path))
            for folder in emptied(paths, set(self._present)):
                with suppress(OSError):
                    session.client.rmdir(self._place(folder))
                    self._folders.discard(folder)

        session.attempt(forget)
        for path in paths:
            self._present.pop(path, None)

    def _place(self, path: str) -> str:
        return f"{self._folder.rstrip('/')}/{path}" if path else self._folder


@contextmanager
def _taken(free: "SimpleQueue[SftpSession]") -> Iterator[SftpSession]:
    """Take a session that nobody uses, and put it back."""
    session = free.get()
    try:
        yield session
    finally:
        free.put(session)


def _depth_of(folder: str) -> int:
    return folder.count("/")


def _stamp(entry: "SFTPAttributes") -> str:
    return f"{entry.st_size}-{entry.st_mtime}"
