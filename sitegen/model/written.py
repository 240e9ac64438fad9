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
    """The line under it."""
    credit: str = ""
    """Who made it."""
    focus: Focus | None = None
    """The point that stays in view where the image is cut to another shape: `30% 20%`, from the
    left and from the top."""
    width: int = 0
    """Pixels; 0 when unknown."""
    height: int = 0
    """Pixels; 0 when unknown."""


class SourceLink(msgspec.Struct, frozen=True, kw_only=True):
    """Where an article comes from: a newspaper, a partner."""

    shorthand: ClassVar[str] = "name"

    name: str
    """Who published it first."""
    url: str = ""
    """Where it can be read there."""
    date: Moment | None = None
    """When it was published there."""


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    shorthand: ClassVar[str] = "name"

    name: str = ""
    """Who answers; written alone, a key of the organisation's contacts."""
    role: str = ""
    """What this person does."""
    phone: str = ""
    """A phone number, as readers dial it."""
    email: str = ""
    """An e-mail address."""


class Location(msgspec.Struct, frozen=True, kw_only=True):
    """Where an event takes place; written alone, a key of ``_data/venues.yaml`` or a name."""

    shorthand: ClassVar[str] = "name"

    name: str
    """What the place is called."""
    address: str = ""
    """Street and number."""
    city: str = ""
    """The town."""
    postcode: str = ""
    """The postcode."""
    country: str = ""
    """The country, where it is another than readers expect."""
    geo: tuple[float, ...] = ()
    """Latitude and longitude in degrees (WGS 84), or nothing."""
    url: str = ""
    """The place's own site."""
    timezone: str = ""
    """The zone of its clocks (IANA): `Indian/Reunion`."""


class Registration(msgspec.Struct, frozen=True, kw_only=True):
    """One way to register: an address of a form, an e-mail address, a phone number."""

    shorthand: ClassVar[str] = "url"

    url: str = ""
    """The address of a form."""
    email: str = ""
    """An e-mail address that takes registrations."""
    phone: str = ""
    """A phone number that takes them."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What is different on one date of a recurring event (RFC 5545 §3.8.4.4); empty: the same."""

    date: Moment
    """The date as the rule gives it; without an hour, the one of that day."""
    start: Moment | None = None
    """When it begins on that date."""
    end: Moment | None = None
    """When it ends on that date."""
    name: str = ""
    """What it is called on that date."""
    status: Status | None = None
    """What became of that date."""
    location: Location | None = None
    """Where it takes place on that date."""
    online: str = ""
    """The address of that date's broadcast."""


class Repeat(msgspec.Struct, frozen=True, kw_only=True, rename={"exceptions": "except"}):
    """How an event recurs: RFC 5545 §3.3.10, with exceptions and additions apart from the rule."""

    rrule: str = ""
    """The rule: `FREQ=MONTHLY;BYDAY=1TH`. Without an end it is shown 24 months ahead."""
    exceptions: tuple[Moment, ...] = ()
    """Dates that the rule gives and that are left out."""
    also: tuple[Moment, ...] = ()
    """Dates beside the rule."""
    changes: tuple[Change, ...] = ()
    """What is different on single dates."""


class EventFields(msgspec.Struct, frozen=True, kw_only=True):
    """The mapping under ``event:`` as it is written."""

    start: Moment
    """When it begins: a date lasts all day."""
    end: Moment | None = None
    """The last day, inclusive, or the hour at which it ends."""
    id: str = ""
    """What calendars know it by: keep it for ever. By default the document's path."""
    name: str = ""
    """What it is called. By default the document's title."""
    timezone: str = ""
    """The zone of its hours (IANA); else the venue's, else the site's."""
    type: str = ""
    """What kind of event it is, a word of your own: forum, formation."""
    location: Location | None = None
    """Where it takes place."""
    online: str = ""
    """The address of a broadcast; with a location the event is hybrid."""
    status: Status = "confirmed"
    """Whether it takes place as announced."""
    previous_start: Moment | None = None
    """When it was to begin before it was moved."""
    organizer: str = ""
    """A key of `_data/organisations.yaml`, or a name."""
    registration: tuple[Registration, ...] = ()
    """Where people register."""
    repeat: Repeat | None = None
    """How it recurs."""


class FrontMatter(msgspec.Struct, frozen=True, kw_only=True):
    """Every key that an author may write above an article or a page."""

    title: str
    """What the document is called."""
    date: Moment | None = None
    """When it is published: an article. Without a date, here or before the file's name, it is a
    page. In time to come: not public before."""
    updated: Moment | None = None
    """When it was last changed in a way that readers should know."""
    author: tuple[str, ...] = ()
    """Who wrote it: a name, or a key of `_data/authors.yaml`."""
    authors: tuple[str, ...] = ()
    """The same, for several."""
    tags: tuple[str, ...] = ()
    """What it is about. Each tag has a page."""
    section: str = ""
    """The section that it belongs to, where its folder does not say it."""
    kind: str = ""
    """What it is, in a word of your own: communiqué, tribune. In a guide, the group that it stands
    in."""
    summary: str = ""
    """The lead, printed before the text. Without it lists show the first paragraph."""
    slug: str = ""
    """The last step of its address; by default the file's name without a date."""
    aliases: tuple[str, ...] = ()
    """Former addresses, which lead to it: `/ancienne/adresse.html`."""
    image: Image | None = None
    """The picture above the text, in lists and in shared links."""
    source: SourceLink | None = None
    """Where it comes from, if it was published elsewhere first."""
    contact: Contact | None = None
    """Who answers questions: a key of the organisation's contacts, or name, role, phone, e-mail."""
    signatories: tuple[str, ...] = ()
    """Who signs it: keys of `_data/organisations.yaml`, or names."""
    place: str = ""
    """Where it is dated from: `Nantes, le 5 mars`."""
    attachments: tuple[str, ...] = ()
    """Files to download."""
    lang: str = ""
    """Its language, where it is not the site's: `en`."""
    draft: bool = False
    """Whether it stays off the site, unless a build is asked for drafts."""
    embargo: Moment | None = None
    """The instant before which nobody may read it."""
    expires: Moment | None = None
    """The instant from which it is gone."""
    pinned: bool = False
    """Whether it is first in its lists."""
    weight: int = 0
    """Where a page stands among those of its folder in a guide: the smallest first, 0 last."""
    translates: str = ""
    """The document that this one translates, as a link to it is written: `../en/install.md`."""
    template: str = ""
    """Another template of the theme."""
    event: EventFields | str | None = None
    """The event that it announces, or the id of one that another document announces: `forum-2027`,
    `cafe@2027-01-07` for one date."""
    events: tuple[EventFields | str, ...] = ()
    """The same, for several."""
    extra: dict[str, Any] = {}
    """What your own templates ask for."""


class SectionFrontMatter(msgspec.Struct, frozen=True, kw_only=True):
    """Every key of a section's ``_index.md``."""

    title: str
    """What the section is called."""
    summary: str = ""
    """A sentence under its title."""
    per_page: int = 0
    """Articles on a page of its list; 0: as in site.yaml."""
    feed: bool | None = None
    """Whether it has a feed of its own."""
    layout: str = ""
    """How its pages are laid out: `documentation`; that of the section above unless it says so."""
    weight: int = 0
    """Where it stands among its neighbours in a guide: the smallest first, 0 last."""
    lang: str = ""
    """The language of its text, where it is not the site's."""
    draft: bool = False
    """Whether its text stays off the site."""
    extra: dict[str, Any] = {}
    """What your own templates ask for."""
