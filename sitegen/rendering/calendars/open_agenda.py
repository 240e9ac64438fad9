"""The agenda as JSON in OpenAgenda's structure, which portals and town halls in France read. Pure.

Names and numbers are those of its API (v2): `status` 1 to 6, `attendanceMode` 1 to 3, five kinds of
disability, texts by language. What nobody said is left out.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from posixpath import splitext
from typing import Any

from sitegen.digest import digest
from sitegen.model import UNTOLD_LENGTH, Access, Entry, Event, Location, Moment, Occurrence
from sitegen.names import OWN_WORDS
from sitegen.rendering.calendars.open_agenda_texts import (
    ADDRESS,
    CREDITS,
    PLACE,
    country_code,
    texts_of,
    within,
)
from sitegen.rendering.calendars.own_words import own_words
from sitegen.rendering.structured.events import filled
from sitegen.rendering.view.site import Site
from sitegen.rendering.words.ages import read_ages
from sitegen.rendering.words.clean import clean, rfc3339
from sitegen.rendering.words.dates import format_days
from sitegen.site.pictures import SharedImage
from sitegen.site.questions import calendars
from sitegen.site.uids import event_uid

_STATUS = {"rescheduled": 2, "postponed": 4, "full": 5, "cancelled": 6}
"""3 is « moved online », which nothing here tells; what is not certain is scheduled too."""
_OFFLINE, _ONLINE, _MIXED = 1, 2, 3
_PUBLISHED = 2
"""What moderators there have let pass: all that is public here."""
_MOST_TIMINGS = 800
_DAY = dt.timedelta(days=1)
"""How long a timing may be; one must not be longer."""
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
    timings = [timing for date in taking_place for timing in _timings(date)][-_MOST_TIMINGS:]
    days = format_days(dates[0].first_day, dates[-1].last_day, language)
    told = texts_of(event, dates, language) | {"dateRange": days}
    disabilities = {KINDS[measure] for measure in event.accessibility}
    location, zone = event.location, event.start.zone or site.timezone
    if zone[0] in "+-":  # an hour with an offset has no place
        zone = site.timezone
    told_all = filled(
        {
            "uid": _number(uid),
            "extIds": [{"key": "uid", "value": uid}],
            "slug": _slug(event, entry),
            **{name: {language: text} for name, text in told.items()},
            "keywords": {language: list(event.categories)} if event.categories else {},
            "image": _image(image, picture, site.absolute(site.home_url)) if image else {},
            "imageCredits": within(entry.image.credit, CREDITS) if entry and entry.image else "",
            "canonicalUrl": site.absolute(event.url),
            "timezone": zone,
            "timings": timings,
            "firstTiming": timings[0],
            "lastTiming": timings[-1],
            "location": _location(location, zone, language, site) if location else {},
            "onlineAccessLink": _link(event, site),
            "attendanceMode": _mode(event),
            "status": _STATUS.get(event.status, 1),
            "state": _PUBLISHED,
            "accessibility": (
                {code: code in disabilities for code in ("ii", "hi", "vi", "pi", "mi")}
                if disabilities
                else {}
            ),
            "age": _age(event.audience, language),
            "registration": list(_registration(event, site)),
            "organizer": event.organizer.name if event.organizer else "",
            "createdAt": rfc3339(event.created.instant) if event.created else "",
            "updatedAt": rfc3339(event.stamped.instant) if event.stamped else "",
        }
    )
    return told_all | {OWN_WORDS: own_words(event, zone, site, entry)}


def _slug(event: Event, entry: Entry | None) -> str:
    """Return the last step of its address: of what has no page, that which leads on from here,
    since others have `agenda.php?id=12`.
    """
    address = entry.path.removesuffix("index.html") if entry and entry.is_elsewhere else event.url
    return splitext(address.strip("/").rpartition("/")[2])[0]


def _timings(date: Occurrence) -> Iterator[dict[str, str]]:
    """Yield begin and end of a date: of whole days each of them, of several times each.

    What lasts longer than a day is told day by day, since none may there.
    """
    if date.start.is_date:
        yield from _days(date.first_day, date.last_day, date.start.zone)
        return
    for start, last in date.slots or ((date.start, date.end),):
        end = last.instant if last else start.instant + UNTOLD_LENGTH
        last_day = Occurrence(event=date.event, start=start, end=last).last_day
        if end - start.instant <= _DAY or last_day == start.date:
            yield _timing(start.instant, end)
            continue
        first, *between, final = _days(start.date, last_day, start.zone)
        yield first | {"begin": rfc3339(start.instant)}
        yield from between
        yield final | {"end": rfc3339(end)}


def _days(day: dt.date, last: dt.date, zone: str) -> Iterator[dict[str, str]]:
    while day <= last:
        begin = Moment(dt.datetime.combine(day, dt.time()), zone=zone)
        end = Moment(dt.datetime.combine(day, dt.time(23, 59)), zone=zone)
        yield _timing(begin.instant, end.instant)
        day += _DAY


def _timing(begin: dt.datetime, end: dt.datetime) -> dict[str, str]:
    return {"begin": rfc3339(begin), "end": rfc3339(end)}


def _age(audience: Iterable[str], language: str) -> dict[str, int]:
    """Return the least and the greatest age that *audience* says; of several none."""
    said = [ages for told in audience if (ages := read_ages(told, language))]
    return {"min": said[0].least, "max": said[0].greatest} if len(said) == 1 else {}


def _link(event: Event, site: Site) -> str:
    """Return where to follow *event* from afar: its page, if that is not told by an address."""
    if not event.online:
        return ""
    return event.online if "://" in event.online else site.absolute(event.url)


def _mode(event: Event) -> int:
    if not event.online:
        return _OFFLINE
    return _MIXED if event.location else _ONLINE


def _location(location: Location, zone: str, language: str, site: Site) -> dict[str, Any]:
    point = location.geo if len(location.geo) == 2 else ()
    told = f"{location.name}\n{location.address}\n{location.postcode}\n{location.city}"
    return filled(
        {
            "uid": _number(told),
            "name": within(location.name, PLACE),
            "address": within(location.address.replace("\n", ", "), ADDRESS),
            "postalCode": location.postcode,
            "city": location.city,
            "adminLevel4": location.city,
            "countryCode": country_code(location.country, language),
            "country": {language: location.country} if location.country else {},
            "timezone": zone,
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


def _image(image: SharedImage, address: str, home: str) -> dict[str, Any]:
    """Return the picture at *address* as one begins with the other: below *home*, if it is."""
    base, _, filename = address.rpartition("/")
    if address.startswith(home):
        base, filename = home.removesuffix("/"), address.removeprefix(home)
    size = {"width": image.width, "height": image.height}
    return {"base": f"{base}/", "filename": filename} | ({"size": size} if image.width else {})


def _number(text: str) -> int:
    """Return a number for *text*, as identities are there: 52 bits, which all programs hold."""
    return int.from_bytes(digest(text)[:7], "big") >> 4


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(part) for part in value]
    if isinstance(value, dict):
        return {name: _cleaned(part) for name, part in value.items()}
    return value
