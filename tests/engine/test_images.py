"""Width and height of images."""

from pathlib import Path
from typing import Any

import pytest

from sitegen.engine.images.dimensions import FileLook, look_at
from sitegen.engine.stages import look_at_files
from tests.demo_site import PROJECT
from tests.imaging.pictures import DRAWINGS, encoded, exif, picture


def dimensions(path: str) -> tuple[int, int]:
    return look_at(path)[1:3]


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_has_the_size_at_which_browsers_show_it(tmp_path: Path, name: str) -> None:
    svg, size = DRAWINGS[name]
    path = tmp_path / "a.svg"
    path.write_text(svg, encoding="utf-8")

    assert dimensions(str(path)) == size


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("avif", b"\0\0\0\x1cftypavif\0\0\0\0mif1miaf"),
        ("avif", b"\0\0\0\x18ftypmif1\0\0\0\0avifmiaf"),
        ("heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
        ("heic", b"\0\0\0\x18ftypmif1\0\0\0\0mif1heix"),
        ("film", b"\0\0\0\x18ftypisom\0\0\0\0isomavc1"),
        ("tiff", b"II*\0\x08\0\0\0"),
        ("psd", b"8BPS\0\1"),
        ("pdf", b"%PDF-1.7"),
        ("zip", b"PK\x03\x04"),
        ("jxl", b"\xff\x0a\xfa\x1f"),
        ("pointer", b"version https://git-lfs.github.com/spec/v1\noid sha256:00\n"),
        ("html", b"\n<!DOCTYPE html>\n<p>404"),
        ("", b"RIFF\0\0\0\0WAVE"),
        ("", b"<kml/>"),
        ("", b"bonjour"),
        ("empty", b""),
    ],
)
def test_a_file_is_what_its_bytes_say(tmp_path: Path, name: str, beginning: bytes) -> None:
    (tmp_path / "photo.jpg").write_bytes(beginning)

    assert look_at(str(tmp_path / "photo.jpg")).kind == name


def test_a_photograph_has_its_size() -> None:
    assert dimensions(str(PROJECT / "content/images/vincennes.jpg")) == (1600, 900)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("jpeg", {}),
        ("jpeg", {"progressive": True, "exif": exif(1)}),
        ("png", {}),
        ("webp", {}),
        ("webp", {"lossless": True}),
        ("webp", {"exif": exif(1)}),  # another head: VP8X
        ("gif", {}),
        ("bmp", {}),
    ],
)
@pytest.mark.parametrize("size", [(1, 1), (3, 300), (4099, 2)])
def test_a_picture_has_the_size_that_its_maker_gave_it(
    tmp_path: Path, name: str, options: dict[str, Any], size: tuple[int, int]
) -> None:
    (tmp_path / "a").write_bytes(encoded(picture(*size), name, **options))

    assert dimensions(str(tmp_path / "a")) == size


def test_what_is_no_image_has_none(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"\x00" * 10)

    assert look_at(str(tmp_path / "a.jpg")) == FileLook("")


def test_an_image_that_cannot_be_read_is_no_image_of_no_size(tmp_path: Path) -> None:
    """Zeros would be remembered, and its pages would stay without them."""
    with pytest.raises(OSError, match="absent"):
        look_at(str(tmp_path / "absent.png"))


def test_the_head_of_an_image_is_read_for_a_while_and_no_longer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_on(path: str) -> FileLook:
        while path:
            pass
        return FileLook("")

    monkeypatch.setattr(look_at_files, "_HEAD_SECONDS", 0.1)
    monkeypatch.setattr(look_at_files, "look_at", read_on)

    assert look_at_files._look(str(tmp_path / "a.avif")) == FileLook("")
