"""Sites that show one another's texts: nothing comes back, is lost, or stands there twice."""

import datetime as dt
import json
from pathlib import Path

import feedparser
import icalendar
import pytest
from click.testing import CliRunner

from sitegen.cli import cli
from tests.fetching.partners import (
    Partners,
    bring,
    calendar,
    event,
    fetched,
    item,
    rss,
    settings,
    source,
)
from tests.support import SiteFolder

DC = "http://purl.org/dc/elements/1.1/"
EVENT = (
    "---\ntitle: {}\ndate: 2026-01-05\nevent: {{id: {}, start: {}, location: Lyon}}\n---\nVenez.\n"
)


class Circle:
    """A federation, its member and a neighbour, each a source of the others."""

    def __init__(self, folder: Path, partners: Partners, names: dict[str, str]) -> None:
        self.partners = partners
        self.urls = {name: partners.url(f"/{name}/", f"{name}.example") for name in names}
        self.sites = {name: SiteFolder(folder / name) for name in names}
        for name, heard in names.items():
            told = "".join(
                f"  {other}: {{url: '{self.urls[other]}', kind: sitegen, into: agenda, "
                f"consent: oui}}\n"
                for other in heard.split()
            )
            text = f"title: Le {name}\nurl: {self.urls[name]}\nsearch: false\nsources:\n{told}"
            self.sites[name].write("site.yaml", text)

    def day(self, day: str) -> None:
        """Let each site fetch, build and publish, one after the other, as CI does at night."""
        for name, site in self.sites.items():
            if self.partners.pages:
                report = bring(site, self.partners, now=dt.datetime.fromisoformat(f"{day}T12:00Z"))
                assert not any(told.problem == "held" for told in report.outcomes.values())
            codes = {each.code for each in site.build(now=f"{day}T14:00").diagnostics}
            assert codes <= {"address-gone"}
            if (site.root / "published.txt").exists():
                with pytest.MonkeyPatch.context() as patch:
                    patch.chdir(site.root)
                    noting = ["published", "--now", f"{day}T14:00", "--write"]
                    assert CliRunner().invoke(cli, noting).exit_code == 0
            self._publish(name, site)

    def days(self, *days: str) -> None:
        for day in days:
            self.day(day)

    def _publish(self, name: str, site: SiteFolder) -> None:
        for path in [path for path in self.partners.pages if path.startswith(f"/{name}/")]:
            del self.partners.pages[path]
        for path in site.output.rglob("*"):
            if path.is_file() and path.suffix in (".ics", ".json", ".xml", ".html"):
                shown = path.relative_to(site.output).as_posix().removesuffix("index.html")
                self.partners.says(f"/{name}/{shown}", path.read_bytes())

    def dates(self, name: str) -> dict[str, tuple[str, str]]:
        """Return by UID when what the calendar of a site holds takes place, and its status."""
        read = icalendar.Calendar.from_ical((self.sites[name].output / "agenda.ics").read_bytes())
        told = {
            str(event["UID"]): (f"{event['DTSTART'].dt:%Y-%m-%d}", str(event["STATUS"]))
            for event in read.events
        }
        assert len(told) == len(read.events), "each UID once"
        return told


@pytest.fixture
def circle(tmp_path: Path, partners: Partners) -> Circle:
    names = {"fed": "membre voisin", "membre": "fed voisin", "voisin": "fed membre"}
    return Circle(tmp_path, partners, names)


@pytest.mark.slow
def test_three_sites_that_fetch_one_another_agree_for_a_year(circle: Circle) -> None:
    """Each edit of one is what all show a few nights later; no text of a site comes back to it."""
    fed, membre = circle.sites["fed"], circle.sites["membre"]
    congres, forum = "content/agenda/congres.md", "content/agenda/forum.md"
    fed.write(congres, EVENT.format("Le congrès", "congres", "2026-06-01 09:00"))
    fed.write("content/news/motion.md", "---\ntitle: Une motion\ndate: 2026-01-06\n---\nTexte.\n")
    membre.write(forum, EVENT.format("Le forum", "forum", "2026-05-01 09:00"))
    membre.write("content/news/bilan.md", "---\ntitle: Un bilan\ndate: 2026-01-07\n---\nTexte.\n")
    circle.sites["voisin"].write("content/a.md", "---\ntitle: A\n---\nTexte.\n")

    def agree(**told: tuple[str, str]) -> None:
        wanted = {
            "congres@fed.example": told.get("congres"),
            "forum@membre.example": told.get("forum"),
        }
        shown = {uid: when for uid, when in wanted.items() if when}
        for name in circle.sites:
            assert circle.dates(name) == shown, name

    circle.days("2026-01-10", "2026-01-11", "2026-01-12")
    agree(congres=("2026-06-01", "CONFIRMED"), forum=("2026-05-01", "CONFIRMED"))
    files = {name: sorted(fetched(site)) for name, site in circle.sites.items()}
    assert files == {
        "fed": ["membre/le-forum.md", "membre/un-bilan.md"],
        "membre": ["fed/le-congres.md", "fed/une-motion.md"],
        "voisin": [
            "fed/le-congres.md", "fed/une-motion.md", "membre/le-forum.md", "membre/un-bilan.md",
        ],
    }  # fmt: skip
    fed.replace(congres, "2026-06-01", "2026-06-08")
    membre.replace(forum, "location: Lyon", "location: Lyon, status: cancelled")
    circle.days("2026-02-10", "2026-02-11")
    agree(congres=("2026-06-08", "CONFIRMED"), forum=("2026-05-01", "CANCELLED"))
    membre.replace(forum, ", status: cancelled", "")
    (fed.root / congres).rename(fed.root / "content/agenda/grand-congres.md")
    circle.days("2026-02-20", "2026-02-21")
    agree(congres=("2026-06-08", "CONFIRMED"), forum=("2026-05-01", "CONFIRMED"))
    membre.remove(forum)
    circle.days("2026-03-01", "2026-03-02")
    agree(congres=("2026-06-08", "CONFIRMED"))
    membre.write(forum, EVENT.format("Le forum", "forum", "2026-09-01 09:00"))
    fed.remove("content/agenda/grand-congres.md")
    circle.days("2026-04-10", "2026-04-11")
    agree(forum=("2026-09-01", "CONFIRMED"))
    assert {name: sorted(fetched(site)) for name, site in circle.sites.items()} == files


@pytest.mark.slow
def test_an_event_that_calendars_still_tell_as_cancelled_keeps_its_text_and_comes_back_to_nobody(
    tmp_path: Path, partners: Partners
) -> None:
    """A site that notes what it publishes tells of what is gone its name and day alone."""
    circle = Circle(tmp_path, partners, {"fed": "membre", "membre": "fed"})
    fed, membre = circle.sites["fed"], circle.sites["membre"]
    for name, site in circle.sites.items():
        site.write("published.txt", f"@ {circle.urls[name]}\n")
        site.write("content/a.md", "---\ntitle: A\n---\nTexte.\n")
    for name in ("forum", "bal"):
        membre.write(f"content/agenda/{name}.md", EVENT.format(name.title(), name, "2026-05-01"))
    circle.days("2026-01-10", "2026-01-11")
    membre.remove("content/agenda/forum.md")
    circle.days("2026-02-01", "2026-02-02")

    told = fetched(fed)["membre/forum.md"]
    assert "  status: cancelled\n" in told
    assert f"  url: {circle.urls['membre']}agenda/forum/\n" in told
    assert told.endswith("---\n\nVenez.\n")
    off = {"forum@membre.example": ("2026-05-01", "CANCELLED")}
    on = {"bal@membre.example": ("2026-05-01", "CONFIRMED")}
    assert circle.dates("fed") == circle.dates("membre") == off | on
    assert fetched(membre) == {}
    quiet = bring(fed, partners, now=dt.datetime.fromisoformat("2026-02-02T13:00Z"))
    assert quiet.outcomes["membre"].is_quiet
    fed.remove("content/_fetched/membre/forum.md")
    fed.remove("content/_fetched/membre/_fetched.json")
    bring(fed, partners)
    assert list(fetched(fed)) == ["membre/bal.md"], "of what is gone no new document is made"


def test_what_a_partner_passes_on_names_who_announced_it(
    tmp_path: Path, partners: Partners
) -> None:
    """Also where the original is no source; its address is the canonical one, and all are named."""
    circle = Circle(tmp_path, partners, {"fed": "voisin", "membre": "fed", "voisin": "membre"})
    text = "---\ntitle: Une motion\ndate: 2026-01-06\n---\nTexte.\n"
    circle.sites["fed"].write("content/news/motion.md", text)
    circle.sites["fed"].write("content/agenda/bal.md", EVENT.format("Le bal", "bal", "2026-12-08"))
    for name in ("membre", "voisin"):
        circle.sites[name].write("content/a.md", "---\ntitle: A\n---\nTexte.\n")
    circle.days("2026-01-10", "2026-01-11", "2026-01-12")

    site = circle.sites["voisin"]
    front = fetched(site)["membre/une-motion.md"]
    page = site.page("agenda/une-motion/index.html")

    origin, passed = (
        f"{circle.urls['fed']}news/motion/",
        f"{circle.urls['membre']}agenda/une-motion/",
    )
    assert f"source:\n  name: Le membre\n  url: {passed}\n" in front
    assert f"announced_by:\n- name: Le fed\n  url: {origin}\ncanonical: {origin}\n" in front
    assert all(f'href="{url}"' in page for url in (origin, passed))
    assert f'<link rel="via" href="{origin}" title="Le fed"/>' in site.page("feed.xml").replace(
        " />", "/>"
    )
    news = feedparser.parse(site.page("rss.xml")).entries
    links = {each.title: [link for link in each.links if link.rel == "via"] for each in news}
    assert [link["title"] for link in links["Une motion"]] == ["Le fed", "Le membre"]
    assert links["Une motion"][0]["href"] == origin
    assert set(links) == {"Une motion", "Le bal"}
    (bal,) = icalendar.Calendar.from_ical((site.output / "agenda.ics").read_bytes()).events
    assert [(link.params["LINKREL"], link.params["LABEL"], str(link)) for link in bal["LINK"]] == [
        ("via", "Le fed", f"{circle.urls['fed']}agenda/bal/"),
        ("via", "Le membre", f"{circle.urls['membre']}agenda/le-bal/"),
    ]
    (told,) = json.loads(site.page("agenda.json"))["events"]
    assert [each["name"] for each in told["_sitegen"]["sources"]] == ["Le fed", "Le membre"]
    assert told["_sitegen"]["sources"][0]["url"] == f"{circle.urls['fed']}agenda/bal/"
    assert "canonical" not in fetched(site)["membre/le-bal.md"], "its page is this site's own"
    assert fetched(circle.sites["fed"]) == {}, "it does not come back"


def test_what_a_source_does_not_give_itself_comes_from_who_passes_it_on(
    site: SiteFolder, partners: Partners
) -> None:
    """One that is asked for its calendar alone gives no news; once it does, the text stays where it
    is, and both announce it."""
    there = partners.url("/a/", "a.example")
    sources = {
        "a": source(f"{there}agenda.ics", "agenda", "only: {without: [privé]}"),
        "b": source(partners.url("/b")),
    }
    site.write("site.yaml", settings(**sources))
    partners.says("/a/agenda.ics", calendar(
        event("f@a", "Le forum", "20261201", f"URL:{there}forum/"),
        event("p@a", "Bal privé", "20261202", f"URL:{there}bal/"),
    ))  # fmt: skip
    items = [
        {"id": name, "title": name.title(), "url": partners.url(f"/b/{name}"),
         "content_html": "<p>Un texte.</p>", "date_published": "2026-11-16T09:00:00Z",
         "_sitegen": {"sources": [{"name": "A", "url": f"{there}{name}/"}]}}
        for name in ("forum", "bal", "motion")
    ]  # fmt: skip
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "B", "items": items}
    partners.says("/b", json.dumps(feed))

    bring(site, partners)

    assert list(fetched(site)) == ["a/le-forum.md", "b/bal.md", "b/motion.md"]
    site.write("site.yaml", settings(**sources, c=source(f"{there}fil")))
    link = f"<link>{there}motion/</link>"
    motion = item("1", "Une motion").replace("<link>https://partenaire.example/1</link>", link)
    partners.says("/a/fil", rss(motion))
    partners.says("/b", json.dumps(feed) + " ")
    bring(site, partners)
    texts = fetched(site)
    assert list(texts) == ["a/le-forum.md", "b/bal.md", "b/motion.md"]
    assert "expires" not in texts["b/motion.md"]


def test_an_event_of_ours_that_any_calendar_repeats_is_ours_whenever_it_says_that_it_is(
    site: SiteFolder, partners: Partners
) -> None:
    """A program that does not know sitegen keeps the UID, and hears of a new date too late."""
    site.write("site.yaml", settings(amis=source(partners.url("/a.ics"))))
    site.write("content/agenda/bal.md", EVENT.format("Le bal", "bal", "2026-12-08 20:00"))
    partners.says("/a.ics", calendar(
        event("bal@hub.example.org", "Le bal", "20261201T200000"),
        event("parti@hub.example.org", "Ce qui n’est plus", "20261202T200000"),
        event("sien@amis.example", "Le sien", "20261203T200000"),
    ))  # fmt: skip

    bring(site, partners)

    assert list(fetched(site)) == ["amis/le-sien.md"]


def test_what_is_ours_is_known_after_a_change_of_domain_and_on_the_host_of_a_language(
    site: SiteFolder, partners: Partners
) -> None:
    """UIDs are made of the first address, for ever, and of the letters that an address may have."""
    site.write("published.txt", "@ https://vieux.example.org/\n")
    english = "languages: {en: {title: Hub, url: 'https://en.example.org/'}}\n"
    site.write("site.yaml", settings(amis=source(partners.url("/a.ics"))) + english)
    site.write(
        "content/agenda/été.md",
        "---\ntitle: Fête\ndate: 2026-01-05\nevent: {start: 2026-12-08 20:00}\n---\nVenez.\n",
    )
    partners.says("/a.ics", calendar(
        event("agenda/%C3%A9t%C3%A9@vieux.example.org", "La fête", "20261201T200000"),
        event("1@p", "A text", "20261202", "URL:https://en.example.org/news/a/"),
        event("2@p", "Un texte", "20261203", "URL:https://vieux.example.org/news/a/"),
        event("sien@amis.example", "Le sien", "20261203T200000"),
    ))  # fmt: skip

    bring(site, partners)

    assert list(fetched(site)) == ["amis/le-sien.md"]


def test_a_partner_who_announces_nothing_but_ours_is_well(
    site: SiteFolder, partners: Partners
) -> None:
    site.write("site.yaml", settings(amis=source(partners.url("/a.ics"))))
    partners.says("/a.ics", calendar(event("bal@hub.example.org", "Le bal")))

    report = bring(site, partners)

    assert report.diagnostics == []
    assert fetched(site) == {}


OWN = (
    "---\ntitle: {}\ndate: 2026-01-06\n---\nLes élus demandent que la dotation de solidarité soit "
    "versée avant l’été, comme la loi le veut depuis deux ans.\n"
)
COPIED = "<p>Les élus demandent que la dotation de solidarité soit versée avant l'été, comme.</p>"
OTHER = "<p>Ce que nous en pensons, en trois points.</p>"


def test_a_program_that_knows_nothing_of_sitegen_passes_nothing_of_ours_back(
    site: SiteFolder, partners: Partners
) -> None:
    """Such as a partner's WordPress, which gives each text an address of its own: what is left is
    an identity, the feed, a link under the same title, or the same words under it."""
    site.write("site.yaml", settings(blog=source(partners.url("/blog/feed"), "news")))
    for name in ("Une motion", "Un vœu", "Un bilan", "Un appel", "Un projet", "Une adresse"):
        slug = name.split()[1].replace("œ", "oe")
        site.write(f"content/news/{slug}.md", OWN.format(name))
    there = '<a href="https://hub.example.org/news/bilan/">Un bilan</a>'
    ours = [
        item("tag:hub.example.org,2026:/news/motion.md", "Une motion", text=OTHER),
        item("2", "Un voeu", text=OTHER, more="<source url='https://hub.example.org/rss.xml'>"
             "Le hub</source>"),
        item("3", "Un bilan", text=f"{OTHER}<p>L’article {there} est apparu en premier.</p>"),
        item("4", "Un appel – Le hub", text=f"<p>[Photo]</p>{COPIED}"),
        item("https://hub.example.org/news/projet/", "Un projet", text=OTHER),
        item("6", "Une adresse", text=OTHER,
             more="<dc:source>https://hub.example.org/news/adresse/</dc:source>"),
    ]  # fmt: skip
    theirs = [
        item("7", "Ce que dit la motion", text=COPIED),
        item("8", "Une motion", text=f"<p>Autrement dit.</p>{OTHER}"),
        item("9", "Notre lecture d’un bilan", text=f"{OTHER}<p>{there}</p>"),
        item("10", "Un bilan", text=f"{OTHER}{there.replace('bilan/', 'motion/')}"),
        item("https://hub.example.org/blog/?p=12", "Un vieux billet", text=OTHER),
        item("tag:hub.example.org.mauvais.example,2026:/a.md", "Un autre billet", text=OTHER),
    ]
    feed = rss(*ours, *theirs).replace("<rss ", f'<rss xmlns:dc="{DC}" ')
    partners.says("/blog/feed", feed)

    report = bring(site, partners)

    assert report.diagnostics == []
    assert sorted(fetched(site)) == sorted(
        f"blog/{name}.md" for name in (
            "ce-que-dit-la-motion", "une-motion", "notre-lecture-d-un-bilan", "un-bilan",
            "un-vieux-billet", "un-autre-billet",
        )
    )  # fmt: skip
    assert report.outcomes["blog"].shared == len(ours)


def test_a_copy_of_our_event_is_ours_by_its_words_and_our_address_together(
    site: SiteFolder, partners: Partners
) -> None:
    """Somebody copied it into a calendar of theirs, under another UID; since then it has moved."""
    site.write("site.yaml", settings(amis=source(partners.url("/a.ics"))))
    site.write("content/agenda/bal.md", OWN.format("Le bal").replace(
        "---\nLes", "event: {start: 2026-12-08 20:00, location: Lyon}\n---\nLes"
    ))  # fmt: skip
    ours = "https://hub.example.org/agenda/bal/"
    words = COPIED.replace("<p>", "").replace("</p>", "").replace(",", "\\,")
    partners.says("/a.ics", calendar(
        event("1@g.example", "Le bal", "20261201T200000", f"DESCRIPTION:{words}\\n\\n{ours}"),
        event("2@g.example", "Le bal", "20261202T200000", f"DESCRIPTION:Le nôtre. Voir {ours}"),
        event("3@g.example", "Le bal", "20261203T200000", f"DESCRIPTION:{words}"),
    ))  # fmt: skip

    bring(site, partners)

    shown = sorted(text.split("start: ")[1][:10] for text in fetched(site).values())
    assert shown == ["2026-12-02", "2026-12-03"]


def test_what_a_program_passes_on_of_another_source_is_left_to_that_one(
    site: SiteFolder, partners: Partners
) -> None:
    """By an identity for the whole world, by a link under the same title, or by the feed; of two
    that lead to one another, both come in."""
    keys = {"a": "/a/feed", "b": "/b/feed"}
    hosts = {key: f"{key}.example" for key in keys}
    site.write("site.yaml", settings(**{
        key: source(partners.url(path, hosts[key]), "news") for key, path in keys.items()
    }))  # fmt: skip

    def told(key: str, known: str, title: str, text: str = OTHER, more: str = "") -> str:
        return item(known, title, text=text, more=more).replace(
            "https://partenaire.example/", f"https://{hosts[key]}/"
        )

    def link(key: str, known: str) -> str:
        return f'<p>Dit {key.upper()}.</p>{OTHER}<p>Source : <a href="https://{hosts[key]}/{known}">ici</a></p>'

    partners.says("/a/feed", rss(
        told("a", "https://a.example/?p=1", "Une motion"), told("a", "2", "Un vœu"),
        told("a", "3", "Un appel"), told("a", "4", "Un bilan", link("b", "14")),
    ))  # fmt: skip
    feed = f"<source url='{partners.url('/a/feed', 'a.example')}'>A</source>"
    partners.says("/b/feed", rss(
        told("b", "https://a.example/?p=1", "Une motion"), told("b", "12", "Un voeu", more=feed),
        told("b", "13", "Un appel", link("a", "3")), told("b", "14", "Un bilan", link("a", "4")),
        told("b", "15", "Notre avis sur cet appel", link("a", "3")),
        told("b", "https://a.example/?p=2", "Tout autre chose"),
    ))  # fmt: skip

    bring(site, partners)

    assert [path for path in fetched(site) if path.startswith("b/")] == [
        "b/notre-avis-sur-cet-appel.md", "b/tout-autre-chose.md", "b/un-bilan-b.md",
    ]  # fmt: skip
    assert len(fetched(site)) == 4 + 3


def test_what_goes_round_through_a_program_comes_to_rest(
    site: SiteFolder, partners: Partners
) -> None:
    """It passes on our whole feed, with what we have from it and from others: each night anew."""
    site.write("site.yaml", settings(
        blog=source(partners.url("/blog/feed", "blog.example"), "news", "consent: oui"),
        amf=source(partners.url("/amf", "amf.example"), "news", "consent: oui"),
    ))  # fmt: skip
    motion, text = item("1", "Une motion"), COPIED.replace("Les", "Tous les")
    partners.says("/amf", rss(item("9", "Un vœu", text=text), name="L’AMF"))
    copies = [
        item("1", "Une motion"),
        item("10", "Une motion"),
        item("11", "Une motion", text="<p>Le <a href='https://hub.example.org/news/une-motion/'>"
             "texte</a> de la fédération.</p>"),
        item("12", "Un vœu", text=text),
        item("13", "Un bilan", text=text),
    ]  # fmt: skip
    partners.says("/blog/feed", rss(motion, name="Le blog"))
    bring(site, partners)
    partners.says("/blog/feed", rss(*copies, name="Le blog"))

    report = bring(site, partners)

    texts = fetched(site)
    assert list(texts) == ["amf/un-voeu.md", "blog/un-bilan.md", "blog/une-motion.md"]
    assert "announced_by:\n- name: Le blog\n" in texts["amf/un-voeu.md"], "one text of two"
    assert not any("expires" in text for text in texts.values())
    assert [each.values["reason"] for each in report.diagnostics] == ["another one says the same"]


def test_a_copy_of_what_its_source_tells_no_longer_is_known_by_the_document(
    site: SiteFolder, partners: Partners
) -> None:
    """Feeds hold the latest alone, and programs pass on what is older."""
    site.write("site.yaml", settings(
        amf=source(partners.url("/amf", "amf.example"), "news", "consent: oui"),
        blog=source(partners.url("/blog", "blog.example"), "news", "consent: oui"),
    ))  # fmt: skip
    old, new = "Mon, 05 Jan 2026 09:00:00 +0100", "Mon, 16 Nov 2026 09:00:00 +0100"
    partners.says("/amf", rss(item("1", "Une motion", old, COPIED), item("2", "Un bilan", new)))
    partners.says("/blog", rss(item("b1", "Un billet", old), name="Le blog"))
    bring(site, partners)
    partners.says("/amf", rss(item("2", "Un bilan", new)))
    passed_on = item("b2", "Une motion", new, COPIED), item("b3", "Une motion", new, OTHER)
    partners.says("/blog", rss(item("b1", "Un billet", old), *passed_on, name="Le blog"))

    bring(site, partners)

    texts = fetched(site)
    assert [path for path in texts if "motion" in path] == [
        "amf/une-motion.md", "blog/une-motion-blog.md",
    ]  # fmt: skip
    assert "/b3\n" in texts["blog/une-motion-blog.md"]
    assert "expires" not in texts["amf/une-motion.md"]


def test_letters_in_the_same_words_are_several_where_they_lead_to_several_files(
    site: SiteFolder, partners: Partners
) -> None:
    site.write("site.yaml", settings(fed=source(partners.url("/feed"), "news")))
    partners.says("/feed", rss(*(
        item(key, "La lettre de la fédération", text="<p>Toute l’actualité du mois dans la "
             f"lettre de la fédération, <a href='https://p.example/{key[0]}.pdf'>ici</a>.</p>")
        for key in ("1", "2", "2-copy", "3")
    )))  # fmt: skip

    bring(site, partners)

    assert len(fetched(site)) == 3


def test_an_event_that_goes_on_under_another_identity_is_not_cancelled(
    site: SiteFolder, partners: Partners
) -> None:
    """A site whose own source has new UIDs tells the former ones as cancelled, without a text."""
    site.write("site.yaml", settings(fed=source(partners.url("/a.ics"))))
    partners.says("/a.ics", calendar(event("1@p.example", "Réunion", "20261201T180000")))
    bring(site, partners)
    former = event("1@p.example", "ANNULÉ – Réunion", "20261201T180000", "STATUS:CANCELLED")
    partners.says("/a.ics", calendar(former, event("2@p.example", "Réunion", "20261201T180000")))

    bring(site, partners)

    texts = fetched(site)
    assert list(texts) == ["fed/reunion.md"]
    assert "status" not in texts["fed/reunion.md"]
    assert "  uid: 2@p.example\n" in texts["fed/reunion.md"]
