"""schema.org's Event as JSON-LD, for search engines: what the page says, in their words. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from markupsafe import Markup

from sitegen.model import Access, Event, Location, Moment, Occurrence, Organisation

_STATUSES = "https://schema.org/"
_STATUS = {
    "cancelled": "EventCancelled",
    "postponed": "EventPostponed",
    "rescheduled": "EventRescheduled",
}
_FEATURES: dict[Access, str] = {
    "sign-language": "signLanguage",
    "captions": "captions",
    "audio-description": "audioDescription",
    "braille": "braille",
    "large-print": "largePrint",
}
"""schema.org's `accessibilityFeature`, in the words of the W3C's vocabulary for it."""
_AMENITIES: dict[Access, str] = {
    "mobility": "Wheelchair accessible",
    "step-free": "Step-free access",
    "accessible-toilets": "Accessible toilets",
    "reserved-parking": "Reserved accessible parking",
    "hearing-loop": "Hearing loop",
    "quiet-space": "Quiet space",
}
"""What belongs to the place: schema.org has no list of names for `amenityFeature`."""


def event_data(
    occurrence: Occurrence, url: str, image: str = "", dates: Sequence[Occurrence] = ()
) -> dict[str, Any]:
    """Return a date of an event; *url* is its page's address, *image* its picture's, both whole.

    *dates*: those of an event of several times, which are its parts. A cancelled or postponed event
    keeps its `startDate`, as Google's documentation asks.
    """
    event = occurrence.event
    is_whole = event.is_in_slots and len(dates) > 1
    every = list(dates) if is_whole else [occurrence]
    ends = [date.end or date.start for date in every]
    where = [event.location] if event.location else []
    places = [_place(place, event.accessibility) for place in (*where, *event.other_locations)]
    if event.online:
        address = event.online if "://" in event.online else url
        places.append({"@type": "VirtualLocation", "url": address})
    mode = "Mixed" if event.online and where else "Online" if event.online else "Offline"
    shared = {
        "@type": "Event",
        "url": url,
        "eventStatus": _STATUSES + _STATUS.get(event.status, "EventScheduled"),
        "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode",
    }
    slots = [part for date in every for part in _slots(date, is_whole=is_whole)]
    part_of = shared if event.is_off else shared | {"eventStatus": f"{_STATUSES}EventScheduled"}
    parts = [part_of | part for part in (*slots, *_sessions(event, every))]
    return {"@context": "https://schema.org"} | filled(
        shared
        | {
            "name": event.name,
            "description": event.summary,
            "image": [image] if image else [],
            "startDate": every[0].start.iso(),
            "endDate": max(ends, key=_instant).iso() if is_whole or occurrence.end else "",
            "previousStartDate": event.previous_start.iso() if event.previous_start else "",
            "location": places[0] if len(places) == 1 else places,
            "organizer": _organization(event.organizer) if event.organizer else {},
            "audience": [
                {"@type": "Audience", "audienceType": audience} for audience in event.audience
            ],
            "maximumAttendeeCapacity": event.capacity,
            "isAccessibleForFree": is_free(event),
            "offers": _offers(event, url),
            "workFeatured": _work(event),
            "subEvent": parts,
        }
    )


def _instant(moment: Moment) -> float:
    return moment.timestamp


def _as_text(value: Any) -> str:
    """Return what msgspec does not know: texts that are safe in HTML."""
    if isinstance(value, str):
        return str.__str__(value)
    raise TypeError(f"no JSON-LD of {type(value).__name__}")


_encode = msgspec.json.Encoder(enc_hook=_as_text).encode
_IN_SCRIPT = "<>&\u2028\u2029"
"""What a `<script>` may not hold as it is."""


def json_ld(value: dict[str, Any]) -> Markup:
    """Return *value* for a `<script>`: no `<` that could end it (HTML §4.12.1.3)."""
    text = _encode(value).decode()
    for sign in _IN_SCRIPT:
        if sign in text:
            text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def _place(location: Location, access: Iterable[Access] = ()) -> dict[str, Any]:
    amenities = [
        {"@type": "LocationFeatureSpecification", "name": _AMENITIES[feature], "value": True}
        for feature in access
        if feature in _AMENITIES
    ]
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
            "amenityFeature": amenities,
        }
    )


def _organization(organizer: Organisation) -> dict[str, Any]:
    return filled({"@type": "Organization", "name": organizer.name, "url": organizer.url})


def is_free(event: Event) -> bool | None:
    """Whether *event* costs nothing; None where nobody says."""
    return not any(price.amount for price in event.price) if event.price else None


def _offers(event: Event, url: str) -> list[dict[str, Any]] | dict[str, Any]:
    """Return where to register until when, and for what; no price where nobody tells one.

    *url* is the address of the page, which says it where no other one does.
    """
    address = next((way.url for way in event.registration if "://" in way.url), "")
    deadline = event.registration_deadline
    offer = {"@type": "Offer", "url": address or url, "description": event.conditions}
    shared = filled(offer) | {
        "availability": f"https://schema.org/{'SoldOut' if event.status == 'full' else 'InStock'}"
    }
    if deadline is not None:
        shared["validThrough"] = deadline.iso()
    if not event.price:
        return shared if address else {}
    return [
        shared
        | ({"name": price.name} if price.name else {})
        | {"price": int(price.amount) if price.amount.is_integer() else price.amount}
        | {"priceCurrency": price.currency}
        for price in event.price
    ]


def _work(event: Event) -> dict[str, Any]:
    """Return how one can follow what is shown: an Event has no such property, but a work has."""
    features = [_FEATURES[measure] for measure in event.accessibility if measure in _FEATURES]
    told = filled(
        {"accessibilityFeature": features, "accessibilitySummary": event.accessibility_note}
    )
    return {"@type": "CreativeWork", "name": event.name} | told if told else {}


def _slots(date: Occurrence, *, is_whole: bool) -> Iterator[dict[str, Any]]:
    """Yield the times of a day, where it has several, or where that day is one of several.

    Each with its own status where it does not take place.
    """
    event = date.event
    former = event.previous_start.iso() if event.previous_start else ""
    state = {"eventStatus": _STATUSES + _STATUS[event.status]} if event.status in _STATUS else {}
    state |= filled({"previousStartDate": former})
    times = date.slots or (((date.start, date.end),) if is_whole else ())
    for start, end in times:
        yield _part(event.name, start, end, event) | (state if is_whole else {})


def _sessions(event: Event, dates: Sequence[Occurrence]) -> Iterator[dict[str, Any]]:
    """Yield the programme on those *dates*: of a series it has no day."""
    if event.repeat and not event.is_in_slots:
        return
    for session in event.programme:
        if not any(date.first_day <= session.start.date <= date.last_day for date in dates):
            continue  # a day that is over, or that is told of apart
        part = _part(session.name, session.start, session.end, event)
        if session.place and event.location:
            part["location"] = part["location"] | {
                "name": f"{event.location.name}, {session.place}"
            }
        performers = [_speaker(told) for told in session.speakers]
        yield part | filled({"description": session.summary, "performer": performers})


def _speaker(told: str) -> dict[str, Any]:
    """Return who speaks: a name, and a role after a comma."""
    name, _, role = told.partition(",")
    return filled({"@type": "Person", "name": name.strip(), "jobTitle": role.strip()})


def _part(name: str, start: Moment, end: Moment | None, event: Event) -> dict[str, Any]:
    return filled(
        {
            "name": name,
            "startDate": start.iso(),
            "endDate": end.iso() if end else "",
            "location": _place(event.location) if event.location else {},
        }
    )


def filled(values: dict[str, Any]) -> dict[str, Any]:
    """Return *values* without those that say nothing."""
    return {name: value for name, value in values.items() if value or value is False}
