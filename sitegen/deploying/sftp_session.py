"""A session of SFTP over the user's own ssh, and what its failures mean. Does I/O."""

import os
import select
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from sitegen.config.deploying import Destination
from sitegen.deploying.ssh import failure
from sitegen.deploying.target import SECONDS, DeployError, file_refused, refusal
from sitegen.wording.phrases import with_gaps

if TYPE_CHECKING:
    from paramiko import SFTPClient

T = TypeVar("T")


class SshChannel:
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


class SftpSession:
    """A program that runs `ssh -s HOST sftp`, and who speaks the protocol with it."""

    client: "SFTPClient"

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], destination: Destination
    ) -> None:
        """Raises `DeployError` where the host is not reached, not known, or lets nobody in."""
        from paramiko import SFTPClient

        self._destination = destination
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the program
        self._program = subprocess.Popen(
            [*command, "-s", "--", destination.host, "sftp"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            env=environment,
            bufsize=0,
        )
        try:
            self.client = self.attempt(lambda: SFTPClient(SshChannel(self._program)))
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
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

    def attempt(self, act: Callable[[], T], path: str = "") -> T:
        """Return what *act* gives; what the connection or the host says else is a `DeployError`."""
        from paramiko import SSHException

        try:
            return act()
        except DeployError:
            raise
        except TimeoutError as error:
            reason = with_gaps("no answer in {seconds} s", seconds=str(SECONDS))
            raise refusal("deploy-cut", reason=reason) from error
        except (SSHException, EOFError, BrokenPipeError) as error:
            raise self._cut(error) from error
        except OSError as error:
            raise file_refused(path, error) from error

    def _cut(self, error: Any) -> DeployError:
        """Return what is told of a connection that has ended; ssh has said why."""
        with suppress(subprocess.TimeoutExpired):
            self._program.wait(5)
        self._said.seek(0)
        said = self._said.read().decode("utf-8", "replace")
        code = "deploy-cut" if hasattr(self, "client") else "deploy-refused"
        return failure(said or str(error), self._destination, code)
