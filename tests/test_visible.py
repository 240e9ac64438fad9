"""What others wrote cannot colour, clear or command what shows it: a terminal, or the log of CI."""

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner

from sitegen.cli import cli
from sitegen.wording.visible import no_command, printable, visible
from tests.support import NOW, SiteFolder

HOSTILE = "x\n::error::y\r\x1b[2J\x9b31m\u202etxt"
"""Begins a line that GitHub obeys (workflow commands), clears a terminal, turns words around."""


def test_signs_that_are_obeyed_are_shown_as_escapes() -> None:
    assert visible(HOSTILE) == r"x\n::error::y\r\x1b[2J\x9b31m\u202etxt"
    assert visible("Élu\u202f: « é » العربية 🎉") == "Élu\u202f: « é » العربية 🎉"


def test_lines_and_colours_of_our_own_stay() -> None:
    text = "\x1b[1;31merror\x1b[0m: a\n\tb"

    assert printable(text) == text
    assert printable("a\x1b]0;b\x07\x1b[2J\x9b") == r"a\x1b]0;b\x07\x1b[2J\x9b"


def test_no_line_begins_a_command_of_ci() -> None:
    text = "a: ::b\n  ::error::x\n::add-mask::y ##[set-output name=a]z ## [x]"

    shown = no_command(text)

    assert shown == (
        "a: ::b\n  \\x3a:error::x\n\\x3a:add-mask::y \\x23#[set-output name=a]z ## [x]"
    )


@pytest.fixture
def hostile(make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch) -> SiteFolder:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    text = json.dumps(HOSTILE)
    address = "/y&#10;::error::z&#27;[2J&#155;31m/"
    site = make_site(
        "-- site.yaml --\ntitle: Hub\nurl: https://hub.example.org/\n-- content/news/a.md --\n"
        f"---\ntitle: {text}\ndate: 2027-01-01\ntags: [{text}]\nkind: {text}\n"
        f"event: {{start: 2027-03-01, name: {text}}}\n---\n<a href='{address}'>x</a>\n"
        f"-- content/news/b.md --\n---\ntitle: B\ndate: 2026-01-01\nauthor: {text}\n"
        f"event: {text}\n---\n<a href='{address}'>x</a> <img src='{address}' alt='y'>\n"
    )
    monkeypatch.chdir(site.root)
    return site


@pytest.mark.parametrize(
    "words",
    ["build --dry-run --future", "build --future --verbose", "check", "next",
     "check --format=github", "explain /news/b/", "explain --fan-out"],
)  # fmt: skip
def test_no_command_prints_what_others_wrote_as_a_command(hostile: SiteFolder, words: str) -> None:
    if words.startswith("explain"):
        hostile.build()
    now = [] if words.startswith("check") else ["--now", NOW]

    result = CliRunner().invoke(cli, [*words.split(), *now])

    assert "error::" in result.output or "explain" in words
    told = result.output.replace("::error file=", "")
    assert not any(line.startswith("::error") for line in told.splitlines())
    assert not set(told) & set("\x1b\x9b\r")


def test_the_name_of_a_file_is_no_command(
    make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(
        "-- site.yaml --\ntitle: Hub\nurl: https://hub.example.org/\ncontent: .\n"
        "-- ::error::a.md --\nNo front matter.\n"
    )
    monkeypatch.chdir(site.root)

    told = CliRunner().invoke(cli, ["build"]).output

    assert r"\x3a:error::a.md:1" in told
    assert not any(line.lstrip().startswith("::") for line in told.splitlines())
