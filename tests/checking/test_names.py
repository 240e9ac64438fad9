"""Sections, authors and signatories that are new by a slip of the pen."""

from collections.abc import Callable

import pytest

from sitegen.border.suggestions import misspelt
from sitegen.catalogue import MESSAGES
from sitegen.checking.editorial.names import check_names
from sitegen.site.checks.section_names import check_section_names
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
organisation: {name: Le collectif des jardins}
sections: {communiques: {title: Communiqués de presse}}
-- content/notes/_index.md --
---
title: Notes et analyses
---
-- content/_data/authors.yaml --
ana: {name: Ana Martin}
-- content/_data/organisations.yaml --
asso: {name: Les amis du fleuve}
-- content/communiques/2026-01-10-a.md --
---
title: A
authors: [ana, Zoé Lebret]
signatories: [asso, La ligue des rivières]
---
-- content/communiques/2026-01-11-b.md --
---
title: B
author: Zoé Lebret
signatories: [La ligue des rivières]
---
"""


def told(site: SiteFolder) -> dict[str, str]:
    """Return what is told, by `key: value`, with its suggestion."""

    def look(inspected):  # type: ignore[no-untyped-def]
        index = inspected.session.index
        return [*check_section_names(index), *check_names(index)]

    values = [diagnostic.values for diagnostic in site.inspect(look)]
    return {f"{told['key']}: {told['value']}": told["suggestion"] for told in values}


@pytest.mark.parametrize(
    ("keys", "suggestion"),
    [
        ("section: comuniques", "communiques"),
        ("section: Communiqués de presse", "communiques"),
        ("section: notes et analyse", "notes"),
        ("section: note", "notes"),
        ("author: Zoe Lebrét", "Zoé Lebret"),
        ("author: Zoé Lebert", "Zoé Lebret"),
        ("author: Lebret Zoé", "Zoé Lebret"),
        ("authors: [Ana Matin]", "Ana Martin"),
        ("signatories: [La ligue des rivière]", "La ligue des rivières"),
        ("signatories: [Les amis du fleuves]", "Les amis du fleuve"),
        ("signatories: [Le colectif des jardins]", "Le collectif des jardins"),
    ],
)
def test_a_new_name_that_is_nearly_another_is_told(
    make_site: Callable[[str], SiteFolder], keys: str, suggestion: str
) -> None:
    site = make_site(SITE)
    site.write("content/communiques/2026-01-12-c.md", f"---\ntitle: C\n{keys}\n---\n")

    assert told(site) == {keys.replace("[", "").replace("]", ""): suggestion}


def test_a_folder_beside_the_section_is_told_as_well(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    for day in (12, 13):
        site.write(f"content/comuniques/2026-01-{day}-c.md", "---\ntitle: C\n---\n")

    assert told(site) == {"section: comuniques": "communiques"}


@pytest.mark.parametrize(
    ("folder", "keys", "settings", "expected"),
    [
        ("comuniques", "", "", "content/comuniques/2026-01-12-c.md SG268"),
        ("notes", "section: notse", "", "content/notes/2026-01-12-c.md SG268"),
        ("etudes", "", "etdues: {title: C}, ", "site.yaml SG272"),
        ("etudes", "", "études: {title: D}, ", "site.yaml SG272"),
    ],
)
def test_one_slip_is_one_message_of_build_and_check(
    make_site: Callable[[str], SiteFolder], folder: str, keys: str, settings: str, expected: str
) -> None:
    site = make_site(SITE.replace("sections: {", f"sections: {{{settings}"))
    site.write(f"content/{folder}/2026-01-12-c.md", f"---\ntitle: C\n{keys}\n---\n")
    site.write("content/notes/2026-01-13-d.md", "---\ntitle: D\n---\n")
    names = {"SG230", "SG268", "SG272"}

    built, checked = site.build().diagnostics, site.check()

    for diagnostics in (built, checked):
        told = [f"{diagnostic.path} {MESSAGES[diagnostic.code].id}" for diagnostic in diagnostics]
        assert [line for line in told if line.split()[1] in names] == [expected]


def test_what_may_be_meant_for_a_private_section_is_not_published(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.write("content/membres/_index.md", "---\ntitle: M\naccess: adherents\n---\n")
    site.write("content/notes/2026-01-12-c.md", "---\ntitle: Caché\nsection: membre\n---\n")
    site.write("content/notes/2026-01-12-f.md", "---\ntitle: Caché\nsection: ../membres\n---\n")
    site.write("content/membrse/2026-01-12-d.md", "---\ntitle: Caché\n---\n")
    site.write("content/membre/2026-01-12-e.md", "---\ntitle: E\naccess: adherents\n---\n")

    told = {(each.path, MESSAGES[each.code].id) for each in site.build().diagnostics}

    assert told >= {
        ("content/notes/2026-01-12-c.md", "SG272"), ("content/notes/2026-01-12-f.md", "SG272"),
        ("content/membrse/2026-01-12-d.md", "SG272"),
    }  # fmt: skip
    assert not any("Caché" in page.read_text() for page in site.root.glob("output/**/*.html"))


def test_a_build_says_no_more_what_an_author_accepted(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    site.write(
        "content/comuniques/2026-01-12-c.md", "---\ntitle: C\ncheck: {ignore: [SG268]}\n---\n"
    )
    site.write("content/20260112-d.md", "---\ntitle: D\ncheck: {ignore: [SG264]}\n---\n")
    site.write("content/e.docx.md", "---\ntitle: E\ncheck: {ignore: [SG384]}\n---\n")

    assert site.build().diagnostics == []


@pytest.mark.parametrize(
    "keys",
    [
        "section: rapports",
        "section: communiques",
        "section: communiques/2026",
        "author: Zoé Lebret",
        "author: Jeanne Lebret",
        "author: ana",
        "signatories: [asso]",
        "signatories: [La ligue des montagnes]",
        "draft: true\nauthor: Zoé Lebert",
    ],
)
def test_other_names_are_new(make_site: Callable[[str], SiteFolder], keys: str) -> None:
    site = make_site(SITE)
    site.write("content/communiques/2026-01-12-c.md", f"---\ntitle: C\n{keys}\n---\n")

    assert told(site) == {}


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("reprots", "reports", "reports"),
        ("communnique", "communiques", "communiques"),
        ("Études", "etudes", "etudes"),
        ("rapports-2026", "rapports-2027", ""),
        ("nord", "sud", ""),
        ("art", "arts", ""),
        ("formations", "informations", ""),
        ("region-nord", "region-sud", ""),
    ],
)
def test_a_slip_is_a_letter_or_two(word: str, known: str, meant: str) -> None:
    assert misspelt(word, [known]) == meant
