"""The Nu HTML checker (validator.w3.org/nu): what is no valid HTML."""

import subprocess
from pathlib import Path

from tests.tools import tool

_FEWEST = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""As little of the JVM's own work as there is: its second compiler takes as long as the checks."""
_DEEP = "-Xss4m"
"""What the checker's grammar needs of a stack, with the code of the first compiler."""


def nu_faults(*paths: Path) -> list[str]:
    """Return what is wrong in files of HTML, or in all of folders: a line for each mistake.

    Parts of a page that other sites show in theirs (`.htm`) are no documents.
    """
    files = [
        file for path in paths for file in ([path] if path.is_file() else path.rglob("*.html"))
    ]
    jar = tool("vnu-jar/build/dist/vnu.jar", "java")
    options = ("--errors-only", "--format", "gnu")
    result = subprocess.run(
        ["java", *_FEWEST, _DEEP, "-jar", jar, *options, *sorted(files)],
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    lines = result.stderr.splitlines()
    return lines or ([f"the checker ended with {result.returncode}"] if result.returncode else [])
