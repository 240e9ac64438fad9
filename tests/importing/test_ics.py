"""A calendar moves in: its events keep their UID, their hours, their rules and their changes."""

import datetime as dt
from pathlib import Path

import icalendar
import pytest

from sitegen.errors import UsageError
from sitegen.importing.kinds.ics_said import told_in_title
from tests.importing.imported import Imported, import_from

STAMPS = "DTSTAMP:20261101T100000Z\nCREATED:20260901T080000Z\nLAST-MODIFIED:20260902T080000Z\n"
EVENTS = (
    "UID:forum@elus.example\nSUMMARY:Forum\nDTSTART;TZID=Europe/Paris:20261201T183000\n"
    "DURATION:PT1H30M\nLOCATION:Cité des congrès\\, Nantes\nGEO:47.2133;-1.5426\n"
    'ORGANIZER;CN="Les Élus":mailto:prive@elus.example\nCATEGORIES:forum,numérique\n'
    "DESCRIPTION:Deux *jours* à Nantes.\\n\\n"
    "Voir https://elus.example/forum.\\nDe 9h à 17h\\, avec "
    "R&amp\\;D <ici>\n"
    "URL:https://elus.example/inscription\n" + STAMPS,
    "UID:040000008200E00074C5\nSUMMARY:Congrès\nDTSTART;VALUE=DATE:20261203\n"
    "DTEND;VALUE=DATE:20261205\nSTATUS:CANCELLED\n" + STAMPS,
    "UID:utc@elus.example\nSUMMARY:Visio\nDTSTART:20261207T170000Z\nDTEND:20261207T180000Z\n"
    "LOCATION:https://visio.example/salle\nSTATUS:TENTATIVE\n" + STAMPS,
    "UID:cours@elus.example\nSUMMARY:Cours\nDTSTART;TZID=Europe/Paris:20261105T180000\n"
    "DTEND;TZID=Europe/Paris:20261105T193000\nRRULE:FREQ=WEEKLY;COUNT=6\n"
    "EXDATE;TZID=Europe/Paris:20261119T180000\n" + STAMPS,
    "UID:cours@elus.example\nRECURRENCE-ID;TZID=Europe/Paris:20261126T180000\nSUMMARY:Cours\n"
    "DTSTART;TZID=Europe/Paris:20261127T190000\nDTEND;TZID=Europe/Paris:20261127T203000\n"
    "LOCATION:Mairie\n" + STAMPS,
    "UID:cours@elus.example\nRECURRENCE-ID;TZID=Europe/Paris:20261203T180000\nSUMMARY:Chut\n"
    "DTSTART;TZID=Europe/Paris:20261203T200000\nCLASS:CONFIDENTIAL\n" + STAMPS,
    "UID:reunion@elus.example\nSUMMARY:Atelier\nDTSTART;TZID=Indian/Reunion:20261208T090000\n"
    "DTEND;TZID=Indian/Reunion:20261208T090000\n" + STAMPS,
    "UID:deux@elus.example\nSUMMARY:Conseil\nDTSTART:20261209T090000\nSEQUENCE:1\n" + STAMPS,
    "UID:deux@elus.example\nSUMMARY:Conseil\nDTSTART:20261216T090000\n" + STAMPS,
    "UID:secret@elus.example\nSUMMARY:Chut\nCLASS:PRIVATE\nDTSTART:20261210T090000\n" + STAMPS,
    "SUMMARY:Sans rien\nDTSTART;VALUE=DATE:20261211\nDTSTAMP:20261101T100000Z\n",
)
FOLDER = "evenements/2026-09-01"


def calendar(*events: str) -> str:
    lines = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//a//b\nX-WR-CALNAME:Agenda des Élus\n"
    lines += "".join(f"BEGIN:VEVENT\n{event}END:VEVENT\n" for event in events) + "END:VCALENDAR\n"
    return lines.replace("\n", "\r\n")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    folder = tmp_path_factory.mktemp("ics")
    (folder / "agenda.ics").write_bytes(calendar(*EVENTS).encode())
    return import_from("ics", folder / "agenda.ics", folder / "hub")


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        ("20261024T220000", "PT10H", "2026-10-25 07:00"),
        ("20261024T220000", "P1D", "2026-10-25 22:00"),
        ("20261023T220000", "P1DT10H", "2026-10-25 07:00"),
        ("20270327T220000", "PT10H", "2027-03-28 09:00"),
    ],
)
def test_hours_pass_and_days_keep_the_clock_in_a_night_of_its_change(
    tmp_path: Path, start: str, duration: str, end: str
) -> None:
    event = f"UID:a@b\nSUMMARY:Nuit\nDTSTART;TZID=Europe/Paris:{start}\nDURATION:{duration}\n"
    (tmp_path / "a.ics").write_bytes(calendar(event + STAMPS).encode())
    moved = import_from("ics", tmp_path / "a.ics", tmp_path / "hub")

    assert [moved.front(text)["event"]["end"] for text in moved.texts] == [end]


def test_an_event_becomes_a_document(site: Imported) -> None:
    assert site.front(f"{FOLDER}-forum.md") == {
        "title": "Forum", "date": "2026-09-01 10:00", "updated": "2026-09-02 10:00",
        "tags": ["numérique"],
        "event": {
            "uid": "forum@elus.example", "start": "2026-12-01 18:30", "end": "2026-12-01 20:00",
            "location": {"name": "Cité des congrès, Nantes", "geo": [47.2133, -1.5426]},
            "type": "forum", "organizer": "Les Élus",
        },
    }  # fmt: skip
    assert site.body(f"{FOLDER}-forum.md").splitlines() == [
        "Deux \\*jours\\* à Nantes.",
        "",
        "Voir <https://elus.example/forum>.  ",
        "De 9h à 17h, avec R&D \\<ici>",
        "",
        "<https://elus.example/inscription>",
    ]


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("congres", {"uid": "040000008200E00074C5", "start": dt.date(2026, 12, 3),
                     "end": dt.date(2026, 12, 4), "status": "cancelled"}),
        ("visio", {"uid": "utc@elus.example", "start": "2026-12-07 18:00",
                   "end": "2026-12-07 19:00", "online": "https://visio.example/salle",
                   "status": "tentative"}),
        ("cours", {"uid": "cours@elus.example", "start": "2026-11-05 18:00",
                   "end": "2026-11-05 19:30",
                   "repeat": {"rrule": "FREQ=WEEKLY;COUNT=6",
                              "except": ["2026-11-19 18:00", "2026-12-03 18:00"],
                              "changes": [{"date": "2026-11-26 18:00", "start": "2026-11-27 19:00",
                                           "location": "Mairie"}]}}),
        ("atelier", {"uid": "reunion@elus.example", "start": "2026-12-08 09:00",
                     "timezone": "Indian/Reunion"}),
        ("conseil-2026-12-09", {"uid": "deux@elus.example", "start": "2026-12-09 09:00"}),
        ("conseil-2026-12-16", {"start": "2026-12-16 09:00"}),
    ],
)  # fmt: skip
def test_times_and_rules_are_the_calendars(
    site: Imported, name: str, event: dict[str, object]
) -> None:
    assert site.front(f"{FOLDER}-{name}.md")["event"] == event


def test_files_on_the_web_are_links_and_what_is_held_within_is_told(tmp_path: Path) -> None:
    attached = (
        "UID:a@b\nSUMMARY:Atelier\nDTSTART:20261209T090000\nDESCRIPTION:Venez.\n"
        "ATTACH;FILENAME=programme.pdf:https://elus.example/f?id=1\n"
        "ATTACH;FMTTYPE=application/pdf:https://elus.example/plan.pdf\n"
        "ATTACH;ENCODING=BASE64;VALUE=BINARY:YQ==\nATTENDEE:mailto:n@elus.example\n"
    )
    (tmp_path / "a.ics").write_bytes(calendar(attached + STAMPS).encode())

    moved = import_from("ics", tmp_path / "a.ics", tmp_path / "hub")

    assert moved.body(moved.texts[0]) == (
        "Venez.\n\n[programme.pdf](https://elus.example/f?id=1)\n\n"
        "[plan.pdf](https://elus.example/plan.pdf)"
    )
    assert {("property", "ATTACH"), ("property", "ATTENDEE")} <= set(moved.report.notes)


def test_what_was_guessed_or_private_is_told(site: Imported) -> None:
    told = {name: note.count for (kind, name), note in site.report.notes.items() if kind == "guess"}

    assert told == {"a UID of its own, for want of one": 2, "the day of publication": 1}
    assert [standing for _origin, standing in site.report.left_out] == ["private"]
    assert site.report.notes["property", "CLASS"].example == "Cours"
    assert not [path for path in site.folder.rglob("*.md") if "Chut" in path.read_text()]


def test_subscribers_see_the_same_events(site: Imported) -> None:
    """Read by icalendar: the UIDs are those of before, dates too."""
    told = site.build()

    written = icalendar.Calendar.from_ical((site.folder / "output/agenda.ics").read_bytes())
    uids = {str(component["UID"]) for component in written.walk("VEVENT")}
    assert told == []
    assert {"forum@elus.example", "040000008200E00074C5", "cours@elus.example"} <= uids
    assert "prive@" not in (site.folder / "output/agenda.ics").read_text()
    course = [
        component
        for component in written.walk("VEVENT")
        if component["UID"] == "cours@elus.example"
    ]
    assert len(course) == 2
    assert course[1]["DTEND"].dt - course[1]["DTSTART"].dt == dt.timedelta(hours=1.5)


def test_another_export_brings_what_is_new_alone(tmp_path: Path) -> None:
    source = tmp_path / "agenda.ics"
    source.write_text(calendar(*EVENTS[:8]))
    import_from("ics", source, tmp_path / "hub")
    same = import_from("ics", source, tmp_path / "hub").report
    source.write_text(calendar(*EVENTS))
    more = import_from("ics", source, tmp_path / "hub").report

    assert set(same.written.values()) == {"same"}
    new = {name for name, outcome in more.written.items() if outcome != "same"}
    assert new == {
        "content/evenements/2026-09-01-conseil-2026-12-16.md",
        "content/evenements/2026-11-01-sans-rien.md",
    }


def test_what_of_an_event_cannot_be_read_is_told_and_the_rest_comes(tmp_path: Path) -> None:
    odd = "UID:a\nSUMMARY:Odd\nDTSTART:20261201T100000\nGEO:a;b\nRRULE:FREQ=SECONDLY;COUNT=2\n"
    odd += "EXRULE:FREQ=DAILY\n"
    (tmp_path / "a.ics").write_text(calendar(odd + STAMPS, "UID:b\nSUMMARY:No\nDTSTART:demain\n"))

    site = import_from("ics", tmp_path / "a.ics", tmp_path / "hub")

    assert site.front(f"{FOLDER}-odd.md")["event"] == {"uid": "a", "start": "2026-12-01 10:00"}
    assert {name: note.example for (_kind, name), note in site.report.notes.items()} == {
        "RRULE": "Odd",
        "EXRULE": "Odd",
        "GEO": "Expected 'float;float' , got: a;b",
        "events without a day that can be read: left out": "b",
    }


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("BEGIN:VCARD\r\nEND:VCARD\r\n", "import-source-unlike"),
        ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "import-source-unlike"),  # broken off
        ("BEGIN:VCALENDAR\r\nSUMMARY a\r\nEND:VCALENDAR\r\n", "import-unreadable"),
    ],
)
def test_what_is_no_calendar_is_told(tmp_path: Path, content: str, code: str) -> None:
    (tmp_path / "agenda.ics").write_text(content)

    with pytest.raises(UsageError) as raised:
        import_from("ics", tmp_path / "agenda.ics", tmp_path / "hub")

    assert [diagnostic.code for diagnostic in raised.value.diagnostics] == [code]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("ANNULÉ – Le forum", ("Le forum", "cancelled")),
        ("Annulée : la soirée", ("la soirée", "cancelled")),
        ("[Reporté] Le forum", ("Le forum", "postponed")),
        ("REPORTÉ - Le forum", ("Le forum", "postponed")),
        ("Complet : l’atelier", ("l’atelier", "full")),
        ("VERSCHOBEN – Das Forum", ("Das Forum", "postponed")),
        ("À CONFIRMER – Le forum", ("Le forum", "tentative")),
        ("Report d’activité", ("Report d’activité", "")),
        ("Report: the year", ("Report: the year", "")),
        ("Complet bleu", ("Complet bleu", "")),
        ("Annulation du forum ?", ("Annulation du forum ?", "")),
        ("ANNULÉ", ("ANNULÉ", "cancelled")),
    ],
)
def test_a_state_before_a_title_is_a_state(title: str, told: tuple[str, str]) -> None:
    event = icalendar.Event()
    event.add("summary", title)

    assert told_in_title(event) == told


RULE = "DTSTART;TZID=Europe/Paris:20261202T180000\nRRULE:FREQ=WEEKLY;COUNT=4\n"
FROM_THE_9TH = "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20261209T180000\n"
ODD_CALENDARS: dict[str, tuple[str, str]] = {
    "all dates that follow are changed": (
        calendar(
            f"UID:a\nSUMMARY:Cours\n{RULE}",
            f"UID:a\nSUMMARY:Cours\n{FROM_THE_9TH}DTSTART;TZID=Europe/Paris:20261210T200000\n",
            "UID:a\nSUMMARY:Bal\nRECURRENCE-ID;TZID=Europe/Paris:20261216T180000\n"
            "DTSTART;TZID=Europe/Paris:20261216T180000\n",
        ),
        "{'rrule': 'FREQ=WEEKLY;COUNT=4', 'changes': ["
        "{'date': '2026-12-16 18:00', 'name': 'Bal'}, "
        "{'date': '2026-12-09 18:00', 'start': '2026-12-10 20:00'}, "
        "{'date': '2026-12-23 18:00', 'start': '2026-12-24 20:00'}]}",
    ),
    "a change stands before what it changes": (
        calendar(
            "UID:a\nSUMMARY:Cours\nRECURRENCE-ID;TZID=Europe/Paris:20261209T180000\n"
            "DTSTART;TZID=Europe/Paris:20261209T190000\n",
            f"UID:a\nSUMMARY:Cours\n{RULE}",
        ),
        "{'rrule': 'FREQ=WEEKLY;COUNT=4', 'changes': "
        "[{'date': '2026-12-09 18:00', 'start': '2026-12-09 19:00'}]}",
    ),
    "more dates are told as spans": (
        calendar(
            "UID:a\nSUMMARY:Cours\nDTSTART;TZID=Europe/Paris:20261202T180000\n"
            "RDATE;VALUE=PERIOD;TZID=Europe/Paris:20261203T180000/PT1H\n"
        ),
        "{'also': ['2026-12-03 18:00'], "
        "'changes': [{'date': '2026-12-03 18:00', 'end': '2026-12-03 19:00'}]}",
    ),
    "one more date is longer, and is told a second time": (
        calendar(
            "UID:a\nSUMMARY:Cours\nDTSTART:20261202T180000Z\nDTEND:20261202T190000Z\n"
            "RDATE;VALUE=PERIOD:20261203T180000Z/20261203T210000Z,20261204T180000Z/PT1H,"
            "20261205T180000Z/PT2H\n",
            "UID:a\nSUMMARY:Bal\nRECURRENCE-ID:20261205T180000Z\n"
            "DTSTART:20261205T180000Z\nDTEND:20261205T190000Z\n",
        ),
        "{'also': ['2026-12-03 19:00', '2026-12-04 19:00', '2026-12-05 19:00'], 'changes': ["
        "{'date': '2026-12-05 19:00', 'name': 'Bal'}, "
        "{'date': '2026-12-03 19:00', 'end': '2026-12-03 22:00'}]}",
    ),
}


@pytest.mark.parametrize("name", ODD_CALENDARS)
def test_dates_that_few_programs_write_are_read(tmp_path: Path, name: str) -> None:
    content, repeat = ODD_CALENDARS[name]
    (tmp_path / "a.ics").write_text(content)

    site = import_from("ics", tmp_path / "a.ics", tmp_path / "hub")

    (text,) = site.texts
    assert str(site.front(text)["event"]["repeat"]) == repeat
    assert site.build() == []


def test_of_two_revisions_the_later_one_counts(tmp_path: Path) -> None:
    old = "UID:a\nSUMMARY:Forum\nSEQUENCE:1\nDTSTART;VALUE=DATE:20261216\n"
    new = "UID:a\nSUMMARY:Forum\nSEQUENCE:3\nDTSTART;VALUE=DATE:20261217\n"
    (tmp_path / "a.ics").write_text(calendar(new + STAMPS, old + STAMPS))

    site = import_from("ics", tmp_path / "a.ics", tmp_path / "hub")

    (text,) = site.texts
    assert site.front(text)["event"] == {"uid": "a", "start": dt.date(2026, 12, 17)}


def test_a_calendar_of_an_old_program_is_read_in_its_encoding(tmp_path: Path) -> None:
    event = "UID:a\nSUMMARY:Été à Nîmes\nDTSTART;VALUE=DATE:20261216\n" + STAMPS
    (tmp_path / "a.ics").write_bytes(calendar(event).encode("latin-1"))

    site = import_from("ics", tmp_path / "a.ics", tmp_path / "hub")

    assert [site.front(text)["title"] for text in site.texts] == ["Été à Nîmes"]


def test_lines_may_be_folded_within_a_letter(tmp_path: Path) -> None:
    event = "UID:a\nSUMMARY:Été à Nîmes\nDTSTART;VALUE=DATE:20261216\n" + STAMPS
    whole = calendar(event).encode()
    within = whole.index("É".encode()) + 1
    (tmp_path / "a.ics").write_bytes(whole[:within] + b"\r\n " + whole[within:])

    site = import_from("ics", tmp_path / "a.ics", tmp_path / "hub")

    assert [site.front(text)["title"] for text in site.texts] == ["Été à Nîmes"]


def test_a_meeting_of_its_own_property_is_where_it_takes_place(tmp_path: Path) -> None:
    """CONFERENCE (RFC 7986 §5.11), beside what sitegen itself writes for a place then."""
    address = "https://visio.example/salle"
    meeting = f"CONFERENCE;VALUE=URI;FEATURE=VIDEO:{address}\nLOCATION:En ligne\n"
    event = "UID:a\nSUMMARY:Visio\nDTSTART;VALUE=DATE:20261216\n" + meeting + STAMPS
    (tmp_path / "a.ics").write_text(calendar(event))

    site = import_from("ics", tmp_path / "a.ics", tmp_path / "hub")

    (text,) = site.texts
    assert site.front(text)["event"] == {
        "uid": "a", "start": dt.date(2026, 12, 16), "online": address,
    }  # fmt: skip
