"""Measure `sitegen build --all` beside a loop of the shell over the same sites.

    python benchmarks/workspace.py --sites 50 --articles 200 --rounds 3

Each round builds a workspace in which nothing changed, one with one article changed, and one with
a shared file changed: by a loop (`cd` into each site, `sitegen build`), then by `--all`, from the
same beginning. Seconds are processors', of whole processes with all that they start.
"""

import os
import re
import shutil
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import command_line
import corpus
from processes import Run, measure, work_folder
from programs import PROJECT

_BUILD = f"{sys.executable} -m sitegen build --quiet"
LOOP = ["sh", "-ec", f'for site in sites/*; do (cd "$site" && {_BUILD}); done']
ALL = ["sh", "-ec", f"exec {_BUILD} --all"]


def make(sites: int, articles: int, folder: Path) -> None:
    """Write a workspace of *sites* with *articles* each; they share a footer and a venue."""
    (folder / "sites").mkdir(parents=True)
    (folder / "workspace.yaml").write_text("sites: [sites/*]\n")
    (folder / "_data").mkdir()
    (folder / "_data/venues.yaml").write_text("Nantes: {name: Cité des congrès, city: Nantes}\n")
    theme = folder / "themes/hub"
    (theme / "templates/parts").mkdir(parents=True)
    (theme / "theme.yaml").write_text("extends: association\n")
    (theme / "templates/parts/neighbours.html").write_text("")
    for number in range(sites):
        site = folder / f"sites/site-{number:03d}"
        corpus.make_sitegen(articles, site)
        settings = (site / "site.yaml").read_text(encoding="utf-8")
        settings = settings.replace("bench.", f"site-{number:03d}.") + "theme: hub\n"
        (site / "site.yaml").write_text(settings, encoding="utf-8")


def _nothing(folder: Path) -> None:
    pass


def _one_article(folder: Path) -> None:
    path = sorted((folder / "sites").glob("*/content/*/*.md"))[0]
    path.write_text(f"{path.read_text(encoding='utf-8')}\nEncore {time.time_ns()}.\n")


def _shared(folder: Path) -> None:
    path = folder / "_data/venues.yaml"
    path.write_text(f"Nantes: {{name: Cité des congrès {time.time_ns()}, city: Nantes}}\n")


CHANGES: dict[str, Callable[[Path], None]] = {
    "nothing changed": _nothing,
    "one article changed": _one_article,
    "a shared venue changed": _shared,
}


def settle(folder: Path) -> None:
    """Make all sources old, as they are where nobody wrote just now, and build."""
    past = time.time_ns() - 60_000_000_000
    for path in folder.rglob("*"):
        if path.is_file() and not {"output", ".sitegen"} & set(path.parts):
            os.utime(path, ns=(past, past))
    run(ALL, folder)


def run(command: list[str], folder: Path) -> Run:
    return measure(command, folder, {"PYTHONPATH": str(PROJECT)})


def main() -> None:
    parser = command_line.parser(__doc__)
    parser.add_argument("--sites", type=int, default=50)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="", help="a pattern of the names of changes")
    options = parser.parse_args()
    work = work_folder()
    folder = work / "workspace"
    try:
        make(options.sites, options.articles, folder)
        first = run(ALL, folder)
        shown = f"{options.sites} sites of {options.articles} articles"
        print(f"{shown}: built in {first.processor:.1f} s of processors, {first.clock:.1f} s\n")
        print("| | loop, s | `--all`, s | ratio | peak of `--all`, MB |\n|---|--:|--:|--:|--:|")
        for name, change in CHANGES.items():
            if not re.search(options.only, name):
                continue
            pairs = []
            for _ in range(options.rounds):
                runs = []
                for command in (LOOP, ALL):
                    settle(folder)
                    change(folder)
                    runs.append(run(command, folder))
                pairs.append(runs)
            loop, every = (statistics.median(pair[i].processor for pair in pairs) for i in (0, 1))
            ratio = statistics.median(pair[1].processor / pair[0].processor for pair in pairs)
            peak = max(pair[1].peak for pair in pairs) / 1_000_000
            print(f"| {name} | {loop:.2f} | {every:.2f} | {ratio:.2f} | {peak:.0f} |", flush=True)
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
