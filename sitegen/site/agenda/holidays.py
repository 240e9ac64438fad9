"""Public holidays of a country by name and day, from the `holidays` library (an extra). Pure.

Which places there are stands in `config/agenda.py`: to ask the library takes a tenth of a second.
"""

from functools import lru_cache


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
    known = country_holidays(country).supported_languages
    spoken = next(
        (locale for locale in known if locale.split("_")[0] == language.split("-")[0]), None
    )
    days = country_holidays(country, subdiv=part or None, years=years, language=spoken)
    return tuple((day.isoformat(), _apostrophes(name)) for day, name in sorted(days.items()))


def _apostrophes(name: str) -> str:
    return name.replace("'", "\u2019")
