"""Filters of the templates whose result is in words of a language: that of the page. Pure."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import jinja2
from markupsafe import Markup, escape

from sitegen.markup.credits import labelled_credit
from sitegen.model import Event, Moment, Occurrence, Price, Session
from sitegen.model.languages import language_of
from sitegen.rendering.templates import calendar_links
from sitegen.rendering.templates.filters import occurrence_of
from sitegen.rendering.words import dates, taking_part, zones
from sitegen.rendering.words.status import words_of
from sitegen.wording.readers import FeedWords, reader_words

_NOTHING = Markup("")


class LanguageFilters(NamedTuple):
    """The filters of a page in *language*, on a site in *site_language*."""

    language: str
    site_language: str

    def by_name(self) -> dict[str, Callable[..., Any]]:
        """Return them as templates call them."""
        return {
            "site_day": self.site_day,
            "direction": self.direction,
            "lang": self.lang,
            "number": self.number,
            "day": self.day,
            "time": self.time,
            "moment": self.moment,
            "period": self.period,
            "elsewhere": self.elsewhere,
            "hours": self.hours,
            "price": self.price,
            "event_facts": self.event_facts,
            "event_programme": self.event_programme,
            "feed_notice": self.feed_notice,
            "google_calendar": self.google_calendar,
            "outlook_calendar": self.outlook_calendar,
            "credit": self.credit,
            "month_name": self.month_name,
            "file_size": self.file_size,
            "language_name": self.language_name,
            "own_language_name": self.own_language_name,
        }

    def day(self, value: Moment | dt.date, weekday: bool = False, year: bool = True) -> str:
        date = value.date if isinstance(value, Moment) else value
        return dates.format_day(date, self.language, weekday=weekday, year=year)

    def site_day(self, value: Moment | dt.date) -> str:
        date = value.date if isinstance(value, Moment) else value
        return dates.format_day(date, self.site_language)

    def time(self, value: Moment) -> str:
        return "" if value.is_date else dates.format_time(value.local.time(), self.language)

    def moment(self, value: Moment, weekday: bool = False) -> str:
        return dates.format_moment(value, self.language, weekday=weekday)

    def period(self, value: Occurrence | Event, weekday: bool = True) -> str:
        return dates.format_period(occurrence_of(value), self.language, weekday=weekday)

    def hours(self, value: Session) -> str:
        return (
            dates.format_hours(value.start, value.end, self.language)
            if not value.start.is_date
            else ""
        )

    def event_facts(self, value: Event) -> list[str]:
        own = value.lang or self.language
        return [words_of(own).line(*fact) for fact in taking_part.facts_of(value, own)]

    def event_programme(self, value: Occurrence | Event) -> list[str]:
        date = occurrence_of(value)
        own = date.event.lang or self.language
        heading, points = taking_part.programme_on(date, own)
        return [words_of(own).line(heading, "").rstrip(), *points] if points else []

    def feed_notice(self, language: str) -> str:
        return reader_words(FeedWords, language).notice

    def price(self, value: Price) -> str:
        return taking_part.format_price(value, self.language)

    def elsewhere(self, value: Occurrence | Event, zone: str) -> str:
        return zones.format_elsewhere(occurrence_of(value), zone, self.language)

    def google_calendar(self, value: Occurrence | Event, url: str) -> str:
        return calendar_links.google_url(occurrence_of(value), url, self.language)

    def outlook_calendar(self, value: Occurrence | Event, url: str, office: bool = False) -> str:
        return calendar_links.outlook_url(
            occurrence_of(value), url, self.language, is_office=office
        )

    def credit(self, text: str, address: str, lang: str = "") -> str:
        return labelled_credit(text, address, lang or self.language)

    def month_name(self, value: str | tuple[int, int], year: bool = True) -> str:
        its_year, month = value.split("-") if isinstance(value, str) else value
        return dates.format_month(int(its_year), int(month), self.language, with_year=year)

    def file_size(self, octets: int) -> str:
        from babel.numbers import format_decimal

        units = language_of(self.language).size_units
        value, unit = float(octets), 0
        while value >= 1000 and unit < len(units) - 1:
            value, unit = value / 1000, unit + 1
        number = format_decimal(
            value,
            format="#,##0.#" if value < 10 else "#,##0",
            locale=language_of(self.language).number_locale,
        )
        return f"{number}\u00a0{units[unit]}"

    def number(self, value: float) -> str:
        from babel.numbers import format_decimal

        return str(format_decimal(value, locale=language_of(self.language).number_locale))

    def language_name(self, tag: str) -> str:
        from babel import Locale, UnknownLocaleError

        try:
            named = Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            return tag
        return (
            named.get_display_name(language_of(self.language).locale) or named.display_name or tag
        )

    def own_language_name(self, tag: str, others: Sequence[str] = ()) -> str:
        """Return what speakers of the language *tag* call it, as it stands alone; without its
        country, unless *others*, the languages it stands among, have it of two.
        """
        from babel import Locale, UnknownLocaleError

        primary = language_of(tag).primary
        if [language_of(other).primary for other in others].count(primary) == 1:
            tag = primary
        try:
            named = Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            return tag
        name = named.get_display_name(named) or tag
        return name[:1].upper() + name[1:]

    @jinja2.pass_context  # so that it is asked for each language: a constant would be folded
    def lang(self, _: jinja2.runtime.Context, tag: str) -> Markup:
        """What marks an element whose text is in the language *tag*, or "", the site's: nothing
        where the page is in it (WCAG 3.1.2), and where it is read from, if that differs.
        """
        tag = tag or self.site_language
        if tag == self.language:
            return _NOTHING
        is_turned = self.direction(tag) != self.direction(self.language)
        return Markup(f' lang="{escape(tag)}"' + f' dir="{self.direction(tag)}"' * is_turned)

    def direction(self, tag: str) -> str:
        return language_of(tag or self.language).direction


def language_filters(language: str, site_language: str) -> dict[str, Callable[..., Any]]:
    """Return the filters whose result is in words of *language*, that of the page."""
    return LanguageFilters(language, site_language).by_name()
