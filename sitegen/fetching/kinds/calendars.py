"""Calendars (iCalendar, RFC 5545) as announcements. Pure."""

from collections import Counter
from collections.abc import Iterator

from sitegen.fetching.announcements import (
    AnnouncedFile,
    AnnouncedPicture,
    AnnouncedSource,
    Announcement,
    Told,
    all_written,
    published,
    written,
)
from sitegen.fetching.cleaning import plain_text
from sitegen.fetching.local_files import file_kind, file_name
from sitegen.fetching.slots import with_slots
from sitegen.importing.kinds.ics_events import (
    EventSeries,
    categories_of,
    grouped,
    joined,
    read_calendar,
    repeats_within_a_day,
)
from sitegen.importing.kinds.ics_said import Component, is_public, text_of, told_in_title
from sitegen.importing.kinds.ics_times import LocalClock, moment_of, values_of
from sitegen.importing.kinds.plain_text import as_html
from sitegen.importing.values import plain
from sitegen.wording.phrases import with_gaps

MOST_EVENTS = 20_000
"""Of one calendar: a file that holds more is no partner's agenda."""


def read_announcements(raw: bytes, url: str, zone: str) -> Told:
    """Return what the calendar *raw*, found at *url*, announces.

    Raises `UsageError` for what is none, and `ValueError`, with a phrase, for one of too many.
    """
    if raw.count(b"BEGIN:VEVENT") > MOST_EVENTS:
        raise ValueError(with_gaps("it has more than {number} events", number=str(MOST_EVENTS)))
    calendars = [(url, calendar) for calendar in read_calendar(raw, url)]
    announcements: list[Announcement] = []
    left_out = {"it has no day that can be read": 0, "it is not public": 0}
    in_part: Counter[str] = Counter()
    for series in grouped(calendars) if calendars else ():
        if not is_public(series.main):
            left_out["it is not public"] += 1
        elif (announcement := _announcement(series, zone)) is None:
            left_out["it has no day that can be read"] += 1
        else:
            announcements.append(announcement)
            left_out["it is not public"] += sum(not is_public(each) for each in series.changes)
            in_part.update(_not_read(series.main))
    first = calendars[0][1] if calendars else None
    return Told(
        name=plain(text_of(first, "X-WR-CALNAME") or text_of(first, "NAME"))[:120] if first else "",
        language=text_of(first, "LANGUAGE").split("-")[0].lower() if first else "",
        announcements=tuple(with_slots(announcements)),
        left_out=left_out,
        in_part=dict(in_part),
    )


def _not_read(main: Component) -> Iterator[str]:
    """Yield what of the dates of *main* is not taken.

    A second RRULE should not be there (RFC 5545 §3.8.5.3), and EXRULE is of RFC 2445.
    """
    if len(values_of(main, "RRULE")) > 1:
        yield "of several rules by which it recurs (RRULE) the first alone is taken"
    if repeats_within_a_day(main):
        yield "it recurs within a day (RRULE), and has its first date alone"
    if "EXRULE" in main:
        yield "the dates that a rule takes away (EXRULE) are still there"


def _announcement(series: EventSeries, zone: str) -> Announcement | None:
    try:
        event = joined(series, zone)
    except (OverflowError, ValueError):  # an hour before the first day there is, or after the last
        return None
    if event is None or not (start := written(event.start)):
        return None
    main, clock = series.main, LocalClock(zone)
    title, _status = told_in_title(main)
    kinds = categories_of(main)
    files = [*values_of(main, "IMAGE"), *values_of(main, "ATTACH")]
    picture = next(filter(None, map(_picture, files)), None)
    return Announcement(
        id=series.id,
        link=text_of(main, "URL"),
        title=title or start[:10],
        html=as_html(text_of(main, "DESCRIPTION")),
        summary=plain_text(text_of(main, "DESCRIPTION")),
        published=published(moment_of(main, "CREATED", clock)),
        updated=published(moment_of(main, "LAST-MODIFIED", clock)),
        tags=tuple(kinds),
        picture=picture,
        attachments=tuple(filter(None, map(_file, values_of(main, "ATTACH")))),
        via=tuple(_sources(main)),
        start=start,
        end=written(event.end),
        event=all_written(event.fields),
    )


def _sources(main: Component) -> Iterator[AnnouncedSource]:
    """Yield where the calendar has it from (LINK, RFC 9253 §8.2; relations of RFC 8288)."""
    for link in values_of(main, "LINK"):
        told = getattr(link, "params", {})
        if str(told.get("LINKREL", "")).lower() in ("via", "source"):
            yield AnnouncedSource(url=str(link), name=str(told.get("LABEL", "")))


def _picture(attached: object) -> AnnouncedPicture | None:
    """Return the picture that an IMAGE (RFC 7986 §5.10) or ATTACH names; None for another file."""
    kind = str(getattr(attached, "params", {}).get("FMTTYPE", ""))
    return AnnouncedPicture(url=str(attached)) if kind.startswith("image/") else None


def _file(attached: object) -> AnnouncedFile | None:
    """Return the document that an ATTACH names; None for one that it holds, and for other kinds."""
    url = str(attached)
    if not url.startswith(("https://", "http://")) or not file_kind(url):
        return None
    name = str(getattr(attached, "params", {}).get("FILENAME", ""))  # RFC 8607 §4.2
    return AnnouncedFile(url=url, name=name or file_name(url))
