"""What is put off without a new date: said before its former day, which is struck everywhere."""

import json
import re
from collections.abc import Callable

import pytest

from sitegen.border.moments import parse_moment
from sitegen.engine.build import look
from sitegen.engine.options import BuildOptions
from sitegen.model import Change, Event, Moment, Repeat
from sitegen.site.agenda.recurrence import occurrences
from sitegen.site.horizon import instants_of_change
from tests.support import SiteFolder

NOW = "2026-12-04"
SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
-- content/news/bal.md --
---
title: Le bal
date: 2026-11-01
event: {id: bal, start: 2026-12-05 20:00, type: fête, location: Tours, status: postponed}
---
::: events
-- content/news/forum.md --
---
title: Le forum
date: 2026-11-02
event: {id: forum, start: 2026-12-12 09:00, type: fête}
---
Texte.
-- content/news/report.md --
---
title: Le compte rendu
date: 2026-11-03
event: bal
---
Texte.
"""


def read_aloud(html: str) -> str:
    """Return what a screen reader says of a page's main part; what is struck in brackets."""
    main = html.partition("<main")[2].partition("</main>")[0]
    main = re.sub(r"<(script|style).*?</\1>", " ", main, flags=re.DOTALL)
    main = re.sub(r"<s>", " [", re.sub(r"</s>", "] ", main))
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main).replace("\u00a0", " "))


PAGES = (
    "index.html",
    "news/index.html",
    "news/bal/index.html",
    "news/report/index.html",
    "agenda/index.html",
    "agenda/2026/index.html",
    "agenda/2026/12/index.html",
    "agenda/types/fete/index.html",
)


@pytest.mark.parametrize("path", PAGES)
def test_the_status_is_read_before_the_day_which_is_struck(
    make_site: Callable[[str], SiteFolder], path: str
) -> None:
    site = make_site(SITE)
    site.build(now=NOW)

    said = read_aloud(site.page(path))

    days = [match.start() for match in re.finditer(r"(?<!\d)5 décembre|samedi 5", said)]
    assert days, said
    for position in days:
        before = said[:position]
        assert "Reporté" in before[-90:], said[position - 120 : position + 40]
        assert "était prévu : [" in before[-30:], said[position - 60 : position + 40]
    assert "Ajouter à mon agenda" not in said


def test_it_is_not_next(make_site: Callable[[str], SiteFolder]) -> None:
    """Lists of what comes next begin with what has a date; the agenda keeps it at its day."""
    site = make_site(SITE)
    site.build(now=NOW)

    home = site.page("index.html").partition("front-agenda")[2].partition("</section>")[0]
    shortcode = site.page("news/bal/index.html").partition("event-lines")[2]
    agenda = site.page("agenda/index.html")
    assert home.index("Le forum") < home.index("Le bal")
    assert shortcode.index("Le forum") < shortcode.index("Le bal")
    assert agenda.index("/news/bal/") < agenda.index("/news/forum/")


def test_feeds_and_data_say_it_too(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE)
    site.build(now=NOW)

    items = json.loads(site.page("feed.json"))["items"]
    (bal,) = (item for item in items if item["url"].endswith("/bal/"))
    assert bal["title"] == "[Reporté] Le bal"
    day = "samedi 5\u00a0décembre 2026 à 20\u00a0h"
    assert f"Reporté – Était prévu\u00a0: <s>{day}</s>, Tours" in bal["content_html"]
    events = re.sub("\r?\n ", "", site.page("agenda.ics")).split("BEGIN:VEVENT")
    (of_bal,) = (event for event in events if "UID:bal@" in event)
    for line in ("SUMMARY:REPORTÉ – Le bal", "STATUS:TENTATIVE", "TRANSP:TRANSPARENT",
                 "la nouvelle date n’est pas encore connue"):  # fmt: skip
        assert line in of_bal
    assert "schema.org/EventPostponed" in site.page("news/bal/index.html")


def test_it_neither_begins_nor_is_over(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE)
    options = BuildOptions(root=str(site.root), output=str(site.output), now=parse_moment(NOW))

    instants = look(options, lambda opened: instants_of_change(opened.session.index))

    assert [instant.kind for instant in instants if instant.id == "bal"] == ["lapses"]
    site.build(now="2026-12-06")
    assert "terminé" not in site.page("news/bal/index.html")


def test_what_is_put_off_to_a_new_date_has_one(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE)
    site.replace(
        "content/news/bal.md", "status: postponed",
        "status: postponed, previous_start: 2026-11-28 20:00",
    )  # fmt: skip
    site.build(now=NOW)

    page, said = site.page("news/bal/index.html"), read_aloud(site.page("news/bal/index.html"))
    assert "Nouvelle date" in said
    assert "initialement prévu le samedi 28 novembre 2026" in said
    assert "[" not in said
    assert "Ajouter à mon agenda" in said
    assert "EventRescheduled" in page
    home = site.page("index.html").partition("front-agenda")[2]
    assert home.index("Le bal") < home.index("Le forum")


def test_one_date_put_off_with_its_new_start_has_one() -> None:
    start = Moment(parse_moment("2026-12-03 18:00").local, zone="Europe/Paris")
    moved = Change(
        date=parse_moment("2026-12-10"), start=parse_moment("2026-12-11"), status="postponed"
    )
    undated = Change(date=parse_moment("2026-12-17"), status="postponed")
    repeat = Repeat(rrule="FREQ=WEEKLY;COUNT=4", changes=(moved, undated))
    event = Event(id="a", name="A", start=start, end=None, repeat=repeat)

    statuses = [
        occurrence.event.status for occurrence in occurrences(event, start.date.replace(year=2027))
    ]

    assert statuses == ["confirmed", "rescheduled", "postponed", "confirmed"]
