"""Dates, and dates with an hour in a zone: what stands behind every date of the front matter."""

import datetime as dt
from functools import lru_cache

import msgspec


@lru_cache(maxsize=512)
def zone_info(name: str) -> dt.tzinfo:
    """Return the zone called *name*: an IANA name or an offset such as ``+01:00``.

    Raises `zoneinfo.ZoneInfoNotFoundError` or `ValueError` for anything else.
    """
    if name[:1] in "+-" and name:
        hours, minutes = name[1:].split(":")
        offset = dt.timedelta(hours=int(hours), minutes=int(minutes))
        return dt.timezone(-offset if name[0] == "-" else offset)
    from zoneinfo import ZoneInfo  # a build with nothing to do asks for no zone by name

    return ZoneInfo(name)


@lru_cache(maxsize=16384)
def _timestamp(local: dt.datetime, zone: str) -> float:
    return local.replace(tzinfo=zone_info(zone)).timestamp()


def forget_timestamps() -> None:
    """Hold no longer on to dates whose timestamps were asked for."""
    _timestamp.cache_clear()


@lru_cache(maxsize=4096)  # a page says the same moment some four times
def _iso(local: dt.datetime, zone: str) -> str:
    return whole_minutes(local.replace(tzinfo=zone_info(zone))).isoformat()


class Moment(msgspec.Struct, gc=False, frozen=True):
    """A date, or a date and time in a zone: what stands behind every date of the front matter.

    A bare date is a date, never midnight UTC. A time without an offset has no zone until
    `in_zone` gives it the venue's, the event's or the site's.
    """

    local: dt.datetime
    """The wall clock, without tzinfo; midnight for a date."""
    is_date: bool = False
    zone: str = ""

    def in_zone(self, zone: str) -> "Moment":
        """Return this moment with *zone*, unless it has one of its own."""
        return self if self.zone else Moment(self.local, self.is_date, zone)

    def kept_in(self, zone: str) -> "Moment":
        """Return what `in_zone` does, made anew: it holds nothing of what the document is read to,
        so that nothing of that stays when documents are let go of.
        """
        return Moment(self.local.replace(), self.is_date, self.zone or zone)

    @property
    def date(self) -> dt.date:
        return self.local.date()

    @property
    def instant(self) -> dt.datetime:
        """The aware date-time; the start of the day for a date. Needs a zone."""
        return self.local.replace(tzinfo=zone_info(self.zone))

    @property
    def timestamp(self) -> float:
        """Seconds since 1970-01-01T00:00Z: for sorting and comparing over zones."""
        return _timestamp(self.local, self.zone)

    def iso(self) -> str:
        """Return ISO 8601: a date, or a date-time with its offset (schema.org, RFC 3339, HTML)."""
        return self.date.isoformat() if self.is_date else _iso(self.local, self.zone)


def whole_minutes(aware: dt.datetime) -> dt.datetime:
    """Return the same instant with an offset of whole minutes: no format of dates knows others.

    Local mean times (before 1911 in Paris) have seconds in their offset, and are told in UTC.
    """
    if not (aware.utcoffset() or dt.timedelta()) % dt.timedelta(minutes=1):
        return aware
    if aware.year == 1:  # its first hours lie before all dates in UTC
        return aware.replace(tzinfo=dt.UTC)
    return aware.astimezone(dt.UTC)
