"""Patterns that few texts need are compiled when one does, and give what others give."""

import re
import subprocess
import sys

import pytest

from sitegen.patterns import lazy_pattern

IMPORTED = """
import re
compiled = []
compile_now = re.compile
def noted(pattern, flags=0):
    compiled.append(pattern)
    return compile_now(pattern, flags)
re.compile = noted
import sitegen.engine.pipeline, sitegen.markup.render
print(len(compiled))
"""


def test_a_lazy_pattern_does_what_a_compiled_one_does() -> None:
    lazy, compiled = (
        lazy_pattern(r"(?P<word>[a-z]+) ", re.I),
        re.compile(r"(?P<word>[a-z]+) ", re.I),
    )
    text = "Un texte court"

    for _ in range(2):  # the first look compiles it
        assert lazy.findall(text) == compiled.findall(text)
        assert lazy.sub("-", text) == compiled.sub("-", text)
        assert lazy.split(text) == compiled.split(text)
        assert [found["word"] for found in lazy.finditer(text)] == ["Un", "texte"]
        assert lazy.match("2 ") is None
    assert (lazy.pattern, lazy.flags, lazy.groups) == (
        compiled.pattern,
        compiled.flags,
        compiled.groups,
    )


def test_a_lazy_pattern_is_compiled_once_and_not_before(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_now = re.compile
    monkeypatch.setattr(
        re,
        "compile",
        lambda pattern, flags: compiled.append(pattern) or compile_now(pattern, flags),
    )
    lazy = lazy_pattern("[a-z]+")
    assert lazy.pattern == "[a-z]+"
    assert not compiled

    assert lazy.match("mot")
    assert lazy.fullmatch("mot")

    assert compiled == ["[a-z]+"]


def test_what_a_build_imports_compiles_few_patterns() -> None:
    """A usual site has nothing of most of them: they are three quarters of all."""
    done = subprocess.run([sys.executable, "-c", IMPORTED], capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 120
