"""Feeds: what readers find in them, with parsers that are not ours."""

import datetime as dt
import json
import re
from email.utils import parsedate_to_datetime
from typing import Any

import feedparser
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from sitegen.config import FeedsConfig, OrganisationConfig
from sitegen.model import Attachment, Author, Change, Entry, Image, Location, Moment, Repeat, Term
from sitegen.rendering.feeds.content import feed_html
from sitegen.rendering.feeds.write import write_atom, write_json_feed, write_rss
from tests.rendering.hub import NEWS, Hub, make_entry, make_event, moment, utc

ATOM = {"a": "http://www.w3.org/2005/Atom"}
URL = "https://hub.example.org/news/forum/"
NAUGHTY = "Édité <b>&amp; « ici » ]]> \x00\x1b\ud800\ufffe '🎉' </title> &lt;"


def hub_with(*entries: Entry, body: str = "<p>Un texte.</p>", **site: Any) -> Hub:
    hub = Hub(**site)
    for entry in entries or (make_entry(),):
        hub.add(entry, body)
    return hub


def atom(hub: Hub, subject: str = "all:", url: str = "/feed.xml") -> Any:
    return etree.fromstring(hub.write(write_atom, subject, url))


def rss(hub: Hub) -> Any:
    return etree.fromstring(hub.write(write_rss, url="/rss.xml"))


def json_feed(hub: Hub) -> Any:
    return json.loads(hub.write(write_json_feed, url="/feed.json"))


def texts(root: Any, path: str) -> list[str]:
    return [element.text for element in root.iterfind(path, ATOM)]


# What each format owes


def test_an_atom_feed_has_all_that_the_norm_requires() -> None:
    """RFC 4287 §4.1: id, title and updated everywhere, an author, links to itself and its page."""
    organisation = OrganisationConfig(name="L’association")
    hub = hub_with(make_entry(updated="2022-03-07"), organisation=organisation)

    root = atom(hub)

    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    for parent in (root, root.find("a:entry", ATOM)):
        for required in ("id", "title", "updated"):
            assert len(texts(parent, f"a:{required}")) == 1
    assert texts(root, "a:author/a:name") == ["L’association"]
    assert texts(root, "a:updated") == ["2022-03-07T00:00:00+01:00"]
    links = {link.get("rel"): link.get("href") for link in root.iterfind("a:link", ATOM)}
    assert list(links.items()) == [  # several readers take the first one for the site
        ("alternate", "https://hub.example.org/"),
        ("self", "https://hub.example.org/feed.xml"),
    ]
    entry = root.find("a:entry", ATOM)
    assert texts(entry, "a:published") == ["2022-03-05T16:41:00+01:00"]
    assert entry.find("a:link", ATOM).get("href") == URL
    assert entry.find("a:content", ATOM).get("type") == "html"


def test_an_rss_feed_has_all_that_the_format_requires() -> None:
    author = Author(name="Prénom Nom", slug="prenom-nom", url="/auteurs/prenom-nom/")

    channel = rss(hub_with(make_entry(authors=(author,)))).find("channel")

    assert channel.findtext("title") == "Le hub"
    assert channel.findtext("link") == "https://hub.example.org/"
    assert channel.findtext("description")
    assert channel.findtext("language") == "fr"
    itself = channel.find("a:link", ATOM)
    assert (itself.get("rel"), itself.get("href")) == ("self", "https://hub.example.org/rss.xml")
    assert channel.find("item/guid").get("isPermaLink") == "false"
    assert channel.findtext("item/pubDate") == "Sat, 05 Mar 2022 16:41:00 +0100"
    assert channel.findtext("item/{http://purl.org/dc/elements/1.1/}creator") == "Prénom Nom"
    assert channel.find("item/author") is None, "RSS's author is an e-mail address"


def test_who_opens_a_feed_in_a_browser_finds_its_dates_in_words() -> None:
    """A style sheet makes no words of a date: they are what the link to the page is called."""
    feed = atom(hub_with(make_entry("a", lang="en"), make_entry("b")))

    told = [link.get("title") for link in feed.iterfind("{*}entry/{*}link[@rel='alternate']")]
    assert told == ["5 March 2022", "5\u00a0mars 2022"]


def test_a_json_feed_has_all_that_the_format_requires() -> None:
    feed = json_feed(hub_with())

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] == "Le hub"
    assert feed["feed_url"] == "https://hub.example.org/feed.json"
    assert feed["home_page_url"] == "https://hub.example.org/"
    assert feed["authors"] == [{"name": "Le hub"}]  # `author` was version 1.0's
    item = feed["items"][0]
    assert item["url"] == URL
    assert item["content_html"] == "<p>Un texte.</p>"
    assert item["date_published"] == "2022-03-05T16:41:00+01:00"
    assert isinstance(item["id"], str)


def test_a_reader_finds_the_same_in_all_three() -> None:
    author = Author(name="Prénom Nom", slug="prenom-nom", url="/auteurs/prenom-nom/")
    entry = make_entry(
        title="L’eau & le <feu>",
        authors=(author,),
        tags=(Term("Label & co", "label", "/tags/label/"),),
        summary="Un résumé < 100 signes",
    )
    hub = hub_with(entry, body="<p>Un &amp; deux</p>")

    first = feedparser.parse(hub.write(write_atom)).entries[0]
    second = feedparser.parse(hub.write(write_rss)).entries[0]
    third = json_feed(hub)["items"][0]

    assert first.id == second.id == third["id"]
    assert first.link == second.link == third["url"] == URL
    assert first.title == second.title == third["title"] == "L’eau & le <feu>"
    contents = (first.content[0].value, second.content[0].value, third["content_html"])
    assert contents == ("<p>Un &amp; deux</p>",) * 3
    assert first.published_parsed == second.published_parsed
    assert [tag.get("label") or tag.term for tag in first.tags] == third["tags"]
    assert [tag.term for tag in second.tags] == third["tags"] == ["Actualités", "Label & co"]
    assert first.author == second.author == third["authors"][0]["name"]
    assert second.summary == "Un résumé &lt; 100 signes"


@pytest.mark.parametrize("write", [write_atom, write_rss, write_json_feed])
def test_an_empty_feed_is_a_feed(write: Any) -> None:
    hub = Hub()

    data = hub.write(write)

    if write is write_json_feed:
        assert json.loads(data)["items"] == []
    else:
        assert not feedparser.parse(data).bozo


@pytest.mark.parametrize("write", [write_atom, write_rss, write_json_feed])
def test_two_calls_give_the_same_bytes(write: Any) -> None:
    hub = hub_with(make_entry("a"), make_entry("b", updated="2022-04-01", events=(make_event(),)))

    first = hub.write(write)

    assert hub.write(write) == first


# Identity, order and dates


def test_the_id_survives_a_change_of_title_date_and_address() -> None:
    before = make_entry()
    after = make_entry(
        title="Autre", date="2023-01-01", updated="2023-02-01", url="/2023/x/", section=None
    )

    ids = [texts(atom(hub_with(entry)), "a:entry/a:id") for entry in (before, after)]

    assert ids == [["tag:hub.example.org,2026:/news/forum.md"]] * 2


def test_ids_are_legal_and_tell_two_sites_of_one_host_apart() -> None:
    entry = make_entry(id="élus/l'eau & 1.md")

    ids = [
        texts(atom(hub_with(entry, url=url)), "a:entry/a:id")[0]
        for url in ("https://example.org/a/", "https://example.org/b/")
    ]

    assert ids[0] != ids[1]
    assert all(
        re.fullmatch(r"tag:example\.org,2026:[\w/%.~-]+", entry_id, re.ASCII) for entry_id in ids
    )


def test_a_pinned_article_stands_at_its_date() -> None:
    entries = [
        make_entry("old", date="2020-01-01", pinned=True),
        make_entry("new"),
        make_entry("b"),
    ]

    ids = texts(atom(hub_with(*entries)), "a:entry/a:id")

    assert [entry_id.rpartition("/")[2] for entry_id in ids] == ["b.md", "new.md", "old.md"]


def test_the_feed_is_as_new_as_its_newest_change() -> None:
    hub = hub_with(
        make_entry("a", date="2022-03-05", updated="2022-03-06 08:00"),
        make_entry("b", date="2022-03-05 22:00"),
    )

    assert texts(atom(hub), "a:updated") == ["2022-03-06T08:00:00+01:00"]


def test_an_update_is_never_before_the_publication() -> None:
    """`updated: 2022-03-05` is midnight; the article of that day appeared at 16:41."""
    entry = make_entry(date="2022-03-05 16:41", updated="2022-03-05")

    assert texts(atom(hub_with(entry)), "a:entry/a:updated") == ["2022-03-05T16:41:00+01:00"]


@settings(max_examples=60, deadline=None)
@given(
    st.datetimes(dt.datetime(1890, 1, 1), dt.datetime(2050, 1, 1)),
    st.sampled_from(["Europe/Paris", "Indian/Reunion", "Pacific/Noumea", "+05:30", "UTC"]),
)
@example(dt.datetime(1905, 7, 1), "Europe/Paris")
def test_dates_in_all_formats_are_the_articles_instant(local: dt.datetime, zone: str) -> None:
    date = Moment(local.replace(microsecond=0), zone=zone)
    hub = hub_with(make_entry(date=date))

    published = texts(atom(hub), "a:entry/a:published")[0]
    pub_date = rss(hub).findtext("channel/item/pubDate")

    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", published)
    assert dt.datetime.fromisoformat(published) == utc(date.instant)
    assert re.fullmatch(r"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} [+-]\d{4}", pub_date)
    assert parsedate_to_datetime(pub_date) == utc(date.instant)
    assert json_feed(hub)["items"][0]["date_published"] == published


# Scope and settings


def test_a_sections_feed_is_named_after_it_and_leads_to_it() -> None:
    root = atom(hub_with(), "section:news", "/news/feed.xml")

    assert texts(root, "a:title") == [f"Le hub – {NEWS.title}"]
    links = {link.get("rel"): link.get("href") for link in root.iterfind("a:link", ATOM)}
    assert links["self"] == "https://hub.example.org/news/feed.xml"
    assert links["alternate"] == "https://hub.example.org/news/"
    assert texts(root, "a:id") == ["tag:hub.example.org,2026:/feed/section/news"]


def test_the_feeds_of_a_tag_and_an_author_are_named_after_them() -> None:
    hub = hub_with()
    hub.terms["tag", "label"] = Term("Label", "label", "/tags/label/")
    hub.terms["author", "nom"] = Author(name="P. Nom", slug="nom", url="/auteurs/nom/")

    titles = [texts(atom(hub, subject), "a:title")[0] for subject in ("tag:label", "author:nom")]

    assert titles == ["Le hub – Label", "Le hub – P. Nom"]


def test_a_feed_holds_as_many_articles_as_the_site_says() -> None:
    entries = [make_entry(str(number)) for number in range(5)]

    root = atom(hub_with(*entries, feeds=FeedsConfig(limit=3)))

    assert len(root.findall("a:entry", ATOM)) == 3


def test_a_feed_of_summaries_asks_for_no_body() -> None:
    hub = hub_with(make_entry(summary="Le résumé"), feeds=FeedsConfig(full_content=False))
    hub.bodies.clear()

    entry = atom(hub).find("a:entry", ATOM)

    assert texts(entry, "a:summary") == ["Le résumé"]
    assert entry.find("a:content", ATOM) is None
    assert rss(hub).findtext("channel/item/description") == "Le résumé"
    assert json_feed(hub)["items"][0]["content_text"] == "Le résumé"


def test_an_article_in_another_language_says_so() -> None:
    hub = hub_with(make_entry("a", lang="en"), make_entry("b"))

    language = "{http://www.w3.org/XML/1998/namespace}lang"
    root = atom(hub)
    languages = [entry.get(language) for entry in root.iterfind("a:entry", ATOM)]
    assert root.get(language) == "fr"
    assert languages == ["en", None]


# What an article brings along


@pytest.mark.parametrize(
    ("status", "title"),
    [
        ("confirmed", "Forum 2022"),
        ("tentative", "Forum 2022"),
        ("cancelled", "[Annulé] Forum 2022"),
        ("postponed", "[Reporté] Forum 2022"),
        ("rescheduled", "[Nouvelle date] Forum 2022"),
        ("full", "[Complet] Forum 2022"),
    ],
)
def test_what_became_of_the_event_stands_in_the_title(status: str, title: str) -> None:
    hub = hub_with(make_entry(events=(make_event(status=status),)))

    assert texts(atom(hub), "a:entry/a:title") == [title]


def test_one_cancelled_date_among_three_does_not_cancel_the_release() -> None:
    events = (make_event(status="cancelled"), make_event(id="b"), make_event(id="c"))
    hub = hub_with(make_entry(events=events))

    assert texts(atom(hub), "a:entry/a:title") == ["Forum 2022"]
    content = texts(atom(hub), "a:entry/a:content")[0]
    assert content.count("Annulé – Forum 2022 – Était prévu\u00a0: <s>") == 1


def test_the_content_says_when_and_where_the_event_takes_place() -> None:
    venue = Location(name="Cité <Nantes>")
    weekly = make_event(id="b", repeat=Repeat(rrule="FREQ=WEEKLY"))
    hub = hub_with(make_entry(events=(make_event(location=venue),)))
    recurring = hub_with(make_entry(events=(weekly,)))

    assert texts(atom(hub), "a:entry/a:content")[0].startswith(
        '<div class="event-facts"><p>mercredi 2\u00a0mars 2022 de 9\u00a0h à 11\u00a0h, '
        "Cité &lt;Nantes&gt;</p></div>"
    )
    told = texts(atom(recurring), "a:entry/a:content")[0]
    assert told.partition(">")[2].startswith(
        "<p>Forum 2022\u00a0:</p>\n<ul><li>mercredi 9\u00a0mars 2022 de 9"
    )
    assert told.count("<li>") == 13
    assert told.endswith("<li>D’autres dates suivent.</li></ul></div>\n<p>Un texte.</p>")


def test_a_place_is_told_with_its_town_and_that_one_can_take_part_from_afar() -> None:
    venue = Location(name="Maison commune", city="Tours")
    town = Location(name="Mairie de Tours", city="Tours")
    hub = hub_with(
        make_entry("a", events=(make_event(location=venue, online="https://example.org/"),)),
        make_entry("b", events=(make_event(location=town),)),
    )

    first, second = (text.splitlines()[0] for text in texts(atom(hub), "a:entry/a:content"))

    assert first.endswith(", Maison commune, Tours et en ligne</p></div>")
    assert second.endswith(", Mairie de Tours</p></div>")


def test_dates_of_a_series_are_those_to_come_when_it_was_written_with_what_differs() -> None:
    changes = (
        Change(date=moment("2022-03-16", ""), status="cancelled"),
        Change(date=moment("2022-03-23", ""), name="La finale", location=Location(name="Blois")),
    )
    repeat = Repeat(rrule="FREQ=WEEKLY;COUNT=4", changes=changes)
    event = make_event(location=Location(name="Tours"), repeat=repeat)

    told = texts(atom(hub_with(make_entry(date="2022-03-04", events=(event,)))), ".//a:content")[0]

    heading, *lines = re.findall(r"<(?:p|li)>(.*?)</(?:p|li)>", told)[:4]
    assert heading == "Forum 2022, Tours\u00a0:"
    assert [re.sub(r"\W+", " ", line) for line in lines] == [
        "mercredi 9 mars 2022 de 9 h à 11 h",
        "Annulé Était prévu s mercredi 16 mars 2022 de 9 h à 11 h s ",
        "La finale mercredi 23 mars 2022 de 9 h à 11 h Blois",
    ]


def test_all_authors_stand_in_one_creator_and_the_organisation_where_nobody_signs() -> None:
    """Most readers of RSS show a single creator."""
    names = ("Anne Nom", "Bao Nom")
    authors = tuple(Author(slug=name[:3].lower(), name=name, url=f"/{name}/") for name in names)
    organisation = OrganisationConfig(name="L’association")
    entries = make_entry("a", authors=authors), make_entry("b", authors=())

    items = rss(hub_with(*entries, organisation=organisation)).iterfind("channel/item")

    creators = [[creator.text for creator in item.iterfind("{*}creator")] for item in items]
    assert creators == [["Anne Nom, Bao Nom"], ["L’association"]]


def test_a_chapo_stands_before_the_body_and_a_first_paragraph_is_not_said_twice() -> None:
    own = make_entry("a", summary="Le chapô", has_own_summary=True)
    made = make_entry("b", summary="Un texte.")

    contents = texts(atom(hub_with(own, made)), "a:entry/a:content")

    assert contents == ["<p><strong>Le chapô</strong></p>\n<p>Un texte.</p>", "<p>Un texte.</p>"]


def test_photo_and_files_come_along() -> None:
    photo = Image(src="/a/photo.jpg", alt='Une "salle"', caption="La salle", credit="P. Nom")
    file = Attachment(name="d.pdf", url="/a/d.pdf", size=12, media_type="application/pdf")
    plan = Attachment(name="p.png", url="/a/p.png", size=9, media_type="image/png")
    hub = hub_with(make_entry(image=photo, attachments=(plan, file)))

    enclosures = [
        (link.get("href"), link.get("type"), link.get("length"))
        for link in atom(hub).iterfind("a:entry/a:link[@rel='enclosure']", ATOM)
    ]
    assert enclosures == [
        ("https://hub.example.org/a/d.pdf", "application/pdf", "12"),
        ("https://hub.example.org/a/p.png", "image/png", "9"),
        ("https://hub.example.org/a/photo.jpg", "image/jpeg", None),
    ], "the document first: some readers take one file"
    item = rss(hub).find("channel/item")
    assert dict(item.find("enclosure").attrib) == {
        "url": "https://hub.example.org/a/d.pdf",
        "type": "application/pdf",
        "length": "12",
    }
    media = item.find("{http://search.yahoo.com/mrss/}content")
    assert media.get("url") == "https://hub.example.org/a/photo.jpg"
    told = json_feed(hub)["items"][0]
    assert told["image"] == "https://hub.example.org/a/photo.jpg"
    assert told["_sitegen"] == {"image_credit": "P. Nom"}
    assert told["attachments"][0]["mime_type"] == "application/pdf"
    assert told["content_html"].startswith(
        '<figure><img src="https://hub.example.org/a/photo.jpg" alt="Une &quot;salle&quot;">'
        "<figcaption>La salle – Photo\u00a0: P. Nom</figcaption></figure>"
    )


# Content elsewhere


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="/agenda/">x</a>', '<a href="https://hub.example.org/agenda/">x</a>'),
        ('<a href="#fn:1">1</a>', f'<a href="{URL}#fn:1">1</a>'),
        ('<img src="photo.jpg" alt="">', f'<img src="{URL}photo.jpg" alt="">'),
        ("<img src='/é.jpg?a=1&amp;b=2'>", '<img src="https://hub.example.org/é.jpg?a=1&amp;b=2">'),
        ('<a href="mailto:a@b.fr">x</a>', '<a href="mailto:a@b.fr">x</a>'),
        ('<a href="JavaScript:alert(1)">x</a>', "<a>x</a>"),
        ('<a href="http://[">x</a>', "<a>x</a>"),
        ('<h2 id="a" class="b">x</h2>', "<h2>x</h2>"),
        ('<p style="x" onclick=\'a("b>c")\' lang="en">x</p>', '<p lang="en">x</p>'),
        ("a<script>if (a < b) { '</p>' }</script>b", "ab"),
        ("a<SCRIPT src=x></SCRIPT >b<script>c", "ab"),
        ("a<style>p { }</style>b<!-- <p> -->c", "abc"),
        ('<form action="/"><input name="a"><p>x</p><select><option>y</select></form>', "<p>x</p>"),
        (
            '<iframe src="/v" title="Vidéo"></iframe>',
            '<a href="https://hub.example.org/v">Vidéo</a>',
        ),
        ('<iframe src="https://v.org/">x', '<a href="https://v.org/">https://v.org/</a>'),
        ("<iframe></iframe>", ""),
        ("<p>1 < 2 &amp; 3 > 2 &eacute;</p>", "<p>1 < 2 &amp; 3 > 2 &eacute;</p>"),
        ('<td colspan="2" headers="a">x</td>', '<td colspan="2">x</td>'),
        ('<img src="/a.jpg" srcset="/b.jpg 2x"/>', '<img src="https://hub.example.org/a.jpg">'),
        (
            '<a title="a > b" href="/">x</a>',
            '<a title="a > b" href="https://hub.example.org/">x</a>',
        ),
    ],
)
def test_content_survives_in_a_reader(html: str, expected: str) -> None:
    elsewhere = "https://hub.example.org/news/congress/"

    assert feed_html(html, URL) == expected
    assert feed_html(html, elsewhere) == expected.replace(URL, elsewhere)


def test_internal_addresses_of_the_body_are_absolute() -> None:
    hub = hub_with(body='<p><a href="sitegen:news/b/#x">x</a></p>')

    content = texts(atom(hub), "a:entry/a:content")[0]

    assert content == '<p><a href="https://hub.example.org/news/b/#x">x</a></p>'


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
@example(NAUGHTY)
@example("<" * 50 + 'a="' * 50)
def test_any_text_makes_a_well_formed_feed(text: str) -> None:
    entry = make_entry(
        title=text, summary=text, has_own_summary=True, tags=(Term(text, "t", "/t/"),)
    )
    hub = hub_with(entry, body=f"<p>{text}</p>", title=f"x{text}", description=text)

    for write in (write_atom, write_rss):
        etree.fromstring(hub.write(write))
    item = json.loads(hub.write(write_json_feed))["items"][0]

    assert not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]", item["content_html"])
    assert texts(atom(hub), "a:entry/a:title")[0] in (item.get("title"), None)


def test_a_title_of_markup_is_shown_as_it_was_typed() -> None:
    hub = hub_with(make_entry(title=NAUGHTY))

    title = texts(atom(hub), "a:entry/a:title")

    assert title == ["Édité <b>&amp; « ici » ]]>  '🎉' </title> &lt;"]
    assert json_feed(hub)["items"][0]["title"] == title[0]


def test_moments_of_the_hub_are_in_paris() -> None:
    assert moment("2022-03-05 16:41").iso() == "2022-03-05T16:41:00+01:00"
