"""Calendars: odd dates, zones, rules of recurrence."""

from typing import Any

from hypothesis import strategies as st

DAYS = st.sampled_from((
    "2026-12-24", "2026-11-22", "2026-10-25", "2027-03-28", "2028-02-29", "2027-02-29", "2026-2-3", "1900-01-01",
    "1899-12-31", "2199-12-31", "2200-01-01", "0001-01-01", "9999-12-31", "0000-00-00", "1582-10-10", "1911-03-11",
    "1970-01-01", "2026-12-31", "2027-01-01", "24/12/2026", "demain", "2011-12-30",
))  # fmt: skip
HOURS = st.sampled_from((
    "", " 18:00", " 02:30", "T00:00", " 23:59:59", " 24:00", " 9h", " 9h30", "T10:00Z", "T10:00+01:00", " 10:00 +14",
    "T10:00-1200", " 10:00+99", " 10:00:60", " 25:00", "T10:00:00.999999+05:45", " x",
))  # fmt: skip
MOMENTS = st.one_of(
    st.builds(str.__add__, DAYS, HOURS),
    st.dates().map(str),
    st.datetimes().map(lambda moment: moment.isoformat(timespec="minutes")),
)
ZONES = st.sampled_from((
    "Europe/Paris", "Pacific/Apia", "America/Noronha", "Australia/Lord_Howe", "UTC", "Asia/Kathmandu", "+01:00", "+25:00",
    "-", "+", "Etc/GMT+12", "Europe/Pari", "../etc/passwd", "", "Antarctica/Troll", "Africa/Casablanca", "+1", "posixrules",
    "localtime", "Europe", "EUROPE/PARIS", "é", "a\0b",
))  # fmt: skip
NUMBERS = st.sampled_from(
    ("0", "1", "-1", "2", "5", "12", "13", "31", "-31", "32", "53", "366", "367", "x", "", "99999")
)
STEPS = st.sampled_from(("1", "2", "5", "12", "366", "x", "", "99999"))
"""None that leads nowhere or back: expanding such a rule would not end in other programs."""
VALUES: dict[str, st.SearchStrategy[str]] = {
    "FREQ": st.sampled_from(("DAILY", "WEEKLY", "MONTHLY", "YEARLY", "x", "")),
    "COUNT": NUMBERS,
    "INTERVAL": STEPS,
    "UNTIL": st.sampled_from(("20270101", "20270101T000000Z", "20270101T000000", "20261332", "", "18991231", "x")),
    "BYDAY": st.sampled_from(("MO", "1TH", "-1FR", "MO,TU,WE", "5MO", "54MO", "0MO", "XX", "", "+1MO", "6SU")),
    "BYMONTH": NUMBERS,
    "BYMONTHDAY": NUMBERS,
    "BYYEARDAY": NUMBERS,
    "BYWEEKNO": NUMBERS,
    "BYSETPOS": NUMBERS,
    "BYHOUR": NUMBERS,
    "BYMINUTE": NUMBERS,
    "BYEASTER": NUMBERS,
    "WKST": st.sampled_from(("MO", "SU", "x")),
    "X-A": NUMBERS,
}  # fmt: skip


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Draw a rule of RFC 5545 §3.3.10, or something like it."""
    parts = draw(st.lists(st.sampled_from(sorted(VALUES)), max_size=4, unique=True))
    pairs = [f"FREQ={draw(st.sampled_from(('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY')))}"]
    pairs += [f"{part}={draw(VALUES[part])}" for part in parts]
    text = ";".join(pairs)
    return draw(
        st.sampled_from((text, text.lower(), f"RRULE:{text}", f"{text};", text + "\nDTSTART:x"))
    )


def mapping(**values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return mappings with any of these keys."""
    return st.fixed_dictionaries({}, optional=values)


NAMES = st.sampled_from(("Bal", "Salle, des; fêtes\\", "a\nb", "\x07", "salle", "😀", "x" * 200))
LINKS = st.sampled_from(("https://example.org/é?a=b", "x", "mailto:a@b", "/x/", "https://["))
STATUSES = st.sampled_from(
    ("confirmed", "tentative", "postponed", "rescheduled", "cancelled", "full", "annulé")
)
PLACES = NAMES | mapping(
    name=NAMES, address=NAMES, city=NAMES, postcode=st.sampled_from(("01000", "x")), country=NAMES, url=LINKS,
    timezone=ZONES, geo=st.lists(st.sampled_from((47.2, -1.5, 999, "x", float("nan"), 1e300)), max_size=3),
)  # fmt: skip
REPEATS = mapping(
    rrule=rules(),
    **{"except": st.lists(MOMENTS, max_size=2)},
    also=st.lists(MOMENTS, max_size=2),
    changes=st.lists(
        mapping(date=MOMENTS, start=MOMENTS, end=MOMENTS, name=NAMES, status=STATUSES, location=PLACES, online=LINKS),
        max_size=2,
    ),
)  # fmt: skip
EVENTS = st.fixed_dictionaries(
    {"start": MOMENTS},
    optional={
        "end": MOMENTS,
        "id": st.sampled_from(("fete", "é à", "a@b", "fete@2026-12-24", "x" * 300)),
        "uid": st.sampled_from(("a@b", "040000008200E00074C5B7101A82E008", "é\n;,", " ")),
        "name": NAMES,
        "timezone": ZONES,
        "type": NAMES,
        "location": PLACES,
        "online": LINKS,
        "status": STATUSES,
        "previous_start": MOMENTS,
        "organizer": NAMES,
        "registration": LINKS | st.lists(mapping(url=LINKS, email=NAMES, phone=NAMES), max_size=2),
        "repeat": REPEATS,
    },
)
"""What may stand under ``event:``."""
