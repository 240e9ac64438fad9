"""A rule in words is told as the rule that it means; what may mean several is not."""

import pytest

from sitegen.site.agenda.rule_words import meant_rule
from sitegen.site.agenda.rules import read_rule


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("tous les mardis", "FREQ=WEEKLY;BYDAY=TU"),
        ("Chaque jeudi", "FREQ=WEEKLY;BYDAY=TH"),
        ("un mardi sur deux", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("every other Tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("le premier jeudi du mois", "FREQ=MONTHLY;BYDAY=1TH"),
        ("Le 2e samedi de chaque mois", "FREQ=MONTHLY;BYDAY=2SA"),
        ("dernier vendredi du mois", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("the last Friday of every month", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("tous les jours", "FREQ=DAILY"),
        ("mensuel", "FREQ=MONTHLY"),
        ("toutes les semaines", "FREQ=WEEKLY"),
    ],
)
def test_a_rule_in_words_is_known(words: str, rule: str) -> None:
    assert meant_rule(words) == rule
    assert read_rule(rule, has_hours=True) == rule


@pytest.mark.parametrize(
    "words",
    ["tous les quinze jours", "les mardis et jeudis", "tous les mardis sauf août", "FREQ=X"],
)
def test_what_may_mean_several_rules_is_not_guessed(words: str) -> None:
    assert meant_rule(words) == ""
