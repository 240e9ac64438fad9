"""Exit codes, and what is said when sitegen itself fails."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from sitegen import cli
from sitegen.cli import COMMANDS
from sitegen.commands.command import ALL_EXIT_CODES, Command
from tests.commands.support import CommandLine, command_line, commands
from tests.support import SiteFolder

__all__ = ["command_line"]

WORK = [
    (("build", "--jobs", "1"), 0),
    (("build", "--dry-run", "--jobs", "1"), 0),
    (("check",), 0),
    (("next",), 0),
    (("explain", "/news/a/"), 0),
    (("schema", "site"), 0),
    (("clean",), 0),
    (("completion", "fish"), 0),
    (("help", "next"), 0),
    (("--version",), 0),
    ((), 0),
]
MISTAKES = [
    (("build", "--jobs", "1"), 1),
    (("check",), 1),
    (("build", "--jobs", "x"), 2),
    (("build", "--now", "hier"), 2),
    (("build", "--output", "content"), 2),
    (("explain", "/absent/"), 2),
    (("explain",), 2),
    (("serve", "--public", "--drafts"), 2),
    (("schema", "page"), 2),
    (("completion", "cmd"), 2),
    (("help", "nothing"), 2),
    (("nothing",), 2),
    (("--nothing",), 2),
]


@pytest.mark.parametrize(
    ("arguments", "code"), WORK, ids=[" ".join(arguments) for arguments, _ in WORK]
)
def test_what_went_well_ends_with_0(
    command_line: CommandLine, site: SiteFolder, arguments: tuple[str, ...], code: int
) -> None:
    command_line.go_to(site.root)

    assert command_line.run(*arguments) == code


@pytest.mark.parametrize(
    ("arguments", "code"), MISTAKES, ids=[" ".join(arguments) for arguments, _ in MISTAKES]
)
def test_mistakes_end_with_1_in_content_and_2_in_usage(
    command_line: CommandLine,
    site: SiteFolder,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    code: int,
) -> None:
    site.write("content/news/b.md", "---\ntitle: B\nsumary: x\n---\n")
    command_line.go_to(site.root)

    exit_code = command_line.run(*arguments)

    printed = capsys.readouterr()
    assert exit_code == code
    assert printed.err
    if code == 2:
        assert printed.out == ""


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_knows_its_exit_codes(command_line: CommandLine, name: str) -> None:
    command = commands()[name]

    assert isinstance(command, Command)
    assert set(command.exit_codes) <= set(ALL_EXIT_CODES)
    assert command_line.run(name, "--help") == 0
    assert command_line.run(name, "--nothing") == 2


@pytest.mark.parametrize("name", ["build", "check", "next", "explain", "serve"])
def test_where_there_is_no_site_the_code_is_2(
    command_line: CommandLine, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    arguments = ("explain", "/") if name == "explain" else (name,)

    assert command_line.run(*arguments) == 2
    assert "no site.yaml" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("raised", "code", "told"),
    [
        (KeyboardInterrupt(), 130, "sitegen: interrupted; what was published stays\n"),
        (click.Abort(), 130, "sitegen: interrupted; what was published stays\n"),
        (None, 143, "sitegen: terminated; what was published stays\n"),
        (
            OSError(28, "No space left on device"),
            1,
            "sitegen: [Errno 28] No space left on device\n",
        ),
    ],
    ids=["Ctrl-C", "a question unanswered", "SIGTERM", "a full disk"],
)
def test_what_ends_a_command_from_outside_has_its_code(
    command_line: CommandLine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    raised: BaseException | None,
    code: int,
    told: str,
) -> None:
    def end(**_: object) -> None:
        if raised is None:
            os.kill(os.getpid(), signal.SIGTERM)
        else:
            raise raised

    monkeypatch.setattr(cli.cli, "main", end)
    monkeypatch.setattr(cli, "_drop_stdout", lambda: None)

    assert command_line.run("help") == code
    assert capsys.readouterr().err == told


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("surprise")

    monkeypatch.setattr("sitegen.engine.build.build", fail)
    return fail


def test_a_mistake_of_sitegen_is_one_clear_block_with_the_traceback_in_a_file(
    command_line: CommandLine,
    site: SiteFolder,
    capsys: pytest.CaptureFixture[str],
    failing: Callable[..., None],
) -> None:
    site.write(".sitegen/state.db", b"")
    command_line.go_to(site.root)

    code = command_line.run("build")

    told = capsys.readouterr().err
    file = os.path.join(".sitegen", "sitegen-error.txt")
    assert code == 1
    assert told.startswith("error: sitegen 0.")
    assert (
        "failed: KeyError: 'surprise' [SG107]\n    This is a mistake of sitegen, not yours" in told
    )
    assert file in told
    assert "Traceback" not in told
    kept = (site.root / file).read_text(encoding="utf-8")
    assert f"in {failing.__name__}" in kept
    assert "\nbuild\n" in kept


@pytest.mark.usefixtures("failing")
@pytest.mark.parametrize("how", ["--verbose", "SITEGEN_DEBUG"])
def test_the_traceback_is_shown_to_who_asks(
    command_line: CommandLine,
    site: SiteFolder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    how: str,
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    command_line.go_to(site.root)
    if how == "SITEGEN_DEBUG":
        monkeypatch.setenv(how, "1")

    code = command_line.run("build", *([how] if how.startswith("--") else []))

    assert code == 1
    assert "Traceback" in capsys.readouterr().err
    assert (tmp_path / "sitegen-error.txt").exists()


def test_a_process_writes_all_and_ends_without_taking_its_work_apart(site: SiteFolder) -> None:
    """What is in the buffer of a pipe is written; what would be done at the very end is not."""
    script = (
        "import atexit, sys; from sitegen import cli; atexit.register(print, 'taken apart');"
        "sys.argv = ['sitegen', *sys.argv[1:]]; cli.run()"
    )

    def started(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = (sys.executable, "-c", script, *arguments)
        return subprocess.run(command, cwd=site.root, capture_output=True, text=True, check=False)

    printed = started("schema", "article")
    assert printed.returncode == 0
    assert "title" in json.loads(printed.stdout)["properties"]

    assert started("nothing").returncode == 2
    assert "No such command" in started("nothing").stderr
