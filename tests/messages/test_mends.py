"""What a message says to write, written: what was meant, not merely something without error."""

import re
from pathlib import Path

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
}
OFFERED = {
    example.identifier: example
    for example in examples()
    if _CONCRETE.search(MESSAGES[example.code].hint) and example.identifier not in _ADVICE
}


def with_mend(example: Example, said: str) -> tuple[str, str]:
    """Return the file that the message names, and its text with what the message says to write."""
    lines = said.splitlines()
    position = next(i for i, line in enumerate(lines) if line.endswith(f"[{example.identifier}]"))
    told, hint = lines[position], lines[position + 1]
    found = re.match(r"(\S+?):(\d+):(\d+): ", told)
    assert found, told
    path, line, column = found[1], int(found[2]) - 1, int(found[3]) - 1
    mend = (re.findall(r"`([^`]+)`", hint) or re.findall(r"Write (.+)\.$", hint))[0]
    written = example.files[path].split("\n")
    before, rest = written[line][:column], written[line][column:]
    wrong = [one for one in re.findall(r"`([^`]+)`", told) if one in rest]
    wrong += [one for one in re.findall(r"[^\s()\[\]]+", rest) if mend.endswith(one)]
    word = max(wrong, key=len)
    mend = mend.removeprefix("::: ").removeprefix("#" if f"#{word}" in rest else "")
    written[line] = before + rest.replace(word, mend, 1)
    return path, "\n".join(written)


@pytest.mark.slow
@pytest.mark.parametrize("identifier", OFFERED)
def test_the_mend_that_is_offered_is_what_was_meant(identifier: str, tmp_path: Path) -> None:
    example = OFFERED[identifier]

    path, text = with_mend(example, example.run(tmp_path).text)

    assert text == example.mended[path]
