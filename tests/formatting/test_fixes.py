"""Mistakes that have one mend: what `sitegen check --fix` writes is what the message says."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from sitegen.errors import Diagnostic
from sitegen.formatting import files
from sitegen.formatting.files import fix_files, write_text
from sitegen.formatting.fixes import _MENDS, _WRITTEN, fix_text
from tests.messages.example import Example, _run, examples

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
        ).fixes

    assert outside.read_text() == "tagss: x\n"


def test_line_ends_and_rights_of_a_file_stay(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    path = tmp_path / "content/a.md"
    path.write_bytes(b"---\r\ntagss: x\r\n---\r\n")
    path.chmod(0o640)

    fixes = fix_files(str(tmp_path), "content", [key("tagss", "tags", 2, 1)]).fixes

    assert [(fix.before, fix.after) for fix in fixes] == [("tagss: x", "tags: x")]
    assert path.read_bytes() == b"---\r\ntags: x\r\n---\r\n"
    assert path.stat().st_mode & 0o777 == 0o640


LEFT = {
    "a comment behind": "title: Fête : suite # à relire\n",
    "a text that goes on below": "summary: Fête : suite\n  du forum\ntitle: A\n",
    "a key that is there already": "title: A\ntitel: B\n",
    "a date that is there already": "title: A\ndate: 2026-01-01\npublishDate: 2026-02-01\n",
    "a rule below a text without an end": "title: A\n\nUn texte\n***\nautre",
    "a heading below a text without an end": "title: A\n\nRésumé : x\n-----\nautre",
    "a comment that would be one": "titel: A # titel\n",
    "anchors": "titel: &a A\nsummary: *a\n",
    "quotation marks in quotation marks": "title: A\nkind: “un “mot” ici”\n",
}
"""Front matters that a program does not understand."""
MENDED = {
    b"---\r\ntitel: A\nsumary: x\r\n---\nUn\r\ntexte":
        b"---\r\ntitle: A\nsummary: x\r\n---\nUn\r\ntexte",
    b"---\rtitel: A\r---\rUn texte\r": b"---\rtitle: A\r---\rUn texte\r",
    b"\xef\xbb\xbf---\ntitel: A\n---\n": b"\xef\xbb\xbf---\ntitle: A\n---\n",
    b"---\ntitel: A\nsummary: |\n  titel: x\n---\n":
        b"---\ntitle: A\nsummary: |\n  titel: x\n---\n",
    b"---\ntitle: A\nimage:\n\tsrc: a\n\talt: x\ty\n---\n":
        b"---\ntitle: A\nimage:\n  src: a\n  alt: x\ty\n---\n",
    b"---\ntitle: A\n---\n[bilam.md](bilam.md) bilam.md\n":
        b"---\ntitle: A\n---\n[bilam.md](bilan.md) bilam.md\n",
    "---\ntitle: A\ntags: [“eau”, “air”]\n---\n“Un” texte\n".encode():
        "---\ntitle: A\ntags: [\"eau\", \"air\"]\n---\n“Un” texte\n".encode(),
    b'---\ntitle: A\nupdated: "6 mars 2026"\n---\n':
        b'---\ntitle: A\nupdated: "2026-03-06"\n---\n',
}  # fmt: skip


@pytest.fixture(scope="module")
def mended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site's texts, mended, beside the same as it was."""
    root = tmp_path_factory.mktemp("mended")
    content = root / "content"
    content.mkdir()
    (root / "site.yaml").write_text("title: Hub\nurl: https://hub.example.org/\nlanguage: fr\n")
    texts = {f"left-{at}.md": f"---\n{head}---\nTexte.\n" for at, head in enumerate(LEFT.values())}
    for name, text in texts.items():
        (content / name).write_text(text)
    for at, raw in enumerate(MENDED):
        (content / f"mended-{at}.md").write_bytes(raw)
    for name in ("bilan.md", "aim.md", "kept.md"):
        (content / name).write_text("---\ntitel: B\n---\n")
    (content / "kept.md").chmod(0o444)
    (content / "link.md").symlink_to("aim.md")
    _run(root, ["check", "--fix"], {}, "en")
    return content


@pytest.mark.slow
def test_what_is_not_understood_stays_letter_by_letter(mended: Path) -> None:
    found = {
        name: (mended / f"left-{at}.md").read_text() == f"---\n{head}---\nTexte.\n"
        for at, (name, head) in enumerate(LEFT.items())
    }

    assert [name for name, is_left in found.items() if not is_left] == []


@pytest.mark.slow
def test_no_byte_changes_but_those_of_the_mistake(mended: Path) -> None:
    found = [(mended / f"mended-{at}.md").read_bytes() for at in range(len(MENDED))]

    assert found == list(MENDED.values())


@pytest.mark.slow
def test_a_link_stays_one_and_a_file_to_be_read_alone_as_it_is(mended: Path) -> None:
    assert (mended / "link.md").is_symlink()
    assert (mended / "aim.md").read_text() == "---\ntitle: B\n---\n"
    assert (mended / "kept.md").read_text() == "---\ntitel: B\n---\n"


@pytest.mark.slow
def test_a_second_run_changes_nothing(mended: Path) -> None:
    before = {path: path.read_bytes() for path in mended.iterdir()}

    said = _run(mended.parent, ["check", "--fix"], {}, "en")

    assert ": mended, `" not in said.text
    assert {path: path.read_bytes() for path in mended.iterdir()} == before


def test_a_disk_that_refuses_is_told_and_the_others_are_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "content").mkdir()
    for name in ("a.md", "b.md"):
        (tmp_path / "content" / name).write_text("---\ntagss: x\n---\n")
    write = files.replace_file

    def refuse(path: str, *args: Any, **options: Any) -> None:
        if path.endswith("a.md"):
            raise PermissionError(13, "Permission denied", path)
        write(path, *args, **options)

    monkeypatch.setattr(files, "replace_file", refuse)
    told = key("tagss", "tags", 2, 1)
    mistakes = [told, msgspec.structs.replace(told, path="content/b.md")]

    fixes, refused = fix_files(str(tmp_path), "content", mistakes)

    assert [fix.diagnostic.path for fix in fixes] == ["content/b.md"]
    assert [mistake.code for mistake in refused] == ["disk-refused"]
    assert (tmp_path / "content/b.md").read_text() == "---\ntags: x\n---\n"


def test_what_was_saved_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("autre")

    write_text(str(path), b"un", "deux")

    assert path.read_text() == "autre"
