"""Sources whose texts have no page here: lists, feeds and calendars lead to where they stand."""

import json
from collections.abc import Iterator

import icalendar
import pytest
from click.testing import CliRunner

from sitegen.cli import cli
from tests.fetching.partners import (
    Partners,
    bring,
    calendar,
    event,
    item,
    rss,
    settings,
    source,
)
from tests.support import SiteFolder, files_below

NEWS, FORUM = "https://partenaire.example/1", "https://p.example/forum"
WITHOUT = "pages: false"


@pytest.fixture
def hub(site: SiteFolder, partners: Partners) -> SiteFolder:
    site.write("site.yaml", settings(
        fil=source(partners.url("/fil"), "news", WITHOUT),
        dates=source(partners.url("/d"), "agenda", WITHOUT),
    ) + "search: true\n")  # fmt: skip
    partners.says("/fil", rss(item("1", "Du neuf")))
    forum = event("forum@p.example", "Forum", "20261201T183000", f"URL:{FORUM}")
    partners.says("/d", calendar(forum, event("bal@p.example", "Bal", "20261202")))
    assert bring(site, partners).diagnostics == []
    return site


def test_all_that_leads_to_a_text_leads_to_its_source(hub: SiteFolder) -> None:
    assert hub.build(now="2026-11-23").diagnostics == []

    news = hub.page("news/index.html")
    assert f'href="{NEWS}"' in news
    assert "Le partenaire" in news, "who has it stands beside it"
    assert 'href="/news/du-neuf/"' not in news
    agenda = hub.page("agenda/index.html")
    assert f'href="{FORUM}"' in agenda
    assert agenda.count("Annoncé par\u00a0: Agenda du partenaire</p>") == 2, "in lists of dates too"
    told = json.loads(hub.page("feed.json"))["items"]
    assert {each["url"] for each in told if "/news/a/" not in each["url"]} == {
        NEWS, FORUM, "https://hub.example.org/agenda/bal/",
    }, "a date that has no address there has a page here"  # fmt: skip
    read = icalendar.Calendar.from_ical((hub.output / "agenda.ics").read_bytes())
    assert {str(each["URL"]) for each in read.events} >= {FORUM}
    assert not hub.has("agenda/forum/event.ics")
    sought = {page["path"]: page for page in _sought(hub)}
    assert sought.keys() == {"news/a/", "news/du-neuf/", "agenda/forum/", "agenda/bal/"}
    assert sought["news/du-neuf/"]["title"] == "Du neuf"
    assert "Le texte de Du neuf, en entier." in sought["news/du-neuf/"]["text"]
    assert "/news/du-neuf/" not in hub.page("sitemap.xml")
    assert NEWS not in hub.page("sitemap.xml")
    assert [each for each in hub.check() if each.level == "error"] == []
    before = files_below(hub.output)
    hub.build(now="2026-11-23", clean=True)
    assert files_below(hub.output) == before
    hub.replace("content/_fetched/fil/du-neuf.md", "title: Du neuf", "title: Du vieux")
    hub.build(now="2026-11-23")
    assert "Du vieux" in hub.page("news/index.html")
    before = files_below(hub.output)
    hub.build(now="2026-11-23", clean=True)
    assert files_below(hub.output) == before


def _sought(hub: SiteFolder) -> Iterator[dict[str, str]]:
    """Yield what readers find of each page: one that leads on too."""
    for path in (hub.output / "search-index/texts").glob("*/*"):
        yield json.loads(path.read_bytes())


def test_where_a_page_was_it_leads_on(hub: SiteFolder) -> None:
    """Its address is not lost, and readers' programs know its news for the same."""
    written = (hub.root / "site.yaml").read_text(encoding="utf-8")
    hub.write("site.yaml", written.replace(WITHOUT, "pages: true"))
    hub.build(now="2026-11-23")
    before = {each["title"]: each["id"] for each in json.loads(hub.page("feed.json"))["items"]}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(hub.root)
        noting = ["published", "--now", "2026-11-23", "--write"]
        assert CliRunner().invoke(cli, noting).exit_code == 0
        hub.write("site.yaml", written)
        report = hub.build(now="2026-11-23")
        assert CliRunner().invoke(cli, noting).exit_code == 0

    assert report.diagnostics == []
    page = hub.page("news/du-neuf/index.html")
    assert f'content="0; url={NEWS}"' in page
    assert f'<link rel="canonical" href="{NEWS}">' in page
    after = {each["title"]: each["id"] for each in json.loads(hub.page("feed.json"))["items"]}
    assert after == before
    listed = (hub.root / "published.txt").read_text(encoding="utf-8")
    assert "/news/du-neuf/ _fetched/fil/du-neuf.md feed\n" in listed
    assert "/agenda/forum/ _fetched/dates/forum.md feed uid:forum@p.example\n" in listed
    kept = icalendar.Calendar.from_ical((hub.output / "agenda/forum/event.ics").read_bytes())
    assert [(str(each["UID"]), str(each["URL"])) for each in kept.events] == [
        ("forum@p.example", FORUM)
    ], "programs go on asking for it"
    told = (hub.root / "content/_fetched/dates/forum.md").read_text(encoding="utf-8")
    hub.write("content/_fetched/dates/forum.md", told.partition("event:")[0] + "---\nVenez.\n")
    hub.build(now="2026-11-24")
    gone = icalendar.Calendar.from_ical((hub.output / "agenda/forum/event.ics").read_bytes())
    assert [(str(each["UID"]), str(each["STATUS"])) for each in gone.events] == [
        ("forum@p.example", "CANCELLED")
    ]
    before_clean = files_below(hub.output)
    hub.build(now="2026-11-24", clean=True)
    assert files_below(hub.output) == before_clean
    hub.replace("content/_fetched/fil/du-neuf.md", "title: Du neuf", "title: Neuf\ndraft: true")
    hub.build(now="2026-11-23")
    assert not hub.has("news/du-neuf/index.html"), "a draft leads nowhere"
    assert NEWS not in hub.page("feed.json")


def test_it_leads_there_from_a_version_on_a_host_of_its_own_too(hub: SiteFolder) -> None:
    """Which shows it untranslated, by its pages and by the rules of its host."""
    written = (hub.root / "site.yaml").read_text(encoding="utf-8")
    there = "{title: The hub, url: 'https://en.example.org/', untranslated: show}"
    hub.write("site.yaml", f"{written}languages: {{en: {there}}}\npublishing: {{host: netlify}}\n")

    hub.write("content/news/2026-01-10-a.en.md", "---\ntitle: A\n---\nA text.\n")

    assert hub.build(now="2026-11-23").diagnostics == []

    page = hub.page("en/news/du-neuf/index.html")
    assert f'content="0; url={NEWS}"' in page
    assert f'<link rel="canonical" href="{NEWS}">' in page
    assert f'href="{NEWS}"' in hub.page("en/news/index.html")
    assert f"/en/news/du-neuf/ {NEWS} 301!" in hub.page("_redirects")
    assert not any(b"orghttps:" in content for content in files_below(hub.output).values())


def test_beside_a_page_that_is_not_there_stands_nothing(
    site: SiteFolder, partners: Partners
) -> None:
    """No kit for the press; `/agenda.json` calls an event as its address here does."""
    site.write("site.yaml", settings(
        dates=source(partners.url("/d"), "{section: agenda, kind: Communiqué}", WITHOUT),
    ) + "press: {kinds: [Communiqué]}\n")  # fmt: skip
    url = "URL:https://p.example/agenda.php?p=12"
    partners.says("/d", calendar(event("forum@p.example", "Le forum", "20261201", url)))
    bring(site, partners)

    assert site.build(now="2026-11-23").diagnostics == []

    (told,) = json.loads(site.page("agenda.json"))["events"]
    assert (told["slug"], told["canonicalUrl"]) == ("le-forum", url.removeprefix("URL:"))
    assert [path for path in files_below(site.output) if "le-forum" in path] == [
        "agenda/le-forum/index.html"
    ]


def test_an_address_that_a_page_of_ours_wants_too_is_told(hub: SiteFolder) -> None:
    """As of two pages: what readers know stays until somebody has said which it is."""
    hub.build(now="2026-11-23")
    hub.write("content/news/du-neuf.md", "---\ntitle: Du neuf\ndate: 2026-11-20\n---\nLe nôtre.\n")

    report = hub.build(now="2026-11-23")

    assert [each.code for each in report.diagnostics] == ["address-twice"]
    assert "_fetched/fil/du-neuf.md" in report.diagnostics[0].path
    assert NEWS in hub.page("news/du-neuf/index.html")
    hub.replace("content/news/du-neuf.md", "date:", "slug: le-notre\ndate:")
    assert hub.build(now="2026-11-23").diagnostics == []
