"""Runs become a table in Markdown."""

import os
import platform
import statistics
from collections.abc import Iterator
from pathlib import Path

from builds import KITS, NO_KITS, Build
from processes import RAM_DISK, Run


def machine(work: Path) -> str:
    """Return a line about where the figures come from."""
    is_memory = work.resolve().is_relative_to(RAM_DISK)
    place = "a RAM disk" if is_memory else f"a disk ({work}), whose speed is in all figures"
    return f"{os.cpu_count()} cores, Python {platform.python_version()}, on {place}"


class Table:
    """The builds of one size of site with their runs, in order of measuring."""

    def __init__(self, builds: list[Build], runs: list[list[Run]]) -> None:
        self.rows = list(zip(builds, runs, strict=True))

    def text(self, heading: str) -> str:
        lines = [
            f"\n{heading}\n",
            "| build | program | processor, s | clock, s | peak, MB "
            "| to Hugo: processor, clock, peak | to the baseline: processor, clock, peak |",
            "|---|---|--:|--:|--:|--:|--:|",
        ]
        for build, runs in self.rows:
            cells = [
                f"{statistics.median(run.processor for run in runs):.2f}",
                f"{statistics.median(run.clock for run in runs):.2f}",
                f"{max(run.peak for run in runs) / 1e6:.0f}",
                _ratios(runs, self._of_hugo(build)),
                _ratios(runs, self._of_baseline(build)),
            ]
            lines.append(f"| {build.name} | {build.program.name} | {' | '.join(cells)} |")
        return "\n".join(lines)

    def kits(self, count: int) -> Iterator[str]:
        """Yield what one of *count* press kits takes beside the rest of its site, by program."""
        whole, rest = (self._cold(name) for name in (KITS, NO_KITS))
        for program in sorted(whole.keys() & rest.keys()):
            pairs = zip(whole[program], rest[program], strict=True)
            each = (
                statistics.median(one.processor - other.processor for one, other in pairs) / count
            )
            yield f"\na press kit, {program}: {each:.3f} s of a processor"

    def _cold(self, name: str) -> dict[str, list[Run]]:
        return {
            build.program.name: runs for build, runs in self.rows if build.name == f"cold, {name}"
        }

    def _of_hugo(self, build: Build) -> list[Run] | None:
        for other, runs in self.rows:
            if other.program.name == "Hugo" and other.name == build.beside:
                return runs
        return None

    def _of_baseline(self, build: Build) -> list[Run] | None:
        """Return the runs of the same build by the sitegen of the other revision."""
        if build.program.name != "sitegen":
            return None
        for other, runs in self.rows:
            if other.name == build.name and other.program.name.startswith("sitegen "):
                return runs
        return None


def _ratios(runs: list[Run], others: list[Run] | None) -> str:
    """Return the medians of the ratios of each round; a dash where there is no other build."""
    if others is None:
        return "–"
    pairs = list(zip(runs, others, strict=True))
    return ", ".join(
        f"{statistics.median(ratio / other for ratio, other in ratios):.2f}" if ratios else "–"
        for ratios in (
            [(one.processor, other.processor) for one, other in pairs],
            [(one.clock, other.clock) for one, other in pairs],
            [(one.peak, other.peak) for one, other in pairs if other.peak],
        )
    )


def growth(tables: dict[int, Table]) -> str:
    """Return milliseconds of processors an article at each size: is the growth that of the site?"""
    sizes = sorted(tables)
    lines = [
        "\nMilliseconds of processors for each article, by the size of the site\n",
        f"| build | program | {' | '.join(map(str, sizes))} |",
        f"|---|---|{'--:|' * len(sizes)}",
    ]
    for build, _ in tables[sizes[0]].rows:
        cells = []
        for size in sizes:
            measured = next(
                runs
                for other, runs in tables[size].rows
                if (other.name, other.program.name) == (build.name, build.program.name)
            )
            cells.append(
                f"{statistics.median(run.processor for run in measured) / size * 1000:.2f}"
            )
        lines.append(f"| {build.name} | {build.program.name} | {' | '.join(cells)} |")
    return "\n".join(lines)
