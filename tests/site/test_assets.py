"""What files are by their names, on every machine the same."""

from mimetypes import MimeTypes

import pytest

from sitegen.site import assets
from sitegen.site.assets import media_type


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a/plan.pdf", "application/pdf"),
        ("a/PHOTO.JPG", "image/jpeg"),
        ("a/photo.avif", "image/avif"),
        ("a/notes.txt", "text/plain"),
        ("a/plan", "application/octet-stream"),
        ("a/plan.dwgx", "application/octet-stream"),
    ],
)
def test_a_file_is_what_its_ending_stands_for(path: str, expected: str) -> None:
    assert media_type(path) == expected


def test_usual_endings_stand_for_what_the_standard_library_knows_of_them() -> None:
    library = MimeTypes(filenames=()).types_map[True]

    told = {ending: library.get(ending, usual) for ending, usual in assets._USUAL_TYPES.items()}

    assert told == assets._USUAL_TYPES


def test_usual_files_need_no_table_of_the_standard_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """To make it, what the machine knows of types is read, a hundredth of a small build."""
    monkeypatch.setattr(assets, "_types", None)

    assert media_type("a/style.css") == "text/css"
