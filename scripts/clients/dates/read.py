"""Ask a calendar program that is written in Python for the dates of a calendar: JSON.

    python read.py PROGRAM FIRST AFTER FILE…       (days, ISO 8601: the dates from FIRST on)

Runs in the programs' own environment. For each file a line: a list of `[start, end, name, place]`,
of whole days their last one, instants in UTC.
"""

import datetime as dt
import json
import logging
import os
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Dates = Iterator[tuple[Any, Any, Any, Any]]
"""Start, end (of whole days the day after), name, place."""
MIDNIGHT = dt.time(tzinfo=dt.UTC)


def recurring_ical_events(data: str, first: dt.date, after: dt.date) -> Dates:
    import icalendar
    import recurring_ical_events as library

    occurrences = library.of(icalendar.Calendar.from_ical(data)).between(first, after)
    for occurrence in occurrences:
        yield (
            occurrence.start,
            occurrence.end,
            occurrence["SUMMARY"],
            occurrence.get("LOCATION", ""),
        )


def vobject(data: str, first: dt.date, after: dt.date) -> Dates:
    """It expands a rule; that a date which is told apart replaces the rule's is ours to do."""
    import vobject as library

    events = library.readOne(data).vevent_list
    apart = {
        (event.uid.value, event.recurrence_id.value)
        for event in events
        if hasattr(event, "recurrence_id")
    }
    for event in events:
        start = event.dtstart.value
        length = event.dtend.value - start if hasattr(event, "dtend") else event.duration.value
        zone = start.tzinfo if isinstance(start, dt.datetime) else None
        span = (dt.datetime.combine(day, dt.time(), zone) for day in (first, after))
        rule = event.rruleset
        for date in [start] if rule is None else rule.between(*span, inc=True):
            begin = date if isinstance(start, dt.datetime) or date is start else date.date()
            if hasattr(event, "recurrence_id") or (event.uid.value, begin) not in apart:
                place = event.location.value if hasattr(event, "location") else ""
                yield begin, begin + length, event.summary.value, place


def icalevents(data: str, first: dt.date, after: dt.date) -> Dates:
    from icalevents.icalevents import events

    begin, end = (dt.datetime.combine(day, MIDNIGHT) for day in (first, after))
    for event in events(string_content=data, start=begin, end=end):
        days = (event.start.date(), event.end.date()) if event.all_day else (event.start, event.end)
        yield *days, event.summary, event.location or ""


def ical(data: str, first: dt.date, after: dt.date) -> Dates:
    from zoneinfo import ZoneInfo

    from ical.calendar_stream import IcsCalendarStream

    calendar = IcsCalendarStream.calendar_from_ics(data)
    begin, end = (dt.datetime.combine(day, MIDNIGHT) for day in (first, after))
    for event in calendar.timeline_tz(ZoneInfo("Europe/Paris")).overlapping(begin, end):
        yield event.start, event.end, event.summary, event.location or ""


def khal(data: str, first: dt.date, after: dt.date) -> Dates:
    """Its collection reads a folder of one file for each UID, as vdirsyncer writes it."""
    import pytz
    from khal.khalendar import CalendarCollection

    paris = pytz.timezone("Europe/Paris")
    day, hour = "%Y-%m-%d", "%H:%M"
    locale: Any = {"default_timezone": paris, "local_timezone": paris, "firstweekday": 0}
    locale |= {"weeknumbers": False, "unicode_symbols": True, "timeformat": hour}
    locale |= {"dateformat": day, "longdateformat": day}
    locale |= {"datetimeformat": f"{day} {hour}", "longdatetimeformat": f"{day} {hour}"}
    calendar: Any = {"name": "a", "readonly": True, "color": "", "priority": 10}
    calendar |= {"ctype": "calendar", "addresses": []}
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(_split(data)):
            (Path(folder) / f"{number}.ics").write_text(text, encoding="utf-8", newline="")
        calendars = {"a": calendar | {"path": folder}}
        collection = CalendarCollection(calendars, dbpath=":memory:", locale=locale)
        collection.update_db()
        span = [dt.datetime.combine(day, dt.time()) for day in (first, after)]
        for event in collection.get_localized(*map(paris.localize, span)):
            yield event.start, event.end, event.summary, event.location
        whole = {(event.start, event.uid): event for event in collection.get_floating(*span)}
        for event in whole.values():
            yield event.start, event.end + dt.timedelta(days=1), event.summary, event.location


def _split(data: str) -> list[str]:
    from vdirsyncer.vobject import split_collection

    return ["\r\n".join(text.splitlines()) + "\r\n" for text in split_collection(data)]


def vdirsyncer(data: str, first: dt.date, after: dt.date) -> Dates:
    """It takes the calendar apart, a file for each UID; what reads them is another's."""
    for text in _split(data):
        yield from recurring_ical_events(text, first, after)


def radicale(data: str, first: dt.date, after: dt.date) -> Dates:
    """The calendar is put onto the server, which gives its files back."""
    with tempfile.TemporaryDirectory() as folder:
        ask = _server(folder)
        ask("PUT", "/u/agenda/", data)
        yield from recurring_ical_events(ask("GET", "/u/agenda/", ""), first, after)


def radicale_expanding(data: str, first: dt.date, after: dt.date) -> Dates:
    """The server is asked to expand what recurs (RFC 4791 §9.6.5)."""
    from xml.etree import ElementTree

    import icalendar

    span = f'start="{first:%Y%m%d}T000000Z" end="{after:%Y%m%d}T000000Z"'
    query = (
        '<C:calendar-query xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop>'
        f"<C:calendar-data><C:expand {span}/></C:calendar-data></prop><C:filter>"
        f'<C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:time-range {span}/>'
        "</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>"
    )
    with tempfile.TemporaryDirectory() as folder:
        ask = _server(folder)
        ask("PUT", "/u/agenda/", data)
        answer = ElementTree.fromstring(ask("REPORT", "/u/agenda/", query))
        for text in answer.iter("{urn:ietf:params:xml:ns:caldav}calendar-data"):
            for event in icalendar.Calendar.from_ical(text.text or "").walk("VEVENT"):
                yield event.start, event.end, event["SUMMARY"], event.get("LOCATION", "")


def _server(folder: str) -> Callable[[str, str, str], str]:
    """Return what asks a Radicale of this process: method, path, body; its answer's body."""
    import base64
    import io

    from radicale import Application, config

    settings: Any = config.load()
    given = {"storage": {"filesystem_folder": folder}, "auth": {"type": "none"}}
    settings.update(given | {"rights": {"type": "authenticated"}}, "ours", privileged=True)
    application: Any = Application(settings)
    login = base64.b64encode(b"u:u").decode()

    def ask(method: str, path: str, body: str) -> str:
        status: list[str] = []
        octets = body.encode()
        environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "SCRIPT_NAME": ""}
        environ |= {"CONTENT_TYPE": "text/calendar" if method == "PUT" else "application/xml"}
        environ |= {"CONTENT_LENGTH": str(len(octets)), "HTTP_DEPTH": "1"}
        environ |= {"SERVER_PROTOCOL": "HTTP/1.1", "SERVER_NAME": "localhost", "SERVER_PORT": "80"}
        environ |= {"HTTP_AUTHORIZATION": f"Basic {login}", "REMOTE_ADDR": "127.0.0.1"}
        streams = {"wsgi.input": io.BytesIO(octets), "wsgi.errors": sys.stderr}
        streams |= {"wsgi.url_scheme": "http"}
        answer = b"".join(application(environ | streams, lambda line, _: status.append(line)))
        if not status[0].startswith("2"):
            raise SystemExit(f"{method} {path}: {status[0]}")
        return answer.decode()

    return ask


PROGRAMS = {
    "recurring-ical-events": recurring_ical_events,
    "vobject": vobject,
    "icalevents": icalevents,
    "ical": ical,
    "khal": khal,
    "vdirsyncer": vdirsyncer,
    "radicale": radicale,
    "radicale, expanding": radicale_expanding,
}


def told(moment: Any) -> str:
    if not isinstance(moment, dt.datetime):
        return str(moment.isoformat())
    return f"{moment.astimezone(dt.UTC):%Y-%m-%dT%H:%MZ}"


def main(program: str, first: str, after: str, *files: str) -> None:
    os.environ["TZ"] = "Europe/Paris"
    time.tzset()
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(after)
    for file in files:
        data = Path(file).read_bytes().decode()
        told_dates = []
        for start, end, name, place in PROGRAMS[program](data, *days):
            if not isinstance(end, dt.datetime):
                end -= dt.timedelta(days=1)
            told_dates.append([told(start), told(end), str(name), str(place)])
        print(json.dumps(sorted(date for date in told_dates if first <= date[0] < after)))


if __name__ == "__main__":
    main(*sys.argv[1:])
