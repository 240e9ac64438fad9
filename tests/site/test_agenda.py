"""What authors write of events, and the pages that it becomes."""

import re
from collections.abc import Callable

import pytest

from tests.html_checks import html_pages
from tests.support import SiteFolder, places

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
-- content/news/cafe.md --
---
title: Le café
date: 2026-01-01
tags: [eau]
event:
  id: cafe
  start: 2026-12-03 09:00
  end: 2026-12-03 10:00
  type: Rencontre
  location: Tours
  repeat:
    rrule: FREQ=WEEKLY;COUNT=4
    changes:
      - {date: 2026-12-10, start: 2026-12-11 14:00}
      - {date: 2026-12-17, status: cancelled}
      - {date: 2026-12-24, location: Blois, online: https://visio.example.org/}
---
Texte.
-- content/news/report.md --
---
title: Le compte rendu
date: 2026-12-04
event: cafe@2026-12-03
---
Texte.
-- content/news/programme.md --
---
title: Le programme du 24
date: 2026-11-01
event: cafe@2026-12-24
---
Texte.
"""
NOW = "2026-12-05"


def squares(site: SiteFolder, month: str = "2026/12") -> dict[str, str]:
    """Return the text of each day of a month's grid that is not empty, by date."""
    table = site.page(f"agenda/{month}/index.html").partition("<tbody>")[2].partition("</tbody>")[0]
    cells = re.findall(r'<td[^>]*>.*?datetime="([\d-]+)"(.*?)</td>', table, re.DOTALL)
    texts = {day: " ".join(re.sub("<[^>]+>", " ", f"<i {rest}").split()) for day, rest in cells}
    return {day: text for day, text in texts.items() if re.search(r"[^\W\d]{3}", text)}


def test_single_dates_of_a_series_are_moved_cancelled_and_held_elsewhere(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)

    assert site.build(now=NOW).diagnostics == []

    days = squares(site)
    assert sorted(day for day, text in days.items() if "Le café" in text) == [
        "2026-12-03",
        "2026-12-11",
        "2026-12-17",
        "2026-12-24",
    ]
    assert "14\u00a0h" in site.page("agenda/2026/12/index.html")
    assert "Nouvelle date" in days["2026-12-11"]
    assert "Annulé" in days["2026-12-17"]
    assert "Annulé" not in days["2026-12-24"]
    assert "Blois et en ligne" in site.page("agenda/index.html")


def test_a_report_on_one_date_shows_that_date_and_stands_beside_it(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.build(now=NOW)

    report = site.page("news/report/index.html")
    page = site.page("news/cafe/index.html")

    box = report.partition("bloc_evenements")[2]
    assert 'datetime="2026-12-03T09:00:00+01:00"' in box
    assert "Le programme du 24" in box
    dates = re.search(r"24\u00a0décembre 2026.*?</li>", page.partition("event-dates")[2], re.DOTALL)
    assert dates is not None
    assert "Le programme du 24" in dates[0]
    assert "Le compte rendu" in page


@pytest.mark.parametrize(
    ("old", "new", "place", "code"),
    [
        ("cafe@2026-12-03", "cafe@2026-12-04", "report.md:4", "unknown-date"),
        ("cafe@2026-12-03", "caffe@2026-12-03", "report.md:4", "unknown-event-near"),
        ("cafe@2026-12-03", "cafe@2026-13-03", "report.md:4", "unknown-event"),
        ("date: 2026-12-17", "date: 2026-12-18", "cafe.md:15", "unknown-date"),
        ("start: 2026-12-11 14:00", "end: 2026-12-10 08:00", "cafe.md:14", "event-ends-before"),
        ("start: 2026-12-11 14:00", "end: 2026-12-12", "cafe.md:14", "event-mixed"),
        ("status: cancelled", "status: canceled", "cafe.md:15", "unknown-choice-near"),
        ("{date: 2026-12-17, status", "{dat: 2026-12-17, status", "cafe.md:15", "unknown-key-near"),
    ],
)
def test_mistakes_in_single_dates_are_told_with_their_line(
    make_site: Callable[[str], SiteFolder], old: str, new: str, place: str, code: str
) -> None:
    site = make_site(SITE)
    path = "content/news/report.md" if "cafe@" in old else "content/news/cafe.md"
    site.replace(path, old, new)

    codes = places(site.build(now=NOW))

    assert codes[f"content/news/{place}"] == code


@pytest.mark.parametrize(
    ("event", "code"),
    [
        ("start: 8999-12-31", "event-out-of-range"),
        ("start: 1001-01-01 00:00", "event-out-of-range"),
        ("start: 2027-01-01, end: 2927-01-02", "event-out-of-range"),
        ("start: 2027-01-01, end: 2127-01-02", "event-too-long"),
        (
            "start: 2027-01-01, repeat: {rrule: FREQ=DAILY;COUNT=3, except: [8999-12-31]}",
            "event-out-of-range",
        ),
    ],
)
def test_a_slip_in_a_year_is_an_error_and_not_ten_thousand_pages(
    make_site: Callable[[str], SiteFolder], event: str, code: str
) -> None:
    site = make_site(SITE)
    site.write("content/news/b.md", f"---\ntitle: B\nevent: {{{event}}}\n---\nTexte.\n")

    assert code in places(site.build(now=NOW)).values()


def test_the_agenda_of_a_type_and_of_a_tag_are_pages_with_calendars(
    make_site: Callable[[str], SiteFolder],
) -> None:
    """One type has one page, however authors capitalise it."""
    site = make_site(SITE)
    site.write(
        "content/news/b.md",
        "---\ntitle: Bal\ndate: 2026-01-02\ntags: [feu]\n"
        "event: {start: 2027-01-05, type: rencontre}\n---\nTexte.\n",
    )
    site.build(now=NOW)

    agenda = site.page("agenda/index.html")
    assert 'href="/agenda/types/rencontre/"' in agenda
    assert 'href="/agenda/tags/feu/"' in agenda
    assert all(name in site.page("agenda/types/rencontre/index.html") for name in ("café", "Bal"))
    assert "café" not in site.page("agenda/tags/feu/index.html").partition("<main")[2]
    assert b"Bal" in site.tree()["agenda/types/rencontre.ics"]
    assert b"Bal" not in site.tree()["tags/eau.ics"]
    assert "/agenda/types/rencontre/" in site.page("sitemap.xml")


def test_the_subscription_page_links_what_subscribes_and_what_is_a_copy(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.build(now=NOW)

    page = site.page("agenda/abonnement/index.html")

    for path in ("agenda.ics", "news.ics", "tags/eau.ics", "agenda/types/rencontre.ics"):
        assert f'href="webcal://hub.example.org/{path}"' in page
        assert f'href="https://hub.example.org/{path}"' in page
        assert site.has(path)
    assert "<svg" in page
    assert "script>" not in page.partition("<main")[2].partition("<svg")[0]


def test_what_subscribes_to_a_type_and_to_a_subject_of_its_name_is_told_apart(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(
        "-- site.yaml --\ntitle: Hub\nurl: https://hub.example.org/\n-- content/news/a.md --\n---\n"
        "title: A\ndate: 2026-11-01\ntags: [formation]\n"
        "event: {start: 2026-12-03, type: formation}\n---\n"
    )
    site.build(now=NOW)

    (page,) = (
        page for page in html_pages(site.output) if page.path == "agenda/abonnement/index.html"
    )
    names = ["".join(link.itertext()) for link in page.all("a") if "href" in link.attrib]
    leading = [name for name in names if "formation" in name]
    assert len(leading) == len(set(leading)) == 6


def test_holidays_are_named_in_the_grid_where_the_site_asks(
    make_site: Callable[[str], SiteFolder],
) -> None:
    pytest.importorskip("holidays")
    site = make_site(SITE)
    site.build(now=NOW)
    assert "2026-12-25" not in squares(site)

    site.replace("site.yaml", "title: Hub", "title: Hub\nholidays: FR")
    site.build(now=NOW)
    assert "Noël" in squares(site)["2026-12-25"]
    assert "2026-12-20" not in squares(site)

    site.replace("site.yaml", "holidays: FR", "holidays: FR-974")
    site.build(now=NOW)
    assert "Abolition de l’esclavage" in squares(site)["2026-12-20"]


def test_a_missing_extra_is_one_clear_line(
    make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    from sitegen.catalogue import wording
    from sitegen.engine import configuring
    from sitegen.errors import UsageError

    site = make_site(SITE)
    site.replace("site.yaml", "title: Hub", "title: Hub\nholidays: FR")
    monkeypatch.setattr(configuring, "find_spec", lambda name: None)

    with pytest.raises(UsageError) as raised:
        site.build()

    (diagnostic,) = raised.value.diagnostics
    assert wording(diagnostic)[1] == "Install it: pip install 'sitegen-hub[holidays]'"


def test_a_country_without_holidays_is_an_error_with_its_line(
    make_site: Callable[[str], SiteFolder],
) -> None:
    from sitegen.errors import UsageError

    site = make_site(SITE)
    site.replace("site.yaml", "title: Hub", "title: Hub\nholidays: fr")

    with pytest.raises(UsageError) as raised:
        site.build()

    (diagnostic,) = raised.value.diagnostics
    assert (diagnostic.path, diagnostic.line) == ("site.yaml", 2)


def test_a_status_shows_in_every_channel_after_one_build(
    make_site: Callable[[str], SiteFolder],
) -> None:
    """Page, grid, lists, calendar, feeds and structured data say the same."""
    site = make_site(SITE)
    site.write(
        "content/news/b.md",
        "---\ntitle: Bal\ndate: 2026-01-02\n"
        "event: {id: bal, start: 2027-01-05 20:00, type: rencontre}\n---\nTexte.\n",
    )
    site.build(now=NOW)
    words = {
        "cancelled": ("Annulé", "STATUS:CANCELLED", "EventCancelled"),
        "postponed": ("Reporté", "STATUS:TENTATIVE", "EventPostponed"),
        "full": ("Complet", "SUMMARY:COMPLET", "EventScheduled"),
        "rescheduled, previous_start: 2026-12-20 20:00": (
            "Nouvelle date",
            "Date initiale",
            '"previousStartDate":"2026-12-20T20:00:00+01:00"',
        ),
    }
    old = "type: rencontre"
    for status, (word, wire, data) in words.items():
        site.replace("content/news/b.md", old, f"type: rencontre, status: {status}")
        old = f"type: rencontre, status: {status}"

        site.build(now=NOW)

        for path in ("news/b/index.html", "agenda/index.html", "agenda/2027/01/index.html",
                     "agenda/2027/index.html", "agenda/types/rencontre/index.html",
                     "index.html"):  # fmt: skip
            assert word in site.page(path), (status, path)
        for path in ("feed.xml", "rss.xml", "feed.json", "news/feed.xml"):
            assert f"[{word}] Bal" in site.page(path), (status, path)
        calendars = ("agenda.ics", "news.ics", "news/b/event.ics", "agenda/types/rencontre.ics")
        for path in calendars:
            assert wire in site.page(path).replace("\r\n ", ""), (status, path)
        assert data in site.page("news/b/index.html"), status


def test_nothing_of_the_agenda_betrays_what_is_not_public(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.write(
        "content/news/secret.md",
        "---\ntitle: Secretum\ndate: 2026-01-02\nembargo: 2027-01-01\ntags: [occultus]\n"
        "event: {id: arcanum, start: 2027-03-05, type: mysterium}\n---\nTexte.\n",
    )
    site.build(now=NOW)

    betrayed = re.compile(rb"secretum|occultus|arcanum|mysterium|2027/03", re.IGNORECASE)
    assert [path for path, content in site.tree().items() if betrayed.search(content)] == []


def test_a_year_with_many_dates_stays_a_page_that_can_be_read(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.write(
        "content/news/b.md",
        "---\ntitle: Permanence\ndate: 2026-01-02\n"
        "event: {start: 2027-01-01 09:00, repeat: {rrule: FREQ=DAILY;COUNT=60}}\n---\nTexte.\n",
    )
    site.build(now=NOW)

    year = site.page("agenda/2027/index.html")

    assert len(re.findall('class="event-line[" ]', year)) == 25
    assert "Les 31 dates du mois" in year
    assert len(re.findall('class="event-line[" ]', site.page("agenda/index.html"))) == 30
    assert "autres dates" in site.page("agenda/index.html")


def test_adding_to_a_calendar_on_the_web_needs_no_script(
    make_site: Callable[[str], SiteFolder],
) -> None:
    from urllib.parse import parse_qs, urlsplit

    site = make_site(SITE)
    site.build(now=NOW)

    page = site.page("news/cafe/index.html").replace("&amp;", "&")
    links = re.findall(r'href="(https://(?:calendar\.google|outlook)[^"]+)"', page)

    assert [urlsplit(link).hostname for link in links] == [
        "calendar.google.com",
        "outlook.live.com",
        "outlook.office.com",
    ]
    google, outlook, _ = (parse_qs(urlsplit(link).query) for link in links)
    assert google["dates"] == ["20261211T130000Z/20261211T140000Z"]
    assert google["location"] == ["Tours"]
    assert outlook["startdt"] == ["2026-12-11T13:00:00Z"]
    assert outlook["subject"] == ["Le café"]


SMALL_MONTH = re.compile(r'<div class="glance">.*?</div>', re.DOTALL)


def small_month(site: SiteFolder) -> str:
    match = SMALL_MONTH.search(site.page("agenda/index.html"))
    assert match is not None
    return match[0]


def test_the_small_month_leads_from_its_days_to_what_takes_place_on_them(
    make_site: Callable[[str], SiteFolder],
) -> None:
    """Of several days each; what began in the month before is told where the month begins."""
    site = make_site(SITE)
    for name, start, end in (("b", "2026-12-30", "2027-01-02"), ("c", "2027-01-20", "2027-01-20")):
        site.write(
            f"content/news/{name}.md",
            f"---\ntitle: Foire {name}\ndate: 2026-01-02\n"
            f"event: {{start: {start}, end: {end}}}\n---\nTexte.\n",
        )
    site.build(now="2027-01-01 12:00")

    days = re.findall(r'<a href="[^"]*(#[^"]*)"><time[^>]*datetime="([^"]+)"', small_month(site))
    assert days == [
        ("#jour_01", "2027-01-01"),
        ("#jour_01", "2027-01-02"),
        ("#jour_20", "2027-01-20"),
    ]
    month = site.page("agenda/2027/01/index.html")
    assert re.findall(r'<li id="(jour_\d\d)"', month) == ["jour_01", "jour_20"]
    assert "mercredi 20\u00a0janvier, 1\u00a0événement" in small_month(site)


def test_the_day_on_which_a_site_is_built_is_in_no_byte_of_the_agenda(
    make_site: Callable[[str], SiteFolder],
) -> None:
    """The month is: it turns at an instant that the build before it names."""
    site = make_site(SITE)
    site.build(now="2026-11-10")
    first = site.page("agenda/index.html")

    site.build(now="2026-11-24")
    assert site.page("agenda/index.html") == first
    assert "Novembre 2026" in small_month(site)

    site.build(now="2026-12-01")
    assert "Décembre 2026" in small_month(site)
    assert small_month(site).count("#jour_") == 4


def test_the_agenda_tells_the_months_to_come_and_folds_the_years_that_are_over(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    for year in (2019, 2024, 2028):
        site.write(
            f"content/news/{year}.md",
            f"---\ntitle: Foire\ndate: 2018-01-02\nevent: {{start: {year}-03-05}}\n---\nTexte.\n",
        )
    site.build(now=NOW)

    page = site.page("agenda/index.html")
    index = page.partition('class="calendar-index"')[2].partition("</nav>")[0]
    open_part, _, folded = index.partition("<details>")
    links = re.compile(r'href="/agenda/([\d/]+)"')

    assert links.findall(open_part) == ["2026/", "2026/12/", "2028/", "2028/03/"]
    assert links.findall(folded) == ["2024/", "2019/"]
    assert "<details" not in page.partition("<main")[2].partition('class="calendar-index"')[0]


def test_lists_that_show_some_say_how_many_there_are(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    tags = ", ".join(f"sujet {number:02d}" for number in range(20))
    site.write(
        "content/news/b.md",
        f"---\ntitle: Permanence\ndate: 2020-01-02\ntags: [{tags}]\n"
        "event: {type: permanence, start: 2025-01-01 09:00,"
        " repeat: {rrule: FREQ=DAILY;COUNT=60}}\n---\nTexte.\n",
    )
    site.build(now=NOW)

    assert "41 autres dates" in site.page("agenda/passes/index.html")
    assert "40 autres dates" in site.page("agenda/types/permanence/index.html")
    assert "/agenda/abonnement/#par_sujet" in site.page("agenda/index.html")
    subscribing = site.page("agenda/abonnement/index.html").partition('id="par_sujet"')[2]
    assert subscribing.count('href="/agenda/tags/') == 21


def test_boxes_of_one_name_are_told_apart_by_their_dates(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    events = (
        "  - {start: 2027-01-05 18:00}\n"
        "  - {start: 2027-01-12 18:00, type: atelier}\n"
        "  - {start: 2027-01-19 18:00, name: Le bal}\n"
    )
    site.write(
        "content/news/trois.md",
        f"---\ntitle: Trois soirs\ndate: 2026-10-01\nevents:\n{events}---\n",
    )
    site.build()

    page = site.page("news/trois/index.html")
    headings = re.findall(r'<h2 id="evenement_\d"[^>]*>(.*?)</h2>', page)
    assert [heading.replace("\u00a0", " ") for heading in headings] == [
        "Événement, 5 janvier 2027",
        "Atelier, 12 janvier 2027",
        "Le bal",
    ]
    assert ">Rencontre</h2>" in site.page("news/cafe/index.html"), "one alone needs no date"


def test_a_box_says_how_many_dates_it_leaves_out(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE)
    event = "{start: 2026-12-03, repeat: {rrule: FREQ=WEEKLY;COUNT=20}}"
    site.write("content/news/long.md", f"---\ntitle: Long\ndate: 2026-10-01\nevent: {event}\n---\n")
    site.build()

    page = site.page("news/long/index.html").replace("\u00a0", " ")
    assert "et 19 autres dates" in page.partition('class="event-box"')[0], "in the line above"
    box = page.partition('class="event-box"')[2].partition("</details>")[0]
    assert box.count("<time") - 1 == 12
    assert "et 8 autres dates" in box
    assert 'dates, <a href="/news/long/' in box


def test_a_card_shows_the_first_date_that_takes_place(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    repeat = "{rrule: FREQ=WEEKLY;COUNT=3, changes: [{date: 2026-12-03, status: cancelled}]}"
    event = f"{{start: 2026-12-03 18:00, repeat: {repeat}}}"
    site.write("content/news/serie.md", f"---\ntitle: Z\ndate: 2026-11-20\nevent: {event}\n---\n")
    site.build()

    cards = [
        part.partition("</article>")[0] for part in site.page("news/index.html").split("<article")
    ]
    (card,) = [card for card in cards[1:] if "/news/serie/" in card]
    assert 'datetime="2026-12-10T18:00:00+01:00"' in card
    assert "2026-12-03" not in card


@pytest.mark.parametrize(
    ("pattern", "calendar"),
    [("/{slug}.html", "cafe.ics"), ("/a/{slug}.htm", "a/cafe.ics"), ("/{slug}/", "cafe/event.ics")],
)
def test_an_article_s_calendar_stands_beside_its_page(
    make_site: Callable[[str], SiteFolder], pattern: str, calendar: str
) -> None:
    site = make_site(SITE.replace("-- content", f'urls: {{article: "{pattern}"}}\n-- content', 1))
    site.build()

    assert [path for path in site.tree() if path.endswith(calendar)] == [calendar]


def test_an_agenda_of_the_past_shows_its_years_and_no_empty_month(
    make_site: Callable[[str], SiteFolder],
) -> None:
    """Else a month without a day that leads anywhere, and folded years, are all that there is."""
    site = make_site("-- site.yaml --\ntitle: Hub\nurl: https://hub.example.org/\n")
    site.write("content/news/a.md", "---\ntitle: A\nevent: {start: 2025-03-01 10:00}\n---\n")
    site.build(now="2026-11-29T12:00+01:00")

    assert "small-month" not in site.page("agenda/index.html")
    assert "<details open>" in site.page("agenda/index.html")

    site.write("content/news/b.md", "---\ntitle: B\nevent: {start: 2027-03-01 10:00}\n---\n")
    site.build(now="2026-11-29T12:00+01:00")

    assert "small-month" in site.page("agenda/index.html")
    assert "<details>" in site.page("agenda/index.html")
