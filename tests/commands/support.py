"""The command line in this process: quick, where no other process is needed."""

import io
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from gettext import textdomain
from pathlib import Path

import click
import pytest

from sitegen.cli import COMMANDS, cli, main
from sitegen.wording import translation
from tests.support import SiteFolder


class CommandLine:
    """`sitegen` with its arguments, in one folder."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def go_to(self, folder: Path) -> None:
        self._monkeypatch.chdir(folder)

    def speak(self, language: str) -> None:
        self._monkeypatch.setenv("LANGUAGE", language)
        self._monkeypatch.setenv("LANG", f"{language}.UTF-8")  # in C, LANGUAGE changes nothing
        for name in ("LC_ALL", "LC_MESSAGES"):
            self._monkeypatch.delenv(name, raising=False)
        translation._catalogue.cache_clear()
        translation.translate_libraries()

    def run(self, *arguments: str) -> int:
        """Run a command line as a shell does; return its exit code."""
        self._monkeypatch.setattr(sys, "argv", ["sitegen", *arguments])
        try:
            main()
        except SystemExit as ended:
            return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
        return 0


@pytest.fixture
def command_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[CommandLine]:
    """The command line in English, in an empty folder, as on a screen of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "SITEGEN_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    line = CommandLine(monkeypatch)
    line.go_to(tmp_path)
    with _process_as_it_was():
        line.speak("en")
        yield line
        monkeypatch.undo()


@contextmanager
def _process_as_it_was() -> Iterator[None]:
    """Take back what a command sets for the whole of its process."""
    handler = signal.getsignal(signal.SIGTERM)
    domain = textdomain()
    try:
        yield
    finally:
        translation._catalogue.cache_clear()
        textdomain(domain)
        signal.signal(signal.SIGTERM, handler)


def sitegen(
    site: SiteFolder, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a command line in the site's folder; return what a process of its own would.

    Such a process (`test_cli.sitegen`) takes a second for a build of milliseconds.
    """
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch, _process_as_it_was():
        patch.chdir(site.root)
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        for name, value in environment.items():
            patch.setenv(name, value)
        translation._catalogue.cache_clear()
        with redirect_stdout(out), redirect_stderr(err):
            code = CommandLine(patch).run(*arguments)
    told = []
    for stream in (out, err):
        stream.flush()
        told.append(stream.buffer.getvalue().decode())  # type: ignore[attr-defined]
    return subprocess.CompletedProcess(["sitegen", *arguments], code, *told)


def commands() -> dict[str, click.Command]:
    """Return all commands by name."""
    context = root_context()
    by_name = {name: cli.get_command(context, name) for name in COMMANDS}  # type: ignore[attr-defined]
    return {name: command for name, command in by_name.items() if command is not None}


def root_context() -> click.Context:
    return cli.context_class(cli, info_name="sitegen", **cli.context_settings)


def context_of(name: str) -> click.Context:
    command = commands()[name]
    return command.context_class(command, info_name=name, parent=root_context())
