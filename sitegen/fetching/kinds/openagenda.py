"""Events as OpenAgenda's API gives them (developers.openagenda.com), as announcements. Pure.

Texts stand there by language; times are `timings`, statuses and ways of attending are numbers.
"""

import datetime as dt
import html
import json
from typing import Any

from sitegen.fetching.announcements import Announcement, Picture, Told, Written, written
from sitegen.fetching.cleaning import plain_text
from sitegen.importing.former import Day
from sitegen.importing.kinds.autop import paragraphs
from sitegen.importing.refusals import unreadable
from sitegen.importing.values import is_zone, plain, read_day

_STATUSES = {2: "rescheduled", 3: "", 4: "postponed", 5: "full", 6: "cancelled"}
"""1: scheduled, 3: moved online."""
_ACCESS = {
    "hi": "hearing", "vi": "visual", "mi": "mobility", "ii": "intellectual", "pi": "psychic",
}  # fmt: skip
_MOST_TIMES = 100


def is_openagenda(value: Any) -> bool:
    """Whether JSON that was read looks like an answer of OpenAgenda: a list of `events`."""
    return isinstance(value, dict) and isinstance(value.get("events"), list)


def read_announcements(raw: bytes, url: str, zone: str, language: str) -> Told:
    """Return what the answer *raw*, found at *url*, announces. Raises `UsageError` for none."""
    try:
        value = json.loads(raw)
    except ValueError as error:
        raise unreadable(url, "JSON", str(error)) from None
    if not is_openagenda(value):
        raise unreadable(url, "an agenda of OpenAgenda", "it has no list of `events`")
    found = [_announcement(one, zone, language) for one in value["events"] if isinstance(one, dict)]
    agenda = value.get("agenda")
    return Told(
        name=plain(_text(agenda.get("title"), language))[:120] if isinstance(agenda, dict) else "",
        announcements=tuple(one for one in found if one is not None),
        left_out={"it has no day that can be read": sum(one is None for one in found)},
    )


def _announcement(one: dict[str, Any], zone: str, language: str) -> Announcement | None:
    own = str(one.get("timezone") or "")
    clock = own if own and is_zone(own) else zone
    times = _times(one, clock)
    title = plain(_text(one.get("title"), language))
    if not times or not title or one.get("uid") in (None, ""):
        return None
    start, end = times[0]
    fields: dict[str, Any] = {
        "timezone": clock if clock != zone else "",
        "location": _location(one.get("location"), language),
        "online": _address(one.get("onlineAccessLink")),
        "status": _STATUSES.get(_number(one.get("status")), ""),
        "registration": _registration(one.get("registration")),
        "accessibility": _accessibility(one.get("accessibility")),
        "conditions": plain(_text(one.get("conditions"), language))[:300],
    }
    if len(times) > 1:
        fields["times"] = [_slot(*each) for each in times]
    description, more = (
        _text(one.get(key), language) for key in ("description", "longDescription")
    )
    return Announcement(
        id=str(one["uid"]),
        link=_address(one.get("canonicalUrl")) or _own_address(one),
        title=title,
        html=more if "<" in more else paragraphs(html.escape(more or description, quote=False)),
        summary=plain_text(description) or plain_text(more),
        published=written(_moment(one.get("createdAt"), zone)),
        updated=written(_moment(one.get("updatedAt"), zone)),
        tags=tuple(_keywords(one.get("keywords"), language)),
        picture=_picture(one),
        start=start,
        end=end if end != start else "",
        event={key: value for key, value in fields.items() if value},
    )


def _times(one: dict[str, Any], zone: str) -> list[tuple[Written, Written]]:
    """Return when *one* takes place, in order, each time once."""
    found: set[tuple[Written, Written]] = set()
    timings = one.get("timings")
    for timing in timings[:_MOST_TIMES] if isinstance(timings, list) else ():
        if not isinstance(timing, dict):
            continue
        begin, end = (_moment(timing.get(key), zone) for key in ("begin", "end"))
        if not isinstance(begin, dt.datetime) or not written(begin):
            continue
        has_end = isinstance(end, dt.datetime) and end >= begin
        found.add((written(begin), written(end) if has_end else written(begin)))
    return sorted(found)


def _moment(value: Any, zone: str) -> Day | None:
    """Return *value* on the clocks of *zone*; None where it is no moment."""
    try:  # what the API writes, at a twentieth of the time of reading any form
        return read_day(dt.datetime.fromisoformat(str(value)), zone)
    except ValueError:
        return read_day(str(value or ""), zone)


def _text(value: Any, language: str) -> str:
    """Return a text that may stand by language: that one, French, English, else the first."""
    if isinstance(value, dict):
        found = [value.get(one) for one in (language, "fr", "en")] + list(value.values())
        value = next((one for one in found if isinstance(one, str) and one.strip()), "")
    return value.strip() if isinstance(value, str) else ""


def _keywords(value: Any, language: str) -> list[str]:
    if isinstance(value, dict):
        value = value.get(language) or next(iter(value.values()), [])
    return [plain(one) for one in value if isinstance(one, str)] if isinstance(value, list) else []


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
        isinstance(one, (int, float)) and abs(one) <= bound
        for one, bound in ((latitude, 90), (longitude, 180))
    )
    if has_point:
        known |= {"geo": [latitude, longitude]}  # type: ignore[dict-item]
    return {key: one for key, one in known.items() if one} if name else {}


def _slot(begin: Written, end: Written) -> dict[str, Written]:
    return {"start": begin, "end": end} if end != begin else {"start": begin}


def _accessibility(value: Any) -> list[str]:
    """Return what is thought of: it stands there as a list of codes, or a mapping of them."""
    if isinstance(value, dict):
        value = [code for code, is_said in value.items() if is_said is True]
    codes = value if isinstance(value, list) else []
    return [name for code, name in _ACCESS.items() if code in codes]


def _registration(value: Any) -> list[dict[str, str]]:
    ways = []
    for one in value[:5] if isinstance(value, list) else ():
        written = str(one.get("value") or "").strip() if isinstance(one, dict) else ""
        if address := _address(written):
            ways.append({"url": address})
        elif "@" in written and len(written) < 100 and not set(written) & set(" <>\"'"):
            ways.append({"email": written.removeprefix("mailto:")})
        elif written and set(written) <= set("+0123456789 .()-"):
            ways.append({"phone": written})
    return ways


def _picture(one: dict[str, Any]) -> Picture | None:
    image = one.get("image")
    if not isinstance(image, dict) or not isinstance(image.get("filename"), str):
        return None
    address = _address(f"{image.get('base') or ''}{image['filename']}")
    credit = plain(one.get("imageCredits") or image.get("credits"))
    return Picture(url=address, credit=credit) if address else None


def _own_address(one: dict[str, Any]) -> str:
    """Return the event's page in its agenda, if the answer tells both slugs."""
    agenda, slug = one.get("originAgenda"), one.get("slug")
    if isinstance(agenda, dict) and isinstance(slug, str) and isinstance(agenda.get("slug"), str):
        return f"https://openagenda.com/{agenda['slug']}/events/{slug}"
    return ""


def _address(value: Any) -> str:
    return value if isinstance(value, str) and value.startswith(("https://", "http://")) else ""


def _number(value: Any) -> int:
    return value if isinstance(value, int) else 0
