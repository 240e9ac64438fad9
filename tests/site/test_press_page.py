"""What is said to the press, and of it: contacts, files and releases are found, or told."""

from collections.abc import Callable

import icalendar
import pytest

from sitegen.catalogue import MESSAGES
from sitegen.sources.data import parse_data
from tests.forms import wrong_values
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/base/
organisation:
  name: Association
  contacts: {presse: {name: Ana Martin, phone: +33 (0)1 99 00 00 01 poste 12, email: ana@a.example}}
-- content/logo.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>
-- content/news/2026-01-10-a.md --
---
title: Un communiqué
coverage: {medium: La Gazette, title: Vu de près, date: 2026-01-12, kind: print, page: 3}
---
Texte.
-- content/news/2026-01-11-b.md --
---
title: Une surprise
embargo: 2027-01-01
coverage: {medium: Fuite, title: Le secret, date: 2026-01-12}
---
Texte.
-- content/_data/press.yaml --
sections: [news]
contacts:
  - {contact: presse, subjects: [eau, air], region: Touraine}
  - {name: Ana Martin, email: autre@example.org}
files: [{title: Logo, files: [logo.svg], licence: CC0, licence_url: /licence/}]
figures: [{value: "12", label: forums, source: Nous, url: /news/a/}]
biographies: [{name: Ana Martin, text: Une vie.}]
-- content/_data/coverage.yaml --
- {medium: Radio, title: En passant, date: 2025-05-02, kind: radio, length: 4 min}
- {medium: Fuite, title: Encore le secret, date: 2026-01-12, release: news/2026-01-11-b.md}
- {medium: La Gazette, title: Vu de loin, date: 2026-01-13, url: "https://gazette.example.org/",
   release: news/2026-01-10-a.md}
"""


@pytest.fixture
def hub(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    site = make_site(SITE)
    assert site.build().diagnostics == []
    return site


def test_the_press_page_shows_what_the_press_needs(hub: SiteFolder) -> None:
    page = hub.page("presse/index.html")

    for shown in (
        "Ana Martin",
        "tel:+33199000001;ext=12",
        "Touraine",
        "Un communiqué",
        'href="/base/logo.svg"',
        'href="/base/licence/"',
        'href="/base/news/a/"',
        "Une vie.",
        "Vu de loin",
        "/base/presse/revue-de-presse/",
    ):
        assert shown in page


def test_the_review_stands_by_year_under_its_release_and_in_a_feed(hub: SiteFolder) -> None:
    review = "presse/revue-de-presse"

    assert "En passant" in hub.page(f"{review}/2025/index.html")
    assert "Vu de près" not in hub.page(f"{review}/2025/index.html")
    assert "Vu de loin" in hub.page("news/a/index.html")
    assert "En passant" not in hub.page("news/a/index.html")
    feed = hub.page(f"{review}/feed.xml")
    assert feed.index("Vu de loin") < feed.index("Vu de près") < feed.index("En passant")


def test_nothing_is_said_of_what_is_not_public(hub: SiteFolder) -> None:
    pages = [path for path in hub.output.rglob("*") if path.is_file()]

    assert [page.name for page in pages if b"secret" in page.read_bytes()] == []
    hub.build(now="2027-01-02")
    assert "Encore le secret" in hub.page("presse/revue-de-presse/2026/index.html")


def test_two_contacts_of_one_name_have_a_card_each(hub: SiteFolder) -> None:
    first = (hub.output / "presse/contacts/ana-martin.vcf").read_bytes().decode()
    card = icalendar.Component.from_ical(first)

    assert first.startswith("BEGIN:VCARD\r\nVERSION:3.0\r\n")
    assert (str(card["FN"]), str(card["TEL"])) == ("Ana Martin", "+33199000001")
    assert str(card["NOTE"]).startswith("+33 (0)1 99 00 00 01 poste 12\\nSujets")
    assert "Martin;Ana;;;" in first
    assert "autre@example.org" in hub.page("presse/contacts/ana-martin-2.vcf")


def test_a_table_of_a_spreadsheet_is_a_press_review(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE)
    site.remove("content/_data/coverage.yaml")
    table = (
        "medium;title;date;kind;page\nOuest;Un titre;2026-02-01;print;7\nRadio;Deux;2026-02-02;;\n"
    )
    site.write("content/_data/coverage.csv", table)

    assert site.build().diagnostics == []
    assert "page 7" in site.page("presse/revue-de-presse/2026/index.html")
    site.write("content/_data/coverage.csv", table.replace("2026-02-02", "hier"))
    assert [(diagnostic.path, diagnostic.line) for diagnostic in site.build().diagnostics] == [
        ("content/_data/coverage.csv", 3)
    ]
    assert "Deux" in site.page("presse/revue-de-presse/2026/index.html")  # as it was published


def test_a_release_that_was_renamed_is_told_and_its_mention_stays(hub: SiteFolder) -> None:
    source = hub.root / "content/news/2026-01-10-a.md"
    source.rename(source.with_name("2026-01-10-c.md"))

    told = hub.build().diagnostics

    assert ("coverage-release-missing", 3) in [
        (diagnostic.code, diagnostic.line) for diagnostic in told
    ]
    assert "Vu de loin" in hub.page("presse/revue-de-presse/2026/index.html")


@pytest.mark.parametrize("name", ["press", "coverage"])
def test_a_wrong_value_in_a_file_for_the_press_is_told(name: str) -> None:
    from sitegen.model import PressPageFields, ReviewedMention

    missed = []
    for wrong in wrong_values({"press": PressPageFields, "coverage": ReviewedMention}[name]):
        lines = wrong.lines
        if name == "coverage":
            lines = ("-", *(f"  {line}" for line in lines))
        value, diagnostics = parse_data("\n".join(lines).encode(), f"content/_data/{name}.yaml")
        assert all(each.code in MESSAGES for each in diagnostics)
        if value is not None or not any(each.line == len(lines) for each in diagnostics):
            missed.append(wrong.name)

    assert missed == []


def test_a_release_with_a_mistake_is_no_release_that_is_missing(hub: SiteFolder) -> None:
    """Nor is its section gone: the mistake itself is told."""
    hub.replace("content/news/2026-01-10-a.md", "title:", "titlee:")

    told = {diagnostic.code for diagnostic in hub.build().diagnostics}

    assert "unknown-key-near" in told
    assert not told & {"coverage-release-missing", "press-section-unknown"}
