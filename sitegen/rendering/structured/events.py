"""schema.org's Event as JSON-LD, for search engines: what the page says, in their words. Pure."""

import re
from typing import Any

import msgspec
from markupsafe import Markup

from sitegen.model import Location, Occurrence, Organisation, Registration

_STATUS = {
    "cancelled": "EventCancelled",
    "postponed": "EventPostponed",
    "rescheduled": "EventRescheduled",
}


def event_data(occurrence: Occurrence, url: str, image: str = "") -> dict[str, Any]:
    """Return a date of an event; *url* is its page's address, *image* its picture's, both whole.

    A cancelled or postponed event keeps its `startDate`, as Google's documentation asks.
    """
    event = occurrence.event
    places = [_place(event.location)] if event.location else []
    if event.online:
        address = event.online if "://" in event.online else url
        places.append({"@type": "VirtualLocation", "url": address})
    mode = "Mixed" if len(places) == 2 else "Online" if event.online else "Offline"
    return filled(
        {
            "@context": "https://schema.org",
            "@type": "Event",
            "name": event.name,
            "url": url,
            "description": event.summary,
            "image": [image] if image else [],
            "startDate": occurrence.start.iso(),
            "endDate": occurrence.end.iso() if occurrence.end else "",
            "previousStartDate": event.previous_start.iso() if event.previous_start else "",
            "eventStatus": f"https://schema.org/{_STATUS.get(event.status, 'EventScheduled')}",
            "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode",
            "location": places[0] if len(places) == 1 else places,
            "organizer": _organization(event.organizer) if event.organizer else {},
            "offers": _offer(event.registration, is_full=event.status == "full"),
        }
    )


def _as_text(value: Any) -> str:
    """Return what msgspec does not know: texts that are safe in HTML."""
    if isinstance(value, str):
        return str.__str__(value)
    raise TypeError(f"no JSON-LD of {type(value).__name__}")


_encode = msgspec.json.Encoder(enc_hook=_as_text).encode
_in_script = re.compile("[<>&\u2028\u2029]").search


def json_ld(value: dict[str, Any]) -> Markup:
    """Return *value* for a `<script>`: no `<` that could end it (HTML §4.12.1.3)."""
    text = _encode(value).decode()
    if _in_script(text):
        for sign in "<>&\u2028\u2029":
            text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def _place(location: Location) -> dict[str, Any]:
    address = {
        "@type": "PostalAddress",
        "streetAddress": location.address,
        "postalCode": location.postcode,
        "addressLocality": location.city or ("" if location.address else location.name),
        "addressCountry": location.country,
    }
    geo: dict[str, Any] = {}
    if len(location.geo) == 2:
        latitude, longitude = location.geo
        geo = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return filled(
        {
            "@type": "Place",
            "name": location.name,
            "url": location.url,
            "address": filled(address),
            "geo": geo,
        }
    )


def _organization(organizer: Organisation) -> dict[str, Any]:
    return filled({"@type": "Organization", "name": organizer.name, "url": organizer.url})


def _offer(registration: tuple[Registration, ...], *, is_full: bool) -> dict[str, Any]:
    """Return where to register. No price: nothing here knows one."""
    address = next((way.url for way in registration if "://" in way.url), "")
    if not address:
        return {}
    availability = "SoldOut" if is_full else "InStock"
    return {
        "@type": "Offer",
        "url": address,
        "availability": f"https://schema.org/{availability}",
    }


def filled(values: dict[str, Any]) -> dict[str, Any]:
    """Return *values* without those that say nothing."""
    return {name: value for name, value in values.items() if value}
