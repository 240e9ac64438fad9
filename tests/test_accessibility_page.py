"""The page about accessibility, from what `site.yaml` declares."""

import re
from html import unescape

import pytest

from sitegen.errors import UsageError
from tests.support import SiteFolder

HUB = """title: Hub
url: https://hub.example.org/
organisation:
  name: Association
  contacts: {web: {name: Inès, phone: 01 99 00 00 01, email: web@hub.example.org}}
"""
PAGE = "accessibilite/index.html"


def declared(site: SiteFolder, lines: str) -> str:
    """Return the page's text, built with *lines* under `accessibility`."""
    site.write("site.yaml", f"{HUB}accessibility:\n{lines}")
    assert not site.build().errors
    main = site.page(PAGE).partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub("<[^>]+>", "", main)).split())


@pytest.mark.slow
def test_what_nobody_wrote_is_said_to_be_unknown(site: SiteFolder) -> None:
    text = declared(site, "  conformance: none\n")

    assert "Accessibilité : non conforme" in text
    assert "Aucun audit n’a encore mesuré" in text
    assert "elles ne sont pas toutes connues" in text
    assert "Défenseur des droits" in text


def test_an_audit_is_told_with_its_result(site: SiteFolder) -> None:
    text = declared(
        site,
        "  conformance: partial\n  rate: 71.5\n  audited: 2026-10-01\n"
        "  declared: 2026-10-02 09:30\n  auditor: Atelier\n"
        "  failures: [Des cartes sans texte]\n  contact: web\n",
    )

    assert "partiellement conforme" in text
    assert "71,5 % des critères du référentiel sont respectés." in text
    assert "L’audit a été réalisé le 1er octobre 2026. Il a été mené par Atelier." in text
    assert "Des cartes sans texte" in text
    assert "Appeler Inès : 01 99 00 00 01" in text


def test_every_page_says_how_far_the_site_conforms(site: SiteFolder) -> None:
    declared(site, "  conformance: full\n")

    foot = unescape(site.page("index.html").partition("<footer")[2])
    assert "Accessibilité\u00a0: totalement conforme" in foot


@pytest.mark.parametrize("path", ["", "hub/"])
def test_a_page_of_the_site_s_own_takes_its_place(site: SiteFolder, path: str) -> None:
    site.write("content/accessibilite.md", "---\ntitle: La nôtre\n---\nNotre déclaration.\n")
    settings = HUB.replace("example.org/", f"example.org/{path}", 1)
    site.write("site.yaml", f"{settings}accessibility: {{conformance: none}}\n")

    assert not site.build().errors
    assert "Notre déclaration." in site.page(PAGE)


def test_without_a_declaration_there_is_no_page(site: SiteFolder) -> None:
    site.write("site.yaml", HUB)
    site.build()

    assert not site.has(PAGE)
    assert "Accessibilité" not in unescape(site.page("index.html"))


@pytest.mark.parametrize(
    ("lines", "code", "line"),
    [
        ("  conformance: none\n  contact: nobody\n", "unknown-contact", 8),
        ("  conformance: none\n  rate: 120\n", "expected-percent", 8),
        ("  conformance: maybe\n", "unknown-choice", 7),
    ],
)
def test_a_mistake_has_its_place(site: SiteFolder, lines: str, code: str, line: int) -> None:
    with pytest.raises(UsageError) as caught:
        declared(site, lines)

    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.code, diagnostic.line) == (code, line)
