"""Builds that are interrupted, killed or run at the same time, as real processes."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.engine.checks import check_mended, check_whole, clean_tree
from tests.engine.small_site import SMALL, edit, take_back
from tests.support import NOW, SiteFolder

pytestmark = pytest.mark.slow

INTERRUPTED = """
import multiprocessing, os, signal, sys
from sitegen import cli
from sitegen.engine import output
from sitegen.engine.workers import pool as workers

workers.FEWEST, workers.CHUNK = {fewest}, 2
real = output.Output.write

def write(self, path, content):
    stamp = real(self, path, content)
    if {when}:
        {act}
    return stamp

output.Output.write = write
sys.argv = ["sitegen", "build", "--jobs", "{jobs}", "--now", "{now}"]
cli.main()
"""
"""A build to which something happens when it has written one page."""
IN_A_WORKER = "multiprocessing.parent_process() is not None"
"""The building process itself does the first chunk, before there are any."""


@pytest.fixture
def small(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    return make_site(SMALL)


def run(site: SiteFolder, act: str, jobs: int) -> subprocess.CompletedProcess[str]:
    fewest = 1 if jobs > 1 else 300
    when = IN_A_WORKER if jobs > 1 else 'path == "news/alpha/index.html"'
    script = INTERRUPTED.format(act=act, when=when, jobs=jobs, fewest=fewest, now=NOW)
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=site.root,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        start_new_session=True,
    )


@pytest.mark.parametrize("jobs", [1, 2], ids=["one process", "two workers"])
@pytest.mark.parametrize(
    ("name", "code", "word"),
    [("SIGINT", 130, "interrupted"), ("SIGTERM", 143, "terminated")],
)
def test_a_signal_ends_a_build_with_one_line_and_nothing_lost(
    small: SiteFolder, jobs: int, name: str, code: int, word: str
) -> None:
    """To all processes at once, as a terminal sends it."""
    small.build()
    old = small.tree()
    edit(small)
    new = clean_tree(small)

    result = run(small, f"os.killpg(0, signal.{name})", jobs)

    assert result.returncode == code, result.stderr
    assert result.stderr.strip() == f"sitegen: {word}; what was published stays"
    assert result.stdout == ""
    check_whole(small, old, new)
    take_back(small)
    check_mended(small, old)


def test_a_worker_that_the_system_kills_is_told(small: SiteFolder) -> None:
    """As Linux does where memory is short."""
    expected = clean_tree(small)

    result = run(small, "os.kill(os.getpid(), signal.SIGKILL)", 2)

    assert result.returncode == 1
    assert "error: a worker was lost: " in result.stderr
    assert "Traceback" not in result.stderr
    check_mended(small, expected)


BUILD = [sys.executable, "-m", "sitegen", "build", "--jobs", "1", "--now", NOW]


def test_of_four_builds_at_once_one_builds_and_the_others_say_so(small: SiteFolder) -> None:
    expected = clean_tree(small)
    all_four = [
        subprocess.Popen(
            BUILD,
            cwd=small.root,
            stderr=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]

    ended = [(process.communicate(timeout=60)[1], process.returncode) for process in all_four]

    assert any(code == 0 for _, code in ended)
    assert all(code == 0 or (code == 2 and "[SG092]" in told) for told, code in ended)
    assert "Traceback" not in "".join(told for told, _ in ended)
    check_mended(small, expected)


def test_a_reader_that_leaves_ends_the_output_and_not_the_build(small: SiteFolder) -> None:
    expected = clean_tree(small)
    reader, writer = os.pipe()
    os.close(reader)

    result = subprocess.run(
        BUILD,
        cwd=small.root,
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )

    os.close(writer)
    assert (result.returncode, result.stderr) == (141, "")
    assert small.tree() == expected
    assert small.build().rendered == {}


@pytest.mark.parametrize(
    ("redirection", "code"),
    [
        (">&-", 0),
        pytest.param(
            ">/dev/full",
            1,
            marks=pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device of Linux"),
        ),
    ],
)
def test_an_output_that_takes_nothing_is_no_traceback(
    small: SiteFolder, redirection: str, code: int
) -> None:
    result = subprocess.run(
        ["sh", "-c", f'"$@" {redirection}', "sh", *BUILD],
        cwd=small.root,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == code
    assert "Traceback" not in result.stderr
    assert ("No space left" in result.stderr) == (code == 1)
    assert small.build().rendered == {}


# Under strace, system calls themselves fail: what Python's and SQLite's own code does then.

STRACE = shutil.which("strace")
INJECTED = {
    "a rename has no room": "?rename,?renameat,?renameat2:error=ENOSPC:when=3",
    "a folder has no room": "?mkdir,?mkdirat:error=ENOSPC:when=1+",
    "SQLite has no room": "pwrite64:error=ENOSPC:when=4",
    "SQLite has no room any more": "pwrite64:error=ENOSPC:when=6+",
    "a disk does not answer": "?fsync,?fdatasync:error=EIO:when=1",
    "killed before a rename": "?rename,?renameat,?renameat2:signal=KILL:when=4",
    "killed while SQLite writes": "pwrite64:signal=KILL:when=8",
    "killed amid the sweep": "?unlink,?unlinkat:signal=KILL:when=1",
}


@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
@pytest.mark.parametrize("injected", INJECTED.values(), ids=INJECTED)
def test_a_system_call_that_fails_loses_nothing(small: SiteFolder, injected: str) -> None:
    small.build()
    old = small.tree()
    edit(small)
    new = clean_tree(small)

    result = subprocess.run(
        [
            *(str(STRACE), "-qq", "-o", "trace", "-e", "trace=" + injected.partition(":")[0]),
            *("-e", f"inject={injected}", *BUILD),
        ],
        cwd=small.root,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    trace = (small.root / "trace").read_text()
    if "PTRACE" in result.stderr:
        pytest.skip("tracing is not permitted here")

    assert "INJECTED" in trace or "killed by SIGKILL" in trace, (trace, result.stderr)
    assert "Traceback" not in result.stderr
    if "error=" in injected:
        assert result.returncode == 1
        assert "error: cannot be written or read: " in result.stderr
    else:
        assert result.returncode == -signal.SIGKILL
    check_whole(small, old, new)
    take_back(small)
    check_mended(small, old)
