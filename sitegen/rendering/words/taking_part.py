"""Who an event is for, what it costs, how one gets in: as labels and values, by language. Pure.

Calendars, feeds and mails say it so; the theme's pages have its own words. What an author did not
say has no line.
"""

from collections.abc import Iterable, Iterator, Sequence

from sitegen.model import Event, Location, Moment, Occurrence, Price, Session
from sitegen.model.languages import language_of
from sitegen.rendering.words.dates import format_day, format_hours, format_moment
from sitegen.rendering.words.status import words_of
from sitegen.wording.readers import TakingPartWords, count_places, reader_words


def facts_of(
    event: Event, language: str, *, with_places: bool = True, with_terms: bool = True
) -> Iterator[tuple[str, str]]:
    """Yield label and value of all that is said about taking part in *event*.

    *with_places*: also where else it takes place, *with_terms*: on what conditions and for how
    much, for what has no field for that.
    """
    words = _words(language)
    if event.other_locations and with_places:
        yield words.also_at, " ; ".join(map(one_line, event.other_locations))
    if event.audience:
        yield words.audience, ", ".join(event.audience)
    if event.conditions and with_terms:
        yield words.conditions, event.conditions
    if event.price and with_terms:
        yield words.price, " ; ".join(format_price(price, language) for price in event.price)
    if event.registration_deadline:
        yield words.deadline, format_moment(event.registration_deadline, language, weekday=True)
    if event.capacity:
        shown = format_number(event.capacity, language)
        yield words.capacity, count_places(event.capacity, shown, language)
    names = [words.access(measure) for measure in event.accessibility]
    if names or event.accessibility_note:
        told = ", ".join(names)
        yield (
            words.accessibility,
            ". ".join(filter(None, (_capital(told), event.accessibility_note))),
        )


def programme_of(event: Event, language: str) -> tuple[str, list[str]]:
    """Return what the programme is called and a line for each point; of several days, with it."""
    return _points(event.programme, language)


def programme_on(date: Occurrence, language: str) -> tuple[str, list[str]]:
    """Return the programme of a date alone, as `programme_of` does."""
    return _points(sessions_on(date), language)


def sessions_on(date: Occurrence) -> tuple[Session, ...]:
    """Return the points of the programme that are of *date*.

    Of several times those that begin within it, and those of its day that begin within none.
    """
    event = date.event
    if not event.is_in_slots or event.repeat is None:
        return event.programme
    own = date.slots or ((date.start, date.end),)
    every = [(change.start or change.date, change.end) for change in event.repeat.changes]

    def is_of_date(session: Session) -> bool:
        is_of_day = session.start.date == date.first_day
        return _is_within(session.start, own) or (
            is_of_day and not _is_within(session.start, every)
        )

    return tuple(filter(is_of_date, event.programme))


def _is_within(moment: Moment, times: Iterable[tuple[Moment, Moment | None]]) -> bool:
    return any(
        start.timestamp <= moment.timestamp < end.timestamp if end else moment == start
        for start, end in times
    )


def _points(sessions: Sequence[Session], language: str) -> tuple[str, list[str]]:
    days = {session.start.date for session in sessions}
    points = [_point(session, language, is_dated=len(days) > 1) for session in sessions]
    return _words(language).programme, points


def format_price(price: Price, language: str) -> str:
    """Return « 120 € (adhérents) », « gratuit »: a whole amount has no cents."""
    from babel.numbers import format_currency

    if price.amount == 0:
        told = _words(language).free
    else:
        locale = language_of(language).number_locale
        pattern = locale.currency_formats["standard"].pattern
        if price.amount == int(price.amount):
            pattern = pattern.replace("0.00", "0")
        told = format_currency(
            price.amount, price.currency, pattern, locale=locale, currency_digits=False
        )
    if not price.name:
        return str(told)
    return words_of(language).line(price.name, str(told))


def format_number(value: float, language: str) -> str:
    """Return « 1 200 », “1,200”."""
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale=language_of(language).number_locale))


def one_line(location: Location) -> str:
    """Return name, address, town and country of a place on one line, each once."""
    town = " ".join(filter(None, (location.postcode, location.city)))
    if not location.postcode and location.city in location.name:
        town = ""
    parts = (location.name, location.address.replace("\n", ", "), town, location.country)
    return ", ".join(dict.fromkeys(filter(None, parts)))


def _point(session: Session, language: str, *, is_dated: bool) -> str:
    when = "" if session.start.is_date else format_hours(session.start, session.end, language)
    if is_dated:
        day = format_day(session.start.date, language, weekday=True, year=False)
        when = ", ".join(filter(None, (day, when)))
    what = ", ".join(filter(None, (session.name, session.place, *session.speakers)))
    what = ". ".join(filter(None, (what, session.summary)))
    return words_of(language).line(when, what) if when else what


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _words(language: str) -> TakingPartWords:
    return reader_words(TakingPartWords, language)
