"""What one component of a calendar says: its title, its state, its place. Pure."""

import posixpath
import re
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from sitegen.importing.kinds.ics_times import values_of
from sitegen.importing.values import plain
from sitegen.markup.shortcodes.embeds import is_web_address
from sitegen.wording.readers import StatusWords, languages, reader_words

Component = Any
"""A component of icalendar, which has no types that could be relied on."""
_STATUSES = {"CANCELLED": "cancelled", "TENTATIVE": "tentative"}
_SAID = {
    "cancelled": re.compile(
        r"^\W*(?:annul[ée]+e?s?|cancell?ed)\b[\s\])]*[-–—:]*\s*", re.IGNORECASE
    ),
    "postponed": re.compile(
        r"^\W*(?:report[ée]+e?s?|postponed)\b[\s\])]*[-–—:\])]+\s*", re.IGNORECASE
    ),
    "full": re.compile(
        r"^\W*(?:complète?s?|complet|sold out|fully booked)\b[\s\])]*[-–—:\])]+\s*", re.IGNORECASE
    ),
}
"""States as titles begin with them. But for the first a dash, a colon or a bracket has to follow:
« Complet bleu » and « Report d’activité » are titles."""
_WEB = re.compile(r"https?://\S+")


def text_of(component: Component, name: str) -> str:
    """Return a property of text; of several, the first."""
    value = component.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    return "" if value is None else str(value).strip()


def is_public(component: Component) -> bool:
    """Whether everybody may read *component* (RFC 5545 §3.8.1.3)."""
    return text_of(component, "CLASS").upper() in ("", "PUBLIC")


def told_in_title(event: Component) -> tuple[str, str]:
    """Return the title of *event* without the state that stands before it, and that state.

    Programs that read calendars know few states: who writes them says it in the title, `ANNULÉ – `.
    """
    title = plain(text_of(event, "SUMMARY"))
    for sign, status in _own_signs():
        if title.startswith(sign):
            return title.removeprefix(sign) or title, status
    for status, pattern in _SAID.items():
        if pattern.match(title):
            return pattern.sub("", title, count=1) or title, status
    return title, ""


@cache
def _own_signs() -> list[tuple[str, str]]:
    """Return what sitegen itself writes before titles, in all languages that it speaks."""
    states = ("cancelled", "postponed", "full", "tentative")
    words = (reader_words(StatusWords, language) for language in ("en", *languages()))
    return [(f"{each.status(state).upper()} – ", state) for each in words for state in states]


def what_of(event: Component) -> dict[str, Any]:
    """Return place and status of an event, or of one of its dates."""
    place = plain(text_of(event, "LOCATION").replace("\n", ", "))
    meetings = (str(value) for value in values_of(event, "CONFERENCE"))  # RFC 7986 §5.11
    link = next((address for address in meetings if _WEB.fullmatch(address)), "")
    if _WEB.fullmatch(place):
        place, link = "", place
    elif link and place in _online():
        place = ""
    location: Any = place
    for point in values_of(event, "GEO")[:1]:
        latitude, longitude = (getattr(point, name, 999) for name in ("latitude", "longitude"))
        if place and abs(latitude) <= 90 and abs(longitude) <= 180:
            location = {"name": place, "geo": [latitude, longitude]}
    status = told_in_title(event)[1] or _STATUSES.get(text_of(event, "STATUS").upper(), "")
    return {"location": location, "online": link, "status": status}


@cache
def _online() -> frozenset[str]:
    """Return what sitegen itself writes for a place where there is a link alone."""
    return frozenset(reader_words(StatusWords, each).online for each in ("en", *languages()))


def attached(event: Component) -> list[tuple[str, str]]:
    """Return the files that *event* leads to on the web, each with its name; none that it holds."""
    found = []
    for value in values_of(event, "ATTACH"):
        address, parameters = str(value), getattr(value, "params", {})
        if is_web_address(address):
            named = str(parameters.get("FILENAME") or parameters.get("X-FILENAME") or "")
            found.append((address, named or posixpath.basename(urlsplit(address).path) or address))
    return found
