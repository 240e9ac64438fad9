"""`sitegen init`: a site that builds at once, in a folder that held nothing."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import holidays
import jsonschema
import pytest
import yaml
from packaging.requirements import InvalidRequirement, Requirement

from sitegen.errors import Diagnostic
from sitegen.model import FrontMatter
from sitegen.report.diagnostics import format_diagnostic
from sitegen.scaffold.requirement import requirement_of
from sitegen.scaffold.sites import editing_of
from sitegen.sources import frontmatter
from sitegen.wording.translation import words_of
from tests.border.test_schema import is_allowed
from tests.scaffold.command import Result
from tests.scaffold.terminal import converse

ROOT = Path(__file__).parent.parent.parent

AWKWARD = (
    "--title",
    'L’« Union » : des *communes* & "villes" # 1',
    "--organisation",
    "A_b_ [c] <d>",
)
ANSWERED = (
    "--email",
    "a.b_c_d@example.org",
    "--accent",
    "#c2185b",
    "--url",
    "https://a.example/hub",
)


ENGLISH = {
    "about",
    "accessibility",
    "agenda",
    "archives",
    "association-life",
    "authors",
    "legal-notice",
    "meeting",
    "members-meeting",
    "news",
    "our-association",
    "our-site-is-online",
    "past",
    "press",
    "privacy",
    "publications",
    "subscribe",
    "tags",
    "types",
}
"""All words of a new English site's addresses."""


def init(root: Path, *arguments: str) -> Result:
    return Result(root, "init", *arguments)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in French, as it is made when nothing is said."""
    root = tmp_path_factory.mktemp("fresh")
    init(root)
    return root


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not {".sitegen", "output"} & set(path.parts)
    }


def author_of(path: Path) -> str:
    parts = frontmatter.split(path.read_text(encoding="utf-8"), "a.md", [])
    assert parts is not None
    front = frontmatter.read(parts, "a.md", FrontMatter, []).value
    assert front is not None
    return front.author[0]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "arguments", "of_answers"),
    [("en", (), set()), ("fr", AWKWARD + ANSWERED, {"SG349"})],  # « *communes* » in the title
    ids=["usual", "awkward"],
)
def test_the_new_site_builds_without_a_word_and_check_says_what_is_left_to_fill_in(
    tmp_path: Path, language: str, arguments: tuple[str, ...], of_answers: set[str]
) -> None:
    made = init(tmp_path, "hub", "--language", language, "--yes", *arguments)
    root = tmp_path / "hub"

    quietly = ("build", "--strict", "--quiet")  # no line of progress on a busy machine
    built = Result(root, *quietly)
    checked = Result(root, "check", "--format", "json")
    later = Result(root, *quietly, "--now", "2028-01-01")

    assert (made.code, made.err) == (0, "")
    assert (built.code, built.err) == (0, "")
    left = {diagnostic["id"] for diagnostic in json.loads(checked.out)["diagnostics"]}
    filled_in = {"SG172", "SG178"}  # empty sections, « à compléter »
    assert (checked.code, left) == (0, filled_in | of_answers)
    assert (later.code, later.err) == (0, "")
    if language == "en":
        pages = (root / "output").rglob("index.html")
        steps = {step for page in pages for step in page.relative_to(root / "output").parts[:-1]}
        dated = re.compile(r"\d+|w\d\d")  # years, months, weeks
        assert {step for step in steps if not dated.fullmatch(step)} == ENGLISH


def test_answers_stand_in_the_site_as_they_were_given(tmp_path: Path) -> None:
    init(tmp_path, ".", *AWKWARD, *ANSWERED)

    config = yaml.safe_load((tmp_path / "site.yaml").read_text(encoding="utf-8"))
    assert config["title"] == AWKWARD[1]
    assert config["url"] == "https://a.example/hub/"
    assert config["organisation"] == {"name": AWKWARD[3], "email": ANSWERED[1]}
    assert config["theme_options"] == {"accent": "#c2185b"}
    release = next((tmp_path / "content" / "communiques").glob("2026-11-22-*.md"))
    assert author_of(release) == AWKWARD[3]


def requirement(root: Path) -> str:
    return (root / "requirements.txt").read_text(encoding="utf-8").split("\n")[-2]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_builds_the_site_is_written_as_it_was_given(tmp_path: Path, language: str) -> None:
    wanted = "sitegen-hub[check,images] @ git+https://git.example.org/a_b.git@v2"

    told = init(tmp_path, "--language", language, "--requirement", f" {wanted}\n")

    assert requirement(tmp_path) == wanted
    assert "In requirements.txt" not in told.out


def test_without_an_address_nobody_else_s_program_is_asked_for(tmp_path: Path) -> None:
    """No index is asked for a name: pip refuses the line that is to be written."""
    told = init(tmp_path)

    assert requirement(tmp_path).startswith("sitegen-hub[check] @ <écrivez ici")
    with pytest.raises(InvalidRequirement):
        Requirement(requirement(tmp_path))
    assert "In requirements.txt" in told.out
    assert "“à compléter”, most of it what the law asks for (SG178)" in told.out


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ({}, ""),
        ({"url": "file:///a", "dir_info": {}}, ""),
        (
            {"url": "https://me:secret@git.example.org/sitegen-1.0.whl", "archive_info": {}},
            "sitegen-hub[check] @ https://git.example.org/sitegen-1.0.whl",
        ),
        (
            {
                "url": "https://me:secret@git.example.org/s.git",
                "vcs_info": {"vcs": "git", "requested_revision": "v1.2.0", "commit_id": "ab12"},
            },
            "sitegen-hub[check] @ git+https://git.example.org/s.git@v1.2.0",
        ),
        (
            {
                "url": "ssh://git@git.example.org/s.git",
                "subdirectory": "tool",
                "vcs_info": {"vcs": "git", "requested_revision": "main", "commit_id": "ab12"},
            },
            "sitegen-hub[check] @ git+ssh://git@git.example.org/s.git@ab12#subdirectory=tool",
        ),
    ],
    ids=["index", "folder", "file", "tag", "branch"],
)
def test_a_sitegen_from_a_repository_asks_for_itself(origin: dict[str, Any], expected: str) -> None:
    assert requirement_of(origin) == expected


def test_the_legal_pages_say_what_is_to_be_filled_in_and_stand_at_every_foot(
    fresh: Path,
) -> None:
    built = Result(fresh, "build", "--strict", "--quiet")

    legal = (fresh / "output/mentions-legales/index.html").read_text(encoding="utf-8")
    data = (fresh / "output/donnees-personnelles/index.html").read_text(encoding="utf-8")
    home = (fresh / "output/index.html").read_text(encoding="utf-8")
    assert (built.code, built.err) == (0, "")
    assert legal.count("[à compléter") >= 6
    assert "GitHub, Inc." in legal
    assert data.count("[à compléter") >= 3
    for address in ("/mentions-legales/", "/donnees-personnelles/", "/accessibilite/"):
        assert f'href="{address}"' in home


@pytest.mark.parametrize("harmless", [".git/config", "README.md", "LICENSE", ".gitignore"])
def test_what_a_repository_begins_with_is_kept_and_named(tmp_path: Path, harmless: str) -> None:
    (tmp_path / harmless).parent.mkdir(exist_ok=True)
    (tmp_path / harmless).write_text("mine")

    made = init(tmp_path)

    assert made.code == 0
    assert (tmp_path / harmless).read_text() == "mine"
    is_ours_too = harmless in ("README.md", ".gitignore")
    assert (f": {harmless}\n" in made.out) == is_ours_too
    assert (tmp_path / "site.yaml").is_file()


def test_a_folder_with_anything_else_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("x")

    made = init(tmp_path)
    twice = init(tmp_path, "thesis.doc")

    assert (made.code, made.out) == (2, "")
    assert "thesis.doc" in made.err
    assert "[SG156]" in made.err
    assert twice.code == 2
    assert list(files(tmp_path)) == ["thesis.doc"]


@pytest.mark.parametrize(
    "wrong",
    [
        ("--url", "example.org"),
        ("--url", "ftp://example.org/"),
        ("--email", "moi"),
        ("--accent", "bleuâtre"),
        ("--timezone", "Europe/Pariss"),
    ],
)
def test_an_answer_that_cannot_be_is_told_and_nothing_written(
    tmp_path: Path, wrong: tuple[str, str]
) -> None:
    made = init(tmp_path, *wrong)

    assert made.code == 2
    assert "[SG158]" in made.err
    assert files(tmp_path) == {}


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        (("--url", "mairie.github.io/hub"), "https://mairie.github.io/hub/"),
        (("--accent", "c2185b"), '"#c2185b"'),
    ],
)
def test_an_answer_that_lacks_only_its_beginning_is_given_back_with_it(
    tmp_path: Path, wrong: tuple[str, str], meant: str
) -> None:
    made = init(tmp_path, *wrong)

    assert meant in made.err


def test_the_wizard_asks_and_takes_what_is_usual(tmp_path: Path) -> None:
    shown = converse(
        tmp_path,
        ["init", "hub"],
        [
            ("[1]: ", "2\r"),
            ("Our association]: ", "The hub\r"),
            ("The hub]: ", "\r"),
            ("example.org/]: ", "nowhere\r"),
            ("SG219", ""),
            ("example.org/]: ", "https://hub.example.com\r"),
            (": ", "\r"),
            (": ", "\r"),
            ("[1]: ", "2\r"),
            ("Repository of the texts", "the hub\r"),
            ("SG219", "https://git.example.org/les-communes/hub.git\r"),
        ],
    )

    config = yaml.safe_load((tmp_path / "hub/site.yaml").read_text(encoding="utf-8"))
    assert config["organisation"]["name"] == config["title"] == "The hub"
    assert config["url"] == "https://hub.example.com/"
    assert config["language"] == "en"
    assert (tmp_path / "hub/.gitlab-ci.yml").is_file()
    assert config["editing"] == {
        "service": "gitlab",
        "repository": "les-communes/hub",
        "url": "https://git.example.org",
    }
    assert "sitegen serve --open" in shown


@pytest.mark.parametrize(("page", "language"), [("tutorial.md", "en"), ("tutoriel.md", "fr")])
def test_the_tutorial_shows_each_question_that_is_asked(
    tmp_path: Path, page: str, language: str
) -> None:
    tutorial = (ROOT / "docs" / page).read_text(encoding="utf-8")
    end = words_of(language)(": ")
    endings = ["[1]", "]", "]", "]", ")", ")", "[1]", ")"]
    talk = [(f"{ending}{end}", "\r") for ending in endings]
    shown = converse(tmp_path, ["init", "hub"], talk, language=language)

    asked = shown.partition("\r\n\r\n")[0]
    form = rf"^(\S[^\r\n\[]*?)(?: \[[^\r\n]*\])?{re.escape(end)}"
    questions = [" ".join(question.split()) for question in re.findall(form, asked, re.MULTILINE)]
    assert len(questions) == len(endings)
    assert [question for question in questions if question not in tutorial] == []


def read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", ["article", "section", "site"])
def test_editors_get_the_schemas_that_sitegen_prints(fresh: Path, kind: str) -> None:
    printed = json.loads(Result(fresh, "schema", kind).out)

    assert read_json(fresh / f".vscode/schemas/{kind}.json") == printed


def test_the_new_site_obeys_its_schemas(fresh: Path) -> None:
    schemas = {
        kind: read_json(fresh / f".vscode/schemas/{kind}.json")
        for kind in ("article", "section", "site")
    }
    documents = sorted((fresh / "content").rglob("*.md"))

    wrong = [
        path.name
        for path in documents
        if not is_allowed(
            schemas["section" if path.name == "_index.md" else "article"],
            path.read_text(encoding="utf-8").split("---\n")[1],
        )
    ]

    assert len(documents) > 8
    assert wrong == []
    text = (fresh / "site.yaml").read_text(encoding="utf-8")
    assert is_allowed(schemas["site"], text)
    assert not is_allowed(
        schemas["site"], text.replace("theme_options:", "theme_options: {acent: x}")
    )
    assert text.startswith("# yaml-language-server: $schema=.vscode/schemas/site.json\n")


def test_each_key_of_an_article_is_offered_in_markdown(fresh: Path) -> None:
    snippets = read_json(fresh / ".vscode/sitegen.code-snippets")
    keys = read_json(fresh / ".vscode/schemas/article.json")["properties"]

    assert set(keys) <= {snippet["prefix"] for snippet in snippets.values()}
    assert all(
        snippet["description"] and snippet["scope"] == "markdown" for snippet in snippets.values()
    )
    assert snippets["sitegen status"]["body"] == [
        "status: ${1|confirmed,tentative,postponed,rescheduled,cancelled,full|}"
    ]
    assert snippets["sitegen draft"]["body"] == ["draft: ${1|true,false|}"]


def test_the_task_of_vs_code_finds_the_place_of_every_diagnostic(fresh: Path) -> None:
    task = read_json(fresh / ".vscode/tasks.json")["tasks"][0]
    error = format_diagnostic(Diagnostic("missing-key", "content/a.md", 3, 7, {"key": "title"}))
    warning = format_diagnostic(
        Diagnostic("image-without-alt", "content/b.md", 12, 1, {"file": "x.jpg"})
    )

    def places(severity: str, text: str) -> list[tuple[str, ...]]:
        matcher = next(
            pattern for pattern in task["problemMatcher"] if pattern["severity"] == severity
        )
        lines = map(re.compile(matcher["pattern"]["regexp"]).match, text.split("\n"))
        return [line.groups()[:3] for line in lines if line]

    assert places("error", error) == [("content/a.md", "3", "7")]
    assert places("warning", warning) == [("content/b.md", "12", "1")]
    assert places("warning", error) == places("error", warning) == []
    french = error.replace("error:", "erreur\u00a0:")
    assert places("error", french) == [("content/a.md", "3", "7")]


def test_schemas_are_of_the_draft_that_yaml_language_servers_know(fresh: Path) -> None:
    for kind in ("article", "section", "site"):
        schema = read_json(fresh / f".vscode/schemas/{kind}.json")
        jsonschema.Draft7Validator.check_schema(schema)
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
        assert "$defs" not in json.dumps(schema)


def test_the_next_step_is_a_line_for_the_shell_where_a_name_has_spaces(tmp_path: Path) -> None:
    assert "\n  cd 'notre hub'\n" in Result(tmp_path, "init", "notre hub", "--yes").out


def test_answers_that_nobody_was_asked_for_are_told_so(tmp_path: Path) -> None:
    piped, agreed = Result(tmp_path, "init", "piped"), Result(tmp_path, "init", "agreed", "--yes")

    assert "Nobody was asked" in piped.err
    assert agreed.err == ""
    assert (piped.code, agreed.code) == (0, 0)


def test_the_sample_meeting_falls_on_no_day_off() -> None:
    from sitegen.scaffold.sites import _meeting_day

    days = [dt.date(2026, 1, 1) + dt.timedelta(days=number) for number in range(4 * 365)]
    meetings = {_meeting_day(day) for day in days}

    off = holidays.France(years=range(2026, 2032))
    assert {day for day in meetings if day in off or (day.month, day.day) == (12, 31)} == set()
    assert {day.weekday() for day in meetings} == {3}


def test_each_shortcode_is_offered_in_markdown_with_its_content(fresh: Path) -> None:
    snippets = read_json(fresh / ".vscode/sitegen.code-snippets")

    assert snippets["sitegen ::: quote"]["body"][1:] == ["$0", ":::"]
    assert snippets["sitegen ::: figures"]["body"] == [
        "::: figures",
        "${0:- 412 : communes adhérentes}",
        ":::",
    ]
    assert snippets["sitegen ::: map"]["prefix"] == ":::map"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_new_site_is_in_the_form_that_format_gives(language: str, tmp_path: Path) -> None:
    pytest.importorskip("mdformat")
    init(tmp_path, "hub", "--language", language, "--title", "Le hub de l’Union", "--yes")

    formatted = Result(tmp_path / "hub", "format", "--check")

    assert (formatted.code, formatted.out) == (0, "")


@pytest.mark.parametrize(
    ("written", "host", "editing"),
    [
        ("https://github.com/a/hub", "none", ("github", "a/hub", "")),
        ("github.com/a/hub", "none", ("github", "a/hub", "")),
        ("framagit.org/a/hub", "none", ("gitlab", "a/hub", "https://framagit.org")),
        ("a.b/c/hub", "gitlab", ("gitlab", "a.b/c/hub", "")),
        ("git@gitlab.com:a/b/hub.git", "none", ("gitlab", "a/b/hub", "")),
        (
            "https://gitlab.example.org/a/hub/",
            "none",
            ("gitlab", "a/hub", "https://gitlab.example.org"),
        ),
        ("https://codeberg.org/a/hub", "gitlab", ("forgejo", "a/hub", "https://codeberg.org")),
        ("gitea.com/a/hub", "gitlab", ("gitea", "a/hub", "https://gitea.com")),
        ("https://git.example.org/a/hub", "gitlab", ("gitlab", "a/hub", "https://git.example.org")),
        ("a/hub", "gitlab", ("gitlab", "a/hub", "")),
        ("a/hub", "github", ("github", "a/hub", "")),
        ("hub", "github", ("", "", "")),
        ("", "github", ("", "", "")),
    ],
)
def test_a_repository_is_known_by_its_address(
    written: str, host: str, editing: tuple[str, str, str]
) -> None:
    editing_chosen = editing_of(written, host)

    assert (editing_chosen.service, editing_chosen.repository, editing_chosen.url) == editing
