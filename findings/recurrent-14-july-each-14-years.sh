#!/bin/sh
# recurrent 0.4.1 (PyPI), read on 2026-11-30.
# Behaviour: the day before a month's name is taken for an interval of years, and "from … to …" between two hours for the days on which
# the series begins and ends; none is refused. What it says of a rule passes over the weekday beside a day of the month.
# Output seen: "every 14 july" is FREQ=YEARLY;INTERVAL=14;BYMONTH=7; "every monday from 10am to noon" has UNTIL on the day on which it
# begins and no hour; FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13 is "13rd of every month".
# One would have guessed: what "every july 14" and "every monday at 10am" are read as; "every Friday the 13th"; or None, which is the
# answer to "twice a week".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check recurrent==0.4.1 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import datetime

import recurrent
from recurrent.event_parser import RecurringEvent

SEEN = {
    "every 14 july": "RRULE:BYMONTH=7;FREQ=YEARLY;INTERVAL=14",
    "every july 14": "RRULE:BYMONTH=7;BYMONTHDAY=14;FREQ=YEARLY;INTERVAL=1",
    "every monday from 10am to noon": "DTSTART:20260105\nRRULE:BYDAY=MO;FREQ=WEEKLY;INTERVAL=1;UNTIL=20260105",
    "every monday at 10am": "RRULE:BYDAY=MO;BYHOUR=10;BYMINUTE=0;FREQ=WEEKLY;INTERVAL=1",
    "twice a week": "None",
}


def rule(sentence):
    """Give the rule with its parts by the letters of their names, which are those of a set otherwise."""
    read = str(RecurringEvent(now_date=datetime.datetime(2026, 1, 5, 8)).parse(sentence))
    *start, last = read.split("\n")
    name, _, parts = last.partition(":")
    return "\n".join([*start, f"{name}:{';'.join(sorted(parts.split(';')))}" if parts else name])


read = {sentence: rule(sentence) for sentence in SEEN}
told = recurrent.format("RRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13")
print(read, told)
assert read == SEEN, "the behaviour has changed"
assert told == "13rd of every month", "the behaviour has changed"
PYTHON
