"""One event that three partners announce is one; what may be one is told, and stays two."""

from itertools import combinations

import pytest

from sitegen.fetching import matching
from sitegen.fetching.announcements import Announcement
from sitegen.fetching.copies import Copies
from sitegen.fetching.matching import Key, likeness, match
from tests.fetching import corpus
from tests.fetching.partners import (
    Partners,
    bring,
    calendar,
    event,
    fetched,
    settings,
    source,
    told,
)
from tests.support import SiteFolder


def announcement(
    title: str, start: str = "2026-12-01 18:30", place: str = "Nantes", uid: str = "",
    link: str = "", known: str = "",
) -> Announcement:  # fmt: skip
    location = {"location": {"name": place}} if place else {}
    own = {"uid": uid} if uid else {}
    return Announcement(
        id=known or title, title=title, start=start, link=link, event=location | own
    )


def pairs(groups: list[list[Key]]) -> set[frozenset[Key]]:
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            announcement("Forum", uid="a@b.example"),
            announcement("Salon", place="Lyon", uid="a@b.example"),
        ),
        (
            announcement("Forum", link="https://amf.example/forum/"),
            announcement("Tout autre titre", link="http://www.amf.example/forum"),
        ),
        (
            announcement("Forum des maires"),
            announcement("LE FORUM DES MAIRES !", place="Cité des congrès, Nantes"),
        ),
        (
            announcement("Forum des maires 2026"),
            announcement("Forum des maires", place="44000 Nantes"),
        ),
        (
            announcement("Forum des maires", "2026-12-01"),
            announcement("Forum des maires", "2026-12-01 09:00"),
        ),
        (announcement("Forum des maires", place=""), announcement("Forum des maires")),
    ],
    ids=["uid", "address", "words", "year", "day", "no place"],
)
def test_what_is_one_event_is_one(first: Announcement, second: Announcement) -> None:
    matching = match({"amf": [first], "ville": [second]})

    assert matching.groups == [[("amf", first.id), ("ville", second.id)]]
    assert matching.doubts == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (announcement("Forum", uid="12"), announcement("Salon du livre", place="Lyon", uid="12")),
        (
            announcement("Forum", link="https://amf.example/"),
            announcement("Salon", link="https://amf.example/"),
        ),
        (
            announcement("Conseil municipal"),
            announcement("Conseil municipal", place="Lyon", start="2026-12-02 18:30"),
        ),
        (announcement("Forum des maires"), announcement("Forum de l’eau")),
        (announcement("Réunion", place=""), announcement("Formation", place="")),
    ],
    ids=["short uid", "home page", "other day", "other topic", "nothing alike"],
)
def test_what_is_two_is_two(first: Announcement, second: Announcement) -> None:
    matching = match({"amf": [first], "ville": [second]})

    assert matching.groups == [[("amf", first.id)], [("ville", second.id)]]
    assert matching.doubts == []


def test_a_source_is_not_compared_with_itself() -> None:
    twice = [announcement("Forum", known="1"), announcement("Forum", known="2")]

    matching = match({"amf": twice, "ville": [announcement("Forum", known="3")]})

    assert sorted(map(len, matching.groups)) == [1, 2]


def test_a_doubtful_pair_is_told_and_stays_two(site: SiteFolder, partners: Partners) -> None:
    site.write(
        "site.yaml",
        settings(amf=source(partners.url("/a.ics")), ville=source(partners.url("/b.ics"))),
    )
    partners.says(
        "/a.ics",
        calendar(event("a@a.example", "Forum des maires", "20261201T183000", "LOCATION:Nantes")),
    )
    partners.says(
        "/b.ics",
        calendar(event("b@b.example", "Forum des maires", "20261201T183000", "LOCATION:Lyon")),
    )

    report = bring(site, partners)

    assert told(report) == ["source-same-event"]
    values = report.diagnostics[0].values
    assert values["file"] == "content/_fetched/amf/forum-des-maires.md"
    assert values["path"] == "content/_fetched/ville/forum-des-maires-2026-12-01.md"
    assert len(fetched(site)) == 2
    assert told(bring(site, partners)) == []


def test_three_partners_announce_one_event_and_it_outlives_the_first(
    site: SiteFolder, partners: Partners
) -> None:
    """Its document, and so its address, stays where it is while anybody announces it."""
    keys = ("amf", "region", "ville")
    site.write("site.yaml", settings(**{key: source(partners.url(f"/{key}")) for key in keys}))
    others = [event(f"{n}@a.example", f"Atelier {n}", f"202612{n}") for n in range(10, 14)]
    forum = event("forum@a.example", "Forum des maires", "20261201T183000", "LOCATION:Nantes")
    partners.says("/amf", calendar(forum, *others, name="L’AMF"))
    partners.says("/region", calendar(forum, name="La région"))
    partners.says(
        "/ville",
        calendar(
            event("v1", "Forum des maires 2026", "20261201T183000", "LOCATION:44000 Nantes"),
            name="La ville",
        ),
    )

    report = bring(site, partners)

    text = fetched(site)["amf/forum-des-maires.md"]
    assert len(fetched(site)) == 5
    assert report.outcomes["region"].shared == report.outcomes["ville"].shared == 1
    assert "announced_by:\n- name: La région\n- name: La ville\n" in text

    partners.says("/amf", calendar(*others, name="L’AMF"))
    report = bring(site, partners)

    text = fetched(site)["amf/forum-des-maires.md"]
    assert "source:\n  name: La région\n" in text
    assert "announced_by:\n- name: La ville\n" in text
    assert "expires" not in text

    partners.says("/ville", "", 500)
    partners.says("/amf", calendar(forum, *others, name="L’AMF"))
    bring(site, partners)

    text = fetched(site)["amf/forum-des-maires.md"]
    assert "source:\n  name: L’AMF\n" in text
    assert "announced_by:\n- name: La région\n- name: La ville\n" in text


def test_what_differs_is_not_joined_by_a_third_that_says_less() -> None:
    day, morning, evening = (
        announcement("Forum des maires", f"2026-12-01{hour}", known=f"forum{hour}")
        for hour in ("", " 09:00", " 18:00")
    )

    matching = match({"amf": [morning], "region": [day], "ville": [evening]})

    assert matching.groups == [[("amf", morning.id), ("region", day.id)], [("ville", evening.id)]]
    assert (("region", day.id), ("ville", evening.id)) in matching.doubts


def test_precision_and_recall_on_a_corpus_of_agendas() -> None:
    """Measured: 1,500 events of three partners, most told twice or more, some with twins."""
    made = corpus.make(1500)

    matching = match(made.sources)

    joined = pairs(matching.groups)
    doubted = {frozenset(pair) for pair in matching.doubts}
    right = joined & made.same
    assert len(made.same) > 1500
    assert len(right) / len(joined) >= 0.99
    assert len(right) / len(made.same) >= 0.92
    assert len((right | doubted) & made.same) / len(made.same) >= 0.995


def test_precision_and_recall_on_texts_that_a_program_passes_on() -> None:
    """Measured: 2,000 texts, of which a partner has copied most, beside its own 2,000."""
    made = corpus.make_passed_on(2000)
    copies = Copies(made.own, "Le hub")

    found = {each.id for each in made.told if copies.of(each, ("hub.example.org/",))}

    right = found & made.copies
    assert len(made.copies) > 1300
    assert len(right) / len(found) >= 0.995
    assert len(right) / len(made.copies) >= 0.9


def test_comparisons_grow_with_the_number_of_events(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many share a day and a word: work is counted, not time."""
    counted: list[int] = []
    monkeypatch.setattr(
        matching, "likeness", lambda *pair, **more: counted.append(1) or likeness(*pair, **more)
    )
    work = {}
    for number in (500, 1000):
        counted.clear()
        match({
            source: [announcement(f"Permanence {n % 50}", known=str(n)) for n in range(number)]
            for source in ("amf", "ville")
        })  # fmt: skip
        made = corpus.make(number)
        match(made.sources)
        work[number] = len(counted)

    assert work[1000] < 4 * work[500]
    assert work[1000] < 40 * 3000


def test_what_the_site_announces_itself_needs_no_second_document(
    site: SiteFolder, partners: Partners
) -> None:
    """Also where it is a draft, or comes after the partner's; what may be it is told."""
    site.write("site.yaml", settings(amf=source(partners.url("/a.ics"))))
    place = "LOCATION:44000 Nantes"
    events = [
        event("forum@a.example", "Le forum des maires", "20261201T183000", place),
        event("hub-ag@hub.example.org", "AG", "20261203"),
        event("atelier@a.example", "Atelier du numérique", "20261204T100000", place),
    ]
    partners.says("/a.ics", calendar(*events))
    own = "---\ntitle: Forum des maires 2026\ndate: 2026-11-01\nevent: {start: 2026-12-01 18:30, "
    site.write("content/news/forum.md", own + "location: Nantes}\n---\n")
    site.write("content/news/ag.md", "---\ntitle: Assemblée\ndate: 2026-11-01\ndraft: true\n"
               "event: {start: 2026-12-03, uid: hub-ag@hub.example.org}\n---\n")  # fmt: skip

    report = bring(site, partners)

    assert list(fetched(site)) == ["amf/atelier-du-numerique.md"]
    assert report.outcomes["amf"].shared == 2

    site.write("content/news/atelier.md", "---\ntitle: Atelier du numérique\ndate: 2026-11-02\n"
               "event: {start: 2026-12-04 10:00, location: Nantes}\n---\n")  # fmt: skip
    partners.says("/a.ics", calendar(*events, name="Autre nom"))
    bring(site, partners)

    assert "expires: 2026-11-22" in fetched(site)["amf/atelier-du-numerique.md"]

    site.remove("content/news/forum.md")
    partners.says("/a.ics", calendar(*events, name="Encore un autre"))
    bring(site, partners)

    assert "amf/le-forum-des-maires.md" in fetched(site)
