"""When and where the events of an article take place, as HTML for a feed. Pure.

Nothing here asks the clock: an article would change in every reader whenever a date has passed.
"""

import datetime as dt
from collections.abc import Iterator
from html import escape

from sitegen.model import Event, Occurrence
from sitegen.rendering.words.dates import format_period
from sitegen.rendering.words.status import words_of
from sitegen.rendering.words.taking_part import facts_of, programme_of
from sitegen.site.agenda.recurrence import dates_of

DATES_TOLD = 12
"""Of a series: as many as on its page."""
_AHEAD = dt.timedelta(days=731)
"""How far an endless rule is looked into."""


def event_html(event: Event, *, is_named: bool, language: str, since: dt.date) -> str:
    """Return « jeudi 24 septembre 2020 de 9 h à 17 h, Palais des congrès, Tours », or a list.

    Of a series they are its dates from the day *since* on, when the article was written.
    """
    return "\n".join(
        filter(
            None, (_dates_html(event, language, since, is_named=is_named), *_more(event, language))
        )
    )


def _more(event: Event, language: str) -> Iterator[str]:
    """Yield what there is to know for taking part, and the programme."""
    words = words_of(language)
    facts = [escape(words.line(*fact), quote=False) for fact in facts_of(event, language)]
    if facts:
        yield f"<p>{'<br>'.join(facts)}</p>"
    heading, points = programme_of(event, language)
    if points:
        items = "".join(f"<li>{escape(point, quote=False)}</li>" for point in points)
        yield f"<p>{escape(words.line(heading, '').rstrip(), quote=False)}</p>\n<ul>{items}</ul>"


def _dates_html(event: Event, language: str, since: dt.date, *, is_named: bool) -> str:
    if not event.repeat:
        first = Occurrence(event=event, start=event.start, end=event.end)
        place = place_of(event, language)
        return f"<p>{_joined(_told(first, event.name if is_named else '', language), place)}</p>"
    every = dates_of(event, since + _AHEAD)
    dates = [date for date in every if date.last_day >= since] or every
    lines = [_line(date, event, language) for date in dates[:DATES_TOLD]]
    if dates[DATES_TOLD:]:
        lines.append(words_of(language).more_dates)
    name = _joined(escape(event.name, quote=False), place_of(event, language))
    heading = words_of(language).line(name, "").rstrip(" ")
    return f"<p>{heading}</p>\n<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"


def place_of(event: Event, language: str) -> str:
    """Return a place with its town, each once, as the page of the event says it."""
    words, location = words_of(language), event.location
    if location is None:
        return words.online if event.online else ""
    town = "" if location.city in location.name else location.city
    place = _joined(location.name, town)
    return words.and_online.format(place) if event.online else place


def _line(date: Occurrence, series: Event, language: str) -> str:
    """Return a date of a series, with what is not as for the others."""
    name = date.event.name_beside(series.name)
    place = place_of(date.event, language)
    return _joined(
        _told(date, name, language), "" if place == place_of(series, language) else place
    )


def _told(date: Occurrence, name: str, language: str) -> str:
    """Return status, name and period of a date, as HTML."""
    words, event = words_of(language), date.event
    status = words.status(event.status)
    name, when = (escape(text, quote=False) for text in (name, format_period(date, language)))
    if event.is_off:  # a reader may show `<s>` as any text: the words say it too
        facts = (status, name, words.line(words.planned, f"<s>{when}</s>"))
        return " – ".join(filter(None, facts))
    told = words.line(name, when) if name else when
    return f"{status} – {told}" if status else told


def _joined(told: str, place: str) -> str:
    """Return *told*, HTML, and a place, text."""
    return ", ".join(filter(None, (told, escape(place, quote=False))))
