"""Each kind of source says the same things in its own way, and is known by what it sends."""

import json

import pytest

from sitegen.fetching.announcements import AnnouncedPicture
from sitegen.fetching.kinds import calendars, feeds
from sitegen.fetching.kinds.openagenda import read_announcements
from tests.fetching.partners import (
    Partners,
    bring,
    calendar,
    event,
    fetched,
    item,
    reasons,
    rss,
    settings,
    source,
)
from tests.support import SiteFolder

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
<title>Le fil</title><id>urn:fil</id><entry><id>urn:1</id><title>Du neuf</title>
<link href="https://p.example/neuf"/><updated>2026-11-16T09:00:00+01:00</updated>
<category term="nrj" label="énergie"/>
<content type="html">&lt;p&gt;Un texte.&lt;/p&gt;</content></entry></feed>"""
JSON_FEED = json.dumps({
    "version": "https://jsonfeed.org/version/1.1", "title": "Le fil", "language": "en",
    "items": [{"id": "1", "url": "https://p.example/neuf", "title": "Du neuf", "tags": ["énergie"],
               "content_text": "Un texte.", "date_published": "2026-11-16T09:00:00+01:00"}],
})  # fmt: skip
OPENAGENDA = {
    "agenda": {"title": "L’agenda"},
    "events": [{
        "uid": 4711, "slug": "forum", "title": {"fr": "Le forum", "en": "The forum"},
        "description": {"fr": "Deux jours d’échanges."}, "longDescription": {"fr": "**Venez**."},
        "originAgenda": {"slug": "asso"}, "keywords": {"fr": ["Eau"]}, "status": 6,
        "timings": [
            {"begin": "2026-12-02T09:00:00.000+0100", "end": "2026-12-02T13:30:00.000+0100"},
            {"begin": "2026-12-01T09:00:00.000+0100", "end": "2026-12-01T12:00:00.000+0100"},
        ],
        "location": {"name": "Cité", "address": "1 rue X", "city": "Nantes", "postalCode": "44000",
                     "latitude": 47.2, "longitude": -1.5},
        "registration": [{"type": "link", "value": "https://p.example/i"},
                         {"type": "phone", "value": "01 99 00 10 02"},
                         {"type": "email", "value": "a@p.example"}],
        "onlineAccessLink": "https://visio.example/x", "conditions": {"fr": "Entrée libre"},
        "accessibility": {"mi": True, "hi": True, "vi": False}, "age": {"min": 6, "max": 12},
    }, {"uid": 1, "title": {"fr": "Sans date"}, "timings": []}],
}  # fmt: skip


@pytest.mark.parametrize("content", [ATOM, JSON_FEED], ids=["Atom", "JSON Feed"])
def test_a_feed_is_known_by_what_it_sends(
    content: str, site: SiteFolder, partners: Partners
) -> None:
    site.write("site.yaml", settings(fil=source(partners.url("/fil"), "news", "consent: oui")))
    site.replace("site.yaml", "into: news", "into: {section: news, own_tags: true}")
    partners.says("/fil", content)

    bring(site, partners)

    text = fetched(site)["fil/du-neuf.md"]
    assert "date: 2026-11-16 09:00\nsection: news\ntags:\n- énergie\n" in text
    assert "  name: Le fil\n  url: https://p.example/neuf\n" in text
    assert text.endswith("\n\nUn texte.\n")
    assert ("lang: en\n" in text) == (content == JSON_FEED)


def test_entries_of_one_address_are_told_apart_whatever_stands_before_them() -> None:
    """Some programs give no `guid`, and lead from all of their entries to one page."""
    told = [f"<item><title>{name}</title><link>https://p.example/</link></item>" for name in "ABC"]

    def names(*items: str) -> list[str]:
        return [
            told.id
            for told in feeds.read_announcements(rss(*items).encode(), "", "UTC").announcements
        ]

    older, all_of_them = names(*told[1:]), names(*told)
    assert all_of_them[1:] == older
    assert len(set(all_of_them)) == 3


def test_an_agenda_of_openagenda(site: SiteFolder, partners: Partners) -> None:
    site.write(
        "site.yaml",
        settings(oa=source(partners.url("/oa"), "agenda", "kind: openagenda", "consent: oui")),
    )
    partners.says("/oa", json.dumps(OPENAGENDA))

    report = bring(site, partners)

    text = fetched(site)["oa/le-forum.md"]
    assert report.diagnostics[0].values["reason"] == "it has no day that can be read"
    assert "  url: https://openagenda.com/asso/events/forum\n" in text
    wanted = """event:
  status: cancelled
  location:
    name: Cité
    address: 1 rue X
    postcode: '44000'
    city: Nantes
    geo:
    - 47.2
    - -1.5
  online: https://visio.example/x
  registration:
  - url: https://p.example/i
  - phone: 01 99 00 10 02
  - email: a@p.example
  accessibility:
  - hearing
  - mobility
  audience:
  - De 6 à 12 ans
  conditions: Entrée libre
  times:
  - start: 2026-12-01 09:00
    end: 2026-12-01 12:00
  - start: 2026-12-02 09:00
    end: 2026-12-02 13:30
"""
    assert wanted in text
    assert "summary: Deux jours d’échanges.\n" in text
    assert site.build().diagnostics == []


@pytest.mark.parametrize(
    ("mode", "status", "place"),
    [(1, 1, "Cité"), (3, 3, "Cité"), (2, 1, ""), (1, 3, ""), (None, 3, "")],
)
def test_nobody_is_sent_where_an_event_was_moved_online(
    mode: int | None, status: int, place: str
) -> None:
    described = OPENAGENDA["events"][0] | {"attendanceMode": mode, "status": status}  # type: ignore[index]
    described |= {"image": {"base": "https://p.example/", "filename": "a.jpg"}}
    described |= {"imageCredits": "Ana", "_sitegen": {
        "image_alt": "La salle", "capacity": "many",
        "start": "2026-2-3T09:00:00Z", "end": "1009-01-01",
    }}  # fmt: skip
    raw = json.dumps({"events": [described]}).encode()

    (read,) = read_announcements(raw, "https://oa.example/", "Europe/Paris", "fr").announcements

    assert read.place.partition(" ")[0] == place
    assert read.event["online"] == "https://visio.example/x"
    assert read.picture == AnnouncedPicture(
        url="https://p.example/a.jpg", alt="La salle", credit="Ana"
    )
    assert "capacity" not in read.event, "it is no number"
    assert (read.start, read.end) == ("2026-02-03 09:00", ""), "of one form, and of our days"


def test_words_that_say_nothing_cost_an_agenda_none_of_its_events() -> None:
    """Who it comes from without a name, a time without its hour."""
    described, other = OPENAGENDA["events"][0], {"uid": 2}  # type: ignore[index]
    own = {
        "sources": [{"name": "", "url": "https://a.example/x"}, {"name": "B", "url": ""}],
        "times": [{"start": "", "name": "Matin"}], "capacity": 50,
    }  # fmt: skip
    events = [described | {"_sitegen": own}, described | other]
    raw = json.dumps({"events": events}).encode()

    told = read_announcements(raw, "https://oa.example/", "Europe/Paris", "fr").announcements

    assert [each.start for each in told] == ["2026-12-01 09:00"] * 2
    assert [source.url for source in told[0].via] == ["https://a.example/x", ""]
    assert told[0].event["capacity"] == 50
    assert len(told[0].event["times"]) == 2, "those of OpenAgenda's own field"


def test_an_agenda_of_openagenda_is_read_to_its_last_page(
    site: SiteFolder, partners: Partners
) -> None:
    site.write(
        "site.yaml",
        settings(
            oa=source(partners.url("/oa?size=1"), "agenda", "kind: openagenda", "consent: oui")
        ),
    )
    second, third = "/oa?size=1&after%5B%5D=7&after%5B%5D=un", "/oa?size=1&after%5B%5D=8"
    partners.says("/oa?size=1", _page_of("Un", [7, "un"]), ETag='"always"')
    partners.says(second, _page_of("Deux", [8]))
    partners.says(third, _page_of("Trois", [8]))  # says itself again: there is nothing after it

    bring(site, partners)

    assert [request.path for request in partners.asked] == ["/oa?size=1", second, third]
    assert sorted(fetched(site)) == ["oa/deux.md", "oa/trois.md", "oa/un.md"]
    partners.says(third, _page_of("Quatre", None, uid="Trois"))
    bring(site, partners)
    assert "title: Quatre\n" in fetched(site)["oa/trois.md"], "only the last page changed"
    before = fetched(site)
    partners.says(second, "down", status=503)
    report = bring(site, partners)
    assert [told.code for told in report.diagnostics] == ["source-silent"]
    assert fetched(site) == before, "half an agenda is none"


def _page_of(title: str, after: list[object] | None, uid: str = "") -> str:
    begin, end = "2026-12-01T09:00:00+01:00", "2026-12-01T12:00:00+01:00"
    event = {"uid": uid or title, "title": title, "timings": [{"begin": begin, "end": end}]}
    return json.dumps({"events": [event], "after": after})


def test_another_site_is_a_source_by_its_address_alone(
    site: SiteFolder, partners: Partners
) -> None:
    """Its news and its calendar are one: what both tell is told once."""
    page = (
        '<!DOCTYPE html><link rel="alternate" type="application/atom+xml" href="/autre.xml">'
        '<link rel="alternate" type="application/feed+json" href="feed.json">'
    )
    site.write("site.yaml", settings(ami=source(partners.url("/"), "news", "kind: sitegen")))
    partners.says("/", page)
    both = item("forum", "Le forum", text="<p>Venez.</p>")
    partners.says("/feed.json", rss(both, item("1", "Du neuf")))
    url = "URL:https://partenaire.example/forum"
    partners.says("/agenda.ics", calendar(event("forum@ami.example", "Le forum", "20261201", url)))

    bring(site, partners)
    again = bring(site, partners)

    texts = fetched(site)
    assert sorted(texts) == ["ami/du-neuf.md", "ami/le-forum.md"]
    assert "event:\n  uid: forum@ami.example\n" in texts["ami/le-forum.md"]
    assert texts["ami/le-forum.md"].endswith("Venez.\n")
    assert [request.path for request in partners.asked] == 2 * [
        "/", "/feed.json", "/agenda.ics", "/agenda.json",
    ]  # fmt: skip
    assert again.outcomes["ami"].is_quiet
    partners.says("/agenda.ics", "", 404)
    assert reasons(bring(site, partners)) == {}


def test_the_sites_own_texts_do_not_come_back(site: SiteFolder, partners: Partners) -> None:
    site.write("site.yaml", settings(fil=source(partners.url("/fil"), "news")))
    own = item("1", "Le nôtre").replace("https://partenaire.example", "https://hub.example.org")
    partners.says("/fil", rss(own, item("2", "Le leur")))

    bring(site, partners)

    assert list(fetched(site)) == ["fil/le-leur.md"]


LATE = json.dumps(json.loads(JSON_FEED) | {"description": "a" * 5000}, sort_keys=True)
XML = '<?xml version="1.0" encoding="utf-8"?>'
NEWS = item("1", "L’été à Nîmes")
ODD_FEEDS: dict[str, str | bytes] = {
    "JSON Feed, its version last": LATE.replace("Du neuf", "L’été à Nîmes"),
    "JSON Feed, slashes escaped": JSON_FEED.replace("/", "\\/").replace("Du neuf", "L’été à Nîmes"),
    "UTF-16": rss(NEWS).replace("utf-8", "utf-16").encode("utf-16"),
    "ISO 8859-1": rss(NEWS).replace("utf-8", "iso-8859-1").encode("cp1252"),
    "an encoding that it does not have": rss(NEWS).encode("cp1252"),
    "a long comment": f"{XML}<!-- {'x' * 6000} -->{rss(NEWS).removeprefix(XML)}",
    "a document type": f'{XML}<!DOCTYPE rss PUBLIC "-//a//b" "http://a.example/rss.dtd">'
    + rss(NEWS).removeprefix(XML),
    "empty lines": f"\n\n  {rss(NEWS)}",
}


@pytest.mark.parametrize("name", ODD_FEEDS)
def test_a_feed_is_read_however_it_is_written(
    name: str, site: SiteFolder, partners: Partners
) -> None:
    site.write("site.yaml", settings(fil=source(partners.url("/fil"), "news", "consent: oui")))
    partners.says("/fil", ODD_FEEDS[name], Content_Type="image/png")

    report = bring(site, partners)

    assert reasons(report) == {}
    (text,) = fetched(site).values()
    assert "title: L’été à Nîmes\n" in text


def test_entities_are_found_in_the_encoding_that_a_parser_would_read(
    site: SiteFolder, partners: Partners
) -> None:
    """An encoding that writes signs of ASCII otherwise is not obeyed: UTF-7."""
    site.write("site.yaml", settings(fil=source(partners.url("/fil"), "news")))
    news = item("1", "x", "Mon, 16 Nov 2026 08:00:00 GMT")
    feed = rss(news).replace("<title>x", "<title>x&a;").removeprefix(XML)
    declared = '<?xml version="1.0" encoding="utf-7"?><!-- <rss -->'
    entity = '+ADwAIQ-DOCTYPE rss [+ADwAIQ-ENTITY a "bbbb">]>'
    partners.says("/fil", declared + entity + feed)

    bring(site, partners)

    assert not any("bbbb" in text for text in fetched(site).values())


def test_titles_and_addresses_of_atom_say_what_they_mean(
    site: SiteFolder, partners: Partners
) -> None:
    """`type=xhtml`, `xml:base`, and entities that were escaped twice."""
    title = (
        '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
        "Du <em>neuf</em> &amp; du vieux</div></title>"
    )
    content = (
        '<content type="xhtml" xml:base="sub/"><div xmlns="http://www.w3.org/1999/xhtml">'
        '<p>Un <a href="page">lien</a>.</p></div></content>'
    )
    twice = "<entry><id>2</id><title type='html'>L&amp;amp;rsquo;eau</title></entry>"
    atom = ATOM.replace('xml:lang="fr"', 'xml:lang="fr" xml:base="https://p.example/base/"')
    atom = atom.replace("<title>Du neuf</title>", title).replace("https://p.example/neuf", "neuf")
    before, _, after = atom.partition("<content")
    after = after.partition("</content>")[2].replace("</feed>", f"{twice}</feed>")
    site.write("site.yaml", settings(fil=source(partners.url("/fil"), "news", "consent: oui")))
    partners.says("/fil", before + content + after)

    bring(site, partners)

    texts = fetched(site)
    assert sorted(texts) == ["fil/du-neuf-du-vieux.md", "fil/l-eau.md"]
    assert "url: https://p.example/base/neuf\n" in texts["fil/du-neuf-du-vieux.md"]
    assert "Un [lien](https://p.example/base/sub/page).\n" in texts["fil/du-neuf-du-vieux.md"]
    assert "title: L’eau\n" in texts["fil/l-eau.md"]


def test_what_stands_beside_a_text_is_trusted_no_more_than_the_text(
    site: SiteFolder, partners: Partners
) -> None:
    """Files are links with plain names; a name never becomes a key of this site's own."""
    files = [
        {"url": "javascript:alert(1)", "title": "non.pdf"},
        {"url": "http://a:b@prive.example/", "title": "non.pdf"},
        {"url": "/docs/plan.pdf", "title": "](https://x.example) <b>plan</b>"},
        {"url": "https://p.example/son.mp3"},
    ]
    contact = {"name": "presse", "role": 7, "phone": "tel:+33", "email": "a@b c", "extra": "x"}
    own = {"signatories": ["acme", "<i>Une autre</i>", 7, ""], "contact": contact}
    feed = json.loads(JSON_FEED)
    feed["items"][0] |= {"attachments": files, "_sitegen": own}
    partners.says("/fil", json.dumps(feed))
    mine = "organisation: {name: Nous, contacts: {Presse: {name: Notre bureau}}}\n"
    sources = [
        settings(fil=source(partners.url("/fil"), "news", *lines)) + mine
        for lines in (["consent: oui"], [])
    ]
    site.write("site.yaml", sources[0])
    bring(site, partners)
    whole = fetched(site)["fil/du-neuf.md"]
    site.write("site.yaml", sources[1])
    bring(site, partners)
    summary = fetched(site)["fil/du-neuf.md"]

    assert "signatories:\n- Acme\n- Une autre\nsource:" in whole.replace("lang: en\n", "")
    assert "contact" not in whole, "it would be this site's own"
    link = f"- [\\](https://x.example) plan]({partners.url('/docs/plan.pdf')})\n"
    assert whole.endswith(f"\n---\n\nUn texte.\n\n{link}")
    assert summary.endswith(f"\n\n{link}")
    feed["items"][0]["_sitegen"]["contact"] |= {"name": "Ana", "email": "ana@p.example"}
    partners.says("/fil", json.dumps(feed))
    bring(site, partners)
    assert "contact" not in fetched(site)["fil/du-neuf.md"], "of somebody else's text, a summary"
    site.write("site.yaml", sources[0])
    bring(site, partners)
    assert (
        "contact:\n  name: Ana\n  role: '7'\n  email: ana@p.example\n"
        in (fetched(site)["fil/du-neuf.md"])
    )
    assert site.build().errors == []


def test_dates_of_before_computers_are_dates_all_the_same(
    site: SiteFolder, partners: Partners
) -> None:
    """A market is held since 1965; what no build takes is told."""
    site.write("site.yaml", settings(cal=source(partners.url("/cal"), "agenda")))
    partners.says(
        "/cal",
        calendar(
            event("a@p", "Le débarquement", "19440606"),
            event("b@p", "Le marché", "19650403T090000", "RRULE:FREQ=YEARLY"),
            event("c@p", "Le sacre", "08001225"),
            event("d@p", "Hier", "20261201T183000", "LAST-MODIFIED:19691231T230000Z"),
        ),
    )

    report = bring(site, partners)

    texts = fetched(site)
    assert [(told.code, told.values["number"]) for told in report.diagnostics] == [
        ("source-left-out", "1")
    ]
    assert "  start: 1944-06-06\n" in texts["cal/le-debarquement.md"]
    assert "  start: 1965-04-03 09:00\n" in texts["cal/le-marche.md"]
    assert "1969" not in texts["cal/hier.md"], "when a clock was not set"
    assert site.build().diagnostics == []
    assert "DTSTART;TZID=Europe/Paris:19650403T090000" in site.page("agenda.ics")


def test_what_a_calendar_says_of_the_type_of_its_values_costs_none_of_its_events() -> None:
    """Each may be said, also where it is what is meant without (RFC 5545 §3.2.20), or wrong."""
    said = (
        "CATEGORIES;VALUE=TEXT:Eau,Air", "RRULE;VALUE=TEXT:FREQ=DAILY;COUNT=2", "LOCATION:Tours",
        "GEO;VALUE=FLOAT:47.4;0.7",
    )  # fmt: skip
    wrong = (
        "CATEGORIES;VALUE=BINARY;ENCODING=BASE64:eA==", "RRULE;VALUE=TEXT:FREQ=",
        "GEO;VALUE=DATE:20261201", "LOCATION:Tours",
    )  # fmt: skip
    raw = calendar(
        event("a@p", "Un", "20261201T100000", *said),
        event("b@p", "Deux", "20261201T100000", *wrong),
        event("c@p", "Trois", "20261201T100000", "RRULE;VALUE=BINARY;ENCODING=BASE64:eA=="),
    ).encode()

    first, *others = calendars.read_announcements(raw, "u", "Europe/Paris").announcements

    assert first.tags == ("Eau", "Air")
    assert first.event["repeat"] == {"rrule": "FREQ=DAILY;COUNT=2"}
    assert first.event["location"] == {"name": "Tours", "geo": [47.4, 0.7]}
    assert [(each.title, each.tags, "repeat" in each.event) for each in others] == [
        ("Deux", (), False), ("Trois", (), False),
    ]  # fmt: skip


def test_a_date_of_a_series_that_is_not_public_is_left_out() -> None:
    weekly = event("a@p", "Café", "20261203T180000", "RRULE:FREQ=WEEKLY;COUNT=4")
    second = "RECURRENCE-ID;TZID=Europe/Paris:20261210T180000"
    private = event("a@p", "Chut", "20261210T200000", second, "CLASS:PRIVATE", "LOCATION:Ici")
    last = "RECURRENCE-ID;TZID=Europe/Paris;RANGE=THISANDFUTURE:20261217T180000"
    others = event("a@p", "Chut", "20261217T200000", last, "CLASS:CONFIDENTIAL")
    raw = calendar(weekly, private, others).encode()

    told = calendars.read_announcements(raw, "u", "Europe/Paris")

    assert told.left_out["it is not public"] == 2
    (announced,) = told.announcements
    assert "changes" not in announced.event["repeat"]
    assert len(announced.event["repeat"]["except"]) == 3


def test_what_of_an_event_is_not_taken_is_told(site: SiteFolder, partners: Partners) -> None:
    """It comes in with the rest: who travels in vain is told by the date that is there."""
    site.write("site.yaml", settings(cal=source(partners.url("/cal"), "agenda")))
    weekly = "RRULE:FREQ=WEEKLY;COUNT=2"
    partners.says(
        "/cal",
        calendar(
            event("a@p", "Deux règles", "20261201T183000", weekly, "RRULE:FREQ=DAILY;COUNT=2"),
            event("b@p", "Heures", "20261202T183000", "RRULE:FREQ=HOURLY;COUNT=2"),
            event("c@p", "Sauf", "20261203T183000", weekly, "EXRULE:FREQ=DAILY;COUNT=1"),
            event("d@p", "Une règle", "20261204T183000", weekly),
        ),
    )

    report = bring(site, partners)

    assert [(told.code, told.line) for told in report.diagnostics] == [("source-in-part", 4)] * 3
    assert [told.values["number"] for told in report.diagnostics] == ["1"] * 3
    assert "rrule: FREQ=WEEKLY;COUNT=2" in fetched(site)["cal/deux-regles.md"]
