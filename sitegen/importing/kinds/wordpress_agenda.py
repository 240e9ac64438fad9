"""Events, venues and organisers of The Events Calendar, posts of their own in an export. Pure."""

import re
from collections.abc import Mapping
from typing import Any

from sitegen.config import is_timezone
from sitegen.importing.former import FormerEvent
from sitegen.importing.kinds.wordpress_export import ExportedItem
from sitegen.importing.values import day_of, plain, read_day, sooner
from sitegen.site.urls import slugify

EVENT, VENUE, ORGANIZER = "tribe_events", "tribe_venue", "tribe_organizer"
_STATES = {"canceled": "cancelled", "postponed": "postponed"}
KEYS = ("_EventStartDate", "_EventEndDate", "_EventTimezone", "_EventAllDay", "_EventVenueID")


def venue(item: ExportedItem) -> dict[str, Any]:
    """Return a place as `_data/venues.yaml` holds it."""
    meta = item.meta
    values: dict[str, Any] = {
        "name": plain(item.title),
        "address": plain(meta.get("_VenueAddress")),
        "postcode": plain(meta.get("_VenueZip")),
        "city": plain(meta.get("_VenueCity")),
        "country": plain(meta.get("_VenueCountry")),
        "url": meta.get("_VenueURL", "").strip(),
    }
    try:
        latitude, longitude = float(meta["_VenueLat"]), float(meta["_VenueLng"])
        if (latitude, longitude) != (0, 0) and abs(latitude) <= 90 and abs(longitude) <= 180:
            values["geo"] = [latitude, longitude]
    except (KeyError, ValueError):
        pass
    if not re.match(r"https?://", values["url"]):
        values["url"] = ""
    return {key: value for key, value in values.items() if value}


def venue_key(place: Mapping[str, Any]) -> str:
    return slugify(str(place.get("name", "")))


def event(
    item: ExportedItem, places: Mapping[str, Any], organizers: Mapping[str, str], timezone: str
) -> FormerEvent | None:
    """Return the date of *item*; None if its export holds none.

    *places*: by id, keys of `_data/venues.yaml` or mappings. The end of an event of whole days is
    the last second of its last day.
    """
    meta = item.meta
    start = read_day(meta.get("_EventStartDate", ""), timezone)
    if start is None:
        return None
    end = read_day(meta.get("_EventEndDate", ""), timezone)
    is_all_day = meta.get("_EventAllDay", "").lower() in ("yes", "1", "true")
    if is_all_day:
        start, end = day_of(start), day_of(end) if end else None
    zone = meta.get("_EventTimezone", "").strip()
    fields: dict[str, Any] = {
        "location": places.get(meta.get("_EventVenueID", "").strip())
        or plain(meta.get("_EventVenue")),
        "timezone": zone if zone != timezone and is_timezone(zone) and not is_all_day else "",
        "type": next(iter(item.names("tribe_events_cat")), ""),
        "organizer": organizers.get(meta.get("_EventOrganizerID", "").strip(), "")
        or plain(meta.get("_EventOrganizer")),
        "status": _STATES.get(meta.get("_tribe_events_status", "").strip(), ""),
    }
    return FormerEvent(
        start=start,
        end=None if end is None or end == start or sooner(end, start) else end,
        fields={key: value for key, value in fields.items() if value},
    )
