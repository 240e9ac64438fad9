"""docs/commands.md is what the commands say of themselves."""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent


def test_the_page_of_commands_is_up_to_date() -> None:
    result = subprocess.run(
        [sys.executable, PROJECT / "scripts/write_commands.py", "--check"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (result.returncode, result.stderr) == (0, "")
