"""Adding an event to a calendar on the web: an address that opens a filled form. Pure.

The parameters are those that Google and Microsoft document for such links; no script, no request
before the reader follows one.
"""

import datetime as dt
from functools import lru_cache
from urllib.parse import quote, urlencode

from markupsafe import Markup

from sitegen.model import UNTOLD_LENGTH, Occurrence
from sitegen.rendering.words.status import words_of

_GOOGLE = "https://calendar.google.com/calendar/render"
_OUTLOOK = "https://outlook.live.com/calendar/0/action/compose"
_OFFICE = "https://outlook.office.com/calendar/0/action/compose"


def google_url(occurrence: Occurrence, url: str, language: str) -> str:
    """Return Google's form with this date of the event; *url* is its page, with scheme and host."""
    begin, end = _instants(occurrence)
    form = "%Y%m%d" if occurrence.start.is_date else "%Y%m%dT%H%M%SZ"
    fields = {
        "action": "TEMPLATE",
        "text": _title(occurrence, language),
        "dates": f"{begin:{form}}/{end:{form}}",
        "details": _details(occurrence, url),
        "location": _place(occurrence),
    }
    return f"{_GOOGLE}?{_query(fields)}"


def outlook_url(occurrence: Occurrence, url: str, language: str, *, is_office: bool = False) -> str:
    """Return the form of Outlook.com, or of Microsoft 365 for *is_office*."""
    begin, end = _instants(occurrence)
    form = "%Y-%m-%d" if occurrence.start.is_date else "%Y-%m-%dT%H:%M:%SZ"
    fields = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": _title(occurrence, language),
        "startdt": f"{begin:{form}}",
        "enddt": f"{end:{form}}",
        "allday": "true" if occurrence.start.is_date else "",
        "body": _details(occurrence, url),
        "location": _place(occurrence),
    }
    return f"{_OFFICE if is_office else _OUTLOOK}?{_query(fields)}"


def webcal_url(url: str) -> str:
    """Return *url* (with scheme and host) as one that calendar programs subscribe to."""
    return f"webcal://{url.partition('://')[2]}"


def google_subscription_url(url: str) -> str:
    """Return the page of Google Calendar that subscribes to the file at *url*."""
    return f"https://calendar.google.com/calendar/r?cid={quote(webcal_url(url), safe='')}"


@lru_cache(maxsize=64)
def qr_code(text: str) -> Markup:
    """Return *text* as a QR code (ISO/IEC 18004) in SVG, dark on light whatever the theme."""
    import segno

    code = segno.make(text, error="m", micro=False)
    look = {"svgclass": "qr-code", "lineclass": None, "light": "#fff"}
    return Markup(code.svg_inline(omitsize=True, border=4, **look))


def _instants(occurrence: Occurrence) -> tuple[dt.datetime, dt.datetime]:
    """Return begin and (exclusive) end: days, or instants in UTC."""
    start, end = occurrence.start, occurrence.end
    if start.is_date:
        last = end.local if end else start.local
        return start.local, last + dt.timedelta(days=1)
    begin = start.instant.astimezone(dt.UTC)
    return begin, end.instant.astimezone(dt.UTC) if end else begin + UNTOLD_LENGTH


def _title(occurrence: Occurrence, language: str) -> str:
    event = occurrence.event
    status = words_of(language).status(event.status) if event.status == "tentative" else ""
    return f"{status.upper()} – {event.name}" if status else event.name


def _details(occurrence: Occurrence, url: str) -> str:
    event = occurrence.event
    return "\n\n".join(filter(None, (event.summary, event.online, url)))


def _place(occurrence: Occurrence) -> str:
    location = occurrence.event.location
    if location is None:
        return occurrence.event.online
    town = " ".join(filter(None, (location.postcode, location.city)))
    parts = (location.name, location.address, town, location.country)
    return ", ".join(dict.fromkeys(filter(None, parts)))


def _query(fields: dict[str, str]) -> str:
    return urlencode({name: value for name, value in fields.items() if value}, quote_via=quote)
