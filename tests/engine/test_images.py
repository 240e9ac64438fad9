"""Width and height of images."""

from pathlib import Path

import pytest

from sitegen.engine.images import dimensions
from tests.demo_site import PROJECT


@pytest.mark.parametrize(
    ("svg", "size"),
    [
        ('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>', (20, 10)),
        ('<?xml version="1.0"?><!-- c --><svg viewBox="0 0 96 48.4"/>', (96, 48)),
        ("<svg viewBox='-5,-5 , 30,20'/>", (30, 20)),
        ("<svg/>", (0, 0)),
        ("no picture", (0, 0)),
        ("", (0, 0)),
    ],
)
def test_an_svg_has_its_size_or_that_of_its_view_box(
    tmp_path: Path, svg: str, size: tuple[int, int]
) -> None:
    path = tmp_path / "a.svg"
    path.write_text(svg)

    assert dimensions(str(path)) == size


def test_a_photograph_has_its_size() -> None:
    assert dimensions(str(PROJECT / "content/images/vincennes.jpg")) == (1600, 900)


def test_what_is_no_image_has_none(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"\x00" * 10)

    assert dimensions(str(tmp_path / "a.jpg")) == (0, 0)
    assert dimensions("notes.txt") == (0, 0)


def test_an_image_that_cannot_be_read_is_no_image_of_no_size(tmp_path: Path) -> None:
    """Zeros would be remembered, and its pages would stay without them."""
    with pytest.raises(OSError, match="absent"):
        dimensions(str(tmp_path / "absent.png"))
