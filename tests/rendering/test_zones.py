"""An hour far away is told on both clocks."""

import pytest

from sitegen.model import Occurrence
from sitegen.rendering.words.zones import format_elsewhere
from tests.rendering.hub import moment

NARROW, NBSP = "\u202f", "\u00a0"


def told(start: str, end: str, own: str, site: str = "Europe/Paris", language: str = "fr") -> str:
    ends = moment(end, own) if end else None
    occurrence = Occurrence(event=None, start=moment(start, own), end=ends)  # type: ignore[arg-type]
    return format_elsewhere(occurrence, site, language).replace(NARROW, " ").replace(NBSP, " ")


@pytest.mark.parametrize(
    ("start", "end", "own", "text"),
    [
        ("2027-07-10 09:00", "", "Indian/Reunion", "heure de La Réunion ; 7 h à Paris"),
        ("2027-02-10 09:00", "", "Indian/Reunion", "heure de La Réunion ; 6 h à Paris"),
        (
            "2027-02-10 08:30",
            "2027-02-10 16:30",
            "Indian/Reunion",
            "heure de La Réunion ; de 5 h 30 à 13 h 30 à Paris",
        ),
        (
            "2027-07-10 20:00",
            "",
            "America/Guadeloupe",
            "heure de Guadeloupe ; dimanche 11 juillet à 2 h à Paris",
        ),
        ("2027-07-10 09:00", "", "Europe/Athens", "heure d’Athènes ; 8 h à Paris"),
        ("2027-07-10 09:00", "", "Africa/Cairo", "heure du Caire ; 8 h à Paris"),
        ("2027-07-10 09:00", "", "+04:00", "heure UTC+04:00 ; 7 h à Paris"),
        ("2027-07-10 09:00", "", "Europe/Brussels", ""),
        ("2027-07-10", "", "Indian/Reunion", ""),
    ],
)
def test_both_clocks_in_french(start: str, end: str, own: str, text: str) -> None:
    assert told(start, end, own) == text


def test_a_site_overseas_tells_its_own_clock() -> None:
    words = told("2027-07-10 09:00", "", "Europe/Paris", "America/Guadeloupe")

    assert words == "heure de Paris ; 3 h en Guadeloupe"


def test_both_clocks_in_english() -> None:
    words = told("2027-02-10 08:30", "", "Indian/Reunion", language="en")

    assert words == "Réunion time; 05:30 in Paris"
