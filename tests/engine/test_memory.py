"""Builds of a process that keeps what it made: the same bytes, for less work."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.engine.memory import BuildMemory
from tests.engine.checks import clean_tree
from tests.engine.edited_hub import CLOCKS, SITE
from tests.engine.small_site import SMALL, edit, take_back
from tests.engine.test_equal_to_clean_build import check
from tests.support import SiteFolder

pytestmark = pytest.mark.slow


@pytest.fixture
def warm(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    site = make_site(SITE)
    site.memory = BuildMemory()
    site.age()
    assert site.build(now=CLOCKS[0]).diagnostics == []
    return site


def test_a_site_that_is_kept_follows_the_clock(warm: SiteFolder, tmp_path: Path) -> None:
    for number, now in enumerate(CLOCKS):
        warm.append("content/news/2026-01-10-alpha.md", f"\nLe jour {number}.\n")
        check(warm, tmp_path / "clean", now, is_aged=False)


def test_an_edit_of_a_text_makes_neither_index_nor_plan_again(warm: SiteFolder) -> None:
    assert warm.memory is not None
    warm.build(now=CLOCKS[0])
    before = warm.memory.last_build

    warm.append("content/news/2026-01-10-alpha.md", "\nUne phrase de plus.\n")
    report = warm.build(now=CLOCKS[0])

    after = warm.memory.last_build
    assert before is not None
    assert after is not None
    assert (after.session, after.plan) == (before.session, before.plan)
    assert "news/alpha/index.html" in report.written
    assert "Une phrase de plus." in warm.page("news/alpha/index.html")


def test_an_edit_of_a_title_makes_no_other_entry_again(warm: SiteFolder) -> None:
    assert warm.memory is not None
    before = warm.memory.last_build
    assert before is not None

    warm.replace("content/news/2026-01-10-alpha.md", "title: ", "title: Re ")
    warm.build(now=CLOCKS[0])

    after = warm.memory.last_build
    assert after is not None
    old, new = before.session.index.entries, after.session.index.entries
    others = {key: entry for key, entry in old.items() if new[key] is not entry}
    assert list(others) == ["news/2026-01-10-alpha.md"]


TOOLS = "content/tools.md"


@pytest.mark.parametrize(
    ("old", "new", "is_text"),
    [
        ("Une phrase.", "Une phrase.\n\nUne autre.", True),  # all lines below are others
        ("::: contact presse\n", "", True),
        ("![", "[", False),  # no size of the image is planned any more
        ('title="La notice"', 'title="Une notice"', True),
        ("Une phrase.", '<img src="https://example.org/a.png" alt="A">', True),
        ("notice.txt", "photo.svg", False),
    ],
)
def test_what_of_an_edit_is_text_alone(
    warm: SiteFolder, tmp_path: Path, old: str, new: str, *, is_text: bool
) -> None:
    path = "content/about.md" if old == "![" else TOOLS
    if old == "![":
        warm.replace(path, "photo.svg", "photo.png")
        warm.build(now=CLOCKS[0])
    assert warm.memory is not None
    before = warm.memory.last_build
    assert before is not None
    session = before.session

    warm.replace(path, old, new)
    warm.build(now=CLOCKS[0])

    assert warm.memory.last_build is not None
    assert (warm.memory.last_build.session is session) == is_text
    check(warm, tmp_path / "clean", CLOCKS[0], is_aged=False)


def test_a_title_makes_another_index(warm: SiteFolder) -> None:
    assert warm.memory is not None
    before = warm.memory.last_build

    warm.replace("content/news/2026-01-10-alpha.md", "title: Alpha", "title: Alef")
    warm.build(now=CLOCKS[0])

    assert before is not None
    assert warm.memory.last_build is not None
    assert warm.memory.last_build.session is not before.session


@pytest.fixture
def small(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    site = make_site(SMALL)
    site.memory = BuildMemory()
    site.build()
    return site


def test_a_file_of_the_output_that_somebody_changed_is_mended(small: SiteFolder) -> None:
    """The output is believed first and looked at afterwards."""
    (small.output / "news/alpha/index.html").write_text("tampered", encoding="utf-8")
    (small.output / "stray.html").write_text("stray", encoding="utf-8")

    small.build()

    assert small.tree() == clean_tree(small)


def test_an_output_that_was_removed_is_made_again(small: SiteFolder) -> None:
    shutil.rmtree(small.output)

    small.build()

    assert small.tree() == clean_tree(small)


def test_a_state_that_was_removed_or_written_by_others_is_read_anew(small: SiteFolder) -> None:
    assert small.memory is not None
    shutil.rmtree(small.root / ".sitegen")
    edit(small)
    small.build()
    assert small.tree() == clean_tree(small)

    take_back(small)
    other = SiteFolder(small.root)
    other.build()
    state = small.memory.state
    small.build()

    assert small.memory.state is not state
    assert small.tree() == clean_tree(small)
    assert small.build().rendered == {}


def test_a_build_that_fails_leaves_nothing_half_known(small: SiteFolder) -> None:
    small.write("content/broken.md", "---\ntitel: x\n---\n")
    small.build()
    small.remove("content/broken.md")
    edit(small)

    report = small.build()

    assert report.diagnostics == []
    assert small.tree() == clean_tree(small)
