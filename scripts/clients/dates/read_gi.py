"""Ask libical, or Evolution's ECal, for the dates of a calendar, as read.py does: JSON.

    /usr/bin/python3 read_gi.py PROGRAM FIRST AFTER FILE…

Runs with Debian's Python, through GObject introspection. Both expand a rule alone: that a date
which is told apart replaces the rule's is done here, as the programs that are built on them do.
"""

import datetime as dt
import json
import os
import sys
import time
from pathlib import Path

import gi

gi.require_version("ICalGLib", "3.0")
gi.require_version("ECal", "2.0")
from gi.repository import ECal, ICalGLib  # noqa: E402

KIND = ICalGLib.ComponentKind.VEVENT_COMPONENT
UTC = ICalGLib.Timezone.get_utc_timezone()


def moment(text):
    return ICalGLib.Time.new_from_string(text.replace("-", "") + "T000000Z")


def told(when, last=False):
    if when.is_date():
        day = dt.date(when.get_year(), when.get_month(), when.get_day())
        return str(day - dt.timedelta(days=last))
    seconds = when.as_timet_with_zone(when.get_timezone() or UTC)
    return stamp(seconds)


def stamp(seconds):
    return f"{dt.datetime.fromtimestamp(seconds, dt.UTC):%Y-%m-%dT%H:%MZ}"


def children(calendar, kind):
    component = calendar.get_first_component(kind)
    while component is not None:
        yield component
        component = calendar.get_next_component(kind)


def libical(_, event, first, after):
    occurrences = []

    def note(_, span, *__):
        if event.get_dtstart().is_date():
            days = [dt.datetime.fromtimestamp(each, dt.UTC).date() for each in moments(span)]
            occurrences.append([str(days[0]), str(days[1] - dt.timedelta(days=1))])
        else:
            occurrences.append([stamp(each) for each in moments(span)])

    event.foreach_recurrence(moment(first), moment(after), note)
    return occurrences


def moments(span):
    return span.get_start(), span.get_end()


def ecal(calendar, event, first, after):
    occurrences = []
    zones = []  # what is handed over must be held by somebody

    def note(_, start, end, *__):
        occurrences.append([told(start), told(end, last=True)])
        return True

    def zone(tzid, *_):
        zones.append(calendar.get_timezone(tzid) or ICalGLib.Timezone.get_builtin_timezone(tzid))
        return zones[-1]

    home = ICalGLib.Timezone.get_builtin_timezone("Europe/Paris")
    span = (moment(first), moment(after))
    ECal.recur_generate_instances_sync(event, *span, note, None, zone, None, home, None)
    return occurrences


def dates(program, data, first, after):
    calendar = ICalGLib.Parser.parse_string(data)
    events = list(children(calendar, KIND))
    apart = {(event.get_uid(), stands_for(calendar, event)) for event in events if is_apart(event)}
    for event in events:
        text = [event.get_summary() or "", event.get_location() or ""]
        if is_apart(event):
            yield [told(event.get_dtstart()), told(event.get_dtend(), last=True), *text]
            continue
        for start, end in (libical if program == "libical" else ecal)(
            calendar, event, first, after
        ):
            if (event.get_uid(), start) not in apart:
                yield [start, end, *text]


def is_apart(event):
    return event.get_first_property(ICalGLib.PropertyKind.RECURRENCEID_PROPERTY) is not None


def stands_for(calendar, event):
    """Return RECURRENCE-ID, whose zone libical leaves to the program to look up."""
    name = event.get_first_property(ICalGLib.PropertyKind.RECURRENCEID_PROPERTY)
    when = name.get_recurrenceid()
    tzid = name.get_first_parameter(ICalGLib.ParameterKind.TZID_PARAMETER)
    if tzid is not None:
        when.set_timezone(calendar.get_timezone(tzid.get_tzid()))
    return told(when)


def main(program, first, after, *files):
    os.environ["TZ"] = "Europe/Paris"
    time.tzset()
    for file in files:
        told_dates = dates(program, Path(file).read_bytes().decode(), first, after)
        print(json.dumps(sorted(date for date in told_dates if first <= date[0] < after)))


if __name__ == "__main__":
    main(*sys.argv[1:])
