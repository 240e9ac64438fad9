"""Press kits made by several processes: the same files as by one, whatever starts them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.engine.workers import pool
from tests.engine.kits import KITS
from tests.support import SiteFolder

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_kits_are_the_same_by_several_processes(
    make_site: Callable[[str], SiteFolder],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    method: str,
) -> None:
    monkeypatch.setattr(pool, "START_METHOD", method)
    site, alone = make_site(KITS), SiteFolder(tmp_path / "alone")
    alone.lay_out(KITS)
    for number in range(3):
        text = f"---\ntitle: Texte {number}\n---\nUn texte.\n"
        for folder in (site, alone):
            folder.write(f"content/releases/2026-02-1{number + 4}-texte-{number}.md", text)

    assert site.build(jobs=2).errors == []
    assert alone.build(jobs=1).errors == []
    tree = site.tree()
    assert sum(path.endswith(".pdf") for path in tree) == 5
    assert tree == alone.tree()
