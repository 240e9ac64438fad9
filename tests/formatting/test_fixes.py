"""Mistakes that have one mend: what `sitegen check --fix` writes is what the message says."""

from pathlib import Path

import pytest

from sitegen.errors import Diagnostic
from sitegen.formatting.files import fix_files, write_text
from sitegen.formatting.fixes import _MENDS, _WRITTEN, fix_text
from tests.messages.example import Example, examples

_TWO_MISTAKES = {"SG012"}
"""Examples whose mended site differs by more than the mend."""
FIXED = [
    example
    for example in examples()
    if example.code in {*_WRITTEN, *_MENDS} and example.identifier not in _TWO_MISTAKES
]


@pytest.mark.slow
@pytest.mark.parametrize("example", FIXED, ids=lambda example: example.identifier)
def test_the_mend_of_each_example_is_written_and_said(example: Example, tmp_path: Path) -> None:
    said = example.fix(tmp_path)

    for path, text in example.mended.items():
        assert text is None or (tmp_path / path).read_text(encoding="utf-8") == text
    assert example.identifier not in said.codes
    assert ": mended, `" in said.text


def key(name: str, meant: str, line: int, column: int) -> Diagnostic:
    values = {"key": name, "suggestion": meant}
    return Diagnostic("unknown-key-near", "content/a.md", line, column, values)


def test_several_mistakes_of_one_line_are_all_mended() -> None:
    mistakes = [key("image.alte", "image.alt", 1, 9), key("image.captoin", "image.caption", 1, 18)]

    text, fixes = fix_text("image: {alte: x, captoin: y}\n", mistakes)

    assert text == "image: {alt: x, caption: y}\n"
    assert [fix.diagnostic for fix in fixes] == mistakes


def test_a_line_that_does_not_hold_the_mistake_is_left_alone() -> None:
    mistakes = [key("tagss", "tags", 1, 1), key("tagss", "tags", 9, 1)]

    assert fix_text("tags: [eau]\n", mistakes) == ("tags: [eau]\n", [])


def test_for_whom_a_text_is_private_is_nothing_that_a_program_decides() -> None:
    text = "private: true\n"

    assert fix_text(text, [key("private", "access", 1, 1)]) == (text, [])


def test_nothing_is_written_outside_the_content(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    outside = tmp_path / "outside.md"
    outside.write_text("tagss: x\n")
    (tmp_path / "content/link.md").symlink_to(outside)

    for path in ("outside.md", "content/link.md", "content/../outside.md"):
        values = {"key": "tagss", "suggestion": "tags"}
        assert not fix_files(
            str(tmp_path), "content", [Diagnostic("unknown-key-near", path, 1, 1, values)]
        )

    assert outside.read_text() == "tagss: x\n"


def test_line_ends_and_rights_of_a_file_stay(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    path = tmp_path / "content/a.md"
    path.write_bytes(b"---\r\ntagss: x\r\n---\r\n")
    path.chmod(0o640)

    fixes = fix_files(str(tmp_path), "content", [key("tagss", "tags", 2, 1)])

    assert [(fix.before, fix.after) for fix in fixes] == [("tagss: x", "tags: x")]
    assert path.read_bytes() == b"---\r\ntags: x\r\n---\r\n"
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_was_saved_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("autre")

    write_text(str(path), b"un", "deux")

    assert path.read_text() == "autre"
