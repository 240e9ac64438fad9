"""The pattern of addresses is the one that leaves most articles where readers know them."""

import datetime as dt

import pytest

from sitegen.importing.addresses import DatedPlace, best_pattern, best_patterns, can_lead_on
from sitegen.importing.kinds.jekyll_addresses import permalink
from sitegen.importing.links import FormerAddresses, rewrite

DAY = dt.date(2019, 5, 14)


@pytest.mark.parametrize(
    ("addresses", "pattern"),
    [
        (["/actus/forum/", "/actus/bilan/"], "/{section}/{slug}/"),
        (["/2019/05/forum/", "/2019/05/bilan/", "/actus/x/"], "/{year}/{month}/{slug}/"),
        (["/blog/forum/", "/blog/bilan/", "/forum-3/"], "/blog/{slug}/"),
        (["/blog/2019/05/forum/"], "/blog/{year}/{month}/{slug}/"),
        (["/blog/2019/05/14/forum.html"], "/blog/{year}/{month}/{day}/{slug}.html"),
        (["/index.php/forum/", "/?p=3"], "/{section}/{slug}/"),
        ([], "/{section}/{slug}/"),
    ],
)
def test_the_pattern_that_keeps_most(addresses: list[str], pattern: str) -> None:
    assert best_pattern(DatedPlace(address, "actus", DAY) for address in addresses) == pattern


def test_folders_below_a_section_stay_in_the_address() -> None:
    places = [
        DatedPlace(f"/blog/{year}/forum-{year}/", "blog", DAY, year) for year in ("2018", "2019")
    ]

    assert best_pattern(places) == "/{section}/{path}/"


def test_a_section_has_a_pattern_of_its_own_where_it_keeps_a_fifth_more() -> None:
    blog = [DatedPlace(f"/blog/a{number}/", "blog", DAY) for number in range(9)]
    news = [DatedPlace(f"/2019/05/b{number}.html", "news", DAY) for number in range(4)]
    other = [DatedPlace("/2019/05/c.html", "other", DAY)]

    patterns = best_patterns([*blog, *news, *other])

    assert patterns.article == "/{section}/{slug}/"
    assert patterns.sections == {"news": "/{year}/{month}/{slug}.html"}


@pytest.mark.parametrize(
    ("addresses", "pattern"),
    [
        (["/pages/a.html", "/b.html", "/c/"], "/{path}.html"),
        (["/Qui.html", "/c/"], "/{path}/"),
        ([], "/{path}/"),
    ],
)
def test_pages_keep_their_ending_where_most_have_one(addresses: list[str], pattern: str) -> None:
    assert best_patterns(DatedPlace(address, "", None) for address in addresses).page == pattern


@pytest.mark.parametrize(
    ("pattern", "address"),
    [
        ("/services/:title.html", "/services/Data.Gouv-le_forum.html"),
        ("/services/:slug/", "/services/data-gouv-le-forum/"),
        ("/services/:name/", "/services/data-gouv-le-forum/"),
        ("weekdate", "/2019/W20/TUE/Data.Gouv-le_forum.html"),
        ("/:w_year/:short_month/:long_day/:hour:minute/", "/2019/MAY/Tuesday/0905/"),
    ],
)
def test_jekyll_s_words_of_addresses_are_filled_as_it_fills_them(
    pattern: str, address: str
) -> None:
    """Of all words `:title` alone keeps full stops and underscores (`Jekyll::Drops::UrlDrop`)."""
    moment = dt.datetime(2019, 5, 14, 9, 5)

    assert address == permalink(
        pattern, name="_services/Data.Gouv, le_forum.md", slug="Data.Gouv le_forum", date=moment,
        categories=(), collection="services",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("address", "written", "file"),
    [
        ("/services/a.html", "b", "services/b.md"),
        ("/services/a.html", "/services/b", "services/b.md"),
        ("/services/a.html", "b.html", "services/b.md"),
        ("/services/c/", "../b.html#suite", "services/b.md"),
        ("/services/c/", "b.html", None),
        ("/services/a.html", "http://", None),
        ("/services/a.html", "https://a..b/", None),
    ],
)
def test_links_lead_where_browsers_and_hosts_took_them(
    address: str, written: str, file: str | None
) -> None:
    """Beside the page, not below it; with the ending that hosts find by themselves."""
    former = FormerAddresses("https://a.example.org", {"/services/b.html": "services/b.md"}, {}, {})

    found = former.resolver("_services/a.md", address)(written)

    assert found is not None
    assert (found.file or None) == file


@pytest.mark.parametrize(
    ("written", "stands", "told"),
    [
        ("<https://a.example.org/services/b.html#suite>",
         "[https://a.example.org/services/b.html#suite](b.md#suite)", 0),
        ("<irc://irc.example.org#hub>", "irc://irc.example.org#hub", 1),
        ("<http://>", "http://", 1),
        ("[https://b.example.org/](Le lieu des débats)",
         "https://b.example.org/<!-- Le lieu des débats -->", 1),
        ("[a](la salle.pdf 'Titre')", "a<!-- la salle.pdf -->", 1),
        ("[a](../la grande salle.pdf)", "[a](../salle.pdf)", 0),
        ("[a](http://[[https://a/]](https://b/])([https://c/](https://d/)))",
         "a<!-- http://[[https://a/]](https://b/])([https://c/](https://d/)) -->", 1),
        ("[![Une vue](vue.png)](vue-entière.png)",
         "<!-- Une vue vue.png --><!-- vue-entière.png -->", 2),
        ("[a](<irc://irc.example.org>)", "a<!-- irc://irc.example.org -->", 1),
        ("<https://b.example.org/>", "<https://b.example.org/>", 0),
        ("[a](www.b.example.org/x)", "[a](https://www.b.example.org/x)", 0),
        ("`<irc://irc.example.org>`", "`<irc://irc.example.org>`", 0),
    ],
)  # fmt: skip
def test_addresses_that_are_their_own_words_lead_on_or_stay_as_words(
    written: str, stands: str, told: int
) -> None:
    known = {"/services/b.html": "services/b.md", "/la grande salle.pdf": "salle.pdf"}
    former = FormerAddresses("https://a.example.org", known, {}, {})

    text, notes = rewrite(f"Voir {written}.\n", "services/a.md", former.resolver("", "/services/"))

    assert text == f"Voir {stands}.\n"
    assert len(notes) == told


def test_no_page_leads_on_where_browsers_would_read_it_as_another_format() -> None:
    """A page of XHTML has to be XML without a mistake: one that only leads on is none."""
    assert [can_lead_on(f"/a{ending}") for ending in (".html", ".php", "", "/")] == [True] * 4
    assert [can_lead_on(f"/a{ending}") for ending in (".xhtml", ".md", ".pdf")] == [False] * 3
