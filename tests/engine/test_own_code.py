"""What sitegen's code is, is read once and told by its files' stamps from then on."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from sitegen.engine import own_code
from sitegen.engine.own_code import code_digest

LONG_AGO = 1_700_000_000


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of three files that nobody has changed for long."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    folder = tmp_path / "sitegen"
    for name in ("engine/own_code.py", "page/a.js", "locales/br/readers.mo", "locales/br/other.mo"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
        os.utime(folder / name, (LONG_AGO, LONG_AGO))
    return folder


def kept(package: Path) -> list[Path]:
    return list(package.glob("engine/__pycache__/*"))


def test_what_nobody_changed_is_not_read_again(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = code_digest(str(package))
    assert len(kept(package)) == 1
    monkeypatch.setattr(own_code, "_read", None)

    assert code_digest(str(package)) == first


@pytest.mark.parametrize("name", ["engine/own_code.py", "page/a.js", "locales/br/readers.mo"])
def test_another_file_is_another_program(package: Path, name: str) -> None:
    first = code_digest(str(package))
    (package / name).write_text(name.upper())

    assert code_digest(str(package)) != first


def test_what_is_no_code_changes_nothing(package: Path) -> None:
    first = code_digest(str(package))
    (package / "locales/br/other.mo").write_text("another")

    assert code_digest(str(package)) == first


def test_it_is_the_same_wherever_it_lies(package: Path, tmp_path: Path) -> None:
    first = code_digest(str(package))
    shutil.copytree(package, tmp_path / "elsewhere", copy_function=shutil.copy)

    assert code_digest(str(tmp_path / "elsewhere")) == first


def test_a_damaged_note_is_passed_over(package: Path) -> None:
    first = code_digest(str(package))
    kept(package)[0].write_bytes(kept(package)[0].read_bytes()[:-1])

    assert code_digest(str(package)) == first


def test_a_file_that_may_change_within_its_stamp_is_read_each_time(package: Path) -> None:
    (package / "page/a.js").write_text("just now")
    code_digest(str(package))

    assert kept(package) == []


def test_nothing_is_kept_where_python_keeps_nothing(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    code_digest(str(package))

    assert kept(package) == []
