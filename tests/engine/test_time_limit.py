"""No document stops the others: each has a time, and a depth, and is named when it needs more."""

import resource
import threading
from collections.abc import Callable

import pytest

from sitegen.engine.workers import pool as workers
from sitegen.engine.workers import time_limit
from sitegen.engine.workers.time_limit import OutOfTimeError, limit_time
from sitegen.errors import UsageError
from sitegen.markup import render, sanitising
from sitegen.markup.engines import Convert, Converted, find_engine
from tests.markup.conftest import ENGINES
from tests.support import SiteFolder

pytestmark = pytest.mark.slow

Make = Callable[[str], SiteFolder]
SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
markdown: {time_limit: 0.3}
-- content/news/bomb.md --
---
title: Bombe
---
Un texte.
-- content/news/good.md --
---
title: Bon
---
Un texte.
"""
SLOW = "Une phrase lente."
"""What the engine of these tests hangs at, where others need no time."""
HANGS = 60.0
"""Seconds of the processor: no limit here is near."""


@pytest.fixture(autouse=True)
def slow_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the engines hang at each text that holds `SLOW`."""
    make_slow(monkeypatch, HANGS)


def make_slow(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Let the engines take *seconds* of the processor for each text that holds `SLOW`."""

    def find(name: str) -> Convert:
        convert = find_engine(name)

        def slow(text: str, *, escapes_html: bool = False) -> Converted:
            if SLOW in text:
                spin(seconds)
            return convert(text, escapes_html=escapes_html)

        return slow

    monkeypatch.setattr(render, "find_engine", find)


def spin(seconds: float) -> None:
    """Use *seconds* of the processor in the program, not in the system on its behalf.

    Those are what a limit counts: to do nothing but ask for the time is work of the system.
    """
    end = resource.getrusage(resource.RUSAGE_SELF).ru_utime + seconds
    while resource.getrusage(resource.RUSAGE_SELF).ru_utime < end:
        sum(range(20_000))


def wrong(site: SiteFolder) -> set[str]:
    return {f"{error.path}: {error.code}" for error in site.build().errors}


def test_a_document_that_hangs_is_named_and_the_rest_is_built(make_site: Make) -> None:
    site = make_site(SITE)
    site.build()
    site.append("content/news/bomb.md", SLOW)
    site.append("content/news/good.md", "Une phrase de plus.")

    report = site.build()

    assert [(error.path, error.code) for error in report.errors] == [
        ("content/news/bomb.md", "time-limit")
    ]
    assert report.errors[0].values == {"limit": "0.3"}
    assert "Une phrase de plus." in site.page("news/good/index.html")
    assert "Un texte." in site.page("news/bomb/index.html")


def test_what_ran_out_of_time_is_tried_again(
    make_site: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error is no result: nothing remembers it, so more time, or less to do, mends it."""
    make_slow(monkeypatch, 1)
    site = make_site(SITE.replace("0.3", "0.1"))
    site.append("content/news/bomb.md", SLOW)
    site.age()
    assert wrong(site) == {"content/news/bomb.md: time-limit"}
    assert wrong(site) == {"content/news/bomb.md: time-limit"}

    site.replace("site.yaml", "0.1", "60")
    report = site.build()

    assert (report.errors, report.parsed) == ([], ("news/bomb.md",))


@pytest.mark.parametrize("engine", ENGINES)
def test_no_document_takes_longer_than_its_time(make_site: Make, engine: str) -> None:
    site = make_site(SITE.replace("{time", f"{{engine: {engine}, time"))
    site.append("content/news/bomb.md", SLOW)

    assert wrong(site) == {"content/news/bomb.md: time-limit"}
    assert site.has("news/good/index.html")


def test_elements_within_each_other_are_counted_before_they_are_parsed(
    make_site: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sanitising, "_DEEPEST", 20)
    site = make_site(SITE)
    site.append("content/news/bomb.md", "\n" + "<div>" * 30 + "a" + "</div>" * 30 + "\n")

    assert wrong(site) == {"content/news/bomb.md: markup-failed"}


@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_workers_have_the_limit_too(make_site: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    # The engine that is slow is this process's and its forks', which it may not make of itself
    # where an earlier test left a thread (dask does).
    monkeypatch.setattr(workers, "START_METHOD", "fork")
    monkeypatch.setattr(workers, "FEWEST", 2)
    monkeypatch.setattr(workers, "CHUNK", 1)
    site = make_site(SITE)
    for number in range(3):
        site.write(f"content/news/bomb{number}.md", f"---\ntitle: B{number}\n---\n{SLOW}")

    report = site.build(jobs=2)

    assert {error.code for error in report.errors} == {"time-limit"}
    assert len(report.errors) == 3


def test_a_library_that_swallows_the_signal_gets_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "_AGAIN", 0.05)
    swallowed = []

    def swallow() -> None:
        try:
            spin(HANGS)
        except OutOfTimeError as error:
            swallowed.append(error)
            spin(HANGS)

    with limit_time(0.05) as limit, pytest.raises(OutOfTimeError), limit.running():
        swallow()

    assert len(swallowed) == 1


def test_a_thread_beside_the_main_one_has_no_limit() -> None:
    """Signals belong to the main thread: elsewhere the work is done, however long it takes."""
    done = []

    def work() -> None:
        with limit_time(0.000_001) as limit, limit.running():
            done.append(sum(range(100_000)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert len(done) == 1


def test_a_limit_is_more_than_nothing(make_site: Make) -> None:
    site = make_site(SITE.replace("0.3", "0"))

    with pytest.raises(UsageError) as caught:
        site.build()

    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.code, diagnostic.line) == ("expected-above-zero", 3)
