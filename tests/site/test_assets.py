"""What files are by their names, on every machine the same."""

import pytest

from sitegen.site.media_types import media_type


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a/plan.pdf", "application/pdf"),
        ("a/PHOTO.JPG", "image/jpeg"),
        ("a/photo.avif", "image/avif"),
        ("a/notes.txt", "text/plain"),
        ("a/page.xhtml", "application/xhtml+xml"),
        ("a/plan", "application/octet-stream"),
        ("a/plan.dwgx", "application/octet-stream"),
    ],
)
def test_a_file_is_what_its_ending_stands_for(path: str, expected: str) -> None:
    assert media_type(path) == expected


def test_it_is_the_same_with_each_version_of_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """Their own tables differ: 3.14 has types for `.odp` and `.php`, 3.11 has none."""
    monkeypatch.setattr("mimetypes.guess_type", None)
    monkeypatch.setattr("mimetypes.MimeTypes", None)

    presentation = "application/vnd.oasis.opendocument.presentation"
    assert media_type("a/presentation.ODP") == presentation
    assert media_type("a/archive.tar.gz") == "application/gzip"
    assert media_type("index.php") == media_type("//[a") == "application/octet-stream"
