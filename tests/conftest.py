"""Fixtures that all tests share."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from sitegen.engine import let_go
from sitegen.rendering.templates.closures import TemplateClosures
from sitegen.rendering.templates.environment import Environment
from tests.demo_site import Demo
from tests.docs_site import Docs
from tests.odd_site import OddSite
from tests.scratch import use_memory
from tests.shared import made_once
from tests.support import SiteFolder

use_memory()
# The keys of whoever runs the tests are none of theirs.
os.environ["XDG_CONFIG_HOME"] = os.devnull
os.environ["LANGUAGE"] = "en"  # what sitegen says in tests, and in the processes that they start
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell's `&` and some runners ignore it, and every process below would too.
    signal.signal(signal.SIGINT, signal.default_int_handler)
if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
    # Some hundred processes are started: to compile sitegen anew is most of what each would do.
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(Path(__file__).parent.parent / ".pytest_cache/bytecode")
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix

# The same examples each time; with SITEGEN_FUZZ=1 others, for who goes looking for mistakes.
settings.register_profile("sitegen", derandomize=not os.environ.get("SITEGEN_FUZZ"))
settings.load_profile("sitegen")

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


let_go.FEW = 0  # sites of tests are small, and made as large ones are

# Python looks for cycles among all that is alive: a tenth of a run, for a few that tests leave.
gc.set_threshold(50_000, 20, 50)


def pytest_collection_finish() -> None:
    """Leave out modules and tests, which stay to the end."""
    gc.freeze()


def pytest_runtest_teardown() -> None:
    """Look for cycles again: `sitegen build` leaves off for good, and tests run it in here.

    The sites of all later tests stayed in memory, a gigabyte, which each fork then took along.
    """
    gc.enable()


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


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The demo of the repository; nothing is changed in it."""
    return made_once(tmp_path_factory, "demo", Demo)


@pytest.fixture(scope="session")
def sober_demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The same in the theme `sobre`."""
    return made_once(tmp_path_factory, "demo-sobre", lambda folder: Demo(folder, "sobre"))


@pytest.fixture(scope="session")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Docs:
    """The documentation; nothing is changed in it."""
    return made_once(tmp_path_factory, "docs", Docs)


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> OddSite:
    """A site of odd content; nothing is changed in it."""
    return made_once(tmp_path_factory, "odd", OddSite)


@pytest.fixture(scope="session", autouse=True)
def _templates_compiled_once() -> Iterator[None]:
    """Let all builds of the tests share what Jinja makes of the same template.

    Compiling the theme is half of a small site's build, and a function of the template's source,
    its name, the words of its language, and the templates that it leads to, which are compiled with
    it.
    """
    real = Environment.compile
    kept: dict[tuple[Any, ...], Any] = {}

    def compile_once(self: Environment, source: Any, *args: Any, **options: Any) -> Any:
        closures = getattr(self._leads_to, "__self__", None)
        if not isinstance(source, str) or not isinstance(closures, TemplateClosures):
            return real(self, source, *args, **options)
        name = str(options.get("name", args[0] if args else ""))
        others = _sources(closures, name)
        in_place = self._includes_in_place
        key = (source, args, tuple(options.items()), self._catalogue, in_place, others)
        if key not in kept:
            kept[key] = real(self, source, *args, **options)
        return kept[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "compile", compile_once)
        yield


def _sources(closures: TemplateClosures, name: str) -> tuple[Any, ...]:
    """Return all templates that *name* leads to: texts, and what the names in them stand for."""
    theme = closures._theme
    known: dict[str, tuple[Any, ...]] = vars(closures).setdefault("texts_and_names", {})
    closure = sorted(closures._closure(name))
    for other in closure:
        if other not in known:
            named = closures._of(other).templates or ()
            names = tuple(theme.resolve(reference, other) for reference in named)
            known[other] = (other, theme.templates.get(other), names)
    return tuple(known[other] for other in closure)
