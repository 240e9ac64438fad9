"""Plugins work in other processes as they do in this one."""

from collections.abc import Callable

import pytest

from sitegen.engine.workers import pool
from tests.plugins.test_failing import FIRST, SITE, TOOLS
from tests.support import SiteFolder


@pytest.mark.slow
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_other_processes_give_the_same_bytes_and_tell_the_same_mistakes(
    make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    site = make_site(SITE)
    assert site.build(jobs=1).diagnostics == []
    expected = site.tree()
    monkeypatch.setattr(pool, "START_METHOD", method)
    monkeypatch.setattr(pool, "FEWEST", 1)
    monkeypatch.setattr(pool, "CHUNK", 2)

    assert site.build(jobs=2, clean=True).diagnostics == []
    assert site.tree() == expected

    site.replace(TOOLS, "return value.upper()", "return value.upper() + 1")
    site.append(FIRST, "\nDeux.\n")
    report = site.build(jobs=2)
    assert [(error.code, error.path) for error in report.errors] == [("plugin-failed-at", TOOLS)]
    assert "Deux." in site.page("news/first/index.html")
