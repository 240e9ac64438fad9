"""What authors write under the keys of the front matter and of ``site.yaml``.

A mapping with a `shorthand` may be written as that one field alone: `image: photo.jpg` is
`image: {src: photo.jpg}`.
"""

import re
from typing import Any, ClassVar, Literal, Self

import msgspec

from sitegen.model.moments import Moment

Status = Literal["confirmed", "tentative", "postponed", "rescheduled", "cancelled", "full"]


_POINT = re.compile(r"\s*(\d{1,3})\s*%\s+(\d{1,3})\s*%\s*")


class Focus(msgspec.Struct, frozen=True):
    """The point of an image that stays in view when its edges are cut off: percent of its size."""

    x: int = 50
    """From the left."""
    y: int = 50
    """From the top."""

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the point that *text* tells: `30% 20%`. Raises `ValueError`."""
        found = _POINT.fullmatch(text)
        if found is None or int(found[1]) > 100 or int(found[2]) > 100:
            raise ValueError(text)
        return cls(int(found[1]), int(found[2]))


class Image(msgspec.Struct, frozen=True, kw_only=True):
    shorthand: ClassVar[str] = "src"

    src: str
    """As written, then (in an `Entry`) the image's address."""
    alt: str | None = None
    """What it shows, for those who do not see it; `""` for an image that only decorates."""
    caption: str = ""
    credit: str = ""
    focus: Focus | None = None
    """The point that stays in view where the image is cut to another shape: `30% 20%`, from the
    left and from the top."""
    width: int = 0
    """Pixels; 0 when unknown."""
    height: int = 0


class SourceLink(msgspec.Struct, frozen=True, kw_only=True):
    """Where an article comes from: a newspaper, a partner."""

    shorthand: ClassVar[str] = "name"

    name: str
    url: str = ""
    date: Moment | None = None


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    shorthand: ClassVar[str] = "name"

    name: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""


class Location(msgspec.Struct, frozen=True, kw_only=True):
    """Where an event takes place; written alone, a key of ``_data/venues.yaml`` or a name."""

    shorthand: ClassVar[str] = "name"

    name: str
    address: str = ""
    city: str = ""
    postcode: str = ""
    country: str = ""
    geo: tuple[float, ...] = ()
    """Latitude and longitude in degrees (WGS 84), or nothing."""
    url: str = ""
    timezone: str = ""


class Registration(msgspec.Struct, frozen=True, kw_only=True):
    """One way to register: an address of a form, an e-mail address, a phone number."""

    shorthand: ClassVar[str] = "url"

    url: str = ""
    email: str = ""
    phone: str = ""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What is different on one date of a recurring event (RFC 5545 §3.8.4.4); empty: the same."""

    date: Moment
    """The date as the rule gives it; without an hour, the one of that day."""
    start: Moment | None = None
    end: Moment | None = None
    name: str = ""
    status: Status | None = None
    location: Location | None = None
    online: str = ""


class Repeat(msgspec.Struct, frozen=True, kw_only=True, rename={"exceptions": "except"}):
    """How an event recurs: RFC 5545 §3.3.10, with exceptions and additions apart from the rule."""

    rrule: str = ""
    exceptions: tuple[Moment, ...] = ()
    also: tuple[Moment, ...] = ()
    changes: tuple[Change, ...] = ()


class EventFields(msgspec.Struct, frozen=True, kw_only=True):
    """The mapping under ``event:`` as it is written."""

    start: Moment
    end: Moment | None = None
    id: str = ""
    name: str = ""
    timezone: str = ""
    type: str = ""
    location: Location | None = None
    online: str = ""
    status: Status = "confirmed"
    previous_start: Moment | None = None
    organizer: str = ""
    registration: tuple[Registration, ...] = ()
    repeat: Repeat | None = None


class FrontMatter(msgspec.Struct, frozen=True, kw_only=True):
    """Every key that an author may write above an article or a page."""

    title: str
    date: Moment | None = None
    updated: Moment | None = None
    author: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    section: str = ""
    kind: str = ""
    summary: str = ""
    slug: str = ""
    aliases: tuple[str, ...] = ()
    image: Image | None = None
    source: SourceLink | None = None
    contact: Contact | None = None
    signatories: tuple[str, ...] = ()
    place: str = ""
    attachments: tuple[str, ...] = ()
    lang: str = ""
    draft: bool = False
    embargo: Moment | None = None
    expires: Moment | None = None
    pinned: bool = False
    weight: int = 0
    """Where a page stands among those of its folder in a guide: the smallest first, 0 last."""
    translates: str = ""
    """The document that this one translates, as a link to it is written: `../en/install.md`."""
    template: str = ""
    event: EventFields | str | None = None
    events: tuple[EventFields | str, ...] = ()
    extra: dict[str, Any] = {}


class SectionFrontMatter(msgspec.Struct, frozen=True, kw_only=True):
    """Every key of a section's ``_index.md``."""

    title: str
    summary: str = ""
    per_page: int = 0
    feed: bool | None = None
    layout: str = ""
    """How its pages are laid out: `documentation`; that of the section above unless it says so."""
    weight: int = 0
    """Where it stands among its neighbours in a guide: the smallest first, 0 last."""
    lang: str = ""
    draft: bool = False
    extra: dict[str, Any] = {}
