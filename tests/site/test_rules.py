"""Rules of recurrence: RFC 5545 §3.3.10 in full, and what authors write of it by hand."""

import re
from collections.abc import Callable

import pytest

from sitegen.border.moments import parse_moment
from sitegen.site.agenda import rules
from sitegen.site.agenda.recurrence import first_date
from sitegen.site.agenda.rules import RuleError, read_rule
from sitegen.wording.phrase_list import PHRASES
from sitegen.wording.phrases import Phrase
from tests.support import SiteFolder

ALLOWED = [
    "FREQ=DAILY",
    "FREQ=DAILY;COUNT=10",
    "FREQ=DAILY;INTERVAL=10;COUNT=5",
    "FREQ=DAILY;UNTIL=20300131T140000Z;BYMONTH=1",
    "FREQ=DAILY;BYHOUR=9,10,11;BYMINUTE=0,20,40;BYSECOND=0",
    "FREQ=WEEKLY;INTERVAL=2;UNTIL=20271224;WKST=SU",
    "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
    "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
    "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
    "FREQ=MONTHLY;BYMONTHDAY=-3",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "FREQ=MONTHLY;BYDAY=+1MO",
    "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200,-1",
    "FREQ=YEARLY;BYDAY=20MO",
    "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
    "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
]
REFUSED = {
    "?": "? is no part",
    "COUNT=3": "FREQ is missing",
    "FREQ=SOMETIMES": "is not DAILY",
    "FREQ=HOURLY": "is not DAILY",
    "FREQ=MENSUEL": "did you mean FREQ=MONTHLY?",
    "FREQ=MONTLY": "did you mean FREQ=MONTHLY?",
    "FREQ=DAILY;X=1": "X is no part",
    "FREQ=YEARLY;BYEASTER=0": "BYEASTER is no part",
    "FREQ=DAILY;COUTN=3": "did you mean COUNT?",
    "FREQ=DAILY;COUNT": "COUNT has no value",
    "FREQ=DAILY;COUNT=": "COUNT has no value",
    "FREQ=DAILY;COUNT=2;COUNT=3": "COUNT stands twice",
    "FREQ=DAILY;COUNT=2;UNTIL=20270101": "exclude each other",
    "FREQ=DAILY;COUNT=0": "COUNT=0 is no whole number",
    "FREQ=DAILY;COUNT=-1": "COUNT=-1 is no",
    "FREQ=DAILY;COUNT=six": "COUNT=SIX is no",
    "FREQ=DAILY;INTERVAL=1.5": "INTERVAL=1.5 is no",
    "FREQ=DAILY;BYSECOND=61": "from 0 to 60",
    "FREQ=DAILY;BYMINUTE=60": "from 0 to 59",
    "FREQ=DAILY;BYHOUR=24": "from 0 to 23",
    "FREQ=DAILY;BYHOUR=-1": "from 0 to 23",
    "FREQ=YEARLY;BYMONTH=0": "from 1 to 12",
    "FREQ=YEARLY;BYMONTH=13": "from 1 to 12",
    "FREQ=YEARLY;BYMONTH=x": "from 1 to 12",
    "FREQ=YEARLY;BYMONTH=1,,2": "from 1 to 12",
    "FREQ=MONTHLY;BYMONTHDAY=0": "from 1 to 31, or from -31 to -1",
    "FREQ=MONTHLY;BYMONTHDAY=32": "from 1 to 31",
    "FREQ=MONTHLY;BYMONTHDAY=-32": "from 1 to 31",
    "FREQ=WEEKLY;BYMONTHDAY=3": "BYMONTHDAY does not go with FREQ=WEEKLY",
    "FREQ=YEARLY;BYYEARDAY=0": "from 1 to 366",
    "FREQ=YEARLY;BYYEARDAY=367": "from 1 to 366",
    "FREQ=MONTHLY;BYYEARDAY=3": "does not go with FREQ=MONTHLY",
    "FREQ=YEARLY;BYWEEKNO=54": "from 1 to 53",
    "FREQ=MONTHLY;BYWEEKNO=3": "does not go with FREQ=MONTHLY",
    "FREQ=MONTHLY;BYDAY=6MO": "no month has more than five",
    "FREQ=MONTHLY;BYDAY=-6MO": "no month has more than five",
    "FREQ=YEARLY;BYMONTH=5;BYDAY=6MO": "no month has more than five",
    "FREQ=YEARLY;BYDAY=54MO": "days are MO",
    "FREQ=MONTHLY;BYDAY=0MO": "days are MO",
    "FREQ=MONTHLY;BYDAY=1JE": "days are MO",
    "FREQ=MONTHLY;BYDAY=-MO": "days are MO",
    "FREQ=WEEKLY;BYDAY=1MO": "only MONTHLY and YEARLY",
    "FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO": "a week (BYWEEKNO) has each day once",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0": "from 1 to 366",
    "FREQ=MONTHLY;BYSETPOS=1": "BYSETPOS chooses among",
    "FREQ=WEEKLY;WKST=LU": "WKST=LU is no day",
    "FREQ=WEEKLY;UNTIL=demain": "UNTIL=DEMAIN is no date",
    "FREQ=WEEKLY;UNTIL=20270230": "UNTIL=20270230 is no date",
    "FREQ=WEEKLY;UNTIL=20270228T250000Z": "is no date",
}


@pytest.mark.parametrize("rule", ALLOWED)
def test_a_rule_of_the_standard_is_kept_as_it_is(rule: str) -> None:
    start = parse_moment("2027-01-01 09:00").in_zone("Europe/Paris")

    assert read_rule(rule, has_hours=True) == rule
    assert first_date(rule, start) is not None


@pytest.mark.parametrize("rule", REFUSED)
def test_what_the_standard_does_not_allow_is_refused_with_its_reason(rule: str) -> None:
    with pytest.raises(RuleError) as raised:
        read_rule(rule, has_hours=True)

    reason = str(raised.value)
    assert REFUSED[rule] in reason
    told = raised.value.args[0]
    assert isinstance(told, Phrase)
    assert told.text in PHRASES


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("RRULE:FREQ=DAILY;COUNT=3", "FREQ=DAILY;COUNT=3"),
        ("rrule:freq=daily;count=3", "FREQ=DAILY;COUNT=3"),
        ("FREQ=WEEKLY; BYDAY=MO, TU; COUNT=3", "FREQ=WEEKLY;BYDAY=MO,TU;COUNT=3"),
        (" FREQ = WEEKLY ;\n COUNT = 3;", "FREQ=WEEKLY;COUNT=3"),
        ("FREQ=DAILY;UNTIL=2027-12-31", "FREQ=DAILY;UNTIL=20271231"),
    ],
)
def test_what_cannot_but_mean_a_rule_is_taken(written: str, read: str) -> None:
    assert read_rule(written, has_hours=True) == read


def test_an_hour_in_the_rule_of_whole_days_is_refused() -> None:
    with pytest.raises(RuleError, match="BYHOUR tells an hour"):
        read_rule("FREQ=DAILY;BYHOUR=9", has_hours=False)


def document(repeat: str) -> str:
    return f"""---
title: Le café
date: 2026-01-01
event:
  id: cafe
  start: 2027-01-07 18:00
  end: 2027-01-07 20:00
  repeat:
{repeat}---
Texte.
"""


SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
-- content/_data/venues.yaml --
noumea: {name: Le Centre, city: Nouméa, timezone: Pacific/Noumea}
"""


def told_by(site: SiteFolder) -> list[str]:
    """Return code and place of all that a build tells."""
    diagnostics = site.build().diagnostics
    return [
        f"{diagnostic.code} {diagnostic.path}:{diagnostic.line}:{diagnostic.column}"
        for diagnostic in diagnostics
    ]


THURSDAYS = "    rrule: FREQ=WEEKLY;COUNT=4\n"


@pytest.mark.parametrize(
    ("repeat", "told"),
    [
        ("    rrule: FREQ=WEEKLY;UNTIL=20261231\n", "rule-ends-before content/a.md:9:5"),
        ("    rrule: FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30\n", "bad-rule content/a.md:9:5"),
        (
            THURSDAYS + "    changes:\n      - {date: 2027-01-14, status: cancelled}\n"
            "      - {date: 2027-01-14 18:00, name: Le bal}\n",
            "date-twice content/a.md:12:9",
        ),
        (
            THURSDAYS + "    except: [2027-01-14]\n    changes:\n"
            "      - {date: 2027-01-14 18:00, name: Le bal}\n",
            "date-twice content/a.md:12:9",
        ),
        (
            THURSDAYS + "    except: [2027-01-14]\n    also: [2027-01-14 10:00]\n",
            "date-twice content/a.md:11:12",
        ),
        (
            THURSDAYS + "    except: [2027-01-14, 2027-01-14]\n",
            "exception-outside-rule content/a.md:10:26",
        ),
        (
            THURSDAYS + "    also: [2027-03-01, 2027-03-01 18:00]\n",
            "addition-within-rule content/a.md:10:24",
        ),
        (THURSDAYS + "    also: [2027-01-14]\n", "addition-within-rule content/a.md:10:12"),
        (
            THURSDAYS + "    changes:\n      - {date: 2027-01-14, timezone: Paris/Lyon}\n",
            "unknown-timezone content/a.md:11:9",
        ),
        (  # whose hours those are is each machine's own affair
            THURSDAYS + "    changes:\n      - {date: 2027-01-14, timezone: posixrules}\n",
            "unknown-timezone content/a.md:11:9",
        ),
    ],
)
def test_what_names_a_date_twice_or_none_is_told(
    make_site: Callable[[str], SiteFolder], repeat: str, told: str
) -> None:
    site = make_site(SITE)
    site.write("content/a.md", document(repeat))

    assert told in told_by(site)


@pytest.mark.parametrize(
    "repeat",
    [
        "    also: [2027-01-07 18:00, 2027-02-01]\n",
        "    rrule: FREQ=DAILY;BYHOUR=9,18;COUNT=6\n    except: [2027-01-08 09:00]\n"
        "    changes:\n      - {date: 2027-01-08 18:00, name: Le bal}\n",
        THURSDAYS + "    except: [2027-01-14 18:00]\n    also: [2027-01-14 10:00]\n",
    ],
)
def test_dates_that_stand_apart_are_taken(
    make_site: Callable[[str], SiteFolder], repeat: str
) -> None:
    site = make_site(SITE)
    site.write("content/a.md", document(repeat))

    assert told_by(site) == []


def test_two_events_of_one_id_are_told_with_both_places(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.write(
        "content/a.md",
        "---\ntitle: Le café\ndate: 2026-01-01\nevents:\n"
        "  - {start: 2027-01-07, id: cafe}\n  - {start: 2027-01-08, id: bal}\n"
        "  - {start: 2027-01-09, id: cafe}\n---\nTexte.\n",
    )

    (diagnostic,) = (
        diagnostic for diagnostic in site.build().diagnostics if diagnostic.code == "event-id-twice"
    )

    assert (diagnostic.line, diagnostic.values["other"]) == (7, "content/a.md:5")


ZONED = {
    "{date: 2027-01-14, location: noumea}": ("2027-01-14T18:00:00+11:00", "confirmed"),
    "{date: 2027-01-14, start: 2027-01-14 18:00, location: noumea}": (
        "2027-01-14T18:00:00+11:00",
        "confirmed",
    ),
    "{date: 2027-01-14, start: 2027-01-15, location: noumea}": (
        "2027-01-15T18:00:00+11:00",
        "rescheduled",
    ),
    "{date: 2027-01-14, start: 2027-01-14 19:00, location: noumea}": (
        "2027-01-14T19:00:00+11:00",
        "rescheduled",
    ),
    "{date: 2027-01-14, location: noumea, timezone: Europe/Paris}": (
        "2027-01-14T18:00:00+01:00",
        "confirmed",
    ),
    "{date: 2027-01-14, location: Blois}": ("2027-01-14T18:00:00+01:00", "confirmed"),
    "{date: 2027-01-14, start: 2027-01-14 18:00+01:00, location: Blois}": (
        "2027-01-14T18:00:00+01:00",
        "confirmed",
    ),
}


@pytest.mark.parametrize("change", ZONED)
def test_a_date_elsewhere_has_the_hours_of_its_place(
    make_site: Callable[[str], SiteFolder], change: str
) -> None:
    """Page, calendar and structured data alike; what keeps its hour has not moved."""
    site = make_site(SITE)
    site.write("content/a.md", document(f"{THURSDAYS}    changes: [{change}]\n"))
    start, status = ZONED[change]

    site.build(now="2027-01-10")

    page = site.page("a/index.html")
    assert f'"startDate":"{start}"' in page
    assert ("EventRescheduled" in page) == (status == "rescheduled")
    own = re.sub("\r?\n ", "", site.page("a/event.ics")).split("BEGIN:VEVENT")[2]
    zone = "Pacific/Noumea" if start.endswith("+11:00") else "Europe/Paris"
    local = re.sub("[-:]", "", start[:19])
    assert "RECURRENCE-ID;TZID=Europe/Paris:20270114T180000" in own
    if "+01:00, location" not in change:  # an offset is told in UTC
        assert f"DTSTART;TZID={zone}:{local}" in own
        assert f"TZID:{zone}" in site.page("a/event.ics")
        ends = f"{local[:9]}{int(local[9:11]) + 2}{local[11:]}"
        assert f"DTEND;TZID={zone}:{ends}" in own


def test_the_zone_of_the_whole_event_stays_where_its_author_wrote_it(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    text = document(f"{THURSDAYS}    changes: [{{date: 2027-01-14, location: noumea}}]\n")
    site.write("content/a.md", text.replace("id: cafe", "id: cafe\n  timezone: Europe/Paris"))

    site.build(now="2027-01-10")

    assert '"startDate":"2027-01-14T18:00:00+01:00"' in site.page("a/index.html")


def test_the_box_of_a_series_is_about_its_next_date(
    make_site: Callable[[str], SiteFolder],
) -> None:
    """The next is none that is cancelled; the list of dates names what differs from the box."""
    site = make_site(SITE)
    changes = (
        "      - {date: 2027-01-14, status: cancelled}\n"
        "      - {date: 2027-01-21, location: Blois, status: full, name: Le bal,"
        " online: https://visio.example.org/}\n"
    )
    text = document(f"{THURSDAYS}    changes:\n{changes}")
    site.write("content/a.md", text.replace("id: cafe", "id: cafe\n  location: Tours"))

    site.build(now="2027-01-10")

    box = site.page("a/index.html").partition('class="event-box"')[2].partition("</section>")[0]
    said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", box).replace("\u00a0", " "))
    before, _, dates = said.partition("Prochaines dates")
    assert "Le bal Complet Quand jeudi 21 janvier 2027" in before
    assert "Blois" in before
    assert "visio.example.org" in before
    assert "Tours" not in before
    assert "Annulé était prévu : jeudi 14 janvier 2027 de 18 h à 20 h , Le café , Tours" in dates
    assert "28 janvier 2027 de 18 h à 20 h , Le café , Tours" in dates
    assert dates.partition("21 janvier")[2].partition("jeudi")[0].count("Blois") == 0


@pytest.mark.parametrize("value", ["0", "-2", "1.5"])
def test_a_step_is_a_number_as_a_count_is(value: str) -> None:
    """Held against the grammar alone: a rule with such a step is not written down."""
    for part in ("COUNT", "INTERVAL"):
        with pytest.raises(RuleError):
            rules._check_value(part, value)
