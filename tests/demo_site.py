"""The demo hub, built in a folder of the test's own."""

import re
import shutil
from functools import cached_property
from pathlib import Path

from sitegen.engine.options import BuildReport
from tests.html_checks import Page, html_pages
from tests.support import NOW, SiteFolder

PROJECT = Path(__file__).parent.parent
MADE = PROJECT / ".sitegen/images"
"""The checkout's own cache of images: the demo's take half a minute, and are made once."""
URL = "https://communes-reliees.example.org"
KINDS = {
    "home": "index.html",
    "article": "communiques/forum-interconnectes-nantes/index.html",
    "article with shortcodes": "actualites/kit-nouveaux-elus/index.html",
    "page": "association/index.html",
    "section": "communiques/index.html",
    "tags": "tags/index.html",
    "tag": "tags/formation/index.html",
    "authors": "auteurs/index.html",
    "organisation": "organisations/opendatafrance/index.html",
    "organisations": "organisations/index.html",
    "archives": "archives/index.html",
    "archive of a year": "archives/2022/index.html",
    "archive of a month": "archives/2022/03/index.html",
    "agenda": "agenda/index.html",
    "agenda of a year": "agenda/2022/index.html",
    "agenda of a month": "agenda/2022/03/index.html",
    "agenda of a type": "agenda/types/formation/index.html",
    "subscription": "agenda/abonnement/index.html",
    "past agenda": "agenda/passes/index.html",
    "press": "presse/index.html",
    "letter": "lettre/2026-11-15-nouvelles/index.html",
    "accessibility": "accessibilite/index.html",
    "search": "recherche/index.html",
    "not found": "404.html",
}
"""One page of each kind."""


class Demo:
    """The demo, built at the tests' clock."""

    def __init__(self, folder: Path, theme: str = "association") -> None:
        shutil.copytree(PROJECT / "content", folder / "content")
        written = (PROJECT / "site.yaml").read_text(encoding="utf-8")
        chosen = written.replace("\ntheme: association\n", f"\ntheme: {theme}\n")
        (folder / "site.yaml").write_text(chosen, encoding="utf-8")
        self.site = SiteFolder(folder)
        made = folder / ".sitegen/images"
        if MADE.is_dir():
            shutil.copytree(MADE, made)
        self.report: BuildReport = self.site.build(now=NOW)
        if self.report.made:
            shutil.copytree(made, MADE, dirs_exist_ok=True)
        self.root = self.site.output

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Its pages, by path: to parse them takes longer than to build them.

        A release as a mail is none: it is sent, and its styles stand in its elements.
        """
        pages = html_pages(self.root)
        return {page.path: page for page in pages if not page.path.endswith("-mail.html")}

    def page(self, kind: str) -> Page:
        return self.pages[KINDS[kind]]

    @property
    def shown(self) -> list[Page]:
        """The pages that readers see: all but redirects."""
        return [page for page in self.pages.values() if not is_redirect(page)]


def is_redirect(page: Page) -> bool:
    return any(
        re.match("refresh", element.attrib.get("http-equiv", "")) for element in page.all("meta")
    )
