"""Announcements within bounds: texts of a length, whole addresses, one line each. Pure.

Whatever stands in a document was here before.
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from msgspec.structs import replace

from sitegen.border.text import clean
from sitegen.digest import digest
from sitegen.fetching.announcements import (
    AnnouncedFile,
    AnnouncedPicture,
    AnnouncedSource,
    Announcement,
)
from sitegen.fetching.cleaning import safe_address
from sitegen.importing.values import plain
from sitegen.wording.excerpts import excerpt

_LONGEST_TITLE = 250
_LONGEST_SUMMARY = 600
_LONGEST_ID = 400
_MOST_TAGS = 20
_MOST_FILES = 20
_MOST_SIGNATORIES = 50
_MOST_SOURCES = 20
_NESTED = (
    "other_locations", "audience", "conditions", "accessibility_note", "price", "times",
    "programme",
)  # fmt: skip
"""Keys that hold texts of the source, and addresses, at any depth."""
_LINKS = ("url", "online")
_TEXTS = ("location", "organizer", "type", "uid")
_TURNED = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")
"""Signs that change the direction of what stands around them."""
_PHONE = re.compile(r"[+0-9][0-9 ().-]{3,30}")
_EMAIL = re.compile(r"[^\s<>\"'@?,;]{1,64}@[^\s<>\"'@?&=%,;:/]{1,190}")
_UID = re.compile(r"[\x21-\x7e]{1,255}")


def tidy(announcement: Announcement, base: str) -> Announcement | None:
    """Return *announcement*, its addresses seen from *base*; None where no title is left of it."""
    title = _line(announcement.title, _LONGEST_TITLE)
    link = _web(announcement.link, base)
    known = _encodable(announcement.id)
    if not title:
        return None
    picture = announcement.picture and _picture(announcement.picture, base)
    return replace(
        announcement,
        id=known if 0 < len(known) <= _LONGEST_ID else digest(known or link or title).hex(),
        link=link,
        title=title,
        html=clean(_encodable(announcement.html)),
        summary=_line(announcement.summary, _LONGEST_SUMMARY),
        tags=tuple(filter(None, (_line(tag, 60) for tag in announcement.tags[:_MOST_TAGS]))),
        picture=picture,
        attachments=tuple(_files(announcement, base)),
        signatories=tuple(dict.fromkeys(_names(announcement))),
        contact=_contact(announcement.contact),
        via=tuple(dict.fromkeys(_sources(announcement, base))),
        feeds=tuple(
            filter(None, (_web(each, base) for each in announcement.feeds[:_MOST_SOURCES]))
        ),
        event=_event(announcement.event, base) if announcement.start else {},
    )


def _files(announcement: Announcement, base: str) -> Iterator[AnnouncedFile]:
    for file in announcement.attachments[:_MOST_FILES]:
        url, name = _web(file.url, base), _line(file.name, 120)
        if url and name:
            yield AnnouncedFile(url=url, name=name)


def _sources(announcement: Announcement, base: str) -> Iterator[AnnouncedSource]:
    for source in announcement.via[:_MOST_SOURCES]:
        if url := _web(source.url, base):
            name = _line(source.name, 120) or urlsplit(url).netloc
            yield AnnouncedSource(url=url, name=_as_name(name))


def _names(announcement: Announcement) -> Iterator[str]:
    for written in announcement.signatories[:_MOST_SIGNATORIES]:
        if name := _line(written, 120):
            yield _as_name(name)


def _contact(contact: dict[str, str]) -> dict[str, str]:
    """Return whom to ask, with what can be dialled and written to; nothing where that is nobody."""
    told = {key: _line(value, 120) for key, value in contact.items()}
    known = {
        "name": _as_name(told.get("name", "")),
        "role": told.get("role", ""),
        "phone": phone if _PHONE.fullmatch(phone := told.get("phone", "")) else "",
        "email": email if _EMAIL.fullmatch(email := told.get("email", "")) else "",
    }
    is_somebody = known["name"] and (known["phone"] or known["email"] or known["role"])
    return {key: value for key, value in known.items() if value} if is_somebody else {}


def _event(event: dict[str, object], base: str) -> dict[str, object]:
    tidied = dict(event)
    for key in _TEXTS:
        value = tidied.get(key)
        if isinstance(value, str):
            tidied[key] = _line(value, 200)
        elif isinstance(value, dict):
            tidied[key] = {
                name: _line(field, 200) if isinstance(field, str) else field
                for name, field in value.items()
            }
    for key in _NESTED:
        if key in tidied:
            tidied[key] = _within(tidied[key], base)
    place = tidied.get("location")
    if isinstance(place, str):
        place = {"name": place} if place else {}
    if isinstance(place, dict) and place:
        tidied["location"] = place | {"name": _as_name(str(place.get("name", "")))}
    if organizer := tidied.get("organizer"):
        tidied["organizer"] = _as_name(str(organizer))
    if not _UID.fullmatch(str(tidied.get("uid") or "")):
        tidied.pop("uid", None)
    if online := tidied.get("online"):
        tidied["online"] = _web(str(online), base)
    return {key: value for key, value in tidied.items() if value}


def _within(value: Any, base: str) -> Any:
    """Return *value* with its texts on one line each, its addresses whole, its places named."""
    if isinstance(value, dict):
        parts = {
            key: _web(str(part), base) if key in _LINKS else _within(part, base)
            for key, part in value.items()
        }
        return {key: part for key, part in parts.items() if part != ""}
    if isinstance(value, (list, tuple)):
        return [_within(part, base) for part in value]
    return _line(value, 500) if isinstance(value, str) else value


def _as_name(text: str) -> str:
    """Return *text* as a name: in small letters alone, it would look like a key of the data."""
    return text[:1].upper() + text[1:]


def _picture(picture: AnnouncedPicture, base: str) -> AnnouncedPicture | None:
    url = _web(picture.url, base)
    return (
        AnnouncedPicture(url=url, alt=_line(picture.alt, 250), credit=_line(picture.credit, 120))
        if (url)
        else None
    )


def _web(written: str, base: str) -> str:
    address = safe_address(_encodable(written), base) if written else ""
    return address if address.startswith(("http://", "https://")) and len(address) < 1000 else ""


def _line(text: str, longest: int) -> str:
    """Return *text* on one line, without markup, cut where it is too long."""
    return excerpt(_TURNED.sub("", plain(_encodable(text[: longest * 20]))), longest)


def _encodable(text: str) -> str:
    """Return *text* without halves of letters, which JSON can write and no file can hold."""
    return text.encode("utf-8", "ignore").decode()
