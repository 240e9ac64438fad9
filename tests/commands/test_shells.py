"""The Tab key in the shells themselves, each on a terminal: bash, zsh, fish."""

import fcntl
import os
import pty
import select
import shutil
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import SiteFolder

pytestmark = pytest.mark.slow
PATIENCE = 60.0
SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], 'eval "$(sitegen completion bash)"'),
    "zsh": (
        ["zsh", "-f", "-i"],
        'autoload -Uz compinit; compinit -u -D; eval "$(sitegen completion zsh)"',
    ),
    "fish": (["fish", "--no-config", "-i"], "sitegen completion fish | source"),
}
PROGRAM = """#!/bin/sh
if [ "$1" = completion ] || [ -n "$_SITEGEN_COMPLETE" ]; then
    {python} -m sitegen "$@"
    echo done >> {answered}
else
    printf '%s\\n' "$@" > {typed}.new
    mv {typed}.new {typed}
fi
"""
"""Completes as sitegen does; else writes down what it was called with."""


def _take_terminal() -> None:
    """Make standard input the terminal that the session belongs to: fish wants one."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Shell:
    """An interactive shell on a terminal, in a site's folder."""

    def __init__(self, name: str, site: SiteFolder, folder: Path) -> None:
        command, setup = SHELLS[name]
        self._answered, self._typed = folder / "answered", folder / "typed"
        program = folder / "bin/sitegen"
        program.parent.mkdir()
        program.write_text(
            PROGRAM.format(python=sys.executable, answered=self._answered, typed=self._typed)
        )
        program.chmod(0o755)
        self._terminal, theirs = pty.openpty()
        self._process = subprocess.Popen(
            command,
            cwd=site.root,
            env={
                **os.environ,
                "PATH": f"{program.parent}:{os.environ['PATH']}",
                "HOME": str(folder),
                "TERM": "xterm",
                "LANG": "C.UTF-8",
            },
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(theirs)
        self._send(f"{setup}\n")
        self._wait(lambda: self._answers() == 1)

    def complete(self, line: str) -> list[str]:
        """Type *line*, then Tab and Enter; return what sitegen is called with."""
        self._typed.unlink(missing_ok=True)
        before = self._answers()
        self._send(line + "\t")
        self._wait(lambda: self._answers() > before)
        self._pass(0.5)  # the shell reads the answer
        self._send("\n")
        self._wait(self._typed.exists)
        return self._typed.read_text(encoding="utf-8").splitlines()

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._terminal)

    def _answers(self) -> int:
        return self._answered.read_text().count("done") if self._answered.exists() else 0

    def _send(self, text: str) -> None:
        os.write(self._terminal, text.encode())

    def _pass(self, seconds: float) -> None:
        """Read what the shell shows: one that nobody reads stops."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if select.select([self._terminal], [], [], left)[0]:
                os.read(self._terminal, 65536)

    def _wait(self, holds: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end
            self._pass(0.05)


@pytest.mark.parametrize("name", SHELLS)
def test_a_shell_completes_commands_options_and_what_stands_on_the_disk(
    name: str, site: SiteFolder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed: apt-get install {name}")
    for path in (
        "content/guides/b.md",
        "output/index.html",
        "output/tags/cybersécurité/index.html",
    ):
        site.write(path, "")
    shell = Shell(name, site, tmp_path_factory.mktemp("shell"))
    try:
        lines = [
            shell.complete(line)
            for line in (
                "sitegen ser",
                "sitegen build --dry",
                "sitegen explain content/gui",
                "sitegen explain /tags/",
                "sitegen new --section gu",
                "sitegen new commu",
                "sitegen check --format sa",
            )
        ]
    finally:
        shell.end()

    assert lines == [
        ["serve"],
        ["build", "--dry-run"],
        ["explain", "content/guides/b.md"],
        ["explain", "/tags/cybersécurité/"],
        ["new", "--section", "guides"],
        ["new", "communiqué"],
        ["check", "--format", "sarif"],
    ]
