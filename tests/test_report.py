"""Wording, layout and counting."""

import re
from pathlib import Path
from string import Formatter

import pytest

from sitegen.catalogue import MESSAGES, wording
from sitegen.commands.serve import _print_built
from sitegen.engine.options import BuildReport
from sitegen.errors import Diagnostic, unique
from sitegen.report.closing import closing_line
from sitegen.report.diagnostics import format_diagnostic, print_diagnostics
from sitegen.report.grouped import grouped
from sitegen.server.served_site import PreviewBuild
from sitegen.wording import translation

PACKAGE = Path(__file__).parent.parent / "sitegen"


def test_a_diagnostic_is_place_message_identifier_and_mend() -> None:
    diagnostic = Diagnostic("missing-key", "content/a.md", 3, 1, {"key": "title"})

    assert format_diagnostic(diagnostic) == (
        "content/a.md:3:1: error: the key `title` is missing [SG032]\n    Add a line `title: …`."
    )


def test_a_mend_that_several_share_is_said_with_the_first(
    capsys: pytest.CaptureFixture[str],
) -> None:
    keys = ("title", "start", "title")
    several = [Diagnostic("missing-key", "content/a.md", 3, 1, {"key": key}) for key in keys]

    print_diagnostics(several)
    blocks = grouped(several, is_check=True, is_coloured=False)

    assert capsys.readouterr().err.count("Add a line `title: …`.") == 1
    for key, number in (("title", 1), ("start", 1)):
        assert blocks.count(f"Add a line `{key}: …`.") == number
    assert blocks.count("[SG032]") == 3


def test_identifiers_are_unique_and_well_formed() -> None:
    identifiers = [message.id for message in MESSAGES.values()]

    assert len(identifiers) == len(set(identifiers))
    assert all(re.fullmatch(r"SG\d{3}", identifier) for identifier in identifiers)


def test_every_code_that_the_package_gives_is_in_the_catalogue() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    given = re.findall(
        r'(?:Diagnostic|diagnostic|converter\.refuse)\(\s*(?:node, )?"([a-z0-9-]+)"', source
    )

    assert len(given) > 30
    assert set(given) <= set(MESSAGES)


@pytest.mark.parametrize("code", MESSAGES)
def test_every_message_can_be_worded(code: str) -> None:
    message = MESSAGES[code]
    names = {name for _, name, _, _ in Formatter().parse(message.text + message.hint) if name}

    text, _ = wording(Diagnostic(code, values=dict.fromkeys(names, "x")))

    assert (
        text[0].islower()
        or not text[0].isalpha()
        or text.startswith(("YAML", "JSON", "CSV", "Git "))
    )


def test_the_same_mistake_on_many_pages_is_told_once() -> None:
    many = [
        Diagnostic("template-failed", "t.html", 1, 0, {"reason": "x", "page": page, "excerpt": ""})
        for page in ("b", "a", "c")
    ]

    (diagnostic,) = unique(many)

    assert str(diagnostic.values["page"]) == "a and 2 more"


def test_the_closing_line_counts() -> None:
    report = BuildReport(
        planned=5,
        written=["a"],
        removed=["b", "c"],
        diagnostics=[Diagnostic("empty-title", "a.md"), Diagnostic("link-unpublished", "b.md")],
    )

    line = closing_line(report, 0.126, is_dry=False)

    assert line == "1 page written, 4 unchanged, 2 removed, 1 error, 1 warning in 0.13 s"


def test_serve_tells_seconds_in_french_as_build_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    monkeypatch.setenv("LANGUAGE", "fr")
    translation._catalogue.cache_clear()
    try:
        report = BuildReport(written=["index.html"])
        _print_built(PreviewBuild([], report, [], 3.126), is_quiet=False)
    finally:
        translation._catalogue.cache_clear()

    assert "3,13" in capsys.readouterr().out
