"""schema.org's Event: how one takes part, and whether there is room (Google's *Event*)."""

import json
from typing import Any

import pytest
from markupsafe import Markup

from sitegen.model import Location, Occurrence, Registration
from sitegen.rendering.structured.events import event_data, json_ld
from tests.rendering.hub import make_event

HALL = Location(name="Salle", city="Nantes")
FILM = "https://visio.example.org/x"


def told(**changes: Any) -> dict[str, Any]:
    event = make_event(**changes)
    occurrence = Occurrence(event=event, start=event.start, end=event.end)
    return event_data(occurrence, "https://hub.example.org/news/forum/")


@pytest.mark.parametrize(
    ("changes", "mode", "places"),
    [
        ({"location": HALL}, "Offline", ["Place"]),
        ({"online": FILM}, "Online", ["VirtualLocation"]),
        ({"location": HALL, "online": FILM}, "Mixed", ["Place", "VirtualLocation"]),
    ],
)
def test_where_it_is_attended(changes: dict[str, Any], mode: str, places: list[str]) -> None:
    event = told(**changes)

    location = event["location"] if isinstance(event["location"], list) else [event["location"]]
    assert event["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    assert [place["@type"] for place in location] == places
    assert all("address" in place or "url" in place for place in location)


@pytest.mark.parametrize(("status", "state"), [("full", "SoldOut"), ("confirmed", "InStock")])
def test_whether_there_is_room(status: str, state: str) -> None:
    event = told(
        status=status, registration=(Registration(url="https://inscription.example.org/"),)
    )

    assert event["offers"]["availability"] == f"https://schema.org/{state}"
    assert event["startDate"] == "2022-03-02T09:00:00+01:00"


def test_json_ld_is_what_jsons_own_encoder_writes() -> None:
    value = {
        "é": ["“a”", 'q"\\/', "\x7f\x85\u200b😀", "t\tn\n\x1f"],
        "geo": [47.218, -1.5536, 0.0, 12, -0.0001, 1e15],
        "safe": Markup("<b>&amp;</b>"),
        "none": [None, True, False, {}, []],
    }

    text = json_ld(value)

    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    assert text == Markup(written)
    assert json.loads(text) == value
