"""Events of Modern Events Calendar and Events Manager, as The Events Calendar has them. Pure.

Each keeps days and hours in fields of its own; what reads events here knows one set of names.
"""

import re
from collections.abc import Iterator, Mapping

import msgspec

from sitegen.importing.kinds.wordpress_agenda import EVENT, VENUE
from sitegen.importing.kinds.wordpress_export import (
    ExportedChannel,
    ExportedItem,
    ExportedTerm,
    read_export,
)
from sitegen.importing.material import Material

_MODERN = "mec-events"
_MANAGED, _PLACE = "event", "location"
_TYPE = "tribe_events_cat"
_DOMAINS = {"mec_category": _TYPE, "mec_tag": "post_tag",
            "event-categories": _TYPE, "event-tags": "post_tag"}  # fmt: skip
_PLACES = ("mec_location", "mec_organizer", "mec_label", "mec_speaker", "mec_sponsor")
"""Taxonomies that say where and by whom: no tags."""
_STATES = {"EventCancelled": "canceled", "EventPostponed": "postponed"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_items(material: Material, name: str, channel: ExportedChannel) -> Iterator[ExportedItem]:
    """Yield the posts of an export, those of each calendar with the fields of one."""
    for item in read_export(material, name, channel):
        if item.type == _MODERN:
            yield _modern(item)
        elif item.type == _MANAGED and _DAY.match(item.meta.get("_event_start_date", "")):
            yield _managed(item)
        elif item.type == _PLACE and item.meta.get("_location_id"):
            yield _place(item)
        else:
            yield item


def _usual(
    item: ExportedItem, type_: str, prefix: str, fields: Mapping[str, str], **changed: str
) -> ExportedItem:
    """Return *item* as one of *type_*, with *fields* in the place of those that begin with
    *prefix*."""
    meta = {key: value for key, value in item.meta.items() if not key.startswith(prefix)}
    terms = tuple(
        ExportedTerm(_DOMAINS.get(term.domain, term.domain), term.slug, term.name)
        for term in item.terms
        if term.domain not in _PLACES
    )
    meta |= {key: value for key, value in fields.items() if value}
    return msgspec.structs.replace(item, type=type_, meta=meta, terms=terms, **changed)


def _modern(item: ExportedItem) -> ExportedItem:
    meta = item.meta
    is_all_day = meta.get("mec_allday", "") in ("1", "on", "yes")
    has_end = meta.get("mec_hide_end_time", "") not in ("1", "on", "yes")
    end_day = meta.get("mec_end_date", "") or meta.get("mec_start_date", "")
    several_days = end_day != meta.get("mec_start_date", "")
    end = _modern_moment(meta, "end", end_day) if has_end or several_days else ""
    return _usual(item, EVENT, "mec_", {
        "_EventStartDate": _modern_moment(meta, "start", meta.get("mec_start_date", "")),
        "_EventEndDate": end if has_end else end[:10],
        "_EventAllDay": "yes" if is_all_day or (several_days and not has_end) else "",
        "_EventVenue": next(iter(item.names("mec_location")), ""),
        "_EventOrganizer": next(iter(item.names("mec_organizer")), ""),
        "_EventCost": meta.get("mec_cost", ""),
        "_EventURL": meta.get("mec_more_info", "") or meta.get("mec_read_more", ""),
        "_EventRecurrence": "a:" if meta.get("mec_repeat_status", "") == "1" else "",
        "_tribe_events_status": _STATES.get(meta.get("mec_event_status", ""), ""),
    })  # fmt: skip


def _modern_moment(meta: Mapping[str, str], which: str, day: str) -> str:
    """Return a day with its hour of twelve: `2026-12-05 14:30:00`; nothing without a day."""
    hour = meta.get(f"mec_{which}_time_hour", "").strip()
    minutes = meta.get(f"mec_{which}_time_minutes", "").strip() or "0"
    if not _DAY.match(day) or not (hour.isdecimal() and minutes.isdecimal()):
        return day if _DAY.match(day) else ""
    half = meta.get(f"mec_{which}_time_ampm", "").strip().upper()
    number = int(hour) % 12 + 12 * (half == "PM") if half in ("AM", "PM") else int(hour)
    return f"{day} {number:02}:{int(minutes):02}:00"


def _managed(item: ExportedItem) -> ExportedItem:
    meta = item.meta
    start, end = (
        f"{meta.get(f'_event_{which}_date', '')} {meta.get(f'_event_{which}_time', '')}".strip()
        for which in ("start", "end")
    )
    return _usual(item, EVENT, "_event_", {
        "_EventStartDate": start,
        "_EventEndDate": end if _DAY.match(end) else "",
        "_EventAllDay": "yes" if meta.get("_event_all_day", "") == "1" else "",
        "_EventTimezone": meta.get("_event_timezone", ""),
        "_EventVenueID": f"place-{meta['_location_id']}" if meta.get("_location_id") else "",
        "_tribe_events_status": "canceled" if meta.get("_event_active_status") == "0" else "",
    })  # fmt: skip


def _place(item: ExportedItem) -> ExportedItem:
    """Return a place of Events Manager, known by its number there, not by its post's."""
    meta = item.meta
    return _usual(item, VENUE, "_location_", {
        "_VenueAddress": meta.get("_location_address", ""),
        "_VenueCity": meta.get("_location_town", ""),
        "_VenueZip": meta.get("_location_postcode", ""),
        "_VenueLat": meta.get("_location_latitude", ""),
        "_VenueLng": meta.get("_location_longitude", ""),
    }, id=f"place-{meta['_location_id']}")  # fmt: skip
