"""What a reader sees first of an article: on a phone its first sentence, on paper its text."""

import pytest
from playwright.sync_api import Page

from tests.browser.test_print import printed
from tests.browser.visits import fresh, open_page
from tests.demo_site import Demo

pytestmark = pytest.mark.browser
PHONE = (390, 844)
"""Width and height in pixels."""
THREE_DATES = "/communiques/forum-numerique-trois-dates/"
SERIES = "/agenda/webinaire-premier-jeudi/"
ENDS_OF_FIRST_SENTENCES = r"""async (paths) => {
  const endOfFirstSentence = () => {
    const text = document.querySelector(".chapo, .prose > *");
    const range = document.createRange();
    range.selectNodeContents(text);
    const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const end = /[.!?…](?=\s|$)/.exec(node.data);
      if (!end) continue;
      range.setEnd(node, end.index + 1);
      break;
    }
    return range.getBoundingClientRect().bottom;
  };
  const ends = {};
  for (const path of paths) {
    const html = await (await fetch(`/${path}`)).text();
    document.body = new DOMParser().parseFromString(html, "text/html").body;
    document.body.offsetHeight;  // asks for the fonts of what is new
    await document.fonts.ready;
    ends[path] = endOfFirstSentence();
  }
  return ends;
}"""
"""How far down the first sentence of each page ends: to load them all would take ten times longer,
and below `<head>` alone they differ."""
TOPS = """(selectors) => selectors.map(
  (one) => document.querySelector(one).getBoundingClientRect().top)"""


def tops(page: Page, *selectors: str) -> list[float]:
    """Return how far down the first element of each selector begins, in pixels."""
    return list(page.evaluate(TOPS, list(selectors)))


@pytest.mark.slow
def test_the_first_sentence_of_every_article_is_in_a_phone_s_first_screen(
    window: Page, themed: str, demo: Demo
) -> None:
    page = fresh(window, *PHONE)
    texts = [
        page.path.removesuffix("index.html")
        for page in demo.shown
        if {"dateline", "prose"} <= {element.attrib.get("class") for element in page.tree.iter()}
    ]
    open_page(page, f"{themed}/{texts[0]}")
    ends = page.evaluate(ENDS_OF_FIRST_SENTENCES, texts)

    assert len(texts) > 40
    assert {path: end for path, end in ends.items() if end > PHONE[1]} == {}


def test_a_phone_shows_the_first_paragraph_before_the_picture(window: Page, themed: str) -> None:
    page = fresh(window, *PHONE)
    open_page(page, f"{themed}/actualites/rencontres-2026-bilan/")
    first, picture, second = tops(
        page, ".prose > :first-child", ".lead-figure", ".prose > :nth-child(2)"
    )

    assert first < picture < second


@pytest.mark.parametrize("size", [PHONE, (1280, 800)])
def test_when_and_where_are_said_before_the_text_and_at_length_after_it_or_beside(
    window: Page, themed: str, size: tuple[int, int]
) -> None:
    page = fresh(window, *size)
    open_page(page, themed + THREE_DATES)
    line, text, box = tops(page, ".announced", ".chapo", ".event-box")

    assert line < text
    assert box > (text if size == PHONE else line - 25)
    assert page.locator(".announced").all_inner_texts() == [
        "jeudi 16\u00a0novembre 2017",
        "jeudi 14\u00a0décembre 2017, Paris",
    ]
    for link in page.locator(".announced a[href^='#']").all():
        assert page.locator(link.get_attribute("href") or "").count() == 1


def test_a_release_is_printed_text_first(window: Page, themed: str) -> None:
    page = printed(window, themed + THREE_DATES)
    text, last, box, contact = tops(
        page, ".chapo", ".prose > :last-child", ".event-box", ".contact"
    )

    assert text < last < box < contact


def test_what_is_folded_is_open_on_paper(window: Page, themed: str) -> None:
    page = printed(window, themed + SERIES)
    dates = page.locator(".event-dates li")

    assert dates.count() > 6
    assert all(date.evaluate("(one) => one.checkVisibility()") for date in dates.all())


def test_wide_tables_and_code_are_whole_on_paper(window: Page, address: str) -> None:
    page = fresh(window, 700)
    page.goto(address + THREE_DATES)
    page.evaluate("""() => document.querySelector(".prose").insertAdjacentHTML("beforeend",
      `<pre><code>${"une ligne de code ".repeat(30)}</code></pre><div class="table-wrap"><table>
       <tr>${"<td>administration</td>".repeat(14)}</tr></table></div>`)""")
    cut = """() => [...document.querySelectorAll(".prose pre, .table-wrap")]
      .map((one) => one.scrollWidth > one.clientWidth)"""
    on_screen = page.evaluate(cut)
    page.emulate_media(media="print")

    assert on_screen[-2:] == [True, True]
    assert not any(page.evaluate(cut))


def test_a_month_s_columns_are_alike_on_a_narrow_sheet(window: Page, address: str) -> None:
    page = fresh(window, 600)
    page.goto(f"{address}/agenda/2026/12/")
    page.emulate_media(media="print")
    widths = page.locator(".month th").evaluate_all("(all) => all.map((one) => one.offsetWidth)")

    assert len(widths) == 7
    assert max(widths) - min(widths) <= 2
    assert min(widths) > 60


NUMBERS = """() => [...document.querySelectorAll(".prose ol > li")].map((item) => {
  const nodes = document.createTreeWalker(item, NodeFilter.SHOW_TEXT);
  let text = nodes.nextNode();
  while (!text.data.trim()) text = nodes.nextNode();
  const range = document.createRange();
  range.selectNodeContents(text);
  const line = range.getClientRects()[0];
  return (line.top - item.getBoundingClientRect().top) / line.height;
})"""
"""How far below the top of each item, where its number stands, its first line begins, in lines."""


def test_the_number_of_an_item_stands_at_its_first_line(window: Page, themed: str) -> None:
    page = fresh(window, *PHONE)
    open_page(page, f"{themed}/publications/avis-intelligence-artificielle/")

    starts = page.evaluate(NUMBERS)
    assert starts
    assert [start for start in starts if start > 0.5] == []
