"""The agenda as JSON in OpenAgenda's structure, which portals and town halls in France read. Pure.

Names and numbers are those of its API (v2): `status` 1 to 6, `attendanceMode` 1 to 3, five kinds of
disability, texts by language. What nobody said is left out.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sitegen.digest import digest
from sitegen.model import Access, Event, Location, Moment, Occurrence
from sitegen.rendering.calendars.times import UNTOLD_LENGTH
from sitegen.rendering.structured.events import filled
from sitegen.rendering.view.site import Site
from sitegen.rendering.words.clean import clean, rfc3339
from sitegen.rendering.words.dates import format_days
from sitegen.rendering.words.taking_part import format_price
from sitegen.site.questions import calendars
from sitegen.site.uids import event_uid

_STATUS = {"rescheduled": 2, "postponed": 4, "full": 5, "cancelled": 6}
"""3 is « moved online », which nothing here tells; what is not certain is scheduled too."""
_OFFLINE, _ONLINE, _MIXED = 1, 2, 3
KINDS: dict[Access, str] = {
    "hearing": "hi", "sign-language": "hi", "captions": "hi", "hearing-loop": "hi",
    "visual": "vi", "audio-description": "vi", "braille": "vi", "large-print": "vi",
    "mobility": "mi", "step-free": "mi", "accessible-toilets": "mi", "reserved-parking": "mi",
    "intellectual": "ii", "easy-to-read": "ii",
    "psychic": "pi", "quiet-space": "pi",
}  # fmt: skip
"""The kind of disability that OpenAgenda knows each by."""


def open_agenda(site: Site) -> dict[str, Any]:
    """Return what is to come and the past twelve months: `total` and `events`."""
    dated_events = site.ask(calendars.calendar_dates)
    events = [_event(event, dates, site) for event, dates in dated_events]
    return {"total": len(events), "events": events}


def as_json(value: dict[str, Any]) -> bytes:
    text = json.dumps(_cleaned(value), ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def _event(event: Event, dates: tuple[Occurrence, ...], site: Site) -> dict[str, Any]:
    language = event.lang or site.language
    entry = site.entry(event.entry_id)
    image = site.shared_image(entry) if entry else None
    picture = site.absolute(image.src) if image else ""
    uid = event_uid(event, str(site.setting("host")))
    taking_place = [date for date in dates if not date.event.is_off] or dates
    timings = [timing for date in taking_place for timing in _timings(date)]
    conditions = "\u202f; ".join(
        filter(None, (event.conditions, *(format_price(price, language) for price in event.price)))
    )
    told = {
        "title": event.name,
        "description": event.summary,
        "conditions": conditions,
        "dateRange": format_days(dates[0].first_day, dates[-1].last_day, language),
        "accessibilityNote": event.accessibility_note,
    }
    disabilities = {KINDS[measure] for measure in event.accessibility}
    location = event.location
    return filled(
        {
            # A number, as there: 52 bits, which every program's numbers hold.
            "uid": int.from_bytes(digest(uid)[:7], "big") >> 4,
            "extIds": [{"key": "uid", "value": uid}],
            "slug": event.url.strip("/").rpartition("/")[2],
            **{name: {language: text} for name, text in told.items() if text},
            "keywords": {language: list(event.categories)} if event.categories else {},
            "image": _image(picture, site.absolute(site.home_url)) if picture else {},
            "imageCredits": entry.image.credit if entry and entry.image else "",
            "canonicalUrl": site.absolute(event.url),
            "timezone": event.start.zone or site.timezone,
            "timings": timings,
            "firstTiming": timings[0],
            "lastTiming": timings[-1],
            "location": _location(location, site) if location else {},
            "onlineAccessLink": event.online,
            "attendanceMode": _mode(event),
            "status": _STATUS.get(event.status, 1),
            "accessibility": (
                {code: code in disabilities for code in ("ii", "hi", "vi", "pi", "mi")}
                if disabilities
                else {}
            ),
            "registration": list(_registration(event, site)),
            "organizer": event.organizer.name if event.organizer else "",
            "createdAt": rfc3339(event.created.instant) if event.created else "",
            "updatedAt": rfc3339(event.stamped.instant) if event.stamped else "",
        }
    )


def _timings(date: Occurrence) -> Iterator[dict[str, str]]:
    """Yield begin and end of a date: of whole days each of them, of several times each."""
    if date.start.is_date:
        day = date.first_day
        while day <= date.last_day:
            zone = date.start.zone
            begin = Moment(dt.datetime.combine(day, dt.time()), zone=zone)
            end = Moment(dt.datetime.combine(day, dt.time(23, 59)), zone=zone)
            yield {"begin": rfc3339(begin.instant), "end": rfc3339(end.instant)}
            day += dt.timedelta(days=1)
        return
    for start, last in date.slots or ((date.start, date.end),):
        ends = last.instant if last else start.instant + UNTOLD_LENGTH
        yield {"begin": rfc3339(start.instant), "end": rfc3339(ends)}


def _mode(event: Event) -> int:
    if not event.online:
        return _OFFLINE
    return _MIXED if event.location else _ONLINE


def _location(location: Location, site: Site) -> dict[str, Any]:
    point = location.geo if len(location.geo) == 2 else ()
    return filled(
        {
            "name": location.name,
            "address": location.address.replace("\n", ", "),
            "postalCode": location.postcode,
            "city": location.city,
            "country": location.country,
            "latitude": point[0] if point else None,
            "longitude": point[1] if point else None,
            "website": site.absolute(location.url) if location.url else "",
        }
    )


def _registration(event: Event, site: Site) -> Iterable[dict[str, str]]:
    for way in event.registration:
        if way.url:
            yield {"type": "link", "value": site.absolute(way.url)}
        if way.email:
            yield {"type": "email", "value": way.email}
        if way.phone:
            yield {"type": "phone", "value": way.phone}


def _image(address: str, home: str) -> dict[str, str]:
    """Return the picture at *address* as one begins with the other: below *home*, if it is."""
    if address.startswith(home):
        return {"base": home, "filename": address.removeprefix(home)}
    base, _, filename = address.rpartition("/")
    return {"base": f"{base}/", "filename": filename}


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(part) for part in value]
    if isinstance(value, dict):
        return {name: _cleaned(part) for name, part in value.items()}
    return value
