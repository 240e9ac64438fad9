"""What a build shows on a terminal."""

import os
import pty
import subprocess
import sys

import pytest

from sitegen.report import progress
from sitegen.report.progress import ProgressBar
from tests.support import SiteFolder


def on_a_terminal(site: SiteFolder, script: str) -> str:
    """Run *script* with standard error on a terminal; return what the terminal got."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", script], cwd=site.root, stderr=follower, stdout=subprocess.PIPE
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


def build_script(patience: float) -> str:
    return (
        "import sys; from sitegen import cli; from sitegen.report import progress;"
        f"progress.PATIENCE = {patience}; sys.argv = ['sitegen', 'build']; cli.main()"
    )


def test_a_long_build_shows_a_bar_on_a_terminal(site: SiteFolder) -> None:
    shown = on_a_terminal(site, build_script(patience=0))

    assert "Rendering" in shown


def test_a_short_build_shows_none(site: SiteFolder) -> None:
    assert on_a_terminal(site, build_script(patience=60)) == ""


def test_a_pipe_gets_no_bar(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)

    with ProgressBar(is_quiet=False) as bar:
        bar.advance("render", 20, 40)

    assert capsys.readouterr().err == ""
