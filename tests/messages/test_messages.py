"""Every message of the catalogue happens, at its place, in both languages, and its mend helps."""

import ast
import os
import re
from collections import Counter
from pathlib import Path

import pytest

from sitegen.catalogue import FAMILIES, MESSAGES, wording
from sitegen.engine.images import derive as derive_stage
from sitegen.errors import Diagnostic
from tests.imaging.pictures import encoded, picture
from tests.messages.example import REPOSITORY, TOLD, Example, examples
from tests.support import SiteFolder, places

EXAMPLES = {f"{example.identifier}-{example.code}": example for example in examples()}
SHOWN = {name: example for name, example in EXAMPLES.items() if not example.test}
CATALOGUE = REPOSITORY / "sitegen" / "catalogue"
ENGLISH = re.compile(
    r"\b(the|is|are|of|and|or|in|it|no|not|cannot|write|with|which|stands?|error|warning|holds?"
    r"|must|should|there|needs?|its|here|more|was)\b",
    re.IGNORECASE,
)


def test_every_message_has_an_example_and_every_example_a_message() -> None:
    assert set(EXAMPLES) == {f"{message.id}-{code}" for code, message in MESSAGES.items()}


def test_a_code_and_an_identifier_stand_once_in_all_families() -> None:
    """Of two families' messages of one code the later would win without a word."""
    messages = [message for family in FAMILIES.values() for message in family.items()]
    counted = Counter(name for code, message in messages for name in (code, message.id))

    assert [name for name, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("path", sorted(CATALOGUE.glob("*.py")), ids=lambda path: path.stem)
def test_a_code_stands_once_in_its_family(path: Path) -> None:
    """A key that a mapping's source gives twice leaves no trace when the program runs."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    mappings = [node.keys for node in ast.walk(tree) if isinstance(node, ast.Dict)]
    names = [[key.value for key in keys if isinstance(key, ast.Constant)] for keys in mappings]

    assert [name for group in names for name, times in Counter(group).items() if times > 1] == []


def test_every_message_says_what_to_do() -> None:
    assert [code for code, message in MESSAGES.items() if not message.hint] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", SHOWN)
def test_a_mistake_is_told_at_its_place_and_its_mend_helps(
    name: str, tmp_path: Path, told: Path
) -> None:
    example = SHOWN[name]

    said = example.run(tmp_path)
    written = told / f"{os.getpid()}.new"
    written.write_text(TOLD[example.identifier], encoding="utf-8", newline="")
    written.rename(told / f"{example.identifier}.txt")  # another process may be reading

    at = example.written.get("at")
    others = said.errors - {example.identifier}  # warnings beside it are advice for small sites
    assert example.identifier in said.codes, said.text
    assert others == set(example.written.get("also", ())), said.text
    if at is not None:
        assert said.of(example.identifier) == (at if isinstance(at, list) else [at])
    assert not re.search(r"\{\w+\}|Traceback", _without_code(said.text))
    _check_french(example, tmp_path)
    if example.mend:
        return
    mended = example.run_mended(tmp_path)
    assert example.identifier not in mended.codes, mended.text


def _check_french(example: Example, root: Path) -> None:
    french = example.run_again(root, language="fr")
    assert example.identifier in french.codes
    english = [
        line for line in _without_code(french.text).splitlines() if ENGLISH.search(_words_of(line))
    ]
    assert english == []


def _without_code(text: str) -> str:
    """Return *text* without what stands in backticks, or between straight quotation marks."""
    return re.sub(r"`[^`]*`|\"[^\"]*\"|'[^']*'", "", text)


def _words_of(line: str) -> str:
    """Return *line* without its place and its list of names."""
    return re.sub(r"^\S+: |: (?:[\w-]+, )+[\w-]+|\S*[/._]\S*|dask \w+|--\S+", " ", line)


@pytest.mark.parametrize("name", [name for name, case in EXAMPLES.items() if case.test])
def test_what_no_site_shows_is_made_to_happen_by_a_test(name: str) -> None:
    """The test is there, and compares with the code or its identifier (in its decorators, too)."""
    example = EXAMPLES[name]
    path, _, test = example.test.partition("::")
    source = (REPOSITORY / path).read_text(encoding="utf-8")
    functions = {
        node.name: ast.unparse(node)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef)
    }

    assert "assert" in functions[test]
    named = rf"'{example.code}'|\b{example.identifier}\b|: {example.code}'"
    assert re.search(named, functions[test])
    text, hint = wording(Diagnostic(example.code, values=example.written.get("sample", {})))
    assert not re.search(r"\{\w+\}", text + hint)


def test_an_image_that_cannot_be_drawn_is_told(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A decoder may fail where it did not when the image was looked at."""
    site.write("site.yaml", "title: Hub\nurl: https://hub.example.org/\nimages: {cards: false}\n")
    site.write("content/news/salle.jpg", encoded(picture(900, 600), "JPEG"))
    site.append("content/news/a.md", "\n![La salle](salle.jpg)\n")

    def refuse(*_: object) -> list[bytes]:
        raise OSError("encoder error -2")

    monkeypatch.setattr(derive_stage, "_draw", refuse)
    report = site.build()

    assert places(report) == {"content/news/salle.jpg:0": "image-failed"}
