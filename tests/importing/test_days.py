"""Days of former sites: an event's where a place stands beside; told where nobody can tell them."""

from pathlib import Path

import pytest

from sitegen.importing.values import read_day, read_iso
from tests.importing.imported import import_from, write_files

FRONT = "---\ntitle: {title}\ndate: {date}\n{more}---\nUn texte.\n"
SITES = {
    "hugo": ({"hugo.toml": 'baseURL = "https://a.example.org/"\n'}, "content/agenda"),
    "jekyll": ({"_config.yml": "url: https://a.example.org\ntitle: A\n"}, "_posts"),
    "eleventy": ({"eleventy.config.js": "export default function () {}\n"}, "agenda"),
    "pelican": ({"pelicanconf.py": 'SITEURL = "https://a.example.org"\n'}, "content/agenda"),
}
"""The files that tell each kind, and where its dated texts stand."""


@pytest.mark.parametrize("kind", SITES)
def test_a_day_with_a_place_is_an_event_and_an_ambiguous_one_is_kept_and_told(
    kind: str, tmp_path: Path
) -> None:
    files, folder = SITES[kind]
    place = "lieu: Nevers\nhoraire: de 14 h à 17 h\n"
    texts = {
        "2026-03-05-a.md": FRONT.format(title="A", date="2026-03-05", more=place),
        "2026-03-06-b.md": FRONT.format(title="B", date="vendredi 6 mars 2026", more=""),
        "2026-03-07-c.md": FRONT.format(title="C", date="07/03/2026", more=""),
        "2026-03-08-d.md": FRONT.format(title="D", date="2026-03-08", more="debut: 09/03/2026\n"),
    }
    named = {f"{folder}/{name}": text for name, text in texts.items()}
    write_files(tmp_path / "former", {**files, **named})

    site = import_from(kind, tmp_path / "former", tmp_path / "hub")

    fronts = {site.front(path)["title"]: site.front(path) for path in site.texts}
    assert fronts["A"]["event"] | {"id": ""} == {
        "id": "", "start": "2026-03-05 14:00", "end": "2026-03-05 17:00", "location": "Nevers",
    }  # fmt: skip
    assert str(fronts["B"]["date"]) == "2026-03-06"
    assert fronts["C"]["extra"] == {"date": "07/03/2026"}
    assert fronts["D"]["extra"] == {"debut": "09/03/2026"}
    assert "event" not in fronts["D"]
    told = {name: note.example for name, note in site.report.notes.items() if name[0] == "key"}
    assert told == {
        ("key", "date"): "date: 07/03/2026", ("key", "debut"): "debut: 09/03/2026",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-03-05T08:00:00-24:00", "2026-03-05 08:00"),
        ("Thu, 05 Mar 2026 08:00:00 EST", "2026-03-05 14:00"),
        ("5 Mar 2026 08:00 CET", "2026-03-05 08:00"),
        ("5 Mar 2026 08:00 XYZT", "2026-03-05 08:00"),
        ("5 Mar 2026 08:00 +0200", "2026-03-05 07:00"),
    ],
)
@pytest.mark.filterwarnings("error")
def test_zones_are_read_where_they_are_known_and_hours_stand_as_written_elsewhere(
    written: str, meant: str
) -> None:
    assert str(read_day(written, "Europe/Paris")) == f"{meant}:00"


@pytest.mark.parametrize(
    "written", ["2026-03-05T24:00:00Z", "2026-03-05 24:00", "20260305T2400", "2026-W10-4T24"]
)
def test_the_end_of_a_day_is_no_hour_of_it_on_any_python(written: str) -> None:
    """From 3.14 on Python takes it for the next day's first."""
    with pytest.raises(ValueError, match="hour"):
        read_iso(written)
    midnight = written.replace("24", "00")
    assert (read_iso(midnight).hour, read_iso(midnight).date().isoformat()) == (0, "2026-03-05")


def test_a_day_of_24_is_one() -> None:
    assert str(read_iso("2026-03-24")) == str(read_iso("20260324T00")) == "2026-03-24 00:00:00"


def test_an_address_beside_a_place_and_how_long_it_takes_are_the_event_s(tmp_path: Path) -> None:
    """A place that is called as a key is one of `venues.yaml`, where its name can be mended."""
    files, folder = SITES["hugo"]
    more = "start: 2026-03-05T14:00:00+01:00\nlieu: {place}\nadresse: 2 place du Marché, Nevers\n"
    texts = {
        "a.md": FRONT.format(title="A", date="2026-03-01", more=more.format(place="La Halle"))
        .replace("---\nUn", "duree: 1 h 30\n---\nUn"),
        "b.md": FRONT.format(title="B", date="2026-03-01", more="start: 2026-03-05\nlieu: halle\n"),
    }  # fmt: skip
    write_files(tmp_path / "former", {**files, **{f"{folder}/{n}": t for n, t in texts.items()}})

    site = import_from("hugo", tmp_path / "former", tmp_path / "hub")

    fronts = {site.front(path)["title"]: site.front(path) for path in site.texts}
    assert fronts["A"]["event"] == {
        "start": "2026-03-05 14:00", "end": "2026-03-05 15:30",
        "location": {"name": "La Halle", "address": "2 place du Marché, Nevers"},
    }  # fmt: skip
    assert "extra" not in fronts["A"]
    assert fronts["B"]["event"]["location"] == "halle"
    venues = (site.folder / "content/_data/venues.yaml").read_text()
    assert venues.endswith("\nhalle:\n  name: halle\n")
    assert site.build() == []


def test_an_event_that_would_end_after_the_last_day_has_no_end(tmp_path: Path) -> None:
    """The sign of a slip or of « for ever », which stops no import."""
    files, folder = SITES["hugo"]
    more = "start: 9999-12-31T23:30:00\nduree: 2 h\n"
    text = FRONT.format(title="A", date="2026-03-01", more=more)
    write_files(tmp_path / "former", {**files, f"{folder}/a.md": text})

    site = import_from("hugo", tmp_path / "former", tmp_path / "hub")

    (path,) = site.texts
    assert "end" not in site.front(path).get("event", {})
    assert site.front(path)["extra"]["duree"] == "2 h"
