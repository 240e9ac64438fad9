"""The search page as readers use it: words, filters, the keyboard, addresses, and no script."""

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import QuietHandler, served
from tests.demo_site import Demo
from tests.support import SiteFolder

pytestmark = pytest.mark.browser
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
    " img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
)
"""What the page gets along with."""
COUNTED = re.compile(r"^(\d+ résultats?|Rien pour .*)$")


class StrictHandler(QuietHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


@pytest.fixture(scope="module")
def strict_address(demo: Demo) -> Iterator[str]:
    """The demo, served under a strict policy."""
    with served(demo.root, StrictHandler) as address:
        yield address


@pytest.fixture
def page(context: BrowserContext, strict_address: str) -> Iterator[Page]:
    """The search page; a test that leaves an error in the console fails."""
    errors: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console", lambda message: errors.append(message.text) if message.type == "error" else None
    )
    page.goto(f"{strict_address}/recherche/")
    yield page
    page.close()
    assert errors == []


def look_for(page: Page, words: str) -> None:
    page.get_by_label("Mots à chercher").fill(words)
    page.locator("form.search button").click()


def results(page: Page) -> list[str]:
    """Return the titles that are shown, once their number is said."""
    expect(page.get_by_role("status")).to_have_text(COUNTED)
    if not page.get_by_role("status").inner_text().startswith("Rien"):
        page.locator(".search-results li").first.wait_for()
    return [text.replace("\u00a0", " ") for text in page.locator("h2.card-title").all_inner_texts()]


def count(page: Page) -> int:
    results(page)
    said = page.get_by_role("status").inner_text()
    return int(said.split()[0]) if said[0].isdigit() else 0


def test_words_find_articles_and_the_page_says_how_many(page: Page) -> None:
    look_for(page, "numérique")

    assert len(results(page)) == 10
    assert count(page) > 10
    assert page.title().startswith("numérique – Rechercher")
    first = page.locator(".search-results li").first
    assert "numérique" in first.locator("mark").first.inner_text().lower()
    assert first.locator("time").get_attribute("datetime")
    assert not page.locator(".search-ways").is_visible()


@pytest.mark.parametrize(
    ("word", "other"),
    [("communes", "commune"), ("numerique", "numérique"), ("l’accueil", "accueil")],
)
def test_french_words_are_found_in_their_other_forms(page: Page, word: str, other: str) -> None:
    """Plurals, missing accents, and what stands behind an apostrophe."""
    look_for(page, word)
    expect(page).to_have_title(re.compile(f"^{word} –"))
    first = (count(page), sorted(results(page)))
    page.get_by_label("Mots à chercher").fill("")
    page.locator("form.search button").click()
    expect(page.get_by_role("status")).to_have_text("")
    look_for(page, other)

    assert (count(page), sorted(results(page))) == first
    assert first[0] > 5


def test_an_elided_word_is_shown_as_it_is_written(page: Page) -> None:
    look_for(page, "accueil")

    results(page)
    text = page.locator(".search-results").inner_text()
    assert "l’accueil" in text
    assert "\u02bc" not in text


def test_filters_narrow_what_was_found(page: Page) -> None:
    look_for(page, "numérique")
    everything = count(page)
    page.get_by_label("Rubrique").select_option("Communiqués de presse")
    expect(page).to_have_url(re.compile("section="))
    expect(page.get_by_role("status")).not_to_have_text(f"{everything} résultats")
    in_section = count(page)
    page.get_by_label("Année").select_option("2023")
    expect(page.get_by_role("status")).not_to_have_text(f"{in_section} résultats")

    assert 0 < count(page) < in_section < everything
    years = page.locator(".search-results time").evaluate_all(
        "all => all.map((one) => one.dateTime.slice(0, 4))"
    )
    assert set(years) == {"2023"}


def test_subjects_types_and_years_find_without_words(page: Page) -> None:
    page.get_by_label("Mots à chercher").focus()
    page.get_by_label("Événement").locator("option").nth(1).wait_for(state="attached")
    years = page.get_by_label("Année").locator("option").all_inner_texts()[1:]
    for name in ("Thème", "Événement"):
        chooser = page.get_by_label(name)
        chooser.select_option(index=1)
        expect(page.get_by_role("status")).to_have_text(COUNTED)
        assert count(page) > 0
        chooser.select_option(index=0)
        expect(page.get_by_role("status")).to_have_text("")

    assert years == sorted(years, reverse=True)
    assert len(years) > 5


def test_the_keyboard_alone_searches_and_reads_on(page: Page) -> None:
    field = page.get_by_label("Mots à chercher")
    for _ in range(40):
        page.keyboard.press("Tab")
        if field.evaluate("one => one === document.activeElement"):
            break
    page.keyboard.type("commune")
    page.keyboard.press("Enter")
    assert len(results(page)) == 10
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Plus de résultats":
            break
    page.keyboard.press("Enter")
    expect(page.locator(".search-results li")).to_have_count(20)

    reached = page.locator(".search-results a").nth(10)
    assert reached.evaluate("one => one === document.activeElement")


def test_the_address_leads_back_to_what_was_asked(page: Page, strict_address: str) -> None:
    look_for(page, "budget")
    before = results(page)
    expect(page).to_have_url(re.compile(r"\?q=budget$"))
    look_for(page, "congrès")
    expect(page).to_have_title(re.compile("^congrès"))
    between = results(page)
    page.locator(".search-results a").first.click()
    page.wait_for_url(re.compile("^(?!.*recherche)"))
    page.go_back()
    assert results(page) == between
    page.go_back()
    expect(page.get_by_label("Mots à chercher")).to_have_value("budget")

    expect(page.locator("h2.card-title").first).to_have_text(before[0])
    page.goto(f"{strict_address}/recherche/?q=num%C3%A9rique&year=2023")
    assert count(page) > 0
    assert page.get_by_label("Année").input_value() == "2023"


def test_nothing_found_is_said_and_other_ways_are_shown(page: Page) -> None:
    look_for(page, "zzyzx")

    assert results(page) == []
    assert page.get_by_role("status").inner_text() == "Rien pour «\u202fzzyzx\u202f»."
    assert page.locator(".search-ways").is_visible()


def test_a_word_that_stands_nowhere_is_said_and_the_others_are_looked_for(page: Page) -> None:
    look_for(page, "Enedis accueil")

    status = page.get_by_role("status")
    expect(status).to_have_text(
        re.compile(r"^Rien pour «\u202fEnedis\u202f»\. Pour les autres mots\u00a0: \d+ résultats$")
    )
    assert page.locator(".search-results mark").first.inner_text().lower() == "accueil"


def test_words_that_no_page_has_together_find_those_with_some(page: Page) -> None:
    look_for(page, "Lavergnat imprimer")

    expect(page.get_by_role("status")).to_have_text(
        re.compile(r"^Aucune page n’a tous ces mots à la fois\u202f; avec une partie .*:\u00a0\d+$")
    )


def test_an_index_that_is_not_there_is_said_in_words(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.route("**/search-index/**", lambda route: route.abort())
    page.goto(f"{address}/recherche/?q=commune")

    expect(page.get_by_role("status")).to_contain_text("ne fonctionne pas pour le moment")
    assert page.locator(".search-ways").is_visible()
    page.close()


def test_without_a_script_tags_archives_and_sections_are_offered(
    browser: Browser, address: str
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/")
    page.get_by_role("link", name="Rechercher").click()

    assert not page.locator("form.search").is_visible()
    assert "JavaScript" in page.locator("main").inner_text()
    links = page.locator(".search-ways a").evaluate_all("all => all.map((one) => one.pathname)")
    assert {"/archives/", "/communiques/", "/tags/", "/tags/formation/"} <= set(links)
    page.context.close()


def test_nothing_is_fetched_before_a_reader_searches(browser: Browser, address: str) -> None:
    fetched: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{address}/recherche/", wait_until="networkidle")
    before = [url for url in fetched if "/search-index/" in url]
    page.get_by_label("Mots à chercher").focus()
    page.wait_for_load_state("networkidle")
    page.close()

    assert before == []


def test_a_site_below_a_path_finds_its_pages_there(context: BrowserContext, tmp_path: Path) -> None:
    site = SiteFolder(tmp_path)
    site.lay_out(
        "-- site.yaml --\ntitle: The hub\nurl: https://example.org/hub/\nlanguage: en\n"
        "search: true\nurls: {search: /find/}\n-- content/news/a.md --\n---\ntitle: Town halls\n"
        "date: 2026-01-10\n---\nO’Brien & 1 < 2 <b>met</b>.\n"
    )
    site.build()
    site.output.rename(tmp_path / "hub")
    handler = functools.partial(StrictHandler, directory=str(tmp_path))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{server.server_address[1]}/hub/find/?q=hall")

    expect(page.get_by_role("status")).to_have_text("1 result")
    expect(page.locator(".card-summary")).to_have_text("O’Brien & 1 < 2 met.")
    page.locator(".search-results a").click()
    expect(page).to_have_url(re.compile("/hub/news/a/$"))
    expect(page.locator("h1")).to_have_text("Town halls")
    page.close()
    server.shutdown()
    server.server_close()


def test_a_site_that_is_published_anew_while_a_reader_searches(
    context: BrowserContext, tmp_path: Path
) -> None:
    """The pieces that the page knows of are gone: it looks which there are now."""
    site = SiteFolder(tmp_path)
    site.lay_out(
        "-- site.yaml --\ntitle: Hub\nurl: https://hub.example.org/\nlanguage: fr\nsearch: true\n"
        + "".join(
            f"-- content/n{number}.md --\n---\ntitle: N\n---\nUn stade.\n" for number in range(64)
        )
        + "-- content/a.md --\n---\ntitle: Mairie\n---\nLa mairie ouvre.\n"
    )
    site.build()
    with served(site.output, StrictHandler) as address:
        page = context.new_page()
        page.goto(f"{address}/recherche/?q=mairie")
        expect(page.locator("mark")).to_have_text("mairie")
        site.append("content/a.md", "\nEt la piscine.\n")
        site.build()
        look_for(page, "piscine")

        expect(page.locator("mark")).to_have_text("piscine")
        page.close()


@pytest.mark.parametrize(("width", "rows"), [(390, 2), (1280, 1)])
def test_the_choices_of_a_row_stand_on_one_line(page: Page, width: int, rows: int) -> None:
    """Though the name of one, « Type d’événement », takes two lines."""
    page.set_viewport_size({"width": width, "height": 844})
    page.get_by_label("Type d’événement").wait_for()

    ends = page.evaluate(
        """() => document.fonts.ready.then(() =>
            [...document.querySelectorAll(".search-filters select")]
                .map((one) => Math.round(one.getBoundingClientRect().bottom)))"""
    )

    assert len(ends) == 4
    assert len(set(ends)) == rows
