"""Filters of the templates: dates, sizes, addresses. Pure, and all documented in docs/themes.md."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import jinja2
from markupsafe import Markup, escape

from sitegen.border.addresses import split_address
from sitegen.markup.credits import labelled_credit
from sitegen.model import Entry, Event, Location, Moment, Occurrence, Price, Session
from sitegen.model.languages import language_of
from sitegen.model.letters import Letter
from sitegen.model.press_room import Coverage, Press
from sitegen.rendering.structured.events import event_data, json_ld
from sitegen.rendering.structured.letters import letter_data
from sitegen.rendering.structured.pages import article_data, breadcrumb_data, site_data
from sitegen.rendering.structured.press_page import press_data, review_data
from sitegen.rendering.templates import calendar_links, maps
from sitegen.rendering.view.site import Site
from sitegen.rendering.words import dates, taking_part, zones
from sitegen.rendering.words.status import words_of
from sitegen.site.recurrence import dates_of
from sitegen.site.urls import slugify
from sitegen.theme import shades as accents

_SOUGHT = 400
"""Days within which the first date of a series that takes place is sought."""


def iso(value: Moment | dt.date) -> str:
    """Return ISO 8601, for `<time datetime>`: a date, or a date-time with its offset."""
    return value.iso() if isinstance(value, Moment) else value.isoformat()


def host(url: str) -> str:
    """Return the host of *url* without `www.`: how a link to another site is named."""
    return (split_address(url).hostname or url).removeprefix("www.")


def phone_url(phone: str) -> str:
    """Return `tel:` with the digits of *phone* (RFC 3966), `+33` for a French national number."""
    digits = "".join(sign for sign in phone if sign.isdigit() or sign == "+")
    if digits.startswith("0") and len(digits) == 10:
        digits = f"+33{digits[1:]}"
    return f"tel:{digits}"


def first_date_of(event: Event) -> Occurrence:
    """Return the first date of an event on which it takes place; of none, the first of all."""
    dates = dates_of(event, event.start.date + dt.timedelta(days=_SOUGHT))
    taking_place = (one for one in dates if not one.event.is_off)
    return next(taking_place, dates[0] if dates else occurrence_of(event))


def occurrence_of(value: Occurrence | Event) -> Occurrence:
    """Return the first date of an event; an occurrence is one already."""
    if isinstance(value, Occurrence):
        return value
    return Occurrence(event=value, start=value.start, end=value.end)


def mark_current(html: str, url: str) -> Markup:
    """Return *html* with the links to *url* marked as the page that readers are on.

    So a part that is the same on all pages of a guide is rendered once.
    """
    link = f'<a href="{escape(url)}"'
    return Markup(str(html).replace(link, f'{link} aria-current="page"'))


def address_lines(location: Location) -> list[str]:
    """Return a venue's postal address: street, then postcode and town, then country."""
    town = " ".join(filter(None, (location.postcode, location.city)))
    return [line for line in (location.address, town, location.country) if line]


def event_json_ld(value: Occurrence | Event, url: str, image: str = "") -> Markup:
    """Return schema.org's Event, for a `<script type="application/ld+json">`."""
    return json_ld(event_data(occurrence_of(value), url, image))


def article_json_ld(entry: Entry, site: Site) -> Markup:
    """Return schema.org's NewsArticle, for a `<script type="application/ld+json">`."""
    return json_ld(article_data(entry, site))


def breadcrumb_json_ld(steps: Sequence[tuple[str, str]], site: Site) -> Markup:
    """Return schema.org's BreadcrumbList of names and addresses, the page itself last."""
    return json_ld(breadcrumb_data(steps, site))


def site_json_ld(site: Site) -> Markup:
    """Return schema.org's WebSite and the Organization that publishes it."""
    return json_ld(site_data(site))


def press_json_ld(press: Press, site: Site) -> Markup:
    """Return schema.org's words for the press page: whom to ask, what may be reproduced."""
    return json_ld(press_data(press, site))


def coverage_json_ld(mentions: Sequence[Coverage]) -> Markup:
    """Return what the press wrote as schema.org's Article, RadioEpisode, TVEpisode."""
    return json_ld(review_data(mentions))


def letter_json_ld(letter: Letter, site: Site) -> Markup:
    """Return schema.org's EmailMessage for the page of a letter."""
    return json_ld(letter_data(letter, site))


FILTERS: dict[str, Callable[..., Any]] = {
    "palette": accents.palette,
    "iso": iso,
    "host": host,
    "mark_current": mark_current,
    "phone_url": phone_url,
    "first_date": first_date_of,
    "occurrence": occurrence_of,
    "address_lines": address_lines,
    "map_url": maps.map_url,
    "map_frame_url": maps.map_frame_url,
    "slug": slugify,
    "event_json_ld": event_json_ld,
    "article_json_ld": article_json_ld,
    "breadcrumb_json_ld": breadcrumb_json_ld,
    "site_json_ld": site_json_ld,
    "letter_json_ld": letter_json_ld,
    "press_json_ld": press_json_ld,
    "coverage_json_ld": coverage_json_ld,
    "webcal": calendar_links.webcal_url,
    "google_subscription": calendar_links.google_subscription_url,
    "qr_code": calendar_links.qr_code,
}


def language_filters(language: str, site_language: str) -> dict[str, Callable[..., Any]]:
    """Return the filters whose result is in words of *language*, that of the page."""

    def day(value: Moment | dt.date, weekday: bool = False, year: bool = True) -> str:
        date = value.date if isinstance(value, Moment) else value
        return dates.format_day(date, language, weekday=weekday, year=year)

    def site_day(value: Moment | dt.date) -> str:
        date = value.date if isinstance(value, Moment) else value
        return dates.format_day(date, site_language)

    def time(value: Moment) -> str:
        return "" if value.is_date else dates.format_time(value.local.time(), language)

    def moment(value: Moment, weekday: bool = False) -> str:
        return dates.format_moment(value, language, weekday=weekday)

    def period(value: Occurrence | Event, weekday: bool = True) -> str:
        return dates.format_period(occurrence_of(value), language, weekday=weekday)

    def hours(value: Session) -> str:
        return (
            dates.format_hours(value.start, value.end, language) if not value.start.is_date else ""
        )

    def event_facts(value: Event) -> list[str]:
        own = value.lang or language
        return [words_of(own).line(*fact) for fact in taking_part.facts_of(value, own)]

    def price(value: Price) -> str:
        return taking_part.format_price(value, language)

    def elsewhere(value: Occurrence | Event, zone: str) -> str:
        return zones.format_elsewhere(occurrence_of(value), zone, language)

    def google_calendar(value: Occurrence | Event, url: str) -> str:
        return calendar_links.google_url(occurrence_of(value), url, language)

    def outlook_calendar(value: Occurrence | Event, url: str, office: bool = False) -> str:
        return calendar_links.outlook_url(occurrence_of(value), url, language, is_office=office)

    def credit(text: str, address: str, lang: str = "") -> str:
        return labelled_credit(text, address, lang or language)

    def month_name(value: str | tuple[int, int], year: bool = True) -> str:
        its_year, month = value.split("-") if isinstance(value, str) else value
        return dates.format_month(int(its_year), int(month), language, with_year=year)

    def file_size(octets: int) -> str:
        from babel.numbers import format_decimal

        units = language_of(language).size_units
        value, unit = float(octets), 0
        while value >= 1000 and unit < len(units) - 1:
            value, unit = value / 1000, unit + 1
        number = format_decimal(
            value,
            format="#,##0.#" if value < 10 else "#,##0",
            locale=language_of(language).number_locale,
        )
        return f"{number}\u00a0{units[unit]}"

    def number(value: float) -> str:
        from babel.numbers import format_decimal

        return str(format_decimal(value, locale=language_of(language).number_locale))

    def language_name(tag: str) -> str:
        from babel import Locale, UnknownLocaleError

        try:
            named = Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            return tag
        return named.get_display_name(language_of(language).locale) or named.display_name or tag

    def own_language_name(tag: str) -> str:
        """Return what speakers of the language *tag* call it, as it stands alone."""
        from babel import Locale, UnknownLocaleError

        try:
            named = Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            return tag
        name = named.get_display_name(named) or tag
        return name[:1].upper() + name[1:]

    @jinja2.pass_context  # so that it is asked for each language: a constant would be folded
    def lang(_: jinja2.runtime.Context, tag: str) -> Markup:
        """What marks an element whose text is in the language *tag*, or "", the site's: nothing
        where the page is in it (WCAG 3.1.2), and where it is read from, if that differs.
        """
        tag = tag or site_language
        if tag == language:
            return Markup("")
        is_turned = direction(tag) != direction(language)
        return Markup(f' lang="{escape(tag)}"' + f' dir="{direction(tag)}"' * is_turned)

    def direction(tag: str) -> str:
        return language_of(tag or language).direction

    return {
        "site_day": site_day,
        "direction": direction,
        "lang": lang,
        "number": number,
        "day": day,
        "time": time,
        "moment": moment,
        "period": period,
        "elsewhere": elsewhere,
        "hours": hours,
        "price": price,
        "event_facts": event_facts,
        "google_calendar": google_calendar,
        "outlook_calendar": outlook_calendar,
        "credit": credit,
        "month_name": month_name,
        "file_size": file_size,
        "language_name": language_name,
        "own_language_name": own_language_name,
    }
