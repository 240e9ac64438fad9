"""What comes out of a printer: sheets, and what stands on them."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.test_pages import path_of
from tests.browser.visits import fresh, open_page

pytestmark = pytest.mark.browser
A4 = (595, 842)
"""Width and height in points."""


def sheets(window: Page, url: str) -> list[tuple[int, int]]:
    """Return the size of each sheet that a page is printed on, in points."""
    page = fresh(window)
    open_page(page, url)
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/Type /Page\b.*?/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf, re.DOTALL)
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def printed(window: Page, url: str) -> Page:
    page = fresh(window)
    page.goto(url)
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize("month", ["2022/03", "2026/10", "2026/12", "2027/11"])
def test_a_month_prints_on_one_landscape_sheet(window: Page, address: str, month: str) -> None:
    assert sheets(window, f"{address}/agenda/{month}/") == [A4[::-1]]


def test_an_article_prints_upright(window: Page, themed: str) -> None:
    assert set(sheets(window, themed + path_of("article"))) == {A4}


def test_a_press_release_prints_with_all_that_an_editor_needs(window: Page, themed: str) -> None:
    page = printed(window, themed + path_of("article"))
    text = page.locator("body").inner_text()
    shown = {
        part: page.locator(part).first.is_visible()
        for part in (".brand img", "h1", ".contact", ".breadcrumb", ".site-nav", ".site-footer")
    }

    assert "Nantes, le 5\u00a0mars 2022" in text
    assert "presse@communes-reliees.example.org" in text
    address_shown = page.locator("main").evaluate(
        "(one) => getComputedStyle(one, '::after').content"
    )
    assert address_shown == (
        '"https://communes-reliees.example.org/communiques/forum-interconnectes-nantes/"'
    )
    assert shown == {
        ".brand img": True,
        "h1": True,
        ".contact": True,
        ".breadcrumb": False,
        ".site-nav": False,
        ".site-footer": False,
    }


def test_the_head_of_a_table_is_not_left_alone_at_the_foot_of_a_sheet(
    window: Page, themed: str
) -> None:
    page = printed(window, themed + path_of("article"))

    head = page.locator("thead").first
    assert head.evaluate("(one) => getComputedStyle(one).breakAfter") == "avoid"


def test_a_short_release_is_one_sheet_and_one_of_three_dates_no_more_than_two(
    window: Page, themed: str
) -> None:
    short = f"{themed}/communiques/prix-commune-accueillante/"
    three = f"{themed}/communiques/forum-numerique-trois-dates/"

    assert sheets(window, short) == [A4]
    assert len(sheets(window, three)) <= 2
    assert not printed(window, three).locator(".press-kit").is_visible()


def test_figures_of_a_table_are_not_cut_in_two(window: Page, themed: str) -> None:
    page = printed(window, themed + path_of("article"))

    page.set_viewport_size({"width": 642, "height": 971})  # an A4 sheet within its margins
    name = "<td>Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson et ses voisines</td>"
    figure = "<td class=align-right>1\u202f234\u202f567,89</td>"
    heights = page.locator(".prose table").first.evaluate(
        "(table, cells) => { table.innerHTML = cells;"
        " return [...table.querySelectorAll('.align-right')].map((cell) => {"
        "   const range = document.createRange(); range.selectNodeContents(cell);"
        "   return range.getClientRects().length }) }",
        f"<tr>{name}{figure * 4}</tr>",
    )

    assert heights == [1] * 4


def test_the_way_to_register_can_be_read_on_paper(window: Page, themed: str) -> None:
    page = fresh(window)
    page.emulate_media(media="print")
    page.goto(f"{themed}/agenda/journee-accueil-numerique/")

    colours = page.locator(".event-box .button").first.evaluate(
        "(one) => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
    )

    assert colours == ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"]


def test_a_chart_is_whole_on_paper_and_nothing_asks_for_a_press(window: Page, themed: str) -> None:
    page = printed(window, f"{themed}/actualites/kit-nouveaux-elus/")

    fits = page.locator("main img").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).objectFit)"
    )
    asks = page.locator(".embed-ask").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).display)"
    )

    assert set(fits) == {"contain"}
    assert len(asks) == 2
    assert set(asks) == {"none"}


def test_a_term_stays_with_its_definition_and_a_box_on_one_sheet(window: Page, themed: str) -> None:
    page = printed(window, f"{themed}/actualites/kit-nouveaux-elus/")

    term, box = page.locator(".prose dt").first, page.locator(".panel").first
    assert term.evaluate("(one) => getComputedStyle(one).breakAfter") == "avoid"
    assert box.evaluate("(one) => getComputedStyle(one).breakInside") == "avoid"


def test_a_month_on_paper_marks_no_day_as_today(window: Page, address: str) -> None:
    page = printed(window, f"{address}/agenda/2026/11/")
    day = page.locator(".month td").nth(9)
    day.evaluate("(one) => one.setAttribute('aria-current', 'date')")

    assert day.evaluate("(one) => getComputedStyle(one).boxShadow") == "none"
    assert day.locator(".day-number").evaluate(
        "(one) => getComputedStyle(one).backgroundColor"
    ) == ("rgba(0, 0, 0, 0)")
