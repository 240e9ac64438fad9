"""Width and height of images."""

import struct
from pathlib import Path

import pytest

from sitegen.engine import reading
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


def bomb() -> bytes:
    """Return an AVIF of 6 kB that tells of 65 million parts of nothing."""

    def box(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I4s", len(content) + 8, name) + content

    items = b"".join(struct.pack(">HHH", number, 0, 65_535) for number in range(1000))
    location = box(b"iloc", struct.pack(">IHH", 0, 0, 1000) + items)
    return box(b"ftyp", b"avif" + bytes(4)) + box(b"meta", bytes(4) + location)


def test_the_head_of_an_image_is_read_for_a_while_and_no_longer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_HEAD_SECONDS", 0.1)
    (tmp_path / "a.avif").write_bytes(bomb())

    assert reading._dimensions(str(tmp_path / "a.avif")) == (0, 0)
