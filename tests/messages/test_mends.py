"""What a message says to write, written: what was meant, not merely something without error."""

import re
from pathlib import Path, PurePosixPath

import pytest

from sitegen.catalogue import MESSAGES
from tests.messages.example import Example, examples

_CONCRETE = re.compile(r"\{suggestion\}")
"""A mend that is a value to write, not advice."""
_ADVICE = {
    "SG102": "on the command line",
    "SG159": "on the command line",
    "SG180": "a guess beside the mend",
    "SG181": "a guess beside the mend",
    "SG346": "the name of a file",
    "SG558": "on the command line",
    "SG645": "two lines",
}
OFFERED = {
    example.identifier: example
    for example in examples()
    if _CONCRETE.search(MESSAGES[example.code].hint) and example.identifier not in _ADVICE
}


def with_mend(example: Example, said: str) -> dict[str, str | None]:
    """Return what changes where it is mended as the message says: a text, or a name."""
    lines = said.splitlines()
    position = next(i for i, line in enumerate(lines) if line.endswith(f"[{example.identifier}]"))
    told, hint = lines[position], lines[position + 1]
    match = re.match(r"(\S+?):(?:(\d+):(\d+):)? ", told)
    assert match, told
    mend = (re.findall(r"`([^`]+)`", hint) or re.findall(r"Write (.+)\.$", hint))[0]
    if example.mended.get(match[1]) is None:
        return _renamed(example, match[1], mend)
    path, line, column = match[1], int(match[2]) - 1, int(match[3]) - 1
    written = example.files[path].split("\n")
    before, rest = written[line][:column], written[line][column:]
    wrong = [span for span in re.findall(r"`([^`]+)`", told) if span in rest]
    wrong += [word for word in re.findall(r"[^\s()\[\]]+", rest) if mend.endswith(word)]
    word = max(wrong, key=len)
    mend = mend.removeprefix("::: ").removeprefix("#" if f"#{word}" in rest else "")
    written[line] = before + rest.replace(word, mend, 1)
    return {path: "\n".join(written)}


def _renamed(example: Example, path: str, name: str) -> dict[str, str | None]:
    """Return what changes where the file or folder *path* is called *name*."""
    changed: dict[str, str | None] = {}
    for old, text in example.files.items():
        if PurePosixPath(old).is_relative_to(path):
            new = PurePosixPath(path).with_name(name) / PurePosixPath(old).relative_to(path)
            changed |= {old: None, str(new): text}
    return changed


@pytest.mark.slow
@pytest.mark.parametrize("identifier", OFFERED)
def test_the_mend_that_is_offered_is_what_was_meant(identifier: str, tmp_path: Path) -> None:
    example = OFFERED[identifier]

    changed = with_mend(example, example.run(tmp_path).text)

    assert changed == {path: example.mended.get(path, "no such file") for path in changed}
    assert changed
