"""Ask calendar programs for all dates of built agendas, and count those that are as on the pages.

python scripts/clients/dates/compare_dates.py PROGRAMS [OUTPUT …]

Runs programs. PROGRAMS: the folder that `install` made. What is not installed is left out.
"""

import argparse
import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from shown import Seen, compare, shown  # noqa: E402

FIRST, AFTER = "2025-12-01", "2028-01-01"
"""The days that are asked for: all that a calendar holds, of what recurs as much."""

PYTHON = (
    "recurring-ical-events",
    "vobject",
    "icalevents",
    "ical",
    "khal",
    "vdirsyncer",
    "radicale",
    "radicale, expanding",
)
NODE = ("ical.js", "ical-expander", "node-ical")
QUICK = PYTHON + NODE
"""Those of registries, which the tests ask too."""
_PACKAGES = {
    "sabre/vobject 2": "php-sabre-vobject",
    "libical": "gir1.2-ical-3.0",
    "ecal": "gir1.2-ecal-2.0",
    "kcalendarcore": "libkf5calendarcore-dev",
    "calcurse": "calcurse",
}
OTHERS = ("sabre/vobject 4", "sabre/vobject 2", "libical", "ecal", "kcalendarcore", "calcurse")
"""Those of Debian, and of Composer."""


def seen(programs: Path, program: str, files: Sequence[Path]) -> list[list[Seen]] | None:
    """Return the dates of each of *files* as *program* tells them; None: it is not installed."""
    span = (FIRST, AFTER, *map(str, files))
    if program in PYTHON:
        command = [str(programs / "venv/bin/python"), str(HERE / "read.py"), program, *span]
    elif program in NODE:
        command = ["node", str(programs / "read_dates.mjs"), program, *span]
    elif program.startswith("sabre"):
        places = {
            "sabre/vobject 4": programs / "composer/vendor/autoload.php",
            "sabre/vobject 2": Path("/usr/share/php/Sabre/VObject/autoload.php"),
        }
        if not places[program].is_file():
            return None
        command = ["php", str(HERE / "read.php"), str(places[program]), *span]
    elif program == "kcalendarcore":
        if not (programs / program).is_file():
            return None
        command = [str(programs / program), *span]
    elif program == "calcurse":
        return [sorted(_calcurse(file)) for file in files]
    else:
        command = ["/usr/bin/python3", str(HERE / "read_gi.py"), program, *span]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode:
        raise SystemExit(f"{program}: {answer.stderr}")
    return [[Seen(*date) for date in json.loads(line)] for line in answer.stdout.splitlines()]


def version(programs: Path, program: str) -> str:
    """Return the version of a program that is installed."""
    name = program.partition(",")[0]
    if program in PYTHON:
        ask = f"from importlib.metadata import version; print(version({name!r}))"
        command = [str(programs / "venv/bin/python"), "-c", ask]
    elif program in NODE:
        text = (programs / "node_modules" / name / "package.json").read_text(encoding="utf-8")
        return str(json.loads(text)["version"])
    elif program == "sabre/vobject 4":
        return "4.6.0"
    else:
        command = ["dpkg-query", "-W", "-f", "${Version}", _PACKAGES[program]]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    return answer.stdout.strip().rpartition(":")[2].partition("-")[0]


def _calcurse(file: Path) -> Iterator[Seen]:
    """Yield what calcurse tells of each day; a place stands in the note of a date."""
    paris = {**os.environ, "TZ": "Europe/Paris"}
    days = (dt.date.fromisoformat(AFTER) - dt.date.fromisoformat(FIRST)).days
    hours, whole = "%(start:epoch)|%(end:epoch)|%m|%N\v", "||%m|%N\v"
    query = [
        *("-Q", "--filter-type", "cal", "--input-datefmt", "4", "--output-datefmt", "\f%Y-%m-%d"),
        *("--from", FIRST, "--days", str(days)),
        *("--format-apt", hours, "--format-recur-apt", hours),
        *("--format-event", whole, "--format-recur-event", whole),
    ]
    with tempfile.TemporaryDirectory() as folder:
        calcurse = ["calcurse", "-q", "-D", folder]
        own = paris | {"TMPDIR": folder}
        subprocess.run([*calcurse, "-i", str(file)], env=own, capture_output=True, check=False)
        answer = subprocess.run([*calcurse, *query], env=own, capture_output=True, check=True)
    occurrences = set()
    whole_days: dict[tuple[str, str], list[str]] = {}
    for section in answer.stdout.decode().split("\f")[1:]:
        day, _, rest = section.partition(":\n")
        for date in rest.split("\v")[:-1]:
            start, end, name, note = date.strip("\n").split("|", 3)
            place = note.partition("Location: ")[2].partition("\n")[0]
            if start:
                occurrences.add(Seen(_minute(start), _minute(end), name, place))
            else:
                whole_days.setdefault((name, place), []).append(day)
    for (name, place), listed in whole_days.items():
        for first, last in _runs(listed):
            occurrences.add(Seen(first, last, name, place))
    return iter(occurrences)


def _minute(seconds: str) -> str:
    return f"{dt.datetime.fromtimestamp(int(seconds), dt.UTC):%Y-%m-%dT%H:%MZ}"


def _runs(days: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the first and the last of each run of days: calcurse lists an event on each of its."""
    first = last = days[0]
    for day in days[1:]:
        if dt.date.fromisoformat(day) - dt.date.fromisoformat(last) > dt.timedelta(days=1):
            yield first, last
            first = day
        last = day
    yield first, last


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("programs", type=Path)
    options.add_argument("outputs", type=Path, nargs="+")
    given = options.parse_args()
    pages = {output: shown(output, FIRST, AFTER) for output in given.outputs}
    counts = [str(len(dates)) for dates in pages.values()]
    print(f"of {' and '.join(counts)} dates\n")
    print(f"| program |{' right | foreign |' * len(pages)}\n|---|{'--:|' * 2 * len(pages)}")
    details = []
    for program in QUICK + OTHERS:
        readings = seen(given.programs, program, [output / "agenda.ics" for output in pages])
        if readings is None:
            print(f"| {program}, not installed |")
            continue
        cells = []
        for reading, dates in zip(readings, pages.values(), strict=True):
            missing, foreign = compare(reading, dates)
            cells += [str(len(dates) - len(missing)), str(len(foreign))]
            details += [f"{program}: not {date}" for date in missing]
            details += [f"{program}: foreign {date}" for date in foreign]
        name = f"{program.partition(' ')[0].rstrip(',')} {version(given.programs, program)}"
        name += ", expanding" if "expanding" in program else ""
        print(f"| {name} | {' | '.join(cells)} |", flush=True)
    print("", *details, sep="\n")


if __name__ == "__main__":
    main()
