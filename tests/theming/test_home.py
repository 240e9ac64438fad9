"""What the home page of the theme `association` shows, by its options."""

import re
from collections.abc import Callable

import pytest

from tests.html_checks import html_pages
from tests.support import SiteFolder

ARTICLES = "".join(
    f"-- content/news/2026-01-1{number}-a{number}.md --\n---\ntitle: Article {number}\n"
    f"tags: [eau]\nevent: {{start: 2026-12-0{number}, type: forum}}\n---\nUn texte.\n"
    for number in range(1, 6)
)
SITE = (
    """
-- site.yaml --
title: Hub
url: https://hub.example.org/
sections: {news: {title: Nouvelles}}
-- content/_index.md --
---
title: Accueil
---
Bienvenue ici.
"""
    + ARTICLES
)
MARKS = {
    "lead": "card-lead",
    "cards": 'class="cards"',
    "rows": 'class="rows"',
    "agenda": "front-agenda",
    "introduction": "home-introduction",
    "sections": "section-list",
    "tags": 'class="tags"',
}


@pytest.fixture
def hub(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    return make_site(SITE)


def home(site: SiteFolder, options: str) -> str:
    site.append("site.yaml", f"theme_options: {options}\n")
    assert site.build().diagnostics == []
    return site.page("index.html")


def shown(html: str) -> list[str]:
    """Return the blocks of the page in their order."""
    places = {html.find(mark): name for name, mark in MARKS.items()}
    return [places[place] for place in sorted(places) if place >= 0]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("{}", "lead agenda cards introduction sections tags"),
        ("{home_layout: list}", "rows agenda introduction sections tags"),
        ("{home_layout: agenda}", "agenda cards introduction sections tags"),
        ("{home_blocks: [agenda, articles]}", "agenda lead cards"),
        ("{home_blocks: [agenda, articles], home_layout: list}", "agenda rows"),
        ("{home_blocks: [tags, articles], home_layout: agenda}", "tags cards"),
        ("{home_blocks: [tags, introduction, sections]}", "tags introduction sections"),
        ("{home_blocks: articles, home_articles: 1}", "lead"),
    ],
)
def test_blocks_stand_in_their_order(hub: SiteFolder, options: str, expected: str) -> None:
    html = home(hub, options)

    assert shown(html) == expected.split()
    (page,) = [page for page in html_pages(hub.output) if page.path == "index.html"]
    assert page.parse_errors == []
    assert len(page.all("h1")) == 1
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_the_agenda_stands_beside_the_articles_that_it_follows(hub: SiteFolder) -> None:
    front = home(hub, "{home_layout: list}").partition('<div class="front">')[2]

    assert front.index('class="rows"') < front.index("front-agenda") < front.index("</main>")
    assert front.count('<div class="front">') == 0


def test_as_many_articles_and_events_as_the_site_wants(hub: SiteFolder) -> None:
    html = home(hub, "{home_articles: 3, home_events: 2}")

    assert html.count('<article class="card') == 3
    events = html.partition("front-agenda")[2].partition("</section>")[0]
    assert events.count('class="event-title"') == 2


def test_the_foot_has_the_blocks_that_the_site_wants(hub: SiteFolder) -> None:
    foot = home(hub, "{footer_blocks: [subscribe, identity]}").partition("<footer")[2]

    assert foot.index("pied_abonnements") < foot.index("footer-identity")


def test_an_option_of_the_home_page_leaves_the_style_sheets_address_alone(hub: SiteFolder) -> None:
    def address(html: str) -> str:
        match = re.search(r'href="(/assets/style.css\?v=\w+)"', html)
        assert match
        return match[1]

    before = address(home(hub, "{home_layout: list}"))
    hub.replace("site.yaml", "home_layout: list", "home_layout: agenda")
    hub.build()
    assert address(hub.page("index.html")) == before

    hub.replace("site.yaml", "home_layout: agenda", "accent: teal")
    report = hub.build()
    assert address(hub.page("index.html")) != before
    assert "assets/style.css" in report.written


def test_under_a_lead_without_a_picture_stand_the_next_articles(hub: SiteFolder) -> None:
    """Beside the agenda the page would be half empty."""
    front = home(hub, "{home_articles: 5}").partition('class="front"')[2]
    column = front.partition('class="front-agenda"')[0]

    assert re.findall(r"Article \d", re.sub("<[^>]*>", " ", column)) == [
        "Article 5",
        "Article 4",
        "Article 3",
    ]
    rest = front.partition('class="latest"')[2]
    assert re.findall(r">(Article \d)<", rest) == ["Article 2", "Article 1"]
