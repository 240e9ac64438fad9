"""Independent checkers that scripts/install-for-tests puts beside the Python packages."""

import os
import shutil
import sys
from pathlib import Path

import pytest

NODE_MODULES = Path(sys.prefix) / "npm/node_modules"
SOURCES = Path(sys.prefix) / "sources"
"""Source distributions of libraries, for the tests that come with them."""


def tool(path: str, program: str = "") -> Path:
    """Return a file of a checker; skip the test without it, or fail where CI promises it."""
    program_path = NODE_MODULES / path
    if program_path.is_file() and (not program or shutil.which(program)):
        return program_path
    raise _missing(f"{path} is not installed (scripts/install-for-tests, with npm and {program})")


def source_distribution(name: str, version: str) -> Path:
    """Return the archive of a library's sources; skip the test without it, or fail in CI."""
    archive = SOURCES / f"{name}-{version}.tar.gz"
    if not archive.is_file():
        raise _missing(f"no {archive.name}: scripts/install-for-tests fetches it")
    return archive


def _missing(message: str) -> BaseException:
    """Return what a test raises that lacks a tool: a failure where CI promises it, else a skip."""
    return (
        pytest.fail.Exception(message) if os.environ.get("CI") else pytest.skip.Exception(message)
    )
