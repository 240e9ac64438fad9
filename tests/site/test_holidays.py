"""Public holidays: those that the library knows, without loading the rest of the world."""

import subprocess
import sys

import pytest

pytest.importorskip("holidays")

PLACES = ("FR", "FR-971", "FR-57", "BE", "CH-GE", "DE-BY", "GB-ENG", "LU", "MC", "AX", "GF")
"""Countries, parts of them, and some that the library derives from another."""
ASKED = """
import sys
from sitegen.site.holidays import holiday_names

def loaded():
    return sorted(name for name in sys.modules if name.startswith("holidays.countries"))

holiday_names("FR-971", "fr", 2026, 2027)
print(*loaded())
"""
COMPARED = f"""
import sys
from sitegen.site.holidays import holiday_names

alone = [holiday_names(place, "fr-CA", 2019, 2028) for place in {PLACES!r}]
assert all(alone)
import holidays.countries

holiday_names.cache_clear()
print(alone == [holiday_names(place, "fr-CA", 2019, 2028) for place in {PLACES!r}])
print(len(sys.modules["holidays.countries"].__dict__) > 500)
"""


def told(script: str) -> str:
    command = [sys.executable, "-c", script]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_one_country_is_loaded_and_no_other() -> None:
    assert told(ASKED) == "holidays.countries.france\n"


def test_the_days_are_those_that_the_whole_library_tells() -> None:
    """And whoever asks for all countries afterwards has them."""
    assert told(COMPARED) == "True\nTrue\n"
