"""Public holidays of a country by name and day, from the `holidays` library (an extra). Pure.

Which places there are stands in `config/agenda.py`: to ask the library takes a tenth of a second.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

_COUNTRIES = "holidays.countries"


@lru_cache(maxsize=64)
def holiday_names(
    place: str, language: str, first_year: int, last_year: int
) -> tuple[tuple[str, str], ...]:
    """Return day (ISO 8601) and name of each holiday of these years, in order; no place: none."""
    if not place:
        return ()
    from holidays import country_holidays

    country, _, part = place.partition("-")
    years = range(first_year, last_year + 1)
    with _without_other_countries():
        known = country_holidays(country).supported_languages
        spoken = next(
            (locale for locale in known if locale.split("_")[0] == language.split("-")[0]), None
        )
        days = country_holidays(country, subdiv=part or None, years=years, language=spoken)
    return tuple((day.isoformat(), _apostrophes(name)) for day, name in sorted(days.items()))


@contextmanager
def _without_other_countries() -> Iterator[None]:
    """A context in which the library loads the country that it is asked for, and no other.

    Each is a module that stands alone, and is found by its name; but the package around them loads
    all two hundred, 40 ms of a processor. So the package stands there meanwhile without being run.
    """
    from importlib.util import find_spec, module_from_spec

    spec = find_spec(_COUNTRIES)
    if spec is None or _COUNTRIES in sys.modules:
        yield
        return
    sys.modules[_COUNTRIES] = module_from_spec(spec)
    try:
        yield
    finally:
        del sys.modules[_COUNTRIES]  # whoever wants all of them gets them


def _apostrophes(name: str) -> str:
    return name.replace("'", "\u2019")
