"""The committed list of addresses: what readers know, and what has become of it."""

import shutil
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from sitegen.catalogue import severity
from sitegen.cli import cli
from sitegen.published.listing import Line, Listing, read_listing
from tests.support import NOW, SiteFolder

pytestmark = pytest.mark.slow

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/sous/
sections: {news: {title: Nouvelles}}
-- content/news/2026-01-10-alpha.md --
---
title: Alpha
tags: [eau]
event: {start: 2027-03-02}
---
Texte.
-- content/news/2026-01-11-beta.md --
---
title: Bêta
aliases: [/ancien/]
---
Texte.
-- content/news/2026-01-12-gamma.md --
---
title: Gamma
event: {start: 2027-03-03, uid: bal@ancien.example}
---
Texte.
-- content/nous.md --
---
title: Nous
---
Texte.
-- content/docs/plan d'accès 100%.txt --
Plan.
"""
ALPHA, BETA = "content/news/2026-01-10-alpha.md", "content/news/2026-01-11-beta.md"


def run(site: SiteFolder, *words: str) -> Result:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(site.root)
        return CliRunner().invoke(cli, ["published", "--now", NOW, *words])


@pytest.fixture
def listed(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    """A site with its list, as CI checks it out: never built."""
    site = make_site(SITE)
    assert run(site, "--write").exit_code == 0
    shutil.rmtree(site.root / ".sitegen", ignore_errors=True)
    return site


def told(site: SiteFolder) -> dict[str, tuple[str, ...]]:
    """Return what a first build tells of addresses and names, by its place."""
    shutil.rmtree(site.root / ".sitegen", ignore_errors=True)
    shutil.rmtree(site.output, ignore_errors=True)
    diagnostics = site.build().diagnostics
    assert all(severity(diagnostic) == "warning" for diagnostic in diagnostics)
    return {
        f"{diagnostic.code} {diagnostic.path}": tuple(diagnostic.values.values())
        for diagnostic in diagnostics
    }


def test_the_list_names_each_address_with_its_document_and_what_subscribers_call_it(
    listed: SiteFolder,
) -> None:
    text = (listed.root / "published.txt").read_text(encoding="utf-8")
    rows = text.splitlines()[1:]

    assert rows == sorted(rows, key=str.encode)
    event = "event:news/2026-01-10-alpha"
    assert f"/news/alpha/ news/2026-01-10-alpha.md feed {event}" in rows
    assert "/news/gamma/ news/2026-01-12-gamma.md feed uid:bal@ancien.example" in rows
    assert "/ancien/ news/2026-01-11-beta.md" in rows
    assert "/docs/plan%20d'acc%C3%A8s%20100%25.txt docs/plan%20d'accès%20100%25.txt" in rows
    assert {"/news/ -", "/feed.xml -", "/agenda.ics -", "@ https://hub.example.org/sous/"} < {*rows}
    addresses = [row for row in rows if row.startswith("/")]
    assert not [row for row in addresses if "/tags/" in row or "/page/" in row]
    assert "= calendar:tag:eau /tags/eau.ics eau" in rows
    listing, wrong = read_listing(text)
    assert (listing.text(), wrong) == (text, [])
    assert told(listed) == {}
    assert not listed.has("published.txt")


def rename(site: SiteFolder, old: str, new: str) -> None:
    target = site.root / new
    target.parent.mkdir(parents=True, exist_ok=True)
    (site.root / old).rename(target)


CHANGES: dict[str, tuple[Callable[[SiteFolder], object], dict[str, tuple[str, ...]]]] = {
    "another slug": (
        lambda site: site.replace(ALPHA, "title:", "slug: autre\ntitle:"),
        {f"address-moved {ALPHA}": ("/news/alpha/", "/news/autre/")},
    ),
    "another slug, and the former address kept": (
        lambda site: site.replace(BETA, "[/ancien/]", "[/ancien/, /news/beta/]\nslug: b"),
        {},
    ),
    "a former address that is not kept any more": (
        lambda site: site.replace(BETA, "aliases: [/ancien/]\n", ""),
        {f"address-moved {BETA}": ("/ancien/", "/news/beta/")},
    ),
    "a document that is gone for good": (
        lambda site: (
            site.remove("content/nous.md"),
            site.replace("site.yaml", "sections:", "redirects: {/nous/: 410}\nsections:"),
        ),
        {},
    ),
    "a section that has another name, and its former addresses": (
        lambda site: (
            site.replace(
                "site.yaml",
                "{news: {title: Nouvelles}}",
                "{actus: {title: Actus, aliases: [/news/]}}\n"
                "urls: {sections: {actus: '/news/{slug}/'}}",
            ),
            rename(site, "content/news", "content/actus"),
        ),
        {},
    ),
    "a file, a feed and a calendar at other addresses": (
        lambda site: (
            rename(site, "content/docs/plan d'accès 100%.txt", "content/plan.txt"),
            site.replace(
                "site.yaml",
                "sections:",
                'redirects: {"/docs/plan d\'accès 100%25.txt": /plan.txt}\nsections:',
            ),
        ),
        {},
    ),
    "a document that is removed": (
        lambda site: site.remove("content/nous.md"),
        {"address-gone published.txt": ("/nous/",)},
    ),
    "a file that is removed": (
        lambda site: site.remove("content/docs/plan d'accès 100%.txt"),
        {"address-gone published.txt": ("/docs/plan%20d'acc%C3%A8s%20100%25.txt",)},
    ),
    "a document that moves into a folder of its own": (
        lambda site: rename(site, ALPHA, "content/news/2026-01-10-alpha/index.md"),
        {},
    ),
    "a document that moves to another section": (
        lambda site: rename(site, BETA, "content/actus/2026-01-11-beta.md"),
        {"address-moved content/actus/2026-01-11-beta.md": ("/news/beta/", "/actus/beta/")},
    ),
    "another domain": (
        lambda site: site.replace("site.yaml", "hub.example.org/sous", "asso.example.org"),
        {},
    ),
    "a draft": (lambda site: site.replace(BETA, "title:", "draft: true\ntitle:"), {}),
    "an embargo": (lambda site: site.replace(ALPHA, "title:", "embargo: 2027-01-01\ntitle:"), {}),
    "an end": (lambda site: site.replace(BETA, "title:", "expires: 2026-01-01\ntitle:"), {}),
    "an end, and another of the same name": (
        lambda site: (
            site.replace(BETA, "title:", "expires: 2026-01-01\ntitle:"),
            site.write("content/actus/2026-01-11-beta.md", "---\ntitle: Bêta\n---\n"),
        ),
        {},
    ),
    "a merge that was not ended": (
        lambda site: site.append("published.txt", "<<<<<<< HEAD\n/autre/ autre.md\n"),
        {
            "published-line published.txt": ("<<<<<<< HEAD",),
            "address-gone published.txt": ("/autre/",),
        },
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_first_build_tells_what_readers_would_miss_or_see_twice(
    listed: SiteFolder, name: str
) -> None:
    change, expected = CHANGES[name]
    change(listed)

    assert told(listed) == expected


WITH_PARTS = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
sections: {news: {title: Nouvelles}}
-- content/guide.md --
---
title: Guide
---
## Les tarifs

### Pour les élus {#élus}

#### Un détail

## Venir
Voir [le bilan](news/2026-01-10-bilan.md#chiffres).
-- content/news/_index.md --
---
title: Nouvelles
---
## Qui écrit
-- content/news/2026-01-10-bilan.md --
---
title: Bilan
---
## Chiffres

## Suite
"""
GUIDE, BILAN = "content/guide.md", "content/news/2026-01-10-bilan.md"
PARTS: dict[str, tuple[Callable[[SiteFolder], object], dict[str, tuple[str, ...]]]] = {
    "a heading that is called otherwise": (
        lambda site: site.replace(GUIDE, "## Les tarifs", "## Nos prix"),
        {f"anchor-gone {GUIDE}": ("/guide/#les-tarifs", "les-tarifs", "0")},
    ),
    "a heading that is called otherwise, with its former name": (
        lambda site: site.replace(GUIDE, "## Les tarifs", "## Nos prix {#les-tarifs}"),
        {},
    ),
    "two headings that are gone": (
        lambda site: site.replace(GUIDE, "## Les tarifs\n\n### Pour les élus {#élus}\n", ""),
        {f"anchors-gone {GUIDE}": ("/guide/#%C3%A9lus", "%C3%A9lus", "1")},
    ),
    "a heading of a release to which a text linked": (
        lambda site: (
            site.replace(BILAN, "## Chiffres", "## Nombres"),
            site.replace(GUIDE, "#chiffres", "#nombres"),
        ),
        {f"anchor-gone {BILAN}": ("/news/bilan/#chiffres", "chiffres", "0")},
    ),
    "a heading to which nothing links any more": (
        lambda site: site.replace(GUIDE, "#chiffres", ""),
        {},
    ),
    "a heading of another level": (
        lambda site: site.replace(GUIDE, "## Venir", "#### Venir"),
        {},
    ),
    "a heading of a page that leads on from its former address": (
        lambda site: (
            site.replace(GUIDE, "title:", "aliases: [/guide/]\ntitle:"),
            site.replace(GUIDE, "## Les tarifs", "## Nos prix"),
            rename(site, GUIDE, "content/mode-emploi.md"),
        ),
        {"anchor-gone content/mode-emploi.md": ("/guide/#les-tarifs", "les-tarifs", "0")},
    ),
    "a heading of a section's text": (
        lambda site: site.replace("content/news/_index.md", "## Qui écrit", "## Qui"),
        {"anchor-gone content/news/_index.md": ("/news/#qui-ecrit", "qui-ecrit", "0")},
    ),
    "a page that is gone": (
        lambda site: site.remove(GUIDE),
        {"address-gone published.txt": ("/guide/",)},
    ),
    "a page that is a draft": (
        lambda site: site.replace(GUIDE, "title:", "draft: true\ntitle:"),
        {},
    ),
}


@pytest.mark.parametrize("name", PARTS)
def test_a_part_of_a_page_that_readers_may_have_linked_to_is_missed(
    make_site: Callable[[str], SiteFolder], name: str
) -> None:
    site = make_site(WITH_PARTS)
    run(site, "--write")
    assert told(site) == {}
    change, expected = PARTS[name]

    change(site)

    assert told(site) == expected


def test_the_list_names_the_parts_that_contents_and_texts_lead_to(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(WITH_PARTS)

    run(site, "--write")

    rows = (site.root / "published.txt").read_text().splitlines()
    assert [row for row in rows if "#" in row[1:]] == [
        "/guide/#%C3%A9lus -", "/guide/#les-tarifs -", "/guide/#venir -", "/news/#qui-ecrit -",
        "/news/bilan/#chiffres -",
    ]  # fmt: skip
    assert rows[1:] == sorted(rows[1:], key=str.encode)


def test_a_part_that_is_gone_is_told_until_it_is_back_or_forgotten(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(WITH_PARTS)
    run(site, "--write")
    site.age()
    site.build()

    site.replace(GUIDE, "## Venir", "## Accès")
    assert [diagnostic.code for diagnostic in site.build().diagnostics] == ["anchor-gone"]
    compared = run(site)
    assert (compared.exit_code, "- /guide/#venir" in compared.output) == (1, True)
    assert [diagnostic.code for diagnostic in site.build().diagnostics] == ["anchor-gone"]
    site.replace(GUIDE, "## Accès", "## Accès {#venir}")
    assert site.build().diagnostics == []

    site.replace(GUIDE, "## Accès {#venir}", "## Accès")
    assert run(site, "--forget", "/guide/#venir").exit_code == 0
    assert site.build().diagnostics == []
    site.remove(GUIDE)
    assert run(site, "--forget", "/guide/").exit_code == 0
    assert "/guide/" not in (site.root / "published.txt").read_text()


def test_a_section_that_is_renamed_is_told_once(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE)
    for number in range(8):
        site.write(
            f"content/news/2026-02-0{number + 1}-x{number}.md", f"---\ntitle: X{number}\n---\n"
        )
    run(site, "--write")
    site.replace("site.yaml", "{news:", "{actus:")
    (site.root / "content/news").rename(site.root / "content/actus")

    messages = told(site)

    assert messages["addresses-moved published.txt"] == ("11", "/news/", "/actus/")
    assert not [message for message in messages if "identity" in message]


def test_the_list_is_compared_at_each_build_and_costs_one_with_nothing_to_do_nothing(
    listed: SiteFolder,
) -> None:
    listed.age()
    assert listed.build().diagnostics == []
    before = listed.tree()
    idle = listed.build()
    assert (idle.rendered, idle.parsed) == ({}, ())

    listed.append("published.txt", "/vieux/ vieux.md feed\n")

    for _ in range(2):
        report = listed.build()
        assert [diagnostic.code for diagnostic in report.diagnostics] == ["address-gone"]
        assert (report.rendered, report.written) == ({}, [])
    assert listed.tree() == before
    assert [diagnostic.code for diagnostic in listed.check()].count("address-gone") == 1
    (listed.root / "published.txt").unlink()
    assert listed.build().diagnostics == []


def test_what_is_gone_stays_in_the_list_until_it_is_forgotten(listed: SiteFolder) -> None:
    listed.remove("content/nous.md")
    listed.replace(BETA, "title:", "draft: true\ntitle:")
    listed.write("content/neuf.md", "---\ntitle: Neuf\n---\n")

    compared = run(listed)
    assert compared.exit_code == 1
    assert "- /nous/\n" in compared.stdout
    assert "~ /news/beta/\n" in compared.stdout
    assert "1 new (+), 1 gone (-)" in compared.stdout
    assert "/neuf/" not in (listed.root / "published.txt").read_text()

    assert run(listed, "--write").exit_code == 0
    rows = (listed.root / "published.txt").read_text().splitlines()
    assert {"/nous/ nous.md", "/neuf/ neuf.md"} < {*rows}
    assert any(row.startswith("/news/beta/") for row in rows)

    assert run(listed, "--forget", "/nous/").exit_code == 0
    assert told(listed) == {}
    absent = run(listed, "--forget", "/nous/")
    assert (absent.exit_code, "[SG318]" in absent.stderr) == (2, True)


def test_a_build_writes_no_list(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE)
    site.build()
    site.check()

    assert not (site.root / "published.txt").exists()


def test_two_branches_that_add_addresses_merge_as_lines() -> None:
    base = Listing("https://x.example.org/", {"/": Line(), "/m/": Line("m.md")})
    ours = Listing(base.url, base.lines | {"/a/": Line("a.md")}).text().splitlines()
    other = Listing(base.url, base.lines | {"/z/": Line("z.md", ("feed",))}).text().splitlines()

    union = "\n".join(dict.fromkeys([*ours, *other]))

    listing, wrong = read_listing(union)
    assert (sorted(listing.lines), wrong) == (["/", "/a/", "/m/", "/z/"], [])


def test_former_addresses_of_lists_are_in_the_list_and_what_is_given_up_leaves_it(
    listed: SiteFolder,
) -> None:
    listed.replace("site.yaml", "{title: Nouvelles}", "{title: Nouvelles, aliases: [/vieux/]}")
    run(listed, "--write")
    rows = set((listed.root / "published.txt").read_text().splitlines())
    assert {"/vieux/ -", "/vieux/feed.xml -", "/vieux.ics -"} < rows

    listed.replace("site.yaml", "[/vieux/]", "[]")
    assert "address-gone published.txt" in told(listed)
    lost = sorted(row.split()[0] for row in rows if row.startswith("/vieux"))
    assert len(lost) == 5
    ended = ", ".join(f"{address}: 410" for address in lost)
    listed.replace("site.yaml", "sections:", f"redirects: {{{ended}}}\nsections:")
    assert told(listed) == {}
    assert run(listed).exit_code == 0
    run(listed, "--write")
    assert "/vieux" not in (listed.root / "published.txt").read_text()
