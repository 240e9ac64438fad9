"""An account with SFTP: the user's own ssh carries it, paramiko speaks it. Does I/O.

ssh knows the user's keys, agent, hosts and jumps; its own `sftp` program tells sizes and minutes
alone, and nothing of what went wrong where. So ssh opens the connection (`ssh -s HOST sftp`, as
sshfs does), and a library speaks the protocol over it.
"""

import os
import select
import stat
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from sitegen.deploying.ssh import environment, failure, ssh_command
from sitegen.deploying.target import (
    SECONDS,
    TEMPORARY,
    DeployError,
    File,
    Target,
    above,
    emptied,
    refusal,
)

if TYPE_CHECKING:
    from paramiko import SFTPAttributes, SFTPClient

T = TypeVar("T")


class _Channel:
    """Standard input and output of ssh, as paramiko wants to read and write them."""

    def __init__(self, program: "subprocess.Popen[bytes]") -> None:
        assert program.stdin
        assert program.stdout
        self._in, self._out = program.stdin.fileno(), program.stdout.fileno()
        os.set_blocking(self._in, False)

    def send(self, content: bytes) -> int:
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline:
            # What the host answers meanwhile is left in the pipe: it is less than a pipe holds.
            _, ready, _ = select.select([], [self._in], [], SECONDS)
            if ready:
                try:
                    return os.write(self._in, content)
                except BlockingIOError:
                    time.sleep(0.01)
        raise TimeoutError

    def recv(self, size: int) -> bytes:
        ready, _, _ = select.select([self._out], [], [], SECONDS)
        if not ready:
            raise TimeoutError
        return os.read(self._out, size)

    def recv_ready(self) -> bool:
        return bool(select.select([self._out], [], [], 0)[0])

    def get_name(self) -> str:
        return "ssh"

    def close(self) -> None:
        """Do nothing: the pipes end with the program."""


class SftpTarget(Target):
    """Files are written beside those they replace, and renamed."""

    needs = (("paramiko", "deploy"),)
    program = "ssh"

    _client: "SFTPClient"
    _program: "subprocess.Popen[bytes] | None" = None

    def open(self, now: int) -> None:
        from paramiko import SFTPClient

        self._now = now
        self._scratch = tempfile.TemporaryDirectory(prefix="sitegen-ssh-")
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the program
        command = [*ssh_command(self.destination, self.root), "-s", "--", self.destination.host]
        self._program = subprocess.Popen(
            [*command, "sftp"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            env=environment(self._scratch.name),
            bufsize=0,
        )
        # A password or a second factor may be asked for at the terminal: wait for who types it.
        self._client = self._try(lambda: SFTPClient(_Channel(self._program)))  # type: ignore[arg-type]
        self._folder = self.destination.path.rstrip("/") or "."
        if self.destination.path.startswith("/") and self._folder == ".":
            self._folder = "/"
        self._folders: set[str] = {""}
        self._present: set[str] = set()
        self._sets_times = True

    def close(self) -> None:
        if self._program is None:
            return
        for pipe in (self._program.stdin, self._program.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        try:
            self._program.wait(5)
        except subprocess.TimeoutExpired:
            self._program.kill()
            self._program.wait()
        self._said.close()
        self._scratch.cleanup()
        self._program = None

    def list(self) -> dict[str, str]:
        found = self._try(lambda: dict(self._walk("")))
        self._present = set(found)
        return found

    def _walk(self, folder: str) -> Iterator[tuple[str, str]]:
        try:
            entries = self._client.listdir_attr(self._place(folder))
        except FileNotFoundError:
            return
        self._folders.add(folder)
        for entry in entries:
            path = f"{folder}/{entry.filename}" if folder else entry.filename
            if stat.S_ISDIR(entry.st_mode or 0):
                yield from self._walk(path)
            else:
                yield path, "link" if stat.S_ISLNK(entry.st_mode or 0) else _stamp(entry)

    def read(self, path: str) -> bytes | None:
        def fetch() -> bytes | None:
            try:
                with self._client.open(self._place(path), "rb") as file:
                    file.prefetch()
                    content: bytes = file.read()
                    return content
            except (FileNotFoundError, PermissionError):
                return None

        return self._try(fetch)

    def holding(self, files: Sequence[File]) -> set[str]:
        def is_as_large(file: File) -> bool:
            found = self._try(lambda: self._client.lstat(self._place(file.path)))
            return bool(found.st_size == file.size)

        return super().holding([file for file in files if is_as_large(file)])

    def stamp(self, file: File) -> str:
        return f"{file.size}-{self._now}"

    def put(self, files: Sequence[File]) -> Iterator[tuple[str, str]]:
        for file in files:
            stamp = self._try(lambda file=file: self._put(file), file.path)  # type: ignore[misc]
            self._present.add(file.path)
            yield file.path, stamp

    def _put(self, file: File) -> str:
        client, place = self._client, self._place(file.path)
        for folder in above(file.path):
            self._make(folder)
        self._make_first()
        temporary = place + TEMPORARY
        client.put(file.source, temporary)
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
        except OSError:  # no extension of OpenSSH's: for a moment there is none
            with suppress(OSError):
                client.remove(place)
            client.rename(temporary, place)
        return stamp

    def _make_first(self) -> None:
        """Make the target's own folder, if it is not there."""
        if self._present or self._folder in (".", "/"):
            return
        with suppress(OSError):
            self._client.mkdir(self._folder)

    def _make(self, folder: str) -> None:
        if folder in self._folders:
            return
        self._make_first()
        try:
            self._client.mkdir(self._place(folder))
        except OSError:
            if not stat.S_ISDIR(self._client.stat(self._place(folder)).st_mode or 0):
                raise
        self._folders.add(folder)

    def remove(self, paths: Sequence[str]) -> None:
        def forget() -> None:
            for path in paths:
                with suppress(FileNotFoundError):
                    self._client.remove(self._place(path))
            for folder in emptied(paths, self._present):
                with suppress(OSError):
                    self._client.rmdir(self._place(folder))
                    self._folders.discard(folder)

        self._try(forget)
        self._present -= set(paths)

    def _place(self, path: str) -> str:
        return f"{self._folder.rstrip('/')}/{path}" if path else self._folder

    def _try(self, act: Callable[[], T], path: str = "") -> T:
        """Return what *act* gives; what the connection or the host says else is a `DeployError`."""
        from paramiko import SSHException

        try:
            return act()
        except DeployError:
            raise
        except TimeoutError as error:
            raise refusal("deploy-cut", reason=f"no answer in {SECONDS} s") from error
        except (SSHException, EOFError, BrokenPipeError) as error:
            raise self._cut(error) from error
        except OSError as error:
            reason = ": ".join(filter(None, (path, error.strerror or str(error))))
            raise refusal("deploy-refused", reason=reason) from error

    def _cut(self, error: Any) -> DeployError:
        """Return what is told of a connection that has ended; ssh has said why."""
        assert self._program is not None
        with suppress(subprocess.TimeoutExpired):
            self._program.wait(5)
        self._said.seek(0)
        said = self._said.read().decode("utf-8", "replace")
        code = "deploy-cut" if hasattr(self, "_client") else "deploy-refused"
        return failure(said or str(error), self.destination, code)


def _stamp(entry: "SFTPAttributes") -> str:
    return f"{entry.st_size}-{entry.st_mtime}"
