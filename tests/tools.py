"""Independent checkers that scripts/install-for-tests puts beside the Python packages."""

import os
import shutil
import sys
from pathlib import Path

import pytest

NODE_MODULES = Path(sys.prefix) / "npm/node_modules"


def tool(path: str, program: str = "") -> Path:
    """Return a file of a checker; skip the test without it, or fail where CI promises it."""
    found = NODE_MODULES / path
    if found.is_file() and (not program or shutil.which(program)):
        return found
    message = f"{path} is not installed (scripts/install-for-tests, with npm and {program})"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
