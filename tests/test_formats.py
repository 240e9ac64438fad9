"""What `sitegen check` found, for a person and for programs."""

import json
import re
from pathlib import Path

import jsonschema
import msgspec
import pytest

from sitegen.errors import Diagnostic
from sitegen.report import documentation
from sitegen.report.formats import counted, counts, json_report, repository_prefix
from sitegen.report.github import workflow_command
from sitegen.report.gitlab import quality_report
from sitegen.report.grouped import grouped
from sitegen.report.sarif import sarif_log
from tests.tools import tool

ERROR = Diagnostic("weekday-wrong", "content/é a.md", 4, 2, {"written": "lundi 3", "weekday": "x"})
WARNING = Diagnostic("title-twice", "content/é a.md", 12, 8, {"other": "content/b.md"})
STRICT = Diagnostic("image-without-alt", "content/z.md", 3, 0, {"file": "a.jpg"})
NOTE = Diagnostic("tags-once", values={"number": "3", "names": "a, b, c"})
FOUND = [NOTE, ERROR, WARNING, STRICT]


def test_on_a_terminal_findings_stand_by_file_with_place_and_mend() -> None:
    text = grouped(FOUND, is_check=True, is_coloured=False)

    assert text.startswith("The site as a whole\n")
    assert (
        "content/é a.md\n"
        "  4:2   error  `lundi 3`: that day is a x [SG160]\n"
        "        Mend the weekday or the date.\n"
        "  12:8  warning  content/b.md has the same title [SG170]\n"
    ) in text
    assert "\n\ncontent/z.md\n  3  error" in text


def test_colours_change_no_word() -> None:
    plain = grouped(FOUND, is_check=True, is_coloured=False)
    coloured = grouped(FOUND, is_check=True, is_coloured=True)

    assert coloured != plain
    assert re.sub(r"\033\[[\d;]*m", "", coloured) == plain


def test_the_closing_line_counts_by_severity() -> None:
    assert counts(FOUND) == {"error": 2, "warning": 1, "note": 1}
    assert counted(FOUND) == "2 errors, 1 warning, 1 note."
    assert counted([]) == "0 errors, 0 warnings."


def test_json_has_a_stable_shape() -> None:
    report = json_report([ERROR])

    assert list(report) == ["version", "counts", "diagnostics"]
    assert report["version"] == 1
    assert report["diagnostics"] == [
        {
            "id": "SG160",
            "code": "weekday-wrong",
            "severity": "error",
            "path": "content/é a.md",
            "line": 4,
            "column": 2,
            "message": "`lundi 3`: that day is a x",
            "hint": "Mend the weekday or the date.",
            "help": "",
        }
    ]


@pytest.mark.parametrize(
    ("urls", "expected"),
    [
        (["Source, https://git.example.org/", "Documentation, https://docs.example.org/x"],
         "https://docs.example.org/x/errors/#sg160"),
        (["documentation,https://docs.example.org/"], "https://docs.example.org/errors/#sg160"),
        (["Homepage, https://example.org/"], ""),
        ([], ""),
    ],
)  # fmt: skip
def test_help_is_linked_where_the_package_says_that_it_is_published(
    monkeypatch: pytest.MonkeyPatch, urls: list[str], expected: str
) -> None:
    monkeypatch.setattr(
        documentation, "_documentation", lambda: documentation.documentation_of(urls)
    )

    (record,) = json_report([ERROR])["diagnostics"]
    (rule,) = sarif_log([ERROR], is_check=True)["runs"][0]["tool"]["driver"]["rules"]
    assert (record["help"], rule.get("helpUri", "")) == (expected, expected)


def test_a_workflow_command_escapes_what_would_end_it() -> None:
    odd = Diagnostic("title-twice", "content/a, b:c%.md", 3, 4, {"other": "100 %\r\nde b"})

    assert workflow_command(odd, is_check=True) == (
        "::warning file=content/a%2C b%3Ac%25.md,line=3,col=4,title=SG170::"
        "100 %25\\r\\nde b has the same title%0A"
        "Tell them apart, by a place or a year: lists and search results show the title alone."
    )


def test_a_note_is_a_notice_and_has_no_file() -> None:
    assert workflow_command(NOTE, is_check=True).startswith("::notice title=SG169::tags that are")


def test_in_a_folder_of_a_repository_paths_begin_at_its_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))

    assert repository_prefix(str(tmp_path)) == ""
    assert repository_prefix(str(tmp_path / "docs")) == "docs/"
    assert repository_prefix(str(tmp_path.parent)) == ""
    assert "file=docs/content/z.md" in workflow_command(STRICT, is_check=True, prefix="docs/")
    monkeypatch.delenv("GITHUB_WORKSPACE")
    assert repository_prefix(str(tmp_path / "docs")) == ""


def test_a_quality_report_of_gitlab_knows_a_finding_again_when_its_line_moves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = [msgspec.structs.replace(diagnostic, line=diagnostic.line + 3) for diagnostic in FOUND]
    report, later = (quality_report(diagnostics, prefix="docs/") for diagnostics in (FOUND, moved))

    assert [entry["fingerprint"] for entry in report] == [entry["fingerprint"] for entry in later]
    assert len({entry["fingerprint"] for entry in [*report, *quality_report(FOUND * 2)]}) > len(
        report
    )
    for entry, diagnostic in zip(report, FOUND, strict=True):
        assert entry["check_name"].startswith("SG")
        assert entry["severity"] in ("critical", "minor", "info")
        assert entry["location"]["path"] == f"docs/{diagnostic.path or 'site.yaml'}"
        assert entry["location"]["lines"]["begin"] == max(diagnostic.line, 1)
    monkeypatch.setenv("CI_PROJECT_DIR", str(tmp_path))
    assert repository_prefix(str(tmp_path / "docs")) == "docs/"


def test_sarif_is_valid_by_its_own_schema() -> None:
    schema = json.loads(
        tool("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json").read_text("utf-8")
    )
    log = sarif_log(FOUND, is_check=True, prefix="docs/")

    jsonschema.Draft4Validator(schema).validate(log)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(schema).validate(log | {"version": "2"})


def test_sarif_names_rules_levels_and_places() -> None:
    (run,) = sarif_log(FOUND, is_check=True)["runs"]
    rules = run["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == ["SG122", "SG160", "SG169", "SG170"]
    assert rules[1]["help"] == {"text": "Mend the weekday or the date."}
    assert not any("helpUri" in rule for rule in rules)
    assert rules[1]["shortDescription"]["text"] == "`…`: that day is a …"
    assert [result["level"] for result in run["results"]] == ["note", "error", "warning", "error"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert "locations" not in run["results"][0]
    (place,) = run["results"][1]["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "content/%C3%A9%20a.md"},
        "region": {"startLine": 4, "startColumn": 2},
    }
