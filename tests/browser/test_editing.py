"""The editing page: texts by people without a terminal, in files as webmasters like."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Response

from tests.editing.odd_documents import ODD
from tests.server.process import Serving
from tests.support import NOW, SiteFolder

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CONTENT = Path(__file__).parent.parent.parent / "content"
SITE = """\
title: Les Communes
url: https://communes.example.org/
language: fr
sections: {communiques: {title: Communiqués}}
organisation: {name: Les Communes, contacts: {presse: {name: Ana}}}
"""
SAME = """async ([formats, texts]) => {
  const {documentFormat} = await import("./format.js");
  return texts.filter(([name, text]) => {
    const format = documentFormat(formats[name].of, {});
    return format.toFile(format.fromFile(text)) !== text;
  }).map(([name, text]) => text.slice(0, 80));
}"""


class Desk:
    """The editing page of a site that is served."""

    def __init__(self, site: SiteFolder, served: Serving, page: Page) -> None:
        self.site = site
        self.page = page
        self.root = f"http://127.0.0.1:{served.port}/"
        self.address = f"{self.root}__sitegen/admin/"
        self.foreign: list[str] = []
        self.wrong: list[str] = []
        own = (self.root, "data:", "blob:")
        page.on(
            "request",
            lambda one: None if one.url.startswith(own) else self.foreign.append(one.url),
        )
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.goto(self.address)
        page.get_by_text("Collections", exact=True).wait_for()
        self.configuration: dict[str, Any] = page.evaluate(
            "fetch('configuration.json').then((one) => one.json())"
        )

    def open(self, entry: str) -> dict[str, Any]:
        """Open a document, and return what the preview says of it."""
        with self.page.expect_response(is_looked_at) as found:
            self.page.goto(f"{self.address}#/collections/{entry}")
        told: dict[str, Any] = found.value.json()
        return told


def is_looked_at(response: Response) -> bool:
    return response.url.endswith("/admin/look")


@pytest.fixture(scope="module")
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    site = SiteFolder(tmp_path_factory.mktemp("edited"))
    site.write("site.yaml", SITE)
    site.write("content/_index.md", "---\ntitle: Accueil\n---\n")
    for name, text in ODD.items():
        site.write(f"content/communiques/{name}", text)
    served = Serving(site, ("--edit",), "", NOW)
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900})
    yield Desk(site, served, context.new_page())
    context.close()
    served.kill()


def test_the_page_is_the_sites_own_and_asks_no_other_host(desk: Desk) -> None:
    assert "Les Communes" in desk.page.title()
    desk.page.get_by_text("Nouveau", exact=True).first.wait_for()
    fonts = desk.page.evaluate("document.fonts.ready.then(() => document.fonts.size)")
    assert fonts >= 3
    assert desk.foreign == []
    assert desk.wrong == []


def test_a_document_that_is_opened_is_the_same_file(desk: Desk) -> None:
    """Its rich text included, which the editor writes anew as soon as it is shown."""
    changed = {
        name: told
        for name in ODD
        if not (told := desk.open(f"communiques/entries/{name.removesuffix('.md')}"))["isSaved"]
    }

    assert changed == {}
    assert desk.foreign == []


def test_every_document_of_the_demo_is_read_and_written_as_it_stands(desk: Desk) -> None:
    texts = [
        ("section" if path.name == "_index.md" else "article", path.read_text(encoding="utf-8"))
        for path in sorted(CONTENT.rglob("*.md"))
    ]

    assert len(texts) > 50
    assert desk.page.evaluate(SAME, [desk.configuration["formats"], texts]) == []


def test_the_token_is_for_pages_of_this_server_alone(desk: Desk, browser: Browser) -> None:
    page = browser.new_page()
    page.route(
        "https://evil.example/", lambda one: one.fulfill(body="<p>", content_type="text/html")
    )
    page.goto("https://evil.example/")
    asked = json.dumps(f"{desk.address}configuration.json")
    found = page.evaluate(f"fetch({asked}).then((one) => one.text(), () => 'refused')")
    page.close()

    assert found == "refused"
