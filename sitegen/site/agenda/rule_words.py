"""What a rule of recurrence means that its author wrote in words: for the mend of an error. Pure.

« tous les mardis » is `FREQ=WEEKLY;BYDAY=TU`. Nothing is read from it: the message says what to
write instead.
"""

from sitegen.border.suggestions import plain
from sitegen.patterns import lazy_pattern

_DAYS = {
    "lundi": "MO", "mardi": "TU", "mercredi": "WE", "jeudi": "TH", "vendredi": "FR",
    "samedi": "SA", "dimanche": "SU", "monday": "MO", "tuesday": "TU", "wednesday": "WE",
    "thursday": "TH", "friday": "FR", "saturday": "SA", "sunday": "SU",
}  # fmt: skip
_ORDINALS = {
    "premier": 1, "1er": 1, "deuxieme": 2, "second": 2, "2e": 2, "troisieme": 3, "3e": 3,
    "quatrieme": 4, "4e": 4, "dernier": -1, "first": 1, "third": 3, "fourth": 4, "last": -1,
}  # fmt: skip
_PERIODS = {
    "jour": "DAILY", "semaine": "WEEKLY", "mois": "MONTHLY", "an": "YEARLY", "annee": "YEARLY",
    "day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY",
    "quotidien": "DAILY", "hebdomadaire": "WEEKLY", "mensuel": "MONTHLY", "annuel": "YEARLY",
}  # fmt: skip
_DAY = rf"(?P<day>{'|'.join(_DAYS)})s?"
_EACH = r"(?:(?:tous les|toutes les|chaque|every|each|les|le|the) )?"
_PATTERNS = (
    (
        lazy_pattern(rf"(?:un {_DAY} sur deux|every other (?P<other>{'|'.join(_DAYS)}))"),
        "INTERVAL=2",
    ),
    (lazy_pattern(rf"{_EACH}{_DAY}"), ""),
)
_MONTHLY = lazy_pattern(
    rf"{_EACH}(?P<which>{'|'.join(_ORDINALS)})s? {_DAY}"
    r"(?: (?:du|de chaque|chaque|of the|of every|of each) (?:mois|month))?"
)
_PERIOD = lazy_pattern(rf"{_EACH}(?P<period>{'|'.join(_PERIODS)})s?")


def meant_rule(text: str) -> str:
    """Return the rule that *text* says in French or English, or nothing where that is unsure."""
    words = plain(text).strip(" .")
    if match := _MONTHLY.fullmatch(words):
        return f"FREQ=MONTHLY;BYDAY={_ORDINALS[match['which']]}{_DAYS[match['day']]}"
    for pattern, more in _PATTERNS:
        if match := pattern.fullmatch(words):
            day = _DAYS[next(filter(None, match.groups()))]
            return ";".join(filter(None, ("FREQ=WEEKLY", more, f"BYDAY={day}")))
    match = _PERIOD.fullmatch(words)
    return f"FREQ={_PERIODS[match['period']]}" if match else ""
