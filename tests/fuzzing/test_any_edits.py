"""Whatever is edited, in whatever order: the next build gives what a clean one gives."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from tests.engine.edited_hub import CLOCKS, SITE
from tests.engine.edits import EDITS
from tests.engine.test_equal_to_clean_build import check
from tests.fuzzing.conftest import bounded
from tests.fuzzing.properties import within
from tests.fuzzing.strategies import KEYS, NAMES, documents, written
from tests.support import SiteFolder

pytestmark = pytest.mark.slow

Step = tuple[str, str, object]
"""What is done, to which file, with what."""

FILES = (
    "news/2026-01-10-alpha.md", "news/2026-01-11-beta.md", "news/2026-01-13-delta.md", "about.md",
    "reports/2026-01-20-zeta/index.md", "news/_index.md", "news/2026-01-16-new.md", "new/page.md",
)  # fmt: skip
DATES = ("2026-11-22", "2026-11-22T12:00+01:00", "2026-12-25T00:00+01:00", "2027-02-01", *CLOCKS)
STEPS: st.SearchStrategy[Step] = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(FILES) | NAMES, documents(tame=True)),
    st.tuples(st.just("remove"), st.sampled_from(FILES), st.none()),
    st.tuples(st.just("rename"), st.sampled_from(FILES), st.sampled_from(FILES) | NAMES),
    st.tuples(
        st.just("key"),
        st.sampled_from(FILES),
        st.sampled_from(("date", "tags", "slug", "summary", "event", "pinned", "lang", "draft")),
    ),
    st.tuples(st.just("edit"), st.sampled_from(sorted(EDITS)), st.none()),
    st.tuples(st.just("edit"), st.sampled_from(sorted(EDITS)), st.none()),
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """The site that each example begins with, built once."""
    site = SiteFolder(tmp_path_factory.mktemp("edits") / "built")
    site.lay_out(SITE)
    assert site.build(now=CLOCKS[0]).diagnostics == []
    return site


@bounded(3)
@given(data=st.data(), steps=st.lists(STEPS, min_size=1, max_size=6))
def test_any_edits(built: SiteFolder, data: st.DataObject, steps: list[Step]) -> None:
    site = SiteFolder(built.root.parent / "site")
    shutil.rmtree(site.root, ignore_errors=True)
    shutil.copytree(built.root, site.root)
    now = CLOCKS[0]
    for kind, path, content in steps:
        note(f"{kind} {path} {content}")
        try:
            WAYS[kind](site, path, content, data.draw)
        except OSError:  # a file where a folder should be, or the other way round
            continue
        if data.draw(st.booleans()):
            now = data.draw(st.sampled_from(DATES))
        with within(60):
            check(site, built.root.parent / "clean", now, is_aged=data.draw(st.booleans()))


def write(site: SiteFolder, path: str, content: object, _draw: Callable[..., object]) -> None:
    site.write(f"content/{path}", str(content))


def remove(site: SiteFolder, path: str, _content: object, _draw: Callable[..., object]) -> None:
    (site.root / "content" / path).unlink(missing_ok=True)


def rename(site: SiteFolder, path: str, content: object, _draw: Callable[..., object]) -> None:
    source, target = site.root / "content" / path, Path(site.root / "content" / str(content))
    if source.exists() and source != target:
        target.parent.mkdir(parents=True, exist_ok=True)
        source.rename(target)


def change_key(site: SiteFolder, path: str, key: object, draw: Callable[..., object]) -> None:
    """Write another value under a key of the front matter, or none."""
    file = site.root / "content" / path
    if not file.exists():
        return
    lines = file.read_text(encoding="utf-8").split("\n")
    kept = [line for line in lines if not line.startswith(f"{key}:")]
    if draw(st.integers(0, 3)):
        kept.insert(1, f"{key}: {written(draw(KEYS[str(key)]))}")
    site.write(f"content/{path}", "\n".join(kept))


def edit(site: SiteFolder, name: str, _content: object, _draw: Callable[..., object]) -> None:
    EDITS[name](site)


WAYS: dict[str, Callable[..., None]] = {
    "write": write,
    "remove": remove,
    "rename": rename,
    "key": change_key,
    "edit": edit,
}
