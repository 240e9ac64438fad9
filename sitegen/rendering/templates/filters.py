"""Filters of the templates: dates, sizes, addresses. Pure, and all documented in docs/themes.md."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from markupsafe import Markup, escape

from sitegen.border.addresses import split_address
from sitegen.model import Entry, Event, Location, Moment, Occurrence
from sitegen.model.languages import language_of
from sitegen.model.letters import Letter
from sitegen.model.press_room import Coverage, Press
from sitegen.rendering.structured.events import event_data, json_ld
from sitegen.rendering.structured.letters import letter_data
from sitegen.rendering.structured.pages import article_data, breadcrumb_data, site_data
from sitegen.rendering.structured.press_page import press_data, review_data
from sitegen.rendering.templates import calendar_links, maps
from sitegen.rendering.view.site import Site
from sitegen.rendering.words.phones import phone_url
from sitegen.site.agenda.recurrence import dates_of
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


def first_date_of(event: Event) -> Occurrence:
    """Return the first date of an event on which it takes place; of none, the first of all."""
    dates = dates_of(event, event.start.date + dt.timedelta(days=_SOUGHT))
    taking_place = (occurrence for occurrence in dates if not occurrence.event.is_off)
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


def event_json_ld(
    value: Occurrence | Event, url: str, image: str = "", dates: Sequence[Occurrence] = ()
) -> Markup:
    """Return schema.org's Event, for a `<script type="application/ld+json">`."""
    return json_ld(event_data(occurrence_of(value), url, image, dates))


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


def plural_examples(tag: str) -> list[tuple[str, int]]:
    """Return a number for each category of plurals of a language (CLDR), so that a script that
    counts has every form of a message: `Intl.PluralRules` names the category. One is told apart.
    """
    category = language_of(tag).locale.plural_form
    examples: dict[str, int] = {}
    for number in (*range(2, 201), 1000, 1_000_000):
        examples.setdefault(category(number), number)
    return sorted(examples.items())


FILTERS: dict[str, Callable[..., Any]] = {
    "palette": accents.palette,
    "iso": iso,
    "host": host,
    "plural_examples": plural_examples,
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
