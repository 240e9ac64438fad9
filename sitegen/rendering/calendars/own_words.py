"""What an event says that OpenAgenda has no field for, in the words of its document. Pure.

Other sites made by sitegen read it there, so that nothing is lost between two of them.
"""

import datetime as dt
from typing import Any, Literal

import msgspec

from sitegen.model import Access, Entry, Event, Location, Moment, Price, Status, zone_info
from sitegen.rendering.calendars.open_agenda_texts import DESCRIPTION
from sitegen.rendering.view.site import Site


class ToldSlot(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A time of an event; days and hours as documents have them, on the clocks of the event."""

    start: str
    end: str = ""
    name: str = ""
    status: str = ""
    previous_start: str = ""
    location: Location | None = None
    online: str = ""


class ToldSession(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A point of a programme."""

    start: str
    end: str = ""
    name: str
    speakers: tuple[str, ...] = ()
    place: str = ""
    summary: str = ""


class ToldPrice(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one ticket costs."""

    amount: int | float
    name: str = ""
    currency: str = ""
    """Empty: euros."""


class ToldSource(msgspec.Struct, frozen=True, kw_only=True):
    """Where a text was fetched from."""

    name: str
    url: str


class OwnWords(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The keys of `event:` by their names there, and a summary that is too long for a field."""

    summary: str = ""
    image_alt: str = ""
    """What the picture of its document shows."""
    start: str = ""
    end: str = ""
    """Empty where nobody says it: calendars and timings then have one all the same."""
    type: str = ""
    status: Status | Literal[""] = ""
    previous_start: str = ""
    location: Location | None = None
    other_locations: tuple[Location, ...] = ()
    accessibility: tuple[Access, ...] = ()
    audience: tuple[str, ...] = ()
    conditions: str = ""
    price: tuple[ToldPrice, ...] = ()
    registration_deadline: str = ""
    capacity: int = 0
    times: tuple[ToldSlot, ...] = ()
    programme: tuple[ToldSession, ...] = ()
    sources: tuple[ToldSource, ...] = ()
    """Where its document was fetched from, the original first."""


def own_words(event: Event, zone: str, site: Site, entry: Entry | None) -> dict[str, Any]:
    """Return what *event* says, its hours on the clocks of *zone*: JSON without what it leaves out.

    *entry* is its document. A moment of another zone is told on these.
    """
    image = entry.image if entry else None

    def told(moment: Moment | None) -> str:
        return _written(moment, zone)

    def whole(place: Location) -> Location:
        return msgspec.structs.replace(place, url=site.absolute(place.url)) if place.url else place

    changes = event.repeat.changes if event.repeat and event.is_in_slots else ()
    slots = tuple(
        ToldSlot(
            start=told(change.start or change.date), end=told(change.end),
            name=msgspec.structs.replace(event, name=change.name).name_beside(event.name)
            if change.name else "",
            status=change.status or "",
            previous_start=told(change.date) if change.start else "",
            location=whole(change.location) if change.location else None, online=change.online,
        )
        for change in changes
    )  # fmt: skip
    programme = tuple(
        ToldSession(
            start=told(session.start), end=told(session.end), name=session.name,
            speakers=session.speakers, place=session.place, summary=session.summary,
        )
        for session in event.programme
    )  # fmt: skip
    said = OwnWords(
        summary=event.summary if len(event.summary) > DESCRIPTION else "",
        image_alt=(image.alt or "") if image else "",
        start="" if slots else told(event.start), end="" if slots else told(event.end),
        type=event.type,
        status="" if event.status == "confirmed" else event.status,
        previous_start=told(event.previous_start),
        location=whole(event.location) if event.location else None,
        other_locations=tuple(map(whole, event.other_locations)),
        accessibility=event.accessibility, audience=event.audience, conditions=event.conditions,
        price=tuple(map(_price, event.price)),
        registration_deadline=told(event.registration_deadline),
        capacity=event.capacity, times=slots, programme=programme,
        sources=tuple(
            ToldSource(name=source.name, url=source.url)
            for source in (entry.fetched_from if entry else ())
        ),
    )  # fmt: skip
    told_keys: dict[str, Any] = _without_nothing(msgspec.to_builtins(said, enc_hook=str))
    return told_keys


def _price(price: Price) -> ToldPrice:
    amount = int(price.amount) if price.amount.is_integer() else price.amount
    currency = "" if price.currency == Price(amount=0).currency else price.currency
    return ToldPrice(amount=amount, name=price.name, currency=currency)


def _written(moment: Moment | None, zone: str) -> str:
    if moment is None:
        return ""
    if moment.is_date:
        return moment.date.isoformat()
    there: dt.datetime = moment.instant.astimezone(zone_info(zone))
    return f"{there:%Y-%m-%d %H:%M}"


def _without_nothing(value: Any) -> Any:
    """Return *value* without keys that say nothing; what costs nothing says so."""
    if isinstance(value, dict):
        return {
            key: _without_nothing(part)
            for key, part in value.items()
            if part or (key == "amount" and part is not None)
        }
    if isinstance(value, (list, tuple)):
        return [_without_nothing(part) for part in value]
    return value
