"""Work in other processes gives what work in this one gives."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.engine.workers import pool as workers
from sitegen.engine.workers.pool import Workers
from tests.engine.articles import lay_out_articles
from tests.support import SiteFolder


def double(shared: int, numbers: list[int]) -> list[int]:
    return [shared * number for number in numbers]


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_chunk_is_done_once(jobs: int) -> None:
    doubled = [
        number for chunk in Workers(jobs).map(double, (2,), list(range(1000))) for number in chunk
    ]

    assert sorted(doubled) == list(range(0, 2000, 2))


def who(folder: Path, parent: int, numbers: list[int]) -> tuple[int, int]:
    """Return the process and how much it has done; others wait until all three are at work."""
    (folder / f"{os.getpid()}-{numbers[0]}").touch()
    while os.getpid() != parent:
        done = Counter(path.name.partition("-")[0] for path in folder.iterdir())
        if len(done) == 3 and done[str(parent)] > 3:
            break
        time.sleep(0.01)
    return os.getpid(), len(numbers)


def test_this_process_works_beside_the_others(tmp_path: Path) -> None:
    lengths = list(Workers(3).map(who, (tmp_path, os.getpid()), list(range(64 * 30))))

    done = Counter(process for process, _ in lengths)
    assert sum(length for _, length in lengths) == 64 * 30
    assert len(done) == 3
    assert done[os.getpid()] > 3


def by_whom(numbers: list[int]) -> tuple[int, int]:
    return os.getpid(), numbers[0]


def test_what_stands_side_by_side_is_done_by_one_process() -> None:
    """Neighbours show the same rows and articles, which are made once in each process."""
    done = list(Workers(2).map(by_whom, (), list(range(64 * 30))))

    here = [first for process, first in done if process == os.getpid()]
    there = [first for process, first in done if process != os.getpid()]
    assert max(here) < min(there)


KILLED = """
import multiprocessing, os, signal, sys
from sitegen.engine.workers import pool

def kill_the_parent(numbers):
    if parent := multiprocessing.parent_process():
        os.kill(parent.pid, signal.SIGKILL)
    return numbers

if __name__ == "__main__":
    pool.START_METHOD, pool.FEWEST, pool.CHUNK = sys.argv[1], 1, 1
    list(pool.Workers(4).map(kill_the_parent, (), list(range(100))))
"""


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_no_process_outlives_one_that_the_system_kills(tmp_path: Path, method: str) -> None:
    """They hold its output: whoever reads that would wait for ever, as this does for a minute."""
    script = tmp_path / "work.py"
    script.write_text(KILLED, encoding="utf-8")

    command = [sys.executable, script, method]
    result = subprocess.run(command, capture_output=True, check=False, timeout=60)

    assert result.returncode == -signal.SIGKILL, result.stderr


def test_little_work_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", None)

    assert list(Workers(4).map(double, (2,), [1, 2])) == [[2, 4]]


@pytest.mark.slow
@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_every_way_to_start_a_process_gives_the_same_site(
    make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    site = lay_out_articles(make_site)
    site.build(jobs=1)
    alone = site.tree()
    monkeypatch.setattr(workers, "FEWEST", 1)
    monkeypatch.setattr(workers, "CHUNK", 5)
    monkeypatch.setattr(workers, "START_METHOD", method)

    (site.output / "index.html").unlink()
    report = site.build(jobs=2, clean=True)

    assert report.diagnostics == []
    assert len(report.rendered) > 20
    assert site.tree() == alone
    assert site.build(jobs=1).rendered == {}


def test_an_error_in_a_worker_is_told_like_any_other(
    make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = lay_out_articles(make_site)
    site.write("themes/association/templates/article.html", "{{ absent }}")
    monkeypatch.setattr(workers, "FEWEST", 1)
    monkeypatch.setattr(workers, "CHUNK", 5)

    report = site.build(jobs=2)

    (diagnostic,) = report.diagnostics
    assert (diagnostic.code, diagnostic.line) == ("template-failed", 1)
    assert str(diagnostic.values["page"]).endswith("and 11 more")
