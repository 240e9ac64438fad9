"""What measures sitegen runs, with ten articles: nothing else would notice that it broke."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
BENCHMARKS = ROOT / "benchmarks"

pytestmark = pytest.mark.slow


def run(script: str, *arguments: str, folder: Path) -> str:
    """Return what a benchmark prints; fail with it where it ends badly."""
    result = subprocess.run(
        [sys.executable, BENCHMARKS / script, *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def build(folder: Path) -> str:
    """Build the site in *folder*; return what is said of mistakes and warnings."""
    result = subprocess.run(
        [sys.executable, "-m", "sitegen", "build", "--quiet", "--strict"],
        cwd=folder, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
    )  # fmt: skip
    return result.stdout + result.stderr


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    run("corpus.py", "10", str(tmp_path / "site"), folder=tmp_path)
    return tmp_path / "site"


def test_builds_are_compared_with_those_of_another_revision(tmp_path: Path) -> None:
    is_checkout = (ROOT / ".git").exists()
    baseline = ["--baseline", "HEAD"] if is_checkout else []

    shown = run(
        "run.py", "--articles", "8,9", "--rounds", "1", "--work", str(tmp_path / "work"),
        "--tools", str(tmp_path), "--only", "title edited, CommonMark, same shape", *baseline,
        folder=tmp_path,
    )  # fmt: skip

    assert "| cold, CommonMark, same shape | sitegen |" in shown
    assert "| one title edited, CommonMark, same shape | sitegen |" in shown
    assert ("sitegen HEAD" in shown) == is_checkout
    assert "Milliseconds of processors for each article" in shown


def test_an_index_of_searches_is_measured_after_an_edit(tmp_path: Path) -> None:
    shown = run(
        "run.py", "--articles", "10", "--rounds", "1", "--work", str(tmp_path / "work"),
        "--tools", str(tmp_path), "--only", "edited.*search", folder=tmp_path,
    )  # fmt: skip

    assert "| one body edited, CommonMark, *association*, search | sitegen |" in shown


def test_photographs_are_measured(tmp_path: Path) -> None:
    shown = run(
        "run.py", "--articles", "1", "--rounds", "1", "--work", str(tmp_path / "work"),
        "--tools", str(tmp_path), "--only", "photographs", folder=tmp_path,
    )  # fmt: skip

    assert "photographs, *association* | sitegen |" in shown


def test_uneven_texts_build_without_a_mistake(tmp_path: Path) -> None:
    run("varied.py", "40", str(tmp_path / "site"), folder=tmp_path)

    assert build(tmp_path / "site") == ""


def test_stages_are_told_with_their_shares(corpus: Path) -> None:
    build(corpus)

    shown = run("stages.py", str(corpus), folder=corpus)

    assert "10 documents" in shown
    assert "parse" in shown
    assert "digest answers" in shown


def test_what_libraries_and_the_system_take_alone_is_told(corpus: Path) -> None:
    build(corpus)

    shown = run("limits.py", str(corpus), folder=corpus)

    assert shown.startswith("10 texts")
    assert "write the output" in shown
    assert not (corpus / "limits").exists()


def test_the_preview_is_measured_from_the_write_to_the_page(corpus: Path) -> None:
    shown = run("serve.py", str(corpus), "--rounds", "1", folder=corpus)

    assert "body edited: median" in shown
    assert "title edited: median" in shown


def test_the_agenda_is_measured_beside_a_site_of_no_events(tmp_path: Path) -> None:
    shown = run("agenda.py", "10", str(tmp_path / "agenda"), folder=tmp_path)

    assert "the agenda" in shown


def test_themes_that_differ_are_told(tmp_path: Path) -> None:
    """Without this the comparison could go on with a theme that shows readers less."""
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); import same_html; from pathlib import Path\n"
        "print(same_html.differences({'a': Path('a'), 'b': Path('b')}))"
    )
    for name, text in (("a", "<p>deux mots</p>"), ("b", "<p>trois mots ici</p>")):
        (tmp_path / name).mkdir()
        page = f"<article><h1>Un titre</h1>{text}</article>"
        (tmp_path / name / "article-1.html").write_text(page, encoding="utf-8")

    result = subprocess.run(
        [sys.executable, "-c", script, BENCHMARKS], cwd=tmp_path, capture_output=True, text=True
    )

    assert "words is 2 by a, 3 by b" in result.stdout


def test_press_kits_are_measured(tmp_path: Path) -> None:
    shown = run(
        "run.py", "--articles", "2", "--rounds", "1", "--work", str(tmp_path / "work"),
        "--tools", str(tmp_path), "--only", "cold.*press kits", folder=tmp_path,
    )  # fmt: skip

    assert "with press kits, *association* | sitegen |" in shown
    assert re.search(r"^a press kit, sitegen: \d+\.\d+ s of a processor$", shown, re.MULTILINE)


def test_a_workspace_is_measured_beside_a_loop(tmp_path: Path) -> None:
    shown = run(
        "workspace.py", "--sites", "2", "--articles", "5", "--rounds", "1", folder=tmp_path
    )  # fmt: skip

    assert "| nothing changed | " in shown
    assert "| a shared venue changed | " in shown


def test_fetched_documents_are_held_against_ones_own(tmp_path: Path) -> None:
    shown = run("fetched.py", "--articles", "6", "--rounds", "1", folder=tmp_path)

    assert re.search(r"^fetched as summaries +-?[0-9.]+ ms of the processor", shown, re.MULTILINE)


def test_fetches_are_measured_with_and_without_news(tmp_path: Path) -> None:
    arguments = ("--sources", "2", "--entries", "3", "--compared", "2500")

    shown = run("fetches.py", *arguments, folder=tmp_path)

    assert " 6 documents" in shown
    assert re.search(r"^2[0-9]{3} events of three partners compared", shown, re.MULTILINE)
