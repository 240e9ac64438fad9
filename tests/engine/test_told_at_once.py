"""All mistakes of a text are told in one run, whatever keeps the text from being read."""

from collections.abc import Callable

import pytest

from tests.support import SiteFolder

pytestmark = pytest.mark.slow

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
language: fr
organisation:
  name: Hub
  boilerplate: Notre association.
  contacts: {presse: {name: Ana Lévy, email: ana@hub.example.org}}
-- content/news/b.md --
---
title: Autre
---
Un texte.
"""
TEXT = "content/news/a.md"
KEYS = """\
title: Un titre
date: 2026-01-10
updated: 2026-01-01
slug: a/b
aliases: [/news/b/]
contact: presss
attachments: [absent.pdf]
correction: {date: 2025-01-01, text: Un mot.}
event: {start: 2026-03-10, end: 2026-03-09, price: -3}
check: {ignore: [SG999]}
"""
LATER = {
    "updated-before", "slug-refused", "alias-taken", "contact-near", "missing-file",
    "correction-too-early", "event-ends-before", "event-below-zero", "unknown-identifier",
    "broken-link",
}  # fmt: skip
"""What is found in documents that were read."""
BEFORE = {
    "a value of another type": ("pinned: peut-être\n", "expected-boolean"),
    "a key that nobody knows": ("sumary: Un mot.\n", "unknown-key-near"),
    "a colon in a value": ("kind: Avis : suite\n", "yaml-colon"),
    "a bracket that is not closed": ("tags: [eau, air\n", "yaml-bracket"),
}
"""What keeps a text from being read."""


@pytest.fixture
def site(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    made = make_site(SITE)
    made.build()
    return made


def told(site: SiteFolder) -> list[str]:
    return [mistake.code for mistake in site.check() if mistake.path == TEXT]


def test_what_keeps_a_text_from_being_read_hides_no_other_mistake(site: SiteFolder) -> None:
    body = "---\n[le bilan](absent.md)\n"
    site.write(TEXT, f"---\n{KEYS}{body}")
    found = {"the text as it is": told(site)}
    for name, (line, _) in BEFORE.items():
        site.write(TEXT, f"---\n{KEYS}{line}{body}")
        found[name] = told(site)

    wanted = {"the text as it is": sorted(LATER)}
    wanted |= {name: sorted({*LATER, code}) for name, (_, code) in BEFORE.items()}
    assert {name: sorted(codes) for name, codes in found.items()} == wanted


def test_two_lines_that_are_no_yaml_are_told_and_what_is_beside_them(site: SiteFolder) -> None:
    head = "title: Fête : suite\nweight: beaucoup\nsummary: Bilan : suite\n  du forum\nplace: [a]\n"
    site.write(TEXT, f"---\n{head}---\nUn texte.\n")

    mistakes = site.build(now="2026-11-22").errors

    assert [(mistake.code, mistake.line) for mistake in mistakes] == [
        ("yaml-colon", 2), ("expected-integer", 3), ("yaml-colon", 4), ("expected-text", 6),
    ]  # fmt: skip


def test_values_of_the_right_type_that_are_wrong_are_told_together(site: SiteFolder) -> None:
    site.write(TEXT, '---\ntitle: ""\nlang: français\ncheck: {ignore: [SG999]}\n---\nTexte.\n')

    mistakes = site.build().errors

    assert [mistake.code for mistake in mistakes] == [
        "empty-title", "bad-language", "unknown-identifier",
    ]  # fmt: skip


@pytest.mark.parametrize("key", ["date", "contact", "event", "title"])
def test_nothing_is_told_that_comes_of_a_key_which_could_not_be_read(
    site: SiteFolder, key: str
) -> None:
    keys = {
        "title": "Un titre",
        "date": "2026-01-10",
        "press": "true",
        "template": "article.html",
        "contact": "presse",
        "event": "{start: 2026-03-10, end: 2026-03-11}",
    }
    site.write(TEXT, _document(keys))
    assert told(site) == []
    site.write(TEXT, _document(keys | {key: "{zz: [1, {a: b}]}"}))

    mistakes = [mistake for mistake in site.check() if mistake.path == TEXT]

    assert {mistake.line for mistake in mistakes} == {2 + list(keys).index(key)}


def _document(keys: dict[str, str]) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return f"---\n{lines}---\nUn texte.\n"


def test_what_is_told_of_an_unread_text_holds_back_nothing_else(site: SiteFolder) -> None:
    site.write(TEXT, "---\ntitle: Un titre\n---\nUn texte.\n")
    site.build()
    site.write(TEXT, "---\ntitle: Un titre\naliases: [/news/c/]\npinned: peut-être\n---\nAutre.\n")
    site.write("content/news/c.md", "---\ntitle: Nouveau\n---\nUn nouveau texte.\n")

    report = site.build()

    assert [mistake.code for mistake in report.errors] == ["alias-taken", "expected-boolean"]
    assert report.held == [TEXT]
    assert "Un nouveau texte." in site.page("news/c/index.html")
    assert "Un texte." in site.page("news/a/index.html")
