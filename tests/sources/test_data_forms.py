"""The files of ``_data/`` that sitegen reads, and the keys by which documents name theirs."""

from collections.abc import Callable

import pytest

from sitegen.catalogue import severity
from sitegen.errors import Diagnostic
from sitegen.model import DATA_FORMS
from sitegen.sources.data import parse_data
from sitegen.sources.data_forms import meant_name
from tests.forms import wrong_values
from tests.support import SiteFolder


def shown(told: Diagnostic) -> str:
    """Return what is told with its place, and what is suggested."""
    return f"{told.line}:{told.column} {told.code} {told.values.get('suggestion', '')}".strip()


@pytest.mark.parametrize("name", DATA_FORMS)
def test_a_wrong_value_in_a_file_that_is_read_is_told(name: str) -> None:
    missed = []
    for wrong in wrong_values(DATA_FORMS[name]):
        text = "\n".join(("cle:", *(f"  {line}" for line in wrong.lines)))
        _, diagnostics = parse_data(text.encode(), f"content/_data/{name}.yaml")
        wanted = {"error", "warning"} if "zzz" in wrong.value else {"error"}
        if (
            not {severity(each) for each in diagnostics if each.line == len(wrong.lines) + 1}
            & wanted
        ):
            missed.append(wrong.name)

    assert missed == []


@pytest.mark.parametrize(
    ("path", "raw", "told"),
    [
        ("venues.yaml", "a: {adress: b}", "1:5 unread-key-near address"),
        ("venues.yaml", "a: {ville: b}", "1:5 unread-key-near city"),
        ("venues.yaml", "a: {geo: 47.4, -0.5: }", "1:10 bad-coordinates"),
        ("venues.yaml", "a:\n  geo: 47,4", "2:8 bad-coordinates"),
        ("venues.yaml", "a: {timezone: Pacific/Noumeia}", "1:15 unknown-timezone"),
        ("venues.yaml", "a: {timezone: Nouméa}", "1:15 unknown-timezone-near Pacific/Noumea"),
        ("authors.yaml", "a: {fonction: b}", "1:5 unread-key-near role"),
        ("authors.yaml", "a: {twitter: b}", "1:5 unread-key"),
        ("organisations.yaml", "a: {nom: b}", "1:5 unread-key-near name"),
        ("organisations.yaml", "a: {url: 'javascript:x()'}", "1:10 unsafe-link"),
        ("venues.yaml", "[a]", "1:1 data-without-keys"),
        ("venues.yaml", "a", "1:1 data-without-keys"),
        ("venues.json", '{"a":\n\t{"adress": "b"}}', "2:3 unread-key-near address"),
        ("venues.json", '{"\\ud83d\\ude00": {"url": "javascript:x()"}}', "1:27 unsafe-link"),
        ("authors.csv", "name,role\na,b", "1:1 data-without-keys"),
        ("venues.yaml", "a: Salle\nb:\nc: {name: C, extra: {acces: quai}}", ""),
        ("venues.yaml", "# rien", ""),
        ("figures.yaml", "a: {adress: b}", ""),
        ("2026/venues.yaml", "a: {adress: b}", ""),
    ],
)
def test_what_nothing_reads_is_told(path: str, raw: str, told: str) -> None:
    _, diagnostics = parse_data(raw.encode(), f"content/_data/{path}")

    words = (shown(diagnostic) for diagnostic in diagnostics[:1])
    assert "".join(words) == told


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("auteurs.yaml", "authors"),
        ("author.yaml", "authors"),
        ("Lieux.yaml", "venues"),
        ("organizations.json", "organisations"),
        ("figures.yaml", ""),
        ("authors.yaml", ""),
        ("2026/lieux.yaml", ""),
    ],
)
def test_a_name_that_is_nearly_one_is_known(path: str, meant: str) -> None:
    assert meant_name(f"content/_data/{path}") == meant


SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
-- content/_data/authors.yaml --
martine-lebret: {name: Martine Lebret}
redaction: La rédaction
-- content/_data/venues.yaml --
maison-association: {name: Maison de l’association, city: Tours}
-- content/_data/organisations.yaml --
amf: {name: Association des maires de France}
-- content/news/2026-01-05-a.md --
---
title: A
KEYS
---
Texte.
"""


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("author: martine-lebret", ""),
        ("author: Martine Lebret", ""),
        ("author: Marie Lebret", ""),
        ("author: AMF", ""),
        ("author: rédaction du hub", ""),
        ("author: secretariat", "3:9 name-like-key"),
        ("contact: presse", "3:10 contact-like-key"),
        ("contact: Presse", ""),
        ("event: {start: 2027-01-05, location: halle}", "3:38 name-like-key"),
        ("event: {start: 2027-01-05, location: Halle}", ""),
        ("author: martine-lebre", "3:9 key-near martine-lebret"),
        ("author: Rédaction", "3:9 key-near redaction"),
        ("authors: [Ana, jean-paul-du-val]", "3:16 name-like-key"),
        ("signatories: [amf, Amf]", "3:20 key-near amf"),
        ("signatories: mairie-de-tours", "3:14 name-like-key"),
        ("event: {start: 2027-01-05, organizer: AMF}", "3:39 key-near amf"),
        ("event: {start: 2027-01-05, location: Paris}", ""),
        ("event: {start: 2027-01-05, location: {name: une-salle, city: Tours}}", ""),
        ("event: {start: 2027-01-05, location: maison-asociation}",
         "3:38 key-near maison-association"),
        ("events: [{start: 2027-01-05, location: maison-verte}]", "3:10 name-like-key"),
        ("events: [{start: 2027-01-05, location: hotel-de-ville}]", "3:10 name-like-key"),
        ("event: {start: 2027-01-07, repeat: {rrule: FREQ=MONTHLY;COUNT=3, changes:"
         " [{date: 2027-02-07, location: hotel-de-ville}]}}", "3:76 name-like-key"),
    ],
)  # fmt: skip
def test_a_name_that_was_to_be_a_key_is_told(
    keys: str, told: str, make_site: Callable[[str], SiteFolder]
) -> None:
    report = make_site(SITE.replace("KEYS", keys)).build()

    words = [shown(diagnostic) for diagnostic in report.diagnostics]
    assert words == ([told] if told else [])


def test_a_data_file_that_is_removed_is_told_where_its_keys_stand(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE.replace("KEYS", "event: {start: 2027-01-05, location: halle}"))
    site.write("content/_data/venues.yaml", "halle: {name: Halle aux grains, city: Tours}")
    assert site.build().diagnostics == []
    site.remove("content/_data/venues.yaml")

    assert [diagnostic.code for diagnostic in site.build().diagnostics] == ["name-like-key"]


def test_two_files_of_one_name_are_told(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE.replace("KEYS\n", ""))
    site.write("content/_data/venues.json", "{}")

    (told,) = site.build().diagnostics

    assert (told.code, told.path) == ("data-twice", "content/_data/venues.yaml")


def test_a_place_that_is_written_as_its_name_is_found(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE.replace("KEYS", "event: {start: 2027-01-05, location: cale}"))
    site.write("content/_data/venues.yaml", "cale: Halle des Cales")

    assert site.build().diagnostics == []
    assert "Halle des Cales" in site.page("news/a/index.html")
