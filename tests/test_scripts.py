"""Scripts that no other test runs: nothing else would notice that one names what has moved."""

import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.demo_site import PROJECT, Demo

SCRIPTS = PROJECT / "scripts"
SHELL = [
    path
    for path in sorted((*SCRIPTS.glob("*"), *SCRIPTS.glob("clients/*")))
    if path.is_file() and (path.name == "environment" or path.read_bytes()[:9] == b"#!/bin/sh")
]
PYTHON = sorted(SCRIPTS.glob("*.py"))


def names(path: Path) -> str:
    return path.relative_to(SCRIPTS).as_posix()


@pytest.mark.parametrize("script", SHELL, ids=names)
def test_a_script_of_the_shell_is_one_and_names_what_is_there(script: Path) -> None:
    """Its folders of tests, modules and files of the project; what it makes itself is left out."""
    text = script.read_text(encoding="utf-8")
    result = subprocess.run(["sh", "-n", script], capture_output=True, text=True, check=False)
    named = re.findall(r"(?<![\w./$-])(?:tests|scripts|sitegen|docs|benchmarks)/[\w./-]+", text)
    made = ("docs/output", "scripts/validators/node_modules")

    assert result.stderr == ""
    lost = [name for name in named if not (PROJECT / name).exists() and not name.startswith(made)]
    assert lost == []


@pytest.mark.parametrize("script", PYTHON, ids=names)
def test_a_script_of_python_finds_all_that_it_imports(
    script: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if script.name == "subset_font.py":
        pytest.importorskip("fontTools", reason="for the theme's font alone")
    for folder in (SCRIPTS, PROJECT):
        monkeypatch.syspath_prepend(str(folder))

    assert runpy.run_path(str(script), run_name="imported")


BENCHMARKS = [
    path
    for path in sorted((PROJECT / "benchmarks").glob("*.py"))
    if "__main__" in path.read_text(encoding="utf-8")
]


def test_each_benchmark_tells_how_it_is_called(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(str(PROJECT / "benchmarks"))
    for benchmark in BENCHMARKS:
        monkeypatch.setattr(sys, "argv", [benchmark.name, "--help"])
        with pytest.raises(SystemExit) as ended:
            runpy.run_path(str(benchmark), run_name="__main__")

        assert ended.value.code == 0
        assert f"python benchmarks/{benchmark.name}" in capsys.readouterr().out


@pytest.mark.slow
def test_a_picture_of_the_demo_is_drawn_anew(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    picture = "images/nantes-loire.jpg"

    command = [sys.executable, SCRIPTS / "draw_demo_images.py", picture, "--content", folder]
    subprocess.run(command, check=True, capture_output=True)

    from PIL import Image

    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["nantes-loire.jpg"]
    with Image.open(folder / picture) as drawn:
        assert drawn.size == (1600, 900)


@pytest.mark.slow
def test_what_is_pictured_of_the_demo_is_there(demo: Demo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    script = runpy.run_path(str(SCRIPTS / "take_screenshots.py"))
    shots = script["SHOTS"]
    paths = {shot.path.lstrip("/") for shot in shots.values()}
    pages = {path if path.endswith(".html") else f"{path}index.html" for path in paths}

    assert [path for path in sorted(pages) if not demo.site.has(path)] == []
    pictures = {path.name for path in (PROJECT / "docs/images/gallery").iterdir()}
    assert {f"{name}.png" for name in shots} == pictures
    assert script["GALLERY"].read_text(encoding="utf-8") == script["gallery"]()


def test_both_themes_are_pictured_beside_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    script = runpy.run_path(str(SCRIPTS / "compare_themes.py"))
    names = {f"{shot}-{theme}.png" for shot in script["SHOTS"] for theme in script["THEMES"]}
    page = script["PAGE"].read_text(encoding="utf-8")

    assert {path.name for path in script["FOLDER"].iterdir()} == names
    assert set(re.findall(r"images/themes/([\w-]+\.png)", page)) == names
    assert re.sub(r"\d+\.\d|\(\d+\)", "N", page) == re.sub(
        r"\d+\.\d|\(\d+\)",
        "N",
        script["page"](
            dict.fromkeys(
                script["THEMES"], dict.fromkeys(script["WEIGHED"], script["Weight"](0, 0, 0))
            ),
            dict.fromkeys(script["THEMES"], 0),
        ),
    )


@pytest.mark.slow
@pytest.mark.browser
def test_a_picture_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("chromium") is None:
        pytest.skip("needs Debian's chromium")
    monkeypatch.syspath_prepend(str(SCRIPTS))
    (tmp_path / "index.html").write_text("<h1>Un titre</h1>", encoding="utf-8")
    script = runpy.run_path(str(SCRIPTS / "take_screenshots.py"))
    browsing = runpy.run_path(str(SCRIPTS / "browsing.py"))

    with browsing["served"](tmp_path) as address, browsing["chromium"]() as browser:
        shot = script["Shot"]("Un titre", "/", (400, 300))
        script["take"](browser, address, shot, tmp_path / "shot.png", 0.5)

    from PIL import Image

    with Image.open(tmp_path / "shot.png") as taken:
        assert taken.size == (200, 150)
