"""What the Tab key offers."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from sitegen.cli import COMMANDS, cli
from sitegen.commands import completing
from sitegen.commands.completion import HOW, VARIABLE
from tests.commands.support import CommandLine, command_line
from tests.support import SiteFolder

__all__ = ["command_line"]


def offered(incomplete: str, *words: str) -> list[str]:
    offered = ShellComplete(cli, {}, "sitegen", VARIABLE).get_completions(list(words), incomplete)
    return [item.value if item.type == "plain" else item.type for item in offered]


@pytest.fixture
def published(command_line: CommandLine, site: SiteFolder) -> SiteFolder:
    """A site with an output, made by hand: what is offered stands on the disk."""
    for path in ("", "news/", "news/a/", "agenda/", "agenda/2026/", "assets/"):
        name = "style.css" if path == "assets/" else "index.html"
        site.write(f"output/{path}{name}", "")
    site.write("content/news/bundle/index.md", "")
    site.write("content/guides/b.md", "")
    command_line.go_to(site.root)
    return site


@pytest.mark.usefixtures("command_line")
def test_commands_and_options_are_offered() -> None:
    assert offered("") == list(COMMANDS)
    assert offered("s") == ["serve", "schema"]
    assert offered("--dr", "build") == ["--drafts", "--dry-run"]
    assert offered("s", "schema") == ["section", "site", "snippets"]
    assert offered("", "help") == list(COMMANDS)
    assert offered("x", "build", "--output") == ["dir"]
    assert offered("x", "build", "--profile-json") == ["file"]


@pytest.mark.usefixtures("published")
def test_pages_are_offered_by_their_address_the_nearest_first() -> None:
    assert offered("/", "explain") == ["/", "/agenda/", "/news/", "/agenda/2026/", "/news/a/"]
    assert offered("/agenda/2", "explain") == ["/agenda/2026/"]
    assert offered("/x", "explain") == []


@pytest.mark.usefixtures("published")
def test_pages_are_offered_by_their_source() -> None:
    assert offered("content/n", "explain") == ["content/news/a.md", "content/news/bundle/index.md"]


@pytest.mark.usefixtures("published")
def test_sections_are_folders_and_no_articles() -> None:
    offered = completing.complete_sections(None, None, "")  # type: ignore[arg-type]

    assert [item.value for item in offered] == ["guides", "news"]


@pytest.mark.usefixtures("published")
def test_what_a_document_begins_with_is_offered(site: SiteFolder) -> None:
    site.write("archetypes/tribune.md", "---\ntitle: {{ title }}\n---\n")

    assert {"communiqué", "événement", "tribune", "guides", "news"} <= set(offered("", "new"))
    assert offered("commu", "new") == ["communiqué"]
    assert offered("eve", "new") == ["événement"]
    assert offered("g", "new", "page", "--section") == ["guides"]
    assert offered("x", "init") == ["dir"]


@pytest.mark.usefixtures("command_line")
@pytest.mark.parametrize("folder", [".", "texts"])
def test_what_is_offered_stands_where_the_site_has_its_content(tmp_path: Path, folder: str) -> None:
    (tmp_path / "site.yaml").write_text(f"language: en\ncontent: '{folder}' # here\n")
    for path in ("news/a.md", "press/bundle/index.md"):
        (tmp_path / folder / path).parent.mkdir(parents=True)
        (tmp_path / folder / path).write_text("")
    for path in ("themes/mine/a.md", "output/.sitegen", "archetypes/column.md", "content/old/a.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("")
    above = "" if folder == "." else f"{folder}/"

    sections = set(offered("", "new", "page", "--section"))
    pages = offered(f"{above}n", "explain")

    assert sections - {"content", "content/old"} == {"news", "press"}
    assert ("content" in sections) == (folder == ".")
    assert pages == [f"{above}news/a.md"]
    assert offered("press", "new") == ["press-release", "press"]
    assert offered("col", "new") == ["column"]


@pytest.mark.usefixtures("published")
def test_what_is_offered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completing, "MOST", 2)

    assert len(offered("/", "explain")) == 2


@pytest.mark.parametrize("shell", HOW)
def test_the_script_says_where_it_goes(
    command_line: CommandLine, capsys: pytest.CaptureFixture[str], shell: str
) -> None:
    assert command_line.run("completion", shell) == 0

    printed = capsys.readouterr().out
    assert HOW[shell] in printed
    assert f"{VARIABLE}={shell}_complete" in printed
    if shell == "zsh":
        assert printed.startswith("#compdef sitegen\n#")


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_completes(published: SiteFolder, tmp_path: Path) -> None:
    program = tmp_path / "bin/sitegen"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m sitegen "$@"\n')
    program.chmod(0o755)
    script = """
        eval "$(sitegen completion bash)"
        COMP_WORDS=(sitegen explain /ag) COMP_CWORD=2
        _sitegen_completion sitegen
        printf '%s\\n' "${COMPREPLY[@]}"
    """

    result = subprocess.run(
        ["bash", "--norc", "-c", script],
        cwd=published.root,
        env={**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert (result.stdout, result.stderr) == ("/agenda/\n/agenda/2026/\n", "")


def test_completing_loads_neither_templates_nor_yaml(published: SiteFolder) -> None:
    """A Tab is answered in no time: what a build imports is not imported."""
    script = (
        "import sys; from click.shell_completion import ShellComplete as C; from sitegen.cli import"
        f" cli; tab = C(cli, {{}}, 'sitegen', '{VARIABLE}').get_completions;"
        "tab(['explain'], '/'); tab(['new'], ''); print(*sys.modules)"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=published.root, capture_output=True, text=True
    )

    loaded = set(result.stdout.split())
    assert "sitegen.commands.explain" in loaded
    assert not loaded & {"jinja2", "markdown", "babel", "sqlite3", "sitegen.engine.build"}
