"""How a language writes a day: the number, the month, the year, the weekday. Patterns of CLDR.

Babel has the order of whole dates, and no part of one (its « dimanche 1er mars »: « dim. 1 mars »).
"""

from typing import NamedTuple


class Order(NamedTuple):
    """Patterns (UTS 35, "Date Format Patterns") that follow one another."""

    month: str = " MMMM"
    year: str = " y"
    weekday: str = "EEEE "
    """Before all others."""
    number: str = "{}"
    """Around the number of the day."""
    first: str = ""
    """The number of the first, where it is another."""

    def day_number(self, day: int) -> str:
        """Return « 1er », « 2 », « 3. »."""
        return self.first if day == 1 and self.first else self.number.format(day)


ORDERS = {
    "br": Order(" 'a viz' MMMM", first="1añ"),
    "ca": Order(year=" 'del' y", weekday="EEEE, "),
    "co": Order(year=" 'di' 'u' y", first="primu"),
    "de": Order(weekday="EEEE, ", number="{}."),
    "es": Order(" 'de' MMMM", " 'de' y", "EEEE, "),
    "fr": Order("\u00a0MMMM", first="1er"),
    "it": Order(first="1°"),
    "nl": Order(),
    "oc": Order(year=" 'de' y", first="1èr"),
    "pt": Order(" 'de' MMMM", " 'de' y", "EEEE, "),
}
"""Languages in which the parts follow one another so. Basque is another matter (`basque.py`); any
other language has CLDR's own patterns."""
