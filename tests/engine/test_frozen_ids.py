"""Ids in feeds and UIDs in calendars stay when files move, sections are renamed, domains change."""

import re
import shutil
from collections.abc import Callable

import pytest
from click.testing import CliRunner

from sitegen.cli import cli
from sitegen.site.origins import KnownToSubscribers, Listed, origins
from tests.support import NOW, SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/sous/
sections: {news: {title: Nouvelles}}
-- content/news/2026-01-10-alpha.md --
---
title: Alpha
event: {start: 2027-03-02}
---
Texte.
-- content/news/2026-01-11-beta.md --
---
title: Bêta
events: [{start: 2027-03-03}, {start: 2027-03-04}, {start: 2027-03-05, id: bal}]
---
Texte.
"""
ALPHA, BETA = "content/news/2026-01-10-alpha.md", "content/news/2026-01-11-beta.md"


def ids(site: SiteFolder) -> tuple[set[str], set[str]]:
    """Return what a first build calls articles in all feeds, and events in the calendar."""
    shutil.rmtree(site.root / ".sitegen", ignore_errors=True)
    shutil.rmtree(site.output, ignore_errors=True)
    report = site.build()
    assert not [
        diagnostic for diagnostic in report.diagnostics if diagnostic.code == "identity-changed"
    ]
    pattern = r"<id>([^<]+)</id>|<guid[^>]*>([^<]+)<|\"id\": \"([^\"]+)\""
    feeds = [site.page(name) for name in ("feed.xml", "rss.xml", "feed.json")]
    ids = [{"".join(groups) for groups in re.findall(pattern, feed)} for feed in feeds]
    assert (
        ids[0] - {written_id for written_id in ids[0] if "/feed/" in written_id} == ids[1] == ids[2]
    )
    return ids[0], set(re.findall(r"^UID:(.+?)\r?$", site.page("agenda.ics"), re.MULTILINE))


def feed_id(site: SiteFolder, path: str) -> str:
    """Return what a feed calls itself in the output of a first build."""
    ids(site)
    match = re.search(r"<id>([^<]+)</id>", site.page(path))
    assert match
    return match[1]


def write_list(site: SiteFolder) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(site.root)
        assert CliRunner().invoke(cli, ["published", "--now", NOW, "--write"]).exit_code == 0


def move(site: SiteFolder, old: str, new: str) -> None:
    (site.root / new).parent.mkdir(parents=True, exist_ok=True)
    (site.root / old).rename(site.root / new)


@pytest.mark.slow
def test_neither_a_folder_nor_a_section_nor_a_domain_changes_what_subscribers_know(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(SITE)
    before = ids(site)
    assert "tag:hub.example.org,2026:/sous/news/2026-01-10-alpha.md" in before[0]
    assert {"news/2026-01-11-beta-2@hub.example.org", "bal@hub.example.org"} < before[1]
    write_list(site)
    of_section = feed_id(site, "news/feed.xml")
    assert of_section == "tag:hub.example.org,2026:/sous/feed/section/news"

    move(site, ALPHA, "content/news/2026-01-10-alpha/index.md")
    assert ids(site) == before  # by its address
    move(site, BETA, "content/news/2026-01-12-bal.md")
    site.replace("content/news/2026-01-12-bal.md", "title:", "aliases: [/news/beta/]\ntitle:")
    assert ids(site) == before  # by its former address
    move(site, "content/news", "content/actus")
    site.replace("site.yaml", "{news: {title: Nouvelles}}",
                 "{actus: {title: Actus, aliases: [/news/]}}")  # fmt: skip
    assert ids(site) == before  # by its name, and its former address
    assert feed_id(site, "actus/feed.xml") == feed_id(site, "news/feed.xml") == of_section
    write_list(site)
    site.replace("site.yaml", ", aliases: [/news/]", "")
    assert feed_id(site, "actus/feed.xml") == of_section
    site.replace("site.yaml", "hub.example.org/sous", "asso.example.net")
    assert ids(site) == before
    for _ in range(2):
        write_list(site)
        move(site, "content/actus/2026-01-12-bal.md", "content/actus/2026-02-01-x.md")
        move(site, "content/actus/2026-02-01-x.md", "content/actus/2026-01-12-bal.md")
        assert ids(site) == before
    rows = (site.root / "published.txt").read_text(encoding="utf-8").splitlines()
    own = "as:news/2026-01-10-alpha.md feed event:news/2026-01-10-alpha"
    assert f"/actus/alpha/ actus/2026-01-10-alpha/index.md {own}" in rows
    assert "@ https://hub.example.org/sous/" in rows
    assert not [row for row in rows if row.startswith("@ https://asso")]

    site.write(ALPHA, "---\ntitle: Une autre\nevent: {start: 2027-03-09}\n---\n")
    after = ids(site)
    assert after[0] > before[0]
    assert after[1] - before[1] == {"news/2026-01-10-alpha~2@hub.example.org"}


LISTED = KnownToSubscribers(
    "https://hub.example.org/",
    {
        "/a/": Listed("a.md", "a.md"),
        "/b/": Listed("b.md", "old/b.md"),
        "/c/": Listed("x/c.md", "x/c.md"),
        "/y/c/": Listed("y/c.md", "y/c.md"),
    },
)
ORIGINS: dict[str, tuple[dict[str, tuple[str, ...]], dict[str, str]]] = {
    "what the list says": ({"a.md": (), "b.md": ()}, {"b.md": "old/b.md"}),
    "another one at a former path": (
        {"b.md": (), "old/b.md": (), "a.md": ()},
        {"b.md": "old/b.md", "old/b.md": "old/b~2.md"},
    ),
    "another one, whose further name is taken": (
        {"b.md": (), "old/b.md": (), "old/b~2.md": ()},
        {"b.md": "old/b.md", "old/b.md": "old/b~3.md"},
    ),
    "a former address, before a name": ({"new/a.md": (), "new.md": ("/a/",)}, {"new.md": "a.md"}),
    "two with one former address": ({"m.md": ("/a/",), "n.md": ("/a/",)}, {"m.md": "a.md"}),
    "a name that two had": ({"new/c.md": ()}, {}),
    "a name that two have": ({"p/a.md": (), "q/a.md": ()}, {}),
    "a former address of one that is there": ({"a.md": (), "new.md": ("/a/",)}, {}),
    "a folder of its own": ({"b/index.md": ()}, {"b/index.md": "old/b.md"}),
}


@pytest.mark.parametrize("name", ORIGINS)
def test_a_document_is_known_by_the_path_of_its_first_publication(name: str) -> None:
    documents, expected = ORIGINS[name]

    assert origins(LISTED, documents, {}, ()) == expected
    assert origins(KnownToSubscribers(), documents, {}, ()) == {}


def test_a_document_that_cannot_be_read_is_not_gone() -> None:
    assert origins(LISTED, {"new/a.md": ()}, {}, ()) == {"new/a.md": "a.md"}
    assert origins(LISTED, {"new/a.md": ()}, {}, {"a.md"}) == {}


def test_a_uid_that_another_events_id_makes_is_told(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(SITE)
    site.replace(ALPHA, "2027-03-02", "2027-03-02, uid: bal@hub.example.org")

    (diagnostic,) = site.build().diagnostics

    assert (diagnostic.code, diagnostic.path, diagnostic.line) == ("event-uid-twice", ALPHA, 3)
    assert diagnostic.values["other"] == f"{BETA}:3"
