"""Files are read whole, whatever their size."""

import sys
from pathlib import Path

import pytest

from sitegen.disk.reading import read_text_file


@pytest.mark.parametrize("size", [0, 1, 65535, 65536, 65537, 200_000])
def test_that_a_text_is_read_whole(tmp_path: Path, size: int) -> None:
    content = bytes(number % 251 for number in range(size))
    path = tmp_path / "a.md"
    path.write_bytes(content)

    assert read_text_file(str(path)) == content


@pytest.mark.parametrize(
    ("name", "error"), [(".", IsADirectoryError), ("gone.md", FileNotFoundError)]
)
@pytest.mark.skipif(sys.platform == "win32", reason="a folder is refused there")
def test_that_what_is_no_file_is_an_error_of_the_system(
    tmp_path: Path, name: str, error: type[OSError]
) -> None:
    with pytest.raises(error):
        read_text_file(str(tmp_path / name))
