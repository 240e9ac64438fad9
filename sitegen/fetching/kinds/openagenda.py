"""Events as OpenAgenda's API gives them (developers.openagenda.com), as announcements. Pure.

Texts stand there by language; times are `timings`, statuses and ways of attending are numbers.
"""

import datetime as dt
import html
from typing import Any
from urllib.parse import urlencode

from sitegen.config import is_timezone
from sitegen.fetching.announcements import (
    AnnouncedPicture,
    AnnouncedSource,
    Announcement,
    Told,
    Written,
    published,
    written,
)
from sitegen.fetching.cleaning import plain_text
from sitegen.fetching.kinds.own_words import read_own_words
from sitegen.importing.former import Day
from sitegen.importing.kinds.autop import paragraphs
from sitegen.importing.kinds.encodings import json_value
from sitegen.importing.refusals import unreadable
from sitegen.importing.values import plain, read_day, read_iso
from sitegen.names import OWN_WORDS
from sitegen.rendering.words.ages import OLDEST, Ages

_STATUSES = {2: "rescheduled", 3: "", 4: "postponed", 5: "full", 6: "cancelled"}
"""1: scheduled, 3: moved online."""
_MOVED_ONLINE, _ONLINE, _MIXED = 3, 2, 3
"""That status; ways of attending, `attendanceMode`: 1 is on the spot."""
_ACCESS = {
    "hi": "hearing", "vi": "visual", "mi": "mobility", "ii": "intellectual", "pi": "psychic",
}  # fmt: skip
_MOST_TIMES = 100


def is_openagenda(value: Any) -> bool:
    """Whether JSON that was read looks like an answer of OpenAgenda: a list of `events`."""
    return isinstance(value, dict) and isinstance(value.get("events"), list)


def further(raw: bytes) -> str:
    """Return what an address asks for the page after *raw* with: `after[]=…&after[]=…`.

    An answer holds at most 300 events, and in `after` the place of its last one
    (developers.openagenda.com, "Navigation"). Nothing: *raw* is the last page, or another thing.
    """
    try:
        value = json_value(raw)
    except (ValueError, RecursionError):
        return ""
    after = value.get("after") if is_openagenda(value) and value["events"] else None
    places = after if isinstance(after, list) else []
    if not places or not all(isinstance(place, (str, int, float)) for place in places):
        return ""
    return urlencode([("after[]", place) for place in places])


def read_announcements(raw: bytes, url: str, zone: str, language: str) -> Told:
    """Return what the answer *raw*, found at *url*, announces. Raises `UsageError` for none."""
    try:
        value = json_value(raw)
    except ValueError as error:
        raise unreadable(url, "JSON", str(error)) from None
    if not is_openagenda(value):
        raise unreadable(url, "an agenda of OpenAgenda", "it has no list of `events`")
    announcements = [
        _announcement(described, zone, language)
        for described in value["events"]
        if isinstance(described, dict)
    ]
    agenda = value.get("agenda")
    return Told(
        name=plain(_text(agenda.get("title"), language))[:120] if isinstance(agenda, dict) else "",
        announcements=tuple(
            announcement for announcement in announcements if announcement is not None
        ),
        left_out={
            "it has no day that can be read": sum(
                announcement is None for announcement in announcements
            )
        },
        in_slots=frozenset(
            _uid(described.get("extIds"))
            for described in value["events"]
            if isinstance(described, dict) and read_own_words(described.get(OWN_WORDS)).get("times")
        ),
    )


def _announcement(described: dict[str, Any], zone: str, language: str) -> Announcement | None:
    told_zone = str(described.get("timezone") or "")
    clock = told_zone if told_zone and is_timezone(told_zone) else zone
    times = _times(described, clock)
    title = plain(_text(described.get("title"), language))
    if not times or not title or described.get("uid") in (None, ""):
        return None
    start, end = times[0]
    fields: dict[str, Any] = {
        "uid": _uid(described.get("extIds")),
        "timezone": clock if clock != zone else "",
        "location": _location(described.get("location"), language),
        "online": _address(described.get("onlineAccessLink")),
        "status": _STATUSES.get(_number(described.get("status")), ""),
        "organizer": plain(_text(described.get("organizer"), language))[:200],
        "registration": _registration(described.get("registration")),
        "accessibility": _accessibility(described.get("accessibility")),
        "accessibility_note": plain(_text(described.get("accessibilityNote"), language))[:300],
        "audience": _audience(described.get("age"), language),
        "conditions": plain(_text(described.get("conditions"), language))[:300],
    }
    if fields["online"] and _is_online_alone(described):
        fields["location"] = {}  # where it was to take place
    if len(times) > 1:
        fields["times"] = [_slot(*each) for each in times]
    own = read_own_words(described.get(OWN_WORDS))
    via = tuple(
        AnnouncedSource(url=told.get("url", ""), name=told.get("name", ""))
        for told in own.pop("sources", ())
    )
    own_summary, alt = (str(own.pop(key, "")) for key in ("summary", "image_alt"))
    is_ours = OWN_WORDS in described
    if is_ours:  # what costs what, and what is accessible, stands there in one line
        beside = ("conditions", "accessibility")
        fields = {key: told for key, told in fields.items() if key not in beside} | own
    if own.get("times"):
        first = min(own["times"], key=lambda slot: str(slot["start"]))
        start, end = first["start"], first.get("end", "")
    elif own.get("start"):  # without an end, where nobody says one
        start, end = own["start"], own.get("end", "")
    fields = {key: told for key, told in fields.items() if key not in ("start", "end")}
    description, more = (
        _text(described.get(key), language) for key in ("description", "longDescription")
    )
    said = plain_text(description)
    return Announcement(
        id=str(described["uid"]),
        link=_address(described.get("canonicalUrl")) or _own_address(described),
        title=title,
        html="" if is_ours else _as_html(more or description),
        summary=own_summary or ("" if is_ours and said == title else said or plain_text(more)),
        published=published(_moment(described.get("createdAt"), zone)),
        updated=published(_moment(described.get("updatedAt"), zone)),
        tags=tuple(_keywords(described.get("keywords"), language)),
        picture=_picture(described, alt),
        start=start,
        end=end if end != start else "",
        via=via,
        event={key: value for key, value in fields.items() if value},
    )


def _as_html(text: str) -> str:
    return text if "<" in text else paragraphs(html.escape(text, quote=False))


def _is_online_alone(described: dict[str, Any]) -> bool:
    """Whether nobody has to travel: attending is online (2), or it was moved there (status 3)."""
    mode = _number(described.get("attendanceMode"))
    return mode == _ONLINE or (_number(described.get("status")) == _MOVED_ONLINE and mode != _MIXED)


def _times(described: dict[str, Any], zone: str) -> list[tuple[Written, Written]]:
    """Return when what is *described* takes place, in order, each time once."""
    times: set[tuple[Written, Written]] = set()
    timings = described.get("timings")
    for timing in timings[:_MOST_TIMES] if isinstance(timings, list) else ():
        if not isinstance(timing, dict):
            continue
        begin, end = (_moment(timing.get(key), zone) for key in ("begin", "end"))
        if not isinstance(begin, dt.datetime) or not written(begin):
            continue
        has_end = isinstance(end, dt.datetime) and end >= begin
        times.add((written(begin), written(end) if has_end else written(begin)))
    return sorted(times)


def _moment(value: Any, zone: str) -> Day | None:
    """Return *value* on the clocks of *zone*; None where it is no moment."""
    try:  # what the API writes, at a twentieth of the time of reading any form
        return read_day(read_iso(str(value)), zone)
    except ValueError:
        return read_day(str(value or ""), zone)


def _text(value: Any, language: str) -> str:
    """Return a text that may stand by language: that one, French, English, else the first."""
    if isinstance(value, dict):
        texts = [value.get(tag) for tag in (language, "fr", "en")] + list(value.values())
        value = next((text for text in texts if isinstance(text, str) and text.strip()), "")
    return value.strip() if isinstance(value, str) else ""


def _keywords(value: Any, language: str) -> list[str]:
    if isinstance(value, dict):
        value = value.get(language) or next(iter(value.values()), [])
    return (
        [plain(text) for text in value if isinstance(text, str)] if isinstance(value, list) else []
    )


def _location(value: Any, language: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        return {}
    name = plain(_text(value.get("name"), language))
    known = {
        "name": name,
        "address": plain(_text(value.get("address"), language)),
        "postcode": plain(_text(value.get("postalCode"), language)),
        "city": plain(_text(value.get("city"), language)),
    }
    latitude, longitude = value.get("latitude"), value.get("longitude")
    has_point = all(
        isinstance(number, (int, float)) and abs(number) <= bound
        for number, bound in ((latitude, 90), (longitude, 180))
    )
    if has_point:
        known |= {"geo": [latitude, longitude]}  # type: ignore[dict-item]
    return {key: part for key, part in known.items() if part} if name else {}


def _slot(begin: Written, end: Written) -> dict[str, Written]:
    return {"start": begin, "end": end} if end != begin else {"start": begin}


def _accessibility(value: Any) -> list[str]:
    """Return what is thought of: it stands there as a list of codes, or a mapping of them."""
    if isinstance(value, dict):
        value = [code for code, is_said in value.items() if is_said is True]
    codes = value if isinstance(value, list) else []
    return [name for code, name in _ACCESS.items() if code in codes]


def _audience(age: Any, language: str) -> list[str]:
    """Return for whom it is, in words: OpenAgenda has a least and a greatest age."""
    if not isinstance(age, dict):
        return []
    least, greatest = age.get("min"), age.get("max")
    ages = Ages(
        least if type(least) is int else 0,  # no `true`
        greatest if type(greatest) is int else OLDEST,
    )
    said = ages.words(language) if ages.least <= min(ages.greatest, OLDEST) else ""
    return [said] if said else []


def _registration(value: Any) -> list[dict[str, str]]:
    ways = []
    for described in value[:5] if isinstance(value, list) else ():
        written = str(described.get("value") or "").strip() if isinstance(described, dict) else ""
        if address := _address(written):
            ways.append({"url": address})
        elif "@" in written and len(written) < 100 and not set(written) & set(" <>\"'"):
            ways.append({"email": written.removeprefix("mailto:")})
        elif written and set(written) <= set("+0123456789 .()-"):
            ways.append({"phone": written})
    return ways


def _picture(described: dict[str, Any], alt: str) -> AnnouncedPicture | None:
    image = described.get("image")
    if not isinstance(image, dict) or not isinstance(image.get("filename"), str):
        return None
    address = _address(f"{image.get('base') or ''}{image['filename']}")
    credit = plain(described.get("imageCredits") or image.get("credits"))
    return AnnouncedPicture(url=address, alt=alt, credit=credit) if address else None


def _own_address(described: dict[str, Any]) -> str:
    """Return the event's page in its agenda, if the answer tells both slugs."""
    agenda, slug = described.get("originAgenda"), described.get("slug")
    if isinstance(agenda, dict) and isinstance(slug, str) and isinstance(agenda.get("slug"), str):
        return f"https://openagenda.com/{agenda['slug']}/events/{slug}"
    return ""


def _address(value: Any) -> str:
    return value if isinstance(value, str) and value.startswith(("https://", "http://")) else ""


def _uid(value: Any) -> str:
    """Return what calendars know it by, which sitegen writes among the ids of others."""
    ids = [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
    return next((str(each.get("value") or "") for each in ids if each.get("key") == "uid"), "")


def _number(value: Any) -> int:
    return value if isinstance(value, int) else 0
