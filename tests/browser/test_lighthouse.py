"""Lighthouse on an article: what it asks of every page, axe and `test_pages` ask of every kind.

Its score for performance depends on the machine: `scripts/lighthouse.py` tells it,
and audits the home page and a month too.
"""

import importlib
import shutil

import pytest

from tests.browser.test_pages import path_of
from tests.demo_site import PROJECT, Demo
from tests.tools import tool

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_lighthouse_finds_nothing_to_mend(demo: Demo, monkeypatch: pytest.MonkeyPatch) -> None:
    tool("lighthouse/package.json", "node")
    if shutil.which("chromium") is None:
        pytest.skip("chromium is not installed")
    monkeypatch.syspath_prepend(PROJECT / "scripts")
    lighthouse = importlib.import_module("lighthouse")

    with lighthouse.served(demo.root) as address:
        scores = lighthouse.audit(
            address + path_of("article"), "accessibility", "best-practices", "seo"
        )

    assert scores == {
        "accessibility": {"score": 1},
        "best-practices": {"score": 1},
        "seo": {"score": 1},
    }
