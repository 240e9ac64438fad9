"""Films and maps in a real browser: nothing is asked of anybody before the reader asks."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.browser.conftest import served
from tests.support import SiteFolder

pytestmark = pytest.mark.browser

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
-- content/photo.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90"></svg>
-- content/films.md --
---
title: Films
---
Un texte.

::: video https://www.youtube.com/watch?v=aqz-KE-bpKQ title="Le film" image=photo.svg

::: map name="La mairie" address="1, place du Marché" city=Tours geo="47.3976, 0.6921"
"""
YOUTUBE = "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page with a film and a map."""
    site = SiteFolder(tmp_path_factory.mktemp("films"))
    site.lay_out(SITE)
    assert site.build().diagnostics == []
    with served(site.output) as address:
        yield f"{address}/films/"


@pytest.fixture
def foreign() -> list[str]:
    """The addresses elsewhere that the page asked for; none of them is answered by the network."""
    return []


@pytest.fixture
def page(context: BrowserContext, films: str, foreign: list[str]) -> Iterator[Page]:
    page = context.new_page()

    def answer(route: Route) -> None:
        if route.request.url.startswith(films.removesuffix("films/")):
            route.continue_()
        else:
            foreign.append(route.request.url)
            route.fulfill(content_type="text/html", body="<title>x</title><button>play</button>")

    page.route("**/*", answer)
    page.goto(films, wait_until="networkidle")
    yield page
    page.close()


def test_no_request_leaves_before_the_reader_asks(page: Page, foreign: list[str]) -> None:
    page.mouse.wheel(0, 5000)
    page.wait_for_timeout(300)

    assert page.locator("iframe").count() == 0
    assert foreign == []


def test_a_click_loads_the_film_from_the_host_without_cookies(
    page: Page, foreign: list[str]
) -> None:
    page.get_by_role("button", name="Lire la vidéo ici").click()
    page.frame_locator("iframe").get_by_role("button", name="play").wait_for()

    frame = page.locator("iframe")
    assert frame.get_attribute("src") == YOUTUBE
    assert frame.get_attribute("title") == "Vidéo\u00a0: Le film"
    assert frame.bounding_box()["height"] > 150  # type: ignore[index]
    assert foreign == [YOUTUBE]
    assert page.get_by_role("button", name="Lire la vidéo ici").count() == 0
    assert page.get_by_role("link", name="Le film").get_attribute("href") == (
        "https://www.youtube.com/watch?v=aqz-KE-bpKQ"
    )


def test_the_keyboard_reaches_the_button_and_goes_on_in_the_frame(page: Page) -> None:
    page.get_by_role("link", name="Le film").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").startswith("Lire la vidéo")

    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.tagName") == "IFRAME"


def test_the_map_is_loaded_by_its_own_button(page: Page, foreign: list[str]) -> None:
    page.get_by_role("button", name="Afficher la carte ici").click()
    page.frame_locator("iframe").get_by_role("button", name="play").wait_for()

    assert len(foreign) == 1
    assert foreign[0].startswith("https://www.openstreetmap.org/export/embed.html?bbox=0.68460")
    assert page.locator("iframe").count() == 1


def test_what_a_button_means_is_said_beside_it(page: Page) -> None:
    text = page.locator(".embed-ask").first.inner_text()

    assert "YouTube, qui reçoit alors votre adresse IP" in text
    height = page.get_by_role("button", name="Lire la vidéo ici").bounding_box()["height"]  # type: ignore[index]
    assert height >= 44


def test_without_scripts_the_links_are_there_and_no_dead_button(
    browser: Browser, films: str
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(films)

    links = [
        page.get_by_role("link", name=name).get_attribute("href")
        for name in ("Le film", "La mairie sur OpenStreetMap")
    ]
    buttons = page.get_by_role("button").count()
    shown = page.locator("main").inner_text()
    page.context.close()
    assert links == [
        "https://www.youtube.com/watch?v=aqz-KE-bpKQ",
        "https://www.openstreetmap.org/?mlat=47.3976&mlon=0.6921#map=16/47.3976/0.6921",
    ]
    assert buttons == 0
    assert "Regarder sur YouTube" in shown
    assert "1, place du Marché" in shown


def test_the_page_s_own_policy_lets_its_frames_load(context: BrowserContext, films: str) -> None:
    """Nothing is inline: only `frame-src` names the hosts of the page's frames."""
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))

    def answer(route: Route) -> None:
        if route.request.url.startswith(films.removesuffix("films/")):
            route.continue_()
        else:
            route.fulfill(content_type="text/html", body="<title>x</title>")

    page.route("**/*", answer)
    page.goto(films, wait_until="networkidle")
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    page.get_by_role("button", name="Lire la vidéo ici").click()
    page.wait_for_url(films)
    page.frame_locator("iframe").locator("title").wait_for(state="attached")
    frames = [frame.url for frame in page.frames[1:]]
    page.close()

    assert policy
    assert "frame-src https://www.openstreetmap.org https://www.youtube-nocookie.com;" in policy
    assert [text for text in refused if "Content Security Policy" in text] == []
    assert frames == [YOUTUBE]


def test_buttons_of_two_films_or_maps_have_names_of_their_own(page: Page) -> None:
    page.get_by_role("button", name="Lire la vidéo ici – Vidéo : Le film").click()
    assert page.get_by_role("button", name="La mairie").count() == 1
