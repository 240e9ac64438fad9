"""What a build says is different for readers: what authors changed, not what was rendered."""

from collections.abc import Callable

import pytest

from sitegen.engine.options import BuildReport
from sitegen.published.changes import Changes, Moves
from tests.support import SiteFolder

HUB = """
-- site.yaml --
title: Le hub
url: https://hub.example.org/
menus: {main: [news]}
-- content/news/a.md --
---
title: Premier
date: 2026-01-10
---
Un texte.
-- content/news/forum.md --
---
title: Forum
date: 2026-02-10
event: {id: forum, start: 2027-03-02 09:30, location: Nantes}
---
Le forum.
-- content/association.md --
---
title: L’association
---
Qui nous sommes.
-- content/news/plan.txt --
Un plan.
"""


def changes_of(report: BuildReport) -> Changes:
    assert report.changes
    return report.changes


@pytest.fixture
def hub(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    made = make_site(HUB)
    assert changes_of(made.build()) == Changes(basis="nothing")
    return made


def test_texts_events_and_files_are_told_apart(hub: SiteFolder) -> None:
    hub.write("content/news/b.md", "---\ntitle: Second\ndate: 2026-03-10\n---\nDu neuf.\n")
    hub.append("content/news/a.md", "Encore.\n")
    hub.replace("content/news/forum.md", "2027-03-02 09:30", "2027-03-04 14:00")
    hub.remove("content/association.md")
    hub.write("content/news/plan.txt", "Un autre plan.\n")
    hub.write("content/news/salle.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")

    assert changes_of(hub.build()) == Changes(
        articles=Moves(new=("Second",), changed=("Premier", "Forum")),
        sections=("News",),
        pages=Moves(gone=("L’association",)),
        moved=(("Forum", "2027-03-02T09:30:00+01:00", "2027-03-04T14:00:00+01:00"),),
        pictures=Moves(new=("/news/salle.svg",)),
        files=Moves(changed=("/news/plan.txt",)),
    )
    hub.age()
    hub.build()
    assert hub.build().changes is None, "nothing was done, and nothing looked at"


def test_what_every_page_shows_changes_no_text(hub: SiteFolder) -> None:
    hub.replace("site.yaml", "menus: {main: [news]}", "menus: {main: [news, association.md]}")

    report = hub.build()

    assert len(report.written) > 5
    assert changes_of(report).tells_nothing


def test_an_event_that_is_called_off_is_not_moved(hub: SiteFolder) -> None:
    hub.replace("content/news/forum.md", "location: Nantes", "location: Nantes, status: cancelled")
    assert changes_of(hub.build()).off == ("Forum",)
    hub.replace("content/news/forum.md", "Nantes, status: cancelled", "Rezé")
    assert changes_of(hub.build()).events == Moves(changed=("Forum",))
    hub.replace("content/news/forum.md", "event: {", "extra: {")

    assert changes_of(hub.build()).events == Moves(gone=("Forum",))


def test_a_renamed_text_is_a_changed_one(hub: SiteFolder) -> None:
    """By its address, or by its file: nothing is new, and nothing gone."""
    (hub.root / "content/news/a.md").rename(hub.root / "content/news/2026-01-10-a.md")
    assert changes_of(hub.build()).articles == Moves(changed=("Premier",))
    hub.replace("content/news/2026-01-10-a.md", "title: Premier", "slug: z\ntitle: Premier")

    assert changes_of(hub.build()).articles == Moves(changed=("Premier",))


def test_what_readers_do_not_see_is_not_compared(hub: SiteFolder) -> None:
    hub.write("content/news/b.md", "---\ntitle: Second\ndate: 2026-03-10\ndraft: true\n---\n")
    assert hub.build(drafts=True).changes is None
    assert changes_of(hub.build()).tells_nothing
    hub.replace("content/news/b.md", "draft: true\n", "")

    assert changes_of(hub.build()).articles == Moves(new=("Second",))


def test_without_a_former_build_the_list_of_addresses_tells(hub: SiteFolder) -> None:
    hub.write(
        "published.txt",
        "@ https://hub.example.org/\n/news/a/ news/a.md feed\n/old/ old.md feed\n"
        "/association/ association.md\n/news/plan.txt news/plan.txt\n",
    )

    changes = changes_of(hub.build(clean=True))

    articles = Moves(new=("Forum",), gone=("/old/",))
    assert changes == Changes(articles=articles, sections=("News",), basis="addresses")
