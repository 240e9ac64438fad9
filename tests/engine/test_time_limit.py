"""No document stops the others: each has a time, and a depth, and is named when it needs more."""

import re
import threading
import time
from collections.abc import Callable

import pytest

from sitegen.engine import workers
from sitegen.engine.time_limit import OutOfTimeError, limit_time
from sitegen.errors import UsageError
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
HANGS = " ".join("`" * number for number in range(1, 1000))
BOMBS = {
    "runs of backticks": HANGS,
    "open declarations": "<![" * 2000,
    "brackets": "[" * 4000,
    "stars": "* " * 500 + "x",
    "definitions": "Terme\n:   Sens\n\n" * 500,
    "lists in lists": "\n".join("    " * depth + "- a" for depth in range(250)),
    "elements in elements": "<div>\n" * 20_000,
    "links": "[a](https://b.fr) " * 20_000,
    "abbreviations": "*[a]: b\n" * 2000,
    "open tags": "<a " * 20_000,
    "open images": "![" * 20_000,
}
"""Texts that take Markdown engines a time that grows faster than they do, or nest too deep."""


def wrong(site: SiteFolder) -> set[str]:
    return {f"{one.path}: {one.code}" for one in site.build().errors}


def test_a_document_that_hangs_is_named_and_the_rest_is_built(make_site: Make) -> None:
    site = make_site(SITE)
    site.build()
    site.append("content/news/bomb.md", HANGS)
    site.append("content/news/good.md", "Une phrase de plus.")

    report = site.build()

    assert [(one.path, one.code) for one in report.errors] == [
        ("content/news/bomb.md", "time-limit")
    ]
    assert report.errors[0].values == {"limit": "0.3"}
    assert "Une phrase de plus." in site.page("news/good/index.html")
    assert "Un texte." in site.page("news/bomb/index.html")


def test_what_ran_out_of_time_is_tried_again(make_site: Make) -> None:
    """An error is no result: nothing remembers it, so more time, or less to do, mends it."""
    site = make_site(SITE.replace("0.3", "0.1"))
    site.append("content/news/bomb.md", HANGS[:50_000])
    site.age()
    assert wrong(site) == {"content/news/bomb.md: time-limit"}
    assert wrong(site) == {"content/news/bomb.md: time-limit"}

    site.replace("site.yaml", "0.1", "60")
    report = site.build()

    assert (report.errors, report.parsed) == ([], ("news/bomb.md",))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("bomb", BOMBS)
def test_no_bomb_takes_longer_than_its_time(make_site: Make, bomb: str, engine: str) -> None:
    site = make_site(SITE.replace("{time", f"{{engine: {engine}, time"))
    site.append("content/news/bomb.md", BOMBS[bomb])
    start = time.process_time()

    found = wrong(site)

    assert time.process_time() - start < 3
    assert found <= {"content/news/bomb.md: time-limit", "content/news/bomb.md: markup-failed"}
    assert site.has("news/good/index.html")


def test_workers_have_the_limit_too(make_site: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "FEWEST", 2)
    monkeypatch.setattr(workers, "CHUNK", 1)
    site = make_site(SITE)
    for number in range(3):
        site.write(f"content/news/bomb{number}.md", f"---\ntitle: B{number}\n---\n{HANGS}")

    report = site.build(jobs=2)

    assert {one.code for one in report.errors} == {"time-limit"}
    assert len(report.errors) == 3


def test_a_library_that_swallows_the_signal_gets_another() -> None:
    def swallow() -> None:
        try:
            while True:
                pass
        except OutOfTimeError:
            while True:
                pass

    start = time.process_time()
    with limit_time(0.05) as limit, pytest.raises(OutOfTimeError), limit.running():
        swallow()

    assert time.process_time() - start < 2


def test_a_regular_expression_is_interrupted() -> None:
    with limit_time(0.1) as limit, pytest.raises(OutOfTimeError), limit.running():
        re.match("(a*)*b", "a" * 40)


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

    (one,) = caught.value.diagnostics
    assert (one.code, one.line) == ("expected-above-zero", 3)
