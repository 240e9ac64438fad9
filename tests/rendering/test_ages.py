"""Ages in words: what is said of them is read again."""

import json
from pathlib import Path

import pytest

from sitegen.fetching.kinds.openagenda import read_announcements
from sitegen.rendering.words.ages import OLDEST, Ages, read_ages
from sitegen.wording.translation import FOLDER
from tests.fetching.test_kinds import OPENAGENDA


@pytest.mark.parametrize(
    "language", ["en", "fr-CA", *(path.name for path in Path(FOLDER).iterdir())]
)
def test_ages_are_read_as_they_are_said_in_each_language(language: str) -> None:
    for ages in (Ages(6, 12), Ages(1, OLDEST), Ages(18, OLDEST), Ages(0, 12), Ages(6, 6)):
        assert read_ages(ages.words(language), language) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("de 6\u00a0à 12\u00a0ans", (6, 12)),
        ("6-12 ans", (6, 12)),
        ("Dès 3 ans", (3, OLDEST)),
        ("jusqu'à 1 an", (0, 1)),
        ("12-6 ans", None),
        ("Élus de 6 à 12 ans", None),
        ("12 personnes", None),
    ],
)
def test_what_authors_write_is_read_if_it_is_ages_and_nothing_else(
    text: str, ages: tuple[int, int] | None
) -> None:
    assert read_ages(text, "fr") == (ages and Ages(*ages))


@pytest.mark.parametrize(
    ("age", "words"),
    [
        ({"min": 6, "max": None}, ["À partir de 6 ans"]),
        ({"max": 12}, ["Jusqu’à 12 ans"]),
        ({"min": 0, "max": 110}, []),
        ({"min": 12, "max": 6}, []),
        ({"min": 400}, []),
        ({"min": "six"}, []),
        ([6, 12], []),
        (None, []),
    ],
)
def test_an_agenda_tells_ages_as_numbers_and_a_document_in_words(
    age: object, words: list[str]
) -> None:
    described = OPENAGENDA["events"][0] | {"age": age}  # type: ignore[index, operator]
    raw = json.dumps({"events": [described]}).encode()

    event = read_announcements(raw, "https://p.example/", "Europe/Paris", "fr").announcements[0]

    assert event.event.get("audience", []) == words
