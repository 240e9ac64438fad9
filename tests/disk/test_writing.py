"""A file is the old one or the new one whole, whoever may read it and whatever fails."""

import os
import stat
from pathlib import Path

import pytest

from sitegen.disk.writing import create_file, replace_file


def refuse(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("step", ["replace", "fsync"])
def test_what_fails_leaves_the_old_file_and_no_other(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, step, refuse)

    with pytest.raises(OSError, match="No space left"):
        replace_file(str(path), b"new", is_lasting=True)

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_folders_that_miss_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_file(str(tmp_path / "b/c/d"), b"1")
    create_file(str(tmp_path / "b/e/f"), b"2")
    monkeypatch.chdir(tmp_path)
    replace_file("g", b"3")

    written = [path.read_bytes() for path in sorted(tmp_path.rglob("*")) if path.is_file()]
    assert written == [b"1", b"2", b"3"]


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX's")
def test_a_secret_is_its_owners_alone_whatever_lay_there(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    path.write_bytes(b"old")
    path.chmod(0o644)

    replace_file(str(path), b"new", mode=0o600)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("has_links", [True, False])
def test_of_two_who_create_a_file_one_does(
    has_links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not has_links:
        monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "a"

    create_file(str(path), b"first")
    with pytest.raises(FileExistsError):
        create_file(str(path), b"second")

    assert path.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [path]
