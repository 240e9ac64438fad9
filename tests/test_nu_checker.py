"""The Nu HTML checker on every page of the demo: RGAA 8.2."""

from pathlib import Path

import pytest

from tests.demo_site import Demo
from tests.validators.nu import nu_faults


@pytest.mark.slow
def test_every_page_of_the_demo_is_valid_html(demo: Demo) -> None:
    assert nu_faults(demo.root) == []
    assert len(list(demo.root.rglob("*.html"))) > 150


@pytest.mark.slow
def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    """A checker that cannot fail proves nothing."""
    (tmp_path / "good.html").write_text("<!doctype html><html lang=fr><title>Bon</title><p>Bon")
    (tmp_path / "bad.html").write_text("<!doctype html><title></title><p id=a><p id=a>")

    faults = nu_faults(tmp_path)

    assert any("Duplicate ID" in line for line in faults)
    assert all("bad.html" in line for line in faults)
