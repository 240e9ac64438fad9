"""Every kind of page in a real browser."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.visits import (
    CUT_TEXT,
    SPACE_TEXT,
    UNSEEN_FOCUS,
    Visit,
    fresh,
    go_dark,
    open_page,
    run_axe,
    visit,
)
from tests.demo_site import KINDS

pytestmark = pytest.mark.browser


def path_of(kind: str) -> str:
    return "/" + KINDS[kind].removesuffix("index.html")


@pytest.fixture(scope="module", params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def visited(window: Page, themed: str, kind: str) -> Visit:
    return visit(window, themed, path_of(kind))


def test_a_page_loads_quietly(visited: Visit) -> None:
    """No error in the console, no request elsewhere, nothing that its own policy refuses."""
    assert (visited.errors, visited.foreign, visited.policy_violations) == ([], [], [])


def test_a_page_fits_every_width(visited: Visit) -> None:
    """No sideways scroll down to 320 pixels (WCAG 1.4.10)."""
    assert {width: extra for width, extra in visited.overflow.items() if extra > 0} == {}


def test_no_comma_or_full_stop_stands_alone_on_a_line(visited: Visit) -> None:
    assert visited.stray_signs == []


def test_what_is_touched_is_44_pixels_high(visited: Visit) -> None:
    """But links within a text (WCAG 2.5.5)."""
    assert visited.small_targets == []


def test_each_stop_of_the_tab_key_is_seen(visited: Visit) -> None:
    """A mark of two pixels around it, and nothing above it (WCAG 2.4.7, 2.4.11)."""
    assert visited.unseen_focus == []


def test_the_first_tab_stop_leads_to_the_content(visited: Visit) -> None:
    assert visited.first_stop == {"is seen": True, "leads into main": True}


def test_text_that_a_reader_spaces_out_is_whole(visited: Visit) -> None:
    """Lines, letters, words and paragraphs as WCAG 1.4.12 has them."""
    assert visited.cut_when_spaced == []


def test_axe_finds_nothing_in_any_look(visited: Visit) -> None:
    """WCAG 2.2 A and AA, and axe's best practices."""
    assert {look: wrong for look, wrong in visited.axe.items() if wrong} == {}


def test_axe_finds_what_is_wrong(window: Page) -> None:
    """A checker that cannot fail proves nothing."""
    page = fresh(window)
    page.goto("data:text/html,<html><title>x</title><img src=a.png><p style='color:%23ccc'>pale")

    violations = run_axe(page)

    assert any(violation.startswith("image-alt") for violation in violations)
    assert any(violation.startswith("color-contrast") for violation in violations)


def test_what_has_no_mark_or_is_cut_off_is_found(window: Page) -> None:
    page = fresh(window)
    page.goto(
        "data:text/html,<a href=a style=outline:none>no mark</a> <a href=b>marked</a>"
        "<p style='width:9em;height:1.2em;overflow:hidden'>one line of text</p>"
    )

    page.keyboard.press("Tab")
    unseen = page.evaluate(UNSEEN_FOCUS)
    before = page.evaluate(CUT_TEXT)
    page.evaluate(SPACE_TEXT)

    assert len(unseen) == 1
    assert "no mark" in unseen[0]
    assert before == []
    assert len(page.evaluate(CUT_TEXT)) == 1


@pytest.mark.parametrize("kind", ["home", "article", "agenda", "agenda of a month", "tags"])
def test_a_page_is_whole_without_scripts(
    window: Page, scriptless: Page, themed: str, kind: str
) -> None:
    with_scripts = fresh(window)
    open_page(with_scripts, themed + path_of(kind))
    scriptless.goto(themed + path_of(kind))

    expected = with_scripts.locator("main").inner_text()
    text = scriptless.locator("main").inner_text()
    assert len(text) > 80
    # A script may mark today; it brings no content.
    assert abs(len(text) - len(expected)) < 40


def test_text_and_background_differ_in_both_schemes(window: Page, themed: str) -> None:
    page = fresh(window)
    open_page(page, themed + path_of("article"))
    colours = "(({color, backgroundColor}) => [color, backgroundColor])"
    asked = f"{colours}(getComputedStyle(document.body))"
    by_day = page.evaluate(asked)
    go_dark(page)
    by_night = page.evaluate(asked)

    def lightness(colour: str) -> float:
        channels = colour[colour.index("(") + 1 : -1].replace(",", " ").split()[:3]
        return sum(float(channel) for channel in channels) / 3

    text, ground = map(lightness, by_day)
    assert ground - text > 150
    text, ground = map(lightness, by_night)
    assert text - ground > 150


def test_an_article_prints_without_its_menus(window: Page, themed: str) -> None:
    page = fresh(window)
    page.goto(themed + path_of("article"))
    page.emulate_media(media="print")
    menus = page.evaluate(
        "[...document.querySelectorAll('header nav, nav')]"
        ".filter(one => one.getClientRects().length).length"
    )
    title = page.locator("h1").is_visible()

    assert (menus, title) == (0, True)


def test_a_table_that_the_keyboard_reaches_has_its_caption_s_name(
    window: Page, address: str
) -> None:
    page = fresh(window, width=240)
    open_page(page, address + path_of("article"))

    table = page.get_by_role("group", name="Le forum de Nantes en chiffres")
    assert table.get_attribute("tabindex") == "0"
    page.set_viewport_size({"width": 1280, "height": 900})
    page.wait_for_function("!document.querySelector('.table-wrap').role")


def test_the_foot_stands_at_the_end_of_the_window_where_a_page_is_short(
    window: Page, themed: str
) -> None:
    page = fresh(window)
    for height, is_short in ((3000, True), (600, False)):
        page.set_viewport_size({"width": 1280, "height": height})
        open_page(page, f"{themed}/404.html")
        end = page.evaluate("document.querySelector('.site-footer').getBoundingClientRect().bottom")
        assert (abs(end - height) < 1) == is_short
        assert end >= height - 1


def test_what_scrolls_and_has_no_caption_is_named_by_what_it_is(window: Page, address: str) -> None:
    page = fresh(window)
    open_page(page, address + path_of("article"))
    page.evaluate("""() => {
        const wide = "mot ".repeat(500).replaceAll(" ", "\\u00a0");
        document.querySelector(".prose").insertAdjacentHTML("beforeend",
            `<pre>${wide}</pre><div class="table-wrap"><table><tr><td>${wide}</table></div>`);
        dispatchEvent(new Event("resize"));
    }""")

    for name in ("Code", "Tableau"):
        assert page.get_by_role("group", name=name, exact=True).get_attribute("tabindex") == "0"


def test_the_link_to_the_search_page_is_marked_there_even_in_forced_colours(
    window: Page, themed: str
) -> None:
    page = fresh(window)
    thickness = {}
    for kind in ("search", "page"):
        open_page(page, themed + path_of(kind))
        page.emulate_media(forced_colors="active")
        thickness[kind] = page.locator(".search-link").evaluate(
            "(one) => parseFloat(getComputedStyle(one).textDecorationThickness)"
        )
    page.emulate_media(forced_colors="none")

    assert thickness["search"] > 1.5 * thickness["page"]


def test_the_small_month_marks_today_by_the_reader_s_clock(window: Page, address: str) -> None:
    page = fresh(window)
    page.goto(address + "/agenda/")
    day = page.locator(".small-month .day-number").nth(9).get_attribute("datetime") or ""
    page.clock.set_fixed_time(f"{day}T15:00:00")
    page.goto(address + "/agenda/")

    marked = page.locator(".small-month [aria-current=date]")

    assert marked.count() == 1
    assert marked.locator("time").get_attribute("datetime") == day


def test_a_long_menu_takes_one_row_of_a_phone_and_is_open_on_a_desk(
    window: Page, themed: str
) -> None:
    page = fresh(window)
    height = {}
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        open_page(page, themed + "/")
        height[width] = page.locator(".site-nav").bounding_box()["height"]  # type: ignore[index]
    assert max(height.values()) < 60
    assert page.get_by_role("navigation", name="Menu principal").get_by_role("link").count() > 5
    assert page.locator(".site-nav summary").is_hidden()

    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(".site-nav summary").click()
    assert page.locator(".site-nav").get_by_role("link", name="Agenda").is_visible()


def test_cards_of_a_row_are_of_one_height(window: Page, address: str) -> None:
    page = fresh(window)
    page.set_viewport_size({"width": 1280, "height": 844})
    open_page(page, address + "/")
    cards = page.locator(".cards .card").evaluate_all(
        "(cards) => cards.map((one) => [one.getBoundingClientRect(), getComputedStyle(one)])"
        ".map(([box, style]) => [box.top, Math.round(box.height), style.backgroundColor])"
    )
    rows: dict[float, set[int]] = {}
    for top, height, _ in cards:
        rows.setdefault(top, set()).add(height)

    assert len(rows) > 1
    assert all(len(heights) == 1 for heights in rows.values())
    assert len({ground for _, _, ground in cards}) == 1


def test_what_an_author_does_stands_below_the_name(window: Page, themed: str) -> None:
    """Beside it, what did not fit went to a line of another height."""
    page = fresh(window)
    open_page(page, f"{themed}/auteurs/")

    one = page.locator(".term-list li", has=page.locator(".person-role")).first
    name, role = one.locator("a").bounding_box(), one.locator(".person-role").bounding_box()
    assert name
    assert role
    assert role["x"] == name["x"]
    assert role["y"] > name["y"]


DATES_SEEN = """[...document.querySelectorAll("entry > published, entry > link[rel=alternate]")]
  .filter((one) => one.getClientRects().length)
  .map((one) => getComputedStyle(one, "::before").content)"""


def test_a_feed_in_a_browser_tells_its_dates_in_words_alone(
    themed: str, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(f"{themed}/feed.xml")
    seen = page.evaluate(DATES_SEEN)
    page.close()

    assert seen[0] == '"20\u00a0novembre 2026"'
    assert [date for date in seen if not re.fullmatch(r'"\d+(er)?\s\w+ 20\d\d"', date)] == []
