"""The pages for who changes sitegen: each shows a real change, which applies and works."""

import datetime as dt
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from tests.demo_site import PROJECT
from tests.shared import made_once
from tests.support import SiteFolder

DEVELOPMENT = PROJECT / "docs/development"
EXAMPLES = sorted((DEVELOPMENT / "examples").glob("*.diff"))
SITE = """
-- site.yaml --
title: Le hub
url: https://hub.example.org/
language: fr
search: false
images: {cards: false}
-- content/news/2026-01-10-forum.md --
---
title: Le forum est ouvert.
subtitle: Deux jours à Nantes & à distance
date: 2026-01-10
author: Zoé Martin
place: Tours, le 10 janvier
---
Un texte.

::: fold "Qui peut venir ?"
Toutes les **communes**.
:::
-- content/news/2026-01-09-bilan.md --
---
title: Bilan, chiffres, etc.
date: 2026-01-09
kind: Compte rendu
event: {start: 2027-03-02}
place: La Roche sur Yon
---
Un texte où rien n’est à redire.
"""


FORMER = {
    "config.toml": 'base_url = "https://elus.example.org"\ntitle = "Les élus"\n',
    "content/blog/2019-05-14-forum.md": '+++\ntitle = "Un forum"\ndate = 2019-05-14\n'
    '[taxonomies]\ntags = ["Eau"]\n+++\nUn texte.\n',
    "content/cache.md": '+++\ntitle = "Caché"\ndraft = true\n+++\nX.\n',
}
"""A site of the kind that the example of an importer reads."""


class Outcome(NamedTuple):
    """What sitegen does with `SITE` once all examples are applied."""

    pages: dict[str, str]
    """The text of each HTML page, feed and sitemap, by its path below `output/`."""
    said: dict[str, str]
    """What each command printed."""


def names(path: Path) -> str:
    return path.stem


def touched(diff: Path) -> list[str]:
    """Return the files that *diff* changes or makes, in its order."""
    return re.findall(r"^diff --git a/\S+ b/(\S+)$", diff.read_text("utf-8"), re.MULTILINE)


def git_apply(diff: Path, tree: Path, *options: str) -> None:
    # One line around each change is enough: what stands further off may change.
    command = ["git", "apply", "-C1", *options, str(diff)]
    subprocess.run(command, cwd=tree, check=True, capture_output=True, text=True)


def copy_tree(to: Path) -> None:
    """Copy all that the examples run on and change into the folder *to*."""
    for name in ("sitegen", "themes"):
        made = shutil.ignore_patterns("__pycache__")
        shutil.copytree(PROJECT / name, to / name, dirs_exist_ok=True, ignore=made)
    shutil.copy(PROJECT / "pyproject.toml", to)
    others = ["scripts/compile_words.py", *(path for diff in EXAMPLES for path in touched(diff))]
    for path in others:
        if (PROJECT / path).is_file():
            (to / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(PROJECT / path, to / path)


def lay_out_files(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree, in which nothing is changed."""
    folder = tmp_path_factory.mktemp("tree")
    copy_tree(folder)
    return folder


def make_outcome(folder: Path) -> Outcome:
    changed = folder / "changed"
    copy_tree(changed)
    for diff in EXAMPLES:
        git_apply(diff, changed)
    environment = {
        "PYTHONPATH": str(changed),
        "PATH": "/usr/bin:/bin",
        "LANGUAGE": "fr",
        "LC_ALL": "fr_FR.UTF-8",
        "SOURCE_DATE_EPOCH": "1795345200",
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
    }

    def run(*command: str, cwd: Path) -> str:
        result = subprocess.run(
            [sys.executable, *command],
            cwd=cwd,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in result.stderr, result.stderr
        return result.stdout + result.stderr

    run("scripts/compile_words.py", cwd=changed)
    site = SiteFolder(folder / "site")
    site.lay_out(SITE)
    commands = [["build"], ["check"], ["addresses"], ["explain", "/news/"], ["explain", "/plan/"]]
    commands.append(["explain", "/labels/compte-rendu/"])
    said = {
        " ".join(command): run("-m", "sitegen", *command, cwd=site.root) for command in commands
    }
    lay_out_files(folder / "former", FORMER)
    said["import"] = run("-m", "sitegen", "import", "auto", "former", "hub", cwd=folder)
    pages = {
        path: content.decode()
        for path, content in site.tree().items()
        if path.endswith((".html", ".xml", ".txt"))
    }
    said["forum.md"] = (folder / "hub/content/blog/2019-05-14-forum.md").read_text("utf-8")
    return Outcome(pages, said)


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    return made_once(tmp_path_factory, "examples_of_changes", make_outcome)


def test_each_page_has_its_example() -> None:
    pages = {path.stem for path in DEVELOPMENT.glob("*.md")} - {"_index", "hooks"}  # a reference

    assert {diff.stem for diff in EXAMPLES} == pages


@pytest.mark.parametrize("diff", EXAMPLES, ids=names)
def test_an_example_applies_to_the_tree(diff: Path, tree: Path) -> None:
    git_apply(diff, tree, "--check")


@pytest.mark.parametrize("diff", EXAMPLES, ids=names)
def test_a_page_lists_the_files_that_its_example_touches(diff: Path) -> None:
    text = (DEVELOPMENT / f"{diff.stem}.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)

    assert sorted(listed) == sorted(touched(diff))


@pytest.mark.parametrize(
    ("example", "most"),
    [
        ("key", 4),
        ("message", 2),
        ("page-kind", 5),
        ("feed-format", 3),
        ("taxonomy", 2),
        ("importer", 2),
    ],
)
def test_what_is_added_touches_no_more_files_of_the_program_than_said(
    example: str, most: int
) -> None:
    """Beside them templates, words, tests and documentation; the design answers for the number."""
    files = [
        path for path in touched(DEVELOPMENT / f"examples/{example}.diff") if "sitegen/" in path
    ]
    shown = (DEVELOPMENT / "_index.md").read_text(encoding="utf-8")
    row = re.search(rf"\({example}\.md\) \| (\d+)", shown)
    number = len([file for file in files if file.endswith(".py")])

    assert row
    assert number == int(row[1])
    assert number <= most


@pytest.mark.parametrize("diff", EXAMPLES, ids=names)
def test_a_page_shows_its_example(diff: Path) -> None:
    """Mended by running scripts/write_examples.py."""
    text = (DEVELOPMENT / f"{diff.stem}.md").read_text(encoding="utf-8")

    assert f"\n```diff\n{diff.read_text(encoding='utf-8')}```\n" in text


def test_a_file_that_a_page_names_is_there() -> None:
    """Of those that stand between backticks and begin with a folder of the project."""
    made = {path for diff in EXAMPLES for path in touched(diff)} | {"docs/output/"}
    pages = [PROJECT / "CONTRIBUTING.md", *DEVELOPMENT.glob("*.md")]
    pages += [PROJECT / "scripts/README.md", PROJECT / "tests/README.md"]
    named = re.compile(r"`((?:sitegen|themes|tests|scripts|docs)/[\w./-]+)`")

    lost = [
        f"{page.name}: {path}"
        for page in pages
        for path in named.findall(page.read_text(encoding="utf-8"))
        if path not in made and not (PROJECT / path).exists()
    ]

    assert lost == []


def test_the_examples_are_in_the_style_of_the_project(tmp_path: Path) -> None:
    copy_tree(tmp_path)
    for diff in EXAMPLES:
        git_apply(diff, tmp_path)
    changed = {path for diff in EXAMPLES for path in touched(diff) if path.endswith(".py")}

    for command in (["check", "-q"], ["format", "--check", "-q"]):
        result = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--no-cache", *sorted(changed)],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.stdout + result.stderr == ""


@pytest.mark.slow
def test_the_new_key_stands_in_the_article_in_the_feed_and_in_json_ld(outcome: Outcome) -> None:
    article = outcome.pages["news/forum/index.html"]
    data = re.findall(r'<script type="application/ld\+json">(.*?)</script>', article, re.DOTALL)

    assert '<p class="chapo">Deux jours à Nantes &amp; à distance</p>' in article
    assert "&lt;p&gt;Deux jours à Nantes &amp;amp; à distance" in outcome.pages["feed.xml"]
    told = [json.loads(script).get("alternativeHeadline") for script in data]
    assert "Deux jours à Nantes & à distance" in told


@pytest.mark.slow
def test_the_new_message_is_told_at_its_place_and_in_french(outcome: Outcome) -> None:
    [line] = [line for line in outcome.said["check"].splitlines() if "SG990" in line]

    assert line.startswith("content/news/2026-01-10-forum.md:2:8: ")
    assert "le titre `Le forum est ouvert.` se termine par un point" in line


@pytest.mark.slow
def test_the_new_question_is_asked_and_explained(outcome: Outcome) -> None:
    assert "Zoé Martin" in outcome.pages["news/index.html"]
    assert "qui écrit dans la rubrique news" in outcome.said["explain /news/"]


@pytest.mark.slow
def test_the_new_kind_of_page_is_planned_rendered_and_told_to_search_engines(
    outcome: Outcome,
) -> None:
    page = outcome.pages["plan/index.html"]

    assert "<h1>Plan du site</h1>" in page
    assert '<li><a href="/news/">' in page
    assert "https://hub.example.org/plan/" in outcome.pages["sitemap.xml"]
    assert "plan du site" in outcome.said["explain /plan/"]


@pytest.mark.slow
def test_the_new_format_of_feed_tells_the_articles(outcome: Outcome) -> None:
    lines = outcome.pages["feed.txt"].splitlines()

    assert [line.split("\t") for line in lines] == [
        [
            "2026-01-10T00:00:00+01:00",
            "https://hub.example.org/news/forum/",
            "Le forum est ouvert.",
        ],
        [
            "2026-01-09T00:00:00+01:00",
            "https://hub.example.org/news/bilan/",
            "Bilan, chiffres, etc.",
        ],
    ]


@pytest.mark.slow
def test_the_new_taxonomy_has_pages_a_feed_and_a_calendar(outcome: Outcome) -> None:
    page = outcome.pages["labels/compte-rendu/index.html"]

    assert '<h1 class="capital">Compte rendu</h1>' in page
    assert '<li><a href="/labels/">Libellés</a></li>' in page
    assert 'href="/labels/compte-rendu/feed.xml"' in page
    assert 'href="/labels/compte-rendu.ics"' in page
    assert "Bilan, chiffres, etc." in outcome.pages["labels/compte-rendu/feed.xml"]
    assert "/labels/compte-rendu/" in outcome.pages["labels/index.html"]
    assert "https://hub.example.org/labels/compte-rendu/" in outcome.pages["sitemap.xml"]
    assert "libellé compte-rendu" in outcome.said["explain /labels/compte-rendu/"]


@pytest.mark.slow
def test_the_new_check_finds_its_mistake_and_no_other(outcome: Outcome) -> None:
    [line] = [line for line in outcome.said["check"].splitlines() if "SG991" in line]

    assert line.startswith("content/news/2026-01-10-forum.md:6:8: ")


@pytest.mark.slow
def test_the_new_command_prints_its_lines(outcome: Outcome) -> None:
    assert outcome.said["addresses"].splitlines() == [
        "/news/bilan/  news/2026-01-09-bilan.md",
        "/news/forum/  news/2026-01-10-forum.md",
    ]


@pytest.mark.slow
def test_the_new_importer_finds_its_kind_of_site(outcome: Outcome) -> None:
    assert "2 textes écrits" in outcome.said["import"]
    front = outcome.said["forum.md"].split("---\n")[1]
    assert yaml.safe_load(front) == {
        "title": "Un forum",
        "date": dt.date(2019, 5, 14),
        "tags": ["Eau"],
    }


@pytest.mark.slow
def test_the_new_shortcode_is_rendered(outcome: Outcome) -> None:
    article = outcome.pages["news/forum/index.html"].replace("\n", "")

    assert '<details class="panel"><summary>Qui peut venir\u202f?</summary>' in article
    assert "<p>Toutes les <strong>communes</strong>.</p></details>" in article


def test_the_hooks_before_a_commit_run_the_tools_of_the_quick_checks() -> None:
    """And take them from the project's environment: nothing is fetched."""
    written = yaml.safe_load((PROJECT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    lines = (PROJECT / "scripts/check").read_text(encoding="utf-8").splitlines()
    tools = [line for line in lines if line.startswith('"$') and " -c " not in line]
    ran = {re.split(r' "\$@"| >', line)[0].replace("'", '"') for line in tools}

    hooks = [hook for repository in written["repos"] for hook in repository["hooks"]]

    assert {repository["repo"] for repository in written["repos"]} == {"local"}
    entries = {hook["entry"].partition(" && ")[2].removesuffix("'") for hook in hooks}
    assert entries == ran
    assert len(ran) == 4
