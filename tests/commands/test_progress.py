"""What a build shows while it works: on a terminal, and where there is none."""

import os
import pty
import subprocess
import sys

import pytest

from sitegen.report import progress
from sitegen.report.colours import is_live, shows_colours
from sitegen.report.progress import ProgressBar, Verbosity
from tests.support import SiteFolder

pytestmark = pytest.mark.slow


def on_a_terminal(site: SiteFolder, script: str, **environment: str) -> str:
    """Run *script* with standard error on a terminal; return what the terminal got."""
    leader, follower = pty.openpty()
    silent = {"CI", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"}
    inherited = {name: value for name, value in os.environ.items() if name not in silent}
    process = subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=site.root,
        env={**inherited, "TERM": "xterm", "LANGUAGE": "en", **environment},
        stderr=follower,
        stdout=subprocess.PIPE,
    )
    os.close(follower)
    shown = b""
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:  # the other end was closed
            break
        if not part:
            break
        shown += part
    process.communicate(timeout=60)
    os.close(leader)
    return shown.decode()


def build_script(patience: float, pause: float = 60, *options: str) -> str:
    return (
        "import sys; from sitegen import cli; from sitegen.report import progress;"
        f"progress.PATIENCE, progress.PAUSE = {patience}, {pause};"
        f"sys.argv = ['sitegen', 'build', *{options!r}]; cli.main()"
    )


def test_a_long_build_shows_a_bar_on_a_terminal(site: SiteFolder) -> None:
    shown = on_a_terminal(site, build_script(patience=0))

    assert "Rendering" in shown
    assert "\033[" in shown


def test_a_short_build_shows_none(site: SiteFolder) -> None:
    assert on_a_terminal(site, build_script(patience=60)) == ""


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"CI": "true"}], ids=str)
def test_a_terminal_that_keeps_what_is_written_gets_lines(
    site: SiteFolder, environment: dict[str, str]
) -> None:
    shown = on_a_terminal(site, build_script(patience=0, pause=0), **environment)

    assert "Reading: 1 of 1\r\n" in shown
    assert "\033" not in shown


def test_verbose_tells_stages_instead_of_a_bar(site: SiteFolder) -> None:
    shown = on_a_terminal(site, build_script(0, 60, "--verbose"))

    assert " s  documents parsed: 1 of 1\r\n" in shown
    assert "404.html: not built before" in shown
    assert "\033" not in shown


def test_no_colour_is_shown_where_none_is_wanted(site: SiteFolder) -> None:
    site.write("content/news/b.md", "---\ntitle: B\nsumary: x\n---\n")
    script = build_script(patience=60)

    assert "\033[1;31merror\033[0m" in on_a_terminal(site, script)
    assert "\033" not in on_a_terminal(site, script, NO_COLOR="1")


@pytest.mark.parametrize(
    ("environment", "on_terminal", "in_pipe"),
    [
        ({}, True, False),
        ({"TERM": "dumb"}, False, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": ""}, True, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"CLICOLOR_FORCE": "1", "TERM": "dumb"}, True, True),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
    ],
    ids=str,
)
def test_the_environment_decides_about_colours(
    environment: dict[str, str],
    on_terminal: bool,
    in_pipe: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    leader, follower = pty.openpty()
    reader, writer = os.pipe()

    with os.fdopen(follower, "w") as terminal, os.fdopen(writer, "w") as pipe:
        shown = shows_colours(terminal), shows_colours(pipe)
        live = is_live(terminal), is_live(pipe)

    os.close(leader)
    os.close(reader)
    assert shown == (on_terminal, in_pipe)
    assert live == (environment.get("TERM") != "dumb", False)


def test_a_pipe_gets_a_line_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter([0.0, 5.0, 10.0, 15.0, 20.0])
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))

    with ProgressBar() as bar:
        for done in (10, 20, 30, 40):
            bar.advance("render", done, 40)

    assert capsys.readouterr().err == "Rendering: 20 of 40\nRendering: 40 of 40\n"


def test_a_quiet_build_tells_no_progress(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    monkeypatch.setattr(progress, "PAUSE", 0)

    with ProgressBar(Verbosity.QUIET) as bar:
        bar.advance("render", 20, 40)

    assert capsys.readouterr().err == ""
