"""Files against a grammar in RELAX NG, by Jing as the Nu checker's archive holds it."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.tools import tool

_JING = "nu.validator.vendor.thaiopensource.relaxng.util.Driver"


def grammar_faults(grammar: str, paths: Sequence[Path]) -> list[str]:
    """Return what breaks the *grammar* (a file beside this one) in *paths*; nothing: all well.

    One process reads all files: starting it takes half a second, each file a few milliseconds.
    """
    jar = tool("vnu-jar/build/dist/vnu.jar", "java")
    schema = Path(__file__).parent / grammar
    result = subprocess.run(
        # As little of the JVM's own work as there is: its compiler pays after minutes alone.
        ["java", "-XX:TieredStopAtLevel=1", "-cp", jar, _JING, "-c", schema, *paths],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    lines = (result.stdout + result.stderr).splitlines()
    return lines or ([f"Jing ended with {result.returncode}"] if result.returncode else [])
