"""docs/clients.md holds what the programs were measured to do, in the versions that are pinned.

The other tests of this folder ask the programs; a figure that one of them finds otherwise, or a
version that is pinned anew, changes a row of the page too.
"""

import json
import re
from collections.abc import Iterator

import pytest

from tests.clients import test_calendars, test_feeds
from tests.demo_site import PROJECT

PAGE = (PROJECT / "docs/clients.md").read_text(encoding="utf-8")
CLIENTS = PROJECT / "scripts/clients"
NAMES = {"feed-extractor": "@extractus/feed-extractor"}
"""Programs that the page calls otherwise than the scripts do."""


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the first table below a heading of the page."""
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    table = section.partition("\n|")[2].partition("\n\n")[0]
    lines = table.splitlines()[2:]
    assert lines, heading
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def pinned() -> Iterator[tuple[str, str]]:
    lock = (CLIENTS / "requirements.lock").read_text(encoding="utf-8")
    asked = set((CLIENTS / "requirements.in").read_text(encoding="utf-8").split())
    yield from (
        pair for pair in re.findall(r"^(\S+?)==(\S+)", lock, re.M) if "==".join(pair) in asked
    )
    yield from json.loads((CLIENTS / "package.json").read_text("utf-8"))["dependencies"].items()


@pytest.mark.parametrize(("name", "version"), sorted(pinned()))
def test_a_program_is_told_in_the_version_that_is_pinned(name: str, version: str) -> None:
    if name == "jsdom":
        return  # it makes the page that the reading modes read, and reads nothing itself
    told = re.findall(rf"(?i)(?<![\w/-])`?{re.escape(name)}`? (\d[\w.]*\w)", PAGE)

    assert set(told) == {version}


def test_the_table_of_dates_has_a_row_for_each_program_that_is_asked() -> None:
    table = {
        " ".join(row[0].lower().split()): row[1:] for row in rows("Dates in calendar programs")
    }
    asked = [program.partition(",")[0] for program in test_calendars.PROGRAMS]

    assert all(any(row.startswith(f"{program} ") for row in table) for program in asked)
    wrong = {row: cells for row, cells in table.items() if cells != ["70", "0", cells[2], "0"]}
    assert [row.partition(" ")[0] for row in wrong] == ["calcurse"]
    assert len({cells[2] for cells in table.values()}) == 1, "of the demo's dates each has all"


def test_the_sum_of_the_dates_that_are_right_is_that_of_the_rows() -> None:
    table = rows("Dates in calendar programs")
    right, asked = sum(int(row[1]) for row in table), 70 * len(table)

    assert (
        f"In sum {right:,} of {asked:,} hard dates are right, {100 * right // asked} of a hundred"
        in (" ".join(PAGE.split()))
    )
    assert right / asked >= 0.98


def test_the_table_of_feeds_is_what_the_readers_were_found_to_tell() -> None:
    told = {}
    for program, format_, *cells in rows("Articles in feed readers"):
        figures = tuple(None if cell == "–" else int(cell) for cell in cells)
        told[re.sub(r" \d[\d.]*$", "", program), format_] = figures

    assert told == {
        (NAMES.get(program, program), format_): figures
        for (program, format_), figures in test_feeds.RIGHT.items()
    }
