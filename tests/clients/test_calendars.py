"""What calendar programs show of dates that are hard for them, and of the demo's.

docs/clients.md has the table of all programs, which `scripts/clients/calendars` makes; here are
those of the registries of Python and npm.
"""

import shutil
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.clients.programs import INSTALLED, need, script
from tests.demo_site import Demo
from tests.support import NOW, SiteFolder

pytestmark = pytest.mark.slow
HARD = Path(__file__).parent / "hard_dates"
PROGRAMS = [
    *("recurring-ical-events", "vobject", "icalevents", "ical", "khal", "vdirsyncer"),
    *("radicale", "radicale, expanding", "ical.js", "ical-expander", "node-ical"),
]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hard_dates") / "site"
    shutil.copytree(HARD, folder)
    site = SiteFolder(folder)
    assert site.build(now=NOW).diagnostics == []
    return site.output


@pytest.fixture(scope="module")
def dates() -> ModuleType:
    return script("dates/compare_dates.py")


def test_the_pages_show_the_hard_dates_as_they_are_meant(output: Path, dates: ModuleType) -> None:
    shown = shown_by(dates, output)

    assert len(shown) == 70
    table = {(date.name, date.start): (date.end, date.place, date.status) for date in shown}
    moved = table["Permanence du mardi", "2027-01-13T18:00Z"]
    assert moved == ("2027-01-13T20:00Z", "Maison commune, Tours", "")
    elsewhere = table["Permanence du mardi", "2027-02-02T17:00Z"]
    assert elsewhere == ("2027-02-02T19:00Z", "Salle des fêtes, Blois", "")
    assert table["Permanence du mardi", "2027-01-19T17:00Z"][2] == "Annulé"
    assert table["Jardin partagé", "2027-09-04T07:30Z"][2] == "Reporté"
    assert ("Permanence du mardi", "2027-01-12T17:00Z") not in table
    # On the clock, whatever it does at night: 22:00 to 6:00, seven hours in March, nine in October.
    assert table["Maraude de mars", "2027-03-27T21:00Z"][0] == "2027-03-28T04:00Z"
    assert table["Maraude d’octobre", "2027-10-30T20:00Z"][0] == "2027-10-31T05:00Z"
    assert table["Veillée à Basse-Terre", "2027-07-03T00:00Z"][0] == "2027-07-03T03:30Z"
    assert table["Bal jusqu’à minuit", "2027-07-13T18:00Z"][0] == "2027-07-13T22:00Z"
    assert table["Trois jours de la fin de l’été", "2027-10-30"][0] == "2027-11-01"


def test_what_a_program_tells_otherwise_is_found(output: Path, dates: ModuleType) -> None:
    shown = shown_by(dates, output)
    seen = [
        dates.Seen(date.start, date.end, f"{date.status} – {date.name}", date.place)
        for date in shown
    ]
    cancelled = next(n for n, date in enumerate(shown) if date.status)
    placed = next(n for n, date in enumerate(shown) if date.place)
    wrong = {
        "an hour late": (0, seen[0]._replace(start="2027-01-05T18:00Z"), 1),
        "longer": (0, seen[0]._replace(end="2027-01-05T21:00Z"), 0),
        "elsewhere": (placed, seen[placed]._replace(place="Nantes"), 0),
        "takes place": (cancelled, seen[cancelled]._replace(name=shown[cancelled].name), 0),
    }

    assert dates.compare(seen, shown) == ([], [])
    assert dates.compare([*seen, seen[0]], shown) == ([], [seen[0]])
    for case, (number, told, foreign) in wrong.items():
        missing, rest = dates.compare([*seen[:number], told, *seen[number + 1 :]], shown)
        assert (missing, len(rest)) == ([shown[number]], foreign), case


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_shows_all_dates_as_the_pages_do(
    output: Path, demo: Demo, dates: ModuleType, program: str
) -> None:
    need("venv", "node_modules")
    outputs = [output, demo.root]

    seen = dates.seen(INSTALLED, program, [output / "agenda.ics" for output in outputs])

    for site, dates_seen in zip(outputs, seen, strict=True):
        shown = shown_by(dates, site)
        assert len(shown) >= 46
        assert dates.compare(dates_seen, shown) == ([], []), (
            f"{program}: the table of docs/clients.md"
        )


@cache
def shown_by(dates: ModuleType, output: Path) -> list[Any]:
    return list(dates.shown(output, dates.FIRST, dates.AFTER))
