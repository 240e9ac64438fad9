"""Fixtures that all tests share."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import SiteFolder

os.environ["LANGUAGE"] = "en"  # what sitegen says in tests, and in the processes that they start

MINIMAL = """
-- site.yaml --
title: Le hub
url: https://hub.example.org/
-- content/news/a.md --
---
title: Premier article
date: 2026-01-10
---
Un premier texte.
"""


@pytest.fixture
def make_site(tmp_path: Path) -> Callable[[str], SiteFolder]:
    """Return a function that lays out a site from one string (see `SiteFolder.lay_out`)."""

    def make(text: str = MINIMAL) -> SiteFolder:
        site = SiteFolder(tmp_path / "site")
        site.lay_out(text)
        return site

    return make


@pytest.fixture
def site(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    """A site of one article, with the default theme."""
    return make_site(MINIMAL)
