"""The Nu HTML checker (validator.w3.org/nu) on every page of the demo: RGAA 8.2."""

import subprocess
from pathlib import Path

import pytest

from tests.demo_site import Demo
from tests.tools import tool


@pytest.mark.slow
def test_every_page_of_the_demo_is_valid_html(demo: Demo) -> None:
    jar = tool("vnu-jar/build/dist/vnu.jar", "java")

    result = subprocess.run(
        ["java", "-jar", jar, "--errors-only", "--format", "gnu", "--skip-non-html", demo.root],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )

    assert result.stderr.replace(str(demo.root), "") == ""
    assert result.returncode == 0
    assert len(list(demo.root.rglob("*.html"))) > 150


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    """A checker that cannot fail proves nothing."""
    jar = tool("vnu-jar/build/dist/vnu.jar", "java")
    (tmp_path / "bad.html").write_text("<!doctype html><title></title><p id=a><p id=a>")

    result = subprocess.run(
        ["java", "-jar", jar, "--errors-only", tmp_path / "bad.html"],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )

    assert "Duplicate ID" in result.stderr
