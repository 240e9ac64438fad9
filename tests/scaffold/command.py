"""`sitegen` run in this process, in a folder, on a given day, with nobody at a terminal."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from sitegen.cli import cli

NOON = "1795345200"
"""2026-11-22, noon in Paris: Sunday."""


class Result:
    """What a command printed and its exit code."""

    def __init__(self, root: Path, name: str, *arguments: str) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(root)
            patch.setenv("SOURCE_DATE_EPOCH", NOON)
            done = CliRunner().invoke(cli, [name, *arguments])
        if done.exception and not isinstance(done.exception, SystemExit | click.ClickException):
            raise done.exception
        self.code = done.exit_code
        self.out = done.stdout
        self.err = done.stderr
