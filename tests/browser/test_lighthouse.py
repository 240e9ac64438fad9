"""Lighthouse on the pages that readers come to.

Its score for performance depends on the machine: `scripts/lighthouse.py` tells it.
"""

import importlib.util
import shutil
from types import ModuleType

import pytest

from tests.browser.test_pages import path_of
from tests.demo_site import PROJECT, Demo
from tests.tools import tool

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("lighthouse", PROJECT / "scripts/lighthouse.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("kind", ["home", "article", "agenda of a month"])
def test_lighthouse_finds_nothing_to_mend(demo: Demo, kind: str) -> None:
    tool("lighthouse/package.json", "node")
    if shutil.which("chromium") is None:
        pytest.skip("chromium is not installed")
    lighthouse = script()

    with lighthouse.served(demo.root) as address:
        found = lighthouse.audit(address + path_of(kind), "accessibility", "best-practices", "seo")

    assert found == {
        "accessibility": {"score": 1},
        "best-practices": {"score": 1},
        "seo": {"score": 1},
    }
