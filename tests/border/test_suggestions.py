"""What a word that is not known was meant to be."""

from typing import get_args

import pytest

from sitegen.border.suggestions import nearest
from sitegen.config import meant_timezone
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
