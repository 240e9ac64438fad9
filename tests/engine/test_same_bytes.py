"""The output is a function of the site alone: not of who builds it, where, when it was saved."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.engine.small_site import SMALL
from tests.support import SiteFolder

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> tuple[SiteFolder, dict[str, bytes]]:
    """A site, and its output as it is always to be."""
    site = SiteFolder(tmp_path_factory.mktemp("small") / "site")
    site.lay_out(SMALL)
    assert site.build().diagnostics == []
    return site, site.tree()


@pytest.mark.parametrize("year", [1970, 2096])
def test_when_files_were_saved_is_no_matter(
    make_site: Callable[[str], SiteFolder], expected: tuple[SiteFolder, dict[str, bytes]], year: int
) -> None:
    site = make_site(SMALL)
    seconds = (year - 1970) * 31_557_600 + 1
    for path in site.root.rglob("*"):
        os.utime(path, (seconds, seconds))

    site.build()
    assert site.tree() == expected[1]

    site.replace("content/news/2026-01-10-alpha.md", "title: Alpha", "title: Un autre")
    os.utime(site.root / "content/news/2026-01-10-alpha.md", (seconds, seconds))
    site.build()
    assert "Un autre" in site.page("news/alpha/index.html")


ENVIRONMENTS: dict[str, dict[str, str]] = {
    "another user": {"USER": "zoe", "LOGNAME": "zoe", "HOME": "/nowhere", "HOSTNAME": "bureau"},
    "another locale": {"LC_ALL": "C", "LANG": "C", "LANGUAGE": "fr", "PYTHONUTF8": "0"},
    "another zone": {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7"},
    "another umask": {"UMASK": "077"},
    "another path": {"PLACE": "mon site « é »  x"},
}


@pytest.mark.parametrize("environment", ENVIRONMENTS.values(), ids=ENVIRONMENTS)
def test_who_builds_where_is_no_matter(
    tmp_path: Path,
    expected: tuple[SiteFolder, dict[str, bytes]],
    environment: dict[str, str],
) -> None:
    root = tmp_path / environment.get("PLACE", "site")
    shutil.copytree(expected[0].root, root, ignore=shutil.ignore_patterns("output", ".sitegen"))
    site = SiteFolder(root)

    done = subprocess.run(
        [sys.executable, "-m", "sitegen", "build", "--now", "2026-11-22T12:00+01:00"],
        cwd=root,
        env={**os.environ, **environment},
        umask=int(environment.get("UMASK", "022"), 8),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert site.tree() == expected[1]
