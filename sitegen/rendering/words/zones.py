"""Hours of one zone told in another: « heure de La Réunion ; 7 h à Paris ». Pure."""

from functools import lru_cache

from sitegen.model import Moment, Occurrence, zone_info
from sitegen.model.languages import language_of
from sitegen.rendering.words.dates import format_day, format_hours
from sitegen.wording.readers import DateWords, ZoneWords, reader_words

_FRENCH_PLACES = {
    "America/Guadeloupe": ("de Guadeloupe", "en Guadeloupe"),
    "America/Martinique": ("de Martinique", "en Martinique"),
    "America/Cayenne": ("de Guyane", "en Guyane"),
    "America/Miquelon": ("de Saint-Pierre-et-Miquelon", "à Saint-Pierre-et-Miquelon"),
    "Pacific/Wallis": ("de Wallis-et-Futuna", "à Wallis-et-Futuna"),
    "Africa/Cairo": ("du Caire", "au Caire"),
}
"""Where CLDR's name of the town does not take « de » and « à », or is not the one in use."""


def in_zone(moment: Moment, zone: str) -> Moment:
    """Return the same instant on the clock of *zone*; a date stays the date that it is."""
    if moment.is_date or moment.zone == zone:
        return moment
    local = moment.instant.astimezone(zone_info(zone)).replace(tzinfo=None)
    return Moment(local, zone=zone)


def format_elsewhere(occurrence: Occurrence, zone: str, language: str) -> str:
    """Return whose hours an occurrence has, and what they are in *zone*; nothing if the same.

    « heure de La Réunion ; de 5 h 30 à 13 h 30 à Paris ». The day is told where it is another.
    """
    start, end = occurrence.start, occurrence.end
    there = in_zone(start, zone)
    if start.is_date or there.local == start.local:
        return ""
    ends = in_zone(end, zone) if end is not None and _is_same_day(occurrence) else None
    if ends is not None and ends.date != there.date:
        ends = None
    hours = format_hours(there, ends, language)
    words = reader_words(ZoneWords, language)
    if there.date != start.date:
        day = format_day(there.date, language, weekday=True, year=False)
        if ends is None:
            hours = reader_words(DateWords, language).at.format(time=hours)
        hours = words.day.format(day=day, hours=hours)
    (own, _), (_, other) = zone_place(start.zone, language), zone_place(zone, language)
    return words.elsewhere.format(place=own, when=hours, other=other)


def _is_same_day(occurrence: Occurrence) -> bool:
    return occurrence.first_day == occurrence.last_day


@lru_cache(maxsize=512)
def zone_place(zone: str, language: str) -> tuple[str, str]:
    """Return a zone's place as an owner and as a location: « de Nouméa », « à Nouméa »."""
    if zone[:1] in "+-":
        return f"UTC{zone}", f"UTC{zone}"
    from babel.dates import get_timezone_location

    place = str(get_timezone_location(zone, locale=language_of(language).locale, return_city=True))
    city = place.rpartition("/")[2]
    if not language_of(language).is_french:
        return city, city
    if zone in _FRENCH_PLACES:
        return _FRENCH_PLACES[zone]
    of = "d’" if city[0] in "AEIOUÉÈÊÎÔaeiou" else "de "
    return f"{of}{city}", f"à {city}"
