"""What authors write under ``event:`` and ``events:``, and in ``_data/venues.yaml``."""

from typing import ClassVar, Literal

import msgspec

from sitegen.model.moments import Moment
from sitegen.model.texts import Link, Prose

Status = Literal["confirmed", "tentative", "postponed", "rescheduled", "cancelled", "full"]
Access = Literal[
    "hearing",
    "sign-language",
    "captions",
    "hearing-loop",
    "visual",
    "audio-description",
    "braille",
    "large-print",
    "mobility",
    "step-free",
    "accessible-toilets",
    "reserved-parking",
    "intellectual",
    "easy-to-read",
    "psychic",
    "quiet-space",
]
"""What lets people take part: a kind of disability that is thought of, as OpenAgenda has them
(`hearing`, `visual`, `mobility`, `intellectual`, `psychic`), or what there is for it."""


class Location(msgspec.Struct, frozen=True, kw_only=True):
    """Where an event takes place; written alone, a key of ``_data/venues.yaml`` or a name."""

    shorthand: ClassVar[str] = "name"

    name: Prose
    """What the place is called."""
    address: Prose = ""
    """Street and number."""
    city: Prose = ""
    """The town."""
    postcode: str = ""
    """The town's postcode."""
    country: Prose = ""
    """The country."""
    geo: tuple[float, ...] = ()
    """Latitude and longitude in degrees (WGS 84), or nothing."""
    url: Link = ""
    """The place's own page."""
    timezone: str = ""
    """The zone of its clocks, where it is not the site's: Indian/Reunion."""


class Registration(msgspec.Struct, frozen=True, kw_only=True):
    """One way to register: an address of a form, an e-mail address, a phone number."""

    shorthand: ClassVar[str] = "url"

    url: Link = ""
    """The address of a form."""
    email: str = ""
    """The e-mail address that registrations go to."""
    phone: str = ""
    """The number to call."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What is different on one date of a recurring event (RFC 5545 §3.8.4.4); empty: the same."""

    hours_beside: ClassVar[dict[str, tuple[str, ...]]] = {
        "start": ("date",),
        "end": ("start", "date"),
    }
    """What may be an hour alone, and what gives it its day: the first of these that is written."""

    date: Moment
    """The date as the rule gives it; without an hour, the one of that day."""
    start: Moment | None = None
    """When it begins instead; an hour alone is of that date."""
    end: Moment | None = None
    """When it ends instead; an hour alone is of the day on which it begins."""
    timezone: str = ""
    """The zone of its hours that time; by default the place's, else the event's."""
    name: Prose = ""
    """What it is called that time."""
    status: Status | None = None
    """Whether it takes place that time."""
    location: Location | None = None
    """Where it takes place that time."""
    online: Link = ""
    """The address to follow it from afar that time."""


class Repeat(msgspec.Struct, frozen=True, kw_only=True, rename={"exceptions": "except"}):
    """How an event recurs: RFC 5545 §3.3.10, with exceptions and additions apart from the rule."""

    rrule: str = ""
    """The rule of RFC 5545: FREQ=MONTHLY;BYDAY=1TH;COUNT=6."""
    exceptions: tuple[Moment, ...] = ()
    """Dates of the rule on which it does not take place."""
    also: tuple[Moment, ...] = ()
    """Dates beside those of the rule."""
    changes: tuple[Change, ...] = ()
    """What is different on single dates."""


class Price(msgspec.Struct, frozen=True, kw_only=True):
    """What one ticket costs; written alone, the amount."""

    shorthand: ClassVar[str] = "amount"

    amount: float
    """How much; 0 is free of charge."""
    name: Prose = ""
    """For whom, or for what: Members, Lunch included."""
    currency: str = "EUR"
    """Its currency, in three letters: EUR, CHF, XPF."""


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """One of several times of one event: a morning, an evening. What is not written is the
    event's."""

    hours_beside: ClassVar[dict[str, tuple[str, ...]]] = {
        "start": ("/start",),
        "end": ("start", "/start"),
    }

    start: Moment
    """When it begins; an hour alone is of the day of the slot before."""
    end: Moment | None = None
    """When it ends; an hour alone is of the day on which it begins."""
    name: Prose = ""
    """What it is called, beside the event's name: Workshops."""
    status: Status | None = None
    """Whether it takes place."""
    previous_start: Moment | None = None
    """When it was to begin, before it was moved: who has it in a calendar sees it move."""
    location: Location | None = None
    """Where it takes place."""
    online: Link = ""
    """The address to follow it from afar."""


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """A point of an event's programme."""

    hours_beside: ClassVar[dict[str, tuple[str, ...]]] = {
        "start": ("/start",),
        "end": ("start", "/start"),
    }

    start: Moment
    """When it begins; an hour alone is of the day of the point before, or of the event."""
    end: Moment | None = None
    """When it ends; an hour alone is of the day on which it begins."""
    name: Prose
    """What it is: Opening, Round table."""
    speakers: tuple[Prose, ...] = ()
    """Who speaks, each with their role."""
    place: Prose = ""
    """Where, within the event's place: Room 2."""
    summary: Prose = ""
    """One sentence about it."""


class EventFields(msgspec.Struct, frozen=True, kw_only=True):
    """The mapping under ``event:`` as it is written."""

    hours_beside: ClassVar[dict[str, tuple[str, ...]]] = {"end": ("start",)}
    from_first: ClassVar[dict[str, str]] = {"start": "times", "end": "times"}
    """Keys that are those of the first of a list, where they are not written."""
    lacking: ClassVar[dict[str, str]] = {"start": "event-without-start"}
    """What is told where a key is missing that cannot be left out."""
    is_looked_at_in_part: ClassVar[bool] = True
    """Whether the other keys are looked at where one is wrong."""

    start: Moment
    """When it begins: a date (all day), or a date and an hour. What is put off keeps the one that
    it had."""
    end: Moment | None = None
    """When it ends; of dates, the last day. An hour alone is of the day of `start`, or of the night
    after it."""
    id: str = ""
    """What other articles and calendars know it by; never change it. By default the file's path."""
    uid: str = ""
    """Its UID in the calendar that it came from: subscribers keep it. By default made of the id."""
    name: Prose = ""
    """What it is called; by default the article's title."""
    timezone: str = ""
    """The zone of its hours; by default the place's, else the site's."""
    type: Prose = ""
    """What kind of event: forum, training, webinar."""
    location: Location | None = None
    """Where: a key of _data/venues.yaml, a name, or name, address, city."""
    online: Link = ""
    """The address to follow it from afar; without a location it is online only."""
    status: Status = "confirmed"
    """Whether it takes place."""
    previous_start: Moment | None = None
    """When it was to begin, before it was rescheduled."""
    organizer: Prose = ""
    """Who holds it: a key of _data/organisations.yaml, or a name."""
    registration: tuple[Registration, ...] = ()
    """How to register: an address, an e-mail address, a number; or several."""
    times: tuple[Slot, ...] = ()
    """Its times, where it has several that are one event: morning and afternoon, three evenings.
    `start` and `end` are then those of the first."""
    repeat: Repeat | None = None
    """How it recurs."""
    other_locations: tuple[Location, ...] = ()
    """Where it takes place as well, at the same time."""
    accessibility: tuple[Access, ...] = ()
    """What lets people with disabilities take part: `[sign-language, step-free]`."""
    accessibility_note: Prose = ""
    """What there is to say about that: whom to ask, until when."""
    audience: tuple[Prose, ...] = ()
    """Whom it is for: Elected members, Everybody."""
    conditions: Prose = ""
    """On what conditions one takes part: Free entry, Members only."""
    price: tuple[Price, ...] = ()
    """What it costs: an amount, or several with a name each; 0 is free of charge."""
    registration_deadline: Moment | None = None
    """Until when one can register; a date means all of that day."""
    capacity: int = 0
    """How many people can take part; 0 where nobody says."""
    programme: tuple[Session, ...] = ()
    """What happens when: a list of points, each with its hour and name."""
