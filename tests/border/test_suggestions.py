"""What a word that is not known was meant to be."""

from typing import get_args

import pytest

from sitegen.border.suggestions import nearest
from sitegen.config import agenda, is_zone_name, meant_timezone
from sitegen.model.written_events import Status


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("annulé", "cancelled"),
        ("Annulée", "cancelled"),
        ("annulés", "cancelled"),
        ("reporté", "postponed"),
        ("déplacée", "rescheduled"),
        ("complet", "full"),
        ("à confirmer", "tentative"),
        ("canceled", "cancelled"),
        ("demain", ""),
    ],
)
def test_a_value_in_french_is_told_as_the_key_knows_it(written: str, meant: str) -> None:
    assert nearest(written, get_args(Status)) == meant


def test_a_value_in_french_is_offered_where_it_is_known_alone() -> None:
    assert nearest("annulé", ("news", "agenda")) == ""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Paris", "Europe/Paris"),
        ("europe/paris", "Europe/Paris"),
        ("France/Paris", "Europe/Paris"),
        ("La Réunion", "Indian/Reunion"),
        ("Nouvelle-Calédonie", "Pacific/Noumea"),
        ("Nantes", ""),
        ("GMT+1", ""),  # `Etc/GMT+1` is UTC-1
        ("UTC-4", ""),
        ("gmt +02:00", ""),
        ("", ""),
    ],
)
def test_a_time_zone_is_found_by_its_place(written: str, meant: str) -> None:
    assert meant_timezone(written) == meant


@pytest.mark.parametrize(
    ("name", "is_zone"),
    [
        ("Europe/Paris", True),
        ("America/Marigot", True),
        ("Asia/Tokyo", True),
        ("europe/paris", False),
        ("posix/Europe/Paris", False),
        ("localtime", False),
        ("+01:00", False),
    ],
)
def test_a_zone_is_one_wherever_it_is_built(name: str, is_zone: bool) -> None:
    assert is_zone_name(name) is is_zone


def test_usual_zones_are_known_without_a_look_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of them are hundreds of files: a fortieth of a small build."""
    known = agenda.available_timezones()
    assert known > agenda._USUAL_ZONES
    monkeypatch.setattr(agenda, "available_timezones", None)

    assert is_zone_name("Europe/Paris")
