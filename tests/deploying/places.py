"""Places that sites are brought to in tests: real servers, and what readers find there."""

import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count, islice
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sitegen.config.deploying import DeployConfig, destination
from sitegen.deploying.deploy import Deployment, DeployOptions, SiteToDeploy, deploy
from sitegen.deploying.local import local_files
from sitegen.deploying.manifest import MANIFEST
from sitegen.deploying.registry import open_target
from sitegen.engine.options import no_progress

ADDRESS = "https://hub.example.org/"
NOW = 1_800_000_000


class Place(NamedTuple):
    """Where a site is brought to, and a way to it that is not sitegen's."""

    config: DeployConfig
    tree: Callable[[], dict[str, bytes]]
    """What readers find there, but for the manifest."""
    write: Callable[[str, bytes], None]
    """As somebody else would."""
    remove: Callable[[str], None]


def site_of(folder: Path, files: dict[str, str]) -> SiteToDeploy:
    """Write *files* as an output, and nothing else; return it as a site to be brought."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in {".sitegen": "a mark", **files}.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return SiteToDeploy(ADDRESS, local_files(str(folder)), None)


def encoded(files: dict[str, str]) -> dict[str, bytes]:
    return {path: text.encode() for path, text in files.items()}


def bring(site: SiteToDeploy, config: DeployConfig, **wish: Any) -> Deployment:
    place = destination(config)
    assert place
    clock = wish.pop("now", NOW)
    return deploy(site, open_target(place, "/nowhere"), DeployOptions(clock, **wish), no_progress)


def tree_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


def folder_place(folder: Path, config: DeployConfig) -> Place:
    def write(path: str, content: bytes) -> None:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)

    return Place(config, lambda: tree_of(folder), write, lambda path: (folder / path).unlink())


class SshServer(NamedTuple):
    """sshd on a port of this machine, with keys of its own."""

    port: int
    known_hosts: Path
    authorized: Path


_FIRST_PORT, _PORTS = 20_000, 800
"""Below the ports that systems give out by themselves; each of fourteen workers has its own."""
_next_ports = count(os.getpid() % _PORTS)


def free_port() -> int:
    """Return a port that no other worker asks for, and no system gives to who asks for any."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 14
    for number in islice(_next_ports, _PORTS):
        port = _FIRST_PORT + worker * _PORTS + number % _PORTS
        with suppress(OSError), closing(socket.socket()) as tried:
            tried.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no port is free")


def wait_for_port(port: int, program: "subprocess.Popen[bytes]") -> None:
    """Return when somebody listens on *port*; fail when *program* has ended."""
    while True:
        assert program.poll() is None, "the server has ended"
        with suppress(OSError), closing(socket.create_connection(("127.0.0.1", port), 1)):
            return
        time.sleep(0.02)


@contextmanager
def ended(program: "subprocess.Popen[bytes]") -> Iterator[None]:
    try:
        yield
    finally:
        program.terminate()
        program.wait()


@contextmanager
def ssh_server(folder: Path, *, only_sftp: bool) -> Iterator[SshServer]:
    """Run sshd, for the user of the tests and the key in *folder* alone."""
    sshd = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin")
    if sshd is None or shutil.which("ssh-agent") is None:
        pytest.skip("openssh-server is not installed")
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    folder.mkdir(parents=True)
    _key(folder / "host")
    port = free_port()
    settings = {
        "Port": port,
        "ListenAddress": "127.0.0.1",
        "HostKey": folder / "host",
        "AuthorizedKeysFile": folder / "authorized_keys",
        "PidFile": "none",
        "StrictModes": "no",
        "UsePAM": "no",
        "PasswordAuthentication": "no",
        "KbdInteractiveAuthentication": "no",
        "PermitRootLogin": "yes",
        "Subsystem": "sftp internal-sftp",
        **({"ForceCommand": "internal-sftp"} if only_sftp else {}),
    }
    written = "".join(f"{name} {value}\n" for name, value in settings.items())
    (folder / "config").write_text(written)
    known_hosts = folder / "known_hosts"
    known_hosts.write_text(f"[127.0.0.1]:* {(folder / 'host.pub').read_text()}")
    program = subprocess.Popen([sshd, "-D", "-f", folder / "config", "-E", folder / "log"])
    with ended(program):
        wait_for_port(port, program)
        yield SshServer(port, known_hosts, folder / "authorized_keys")


def _key(path: Path) -> None:
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", str(path)]
    subprocess.run(command, check=True)


@contextmanager
def ssh_agent(folder: Path) -> Iterator[Path]:
    """Run an agent of its own, with a key that stands in the yielded file alone."""
    folder.mkdir(parents=True, exist_ok=True)
    _key(folder / "user")
    socket_path = folder / "agent"
    program = subprocess.Popen(
        ["ssh-agent", "-D", "-a", str(socket_path)], stdout=subprocess.DEVNULL
    )
    with ended(program):
        while not socket_path.exists():
            assert program.poll() is None
            time.sleep(0.02)
        environment = os.environ | {"SSH_AUTH_SOCK": str(socket_path)}
        adding = ["ssh-add", "-q", str(folder / "user")]
        subprocess.run(adding, env=environment, check=True)
        (folder / "user").unlink()
        yield socket_path


class Cutter:
    """A way to a server of this machine that is cut when so many bytes have gone there."""

    def __init__(self, port: int, most: int) -> None:
        self._goal, self._left = port, most
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection(("127.0.0.1", self._goal))
                for pair in ((near, far, True), (far, near, False)):
                    threading.Thread(target=self._carry, args=pair, daemon=True).start()

    def _carry(self, source: socket.socket, goal: socket.socket, is_counted: bool) -> None:
        with suppress(OSError):
            while content := source.recv(1 << 14):
                if is_counted:
                    content, self._left = content[: self._left], self._left - len(content)
                goal.sendall(content)
                if self._left <= 0:
                    break
        for end in (source, goal):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def close(self) -> None:
        self._listener.close()
