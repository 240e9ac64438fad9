"""The programs of others that `scripts/clients/install` puts beside the Python packages."""

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.demo_site import PROJECT

INSTALLED = Path(sys.prefix) / "clients"


def script_path(path: str) -> str:
    """Return where a script is that asks the programs."""
    return str(PROJECT / "scripts/clients" / path)


def script(path: str) -> ModuleType:
    """Return a script that asks the programs, which is no package of ours."""
    file = Path(script_path(path))
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def need(*paths: str) -> None:
    """Skip the test where one of *paths* is not installed, or fail where CI promises it."""
    missing = [path for path in paths if not (INSTALLED / path).exists()]
    if missing:
        told = f"{missing[0]} of scripts/clients is not installed (scripts/install-for-tests)"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(told)
