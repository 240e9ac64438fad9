"""A server of partners, and a site that has them as sources."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fetching.partners import Partners, serving
from tests.support import SiteFolder


@pytest.fixture(scope="module")
def _server() -> Iterator[Partners]:
    with serving() as partners:
        yield partners


@pytest.fixture
def partners(_server: Partners) -> Partners:
    """The server, with nothing said yet."""
    _server.pages.clear()
    _server.asked.clear()
    _server.most_at_once = 0
    return _server


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    """A site with an article of its own; a test writes its site.yaml."""
    site = SiteFolder(tmp_path / "site")
    site.write("content/news/2026-01-10-a.md", "---\ntitle: A\n---\nUn texte.\n")
    return site
