"""A build that fails or is killed at any of its steps loses nothing, and the next one is right."""

import contextlib
import errno
import os
import shutil
from collections.abc import Callable, Iterator

import pytest

from sitegen.disk.stamps import Stamp
from sitegen.engine.output import Output
from sitegen.engine.stages import compare as staleness
from sitegen.errors import SitegenError
from tests.engine.checks import Tree, check_mended, check_whole, clean_tree
from tests.engine.faults import Faults, failing, killed_at
from tests.engine.small_site import SMALL, edit, take_back
from tests.support import SiteFolder

pytestmark = pytest.mark.slow


@pytest.fixture
def small(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    """The small site with feeds in one format: each page that is written is a dozen steps, and
    each step some builds."""
    site = make_site(SMALL)
    site.append("site.yaml", "feeds: {formats: [atom]}\n")
    return site


def both_ways(site: SiteFolder) -> Iterator[tuple[Tree, Tree]]:
    """Make the edit and its reverse in turn; yield the trees before and after.

    The reverse makes and removes other files, and begins from the site that was mended last.
    """
    edit(site)
    after = clean_tree(site)
    take_back(site)
    site.build()
    before = site.tree()
    while True:
        edit(site)
        yield before, after
        take_back(site)
        yield after, before


def test_the_injector_sees_every_kind_of_step(small: SiteFolder) -> None:
    """Without this a test of every step could pass because it saw none."""
    with Faults(small.root).installed() as cold:
        small.build()
    edit(small)
    with Faults(small.root).installed() as warm:
        small.build()

    kinds = {step.split()[0] for step in cold.seen}
    assert {"open", "write", "replace", "mkdir", "scandir", "stat", "sendfile"} <= kinds
    assert {"connect", "script", "begin", "insert", "select", "commit"} <= kinds
    assert len(cold.seen) > 150
    assert {"unlink", "rmdir", "delete"} <= {step.split()[0] for step in warm.seen}


def test_a_first_build_killed_at_any_step_is_finished_by_the_next(small: SiteFolder) -> None:
    expected = clean_tree(small)
    step = 0
    while True:
        step += 1
        was_killed = killed_at(small.root, step, small.build)
        check_whole(small, {}, expected)
        if not was_killed:
            break
        check_mended(small, expected)
        shutil.rmtree(small.output)
        shutil.rmtree(small.root / ".sitegen")

    assert step > 80


def test_a_build_killed_at_any_step_is_finished_by_the_next(small: SiteFolder) -> None:
    step, was_killed, changes = 0, True, both_ways(small)
    while was_killed:
        step += 1
        old, new = next(changes)
        was_killed = killed_at(small.root, step, small.build)
        check_whole(small, old, new)
        check_mended(small, new)

    assert step > 60


def test_an_edit_taken_back_after_a_killed_build_gives_the_old_site(small: SiteFolder) -> None:
    """The killed build has written pages that the state knows nothing of: their stamps tell."""
    small.build()
    old = small.tree()
    step, was_killed = 0, True
    while was_killed:
        step += 1
        edit(small)
        was_killed = killed_at(small.root, step, small.build)
        take_back(small)
        check_mended(small, old)

    assert step > 60


@pytest.mark.parametrize(
    ("numbers", "reads", "fewest"),
    [
        pytest.param([errno.ENOSPC], False, 60, id="disk full"),
        pytest.param([errno.EACCES, errno.EIO], True, 150, id="no access or a bad disk"),
    ],
)
def test_a_step_that_fails_gives_a_message_and_loses_nothing(
    small: SiteFolder, numbers: list[int], reads: bool, fewest: int
) -> None:
    """Both ways with each failure in turn: one file's reading and writing are some four steps."""
    step, told, changes = 0, 0, both_ways(small)
    while True:
        step += 1
        old, new = next(changes)
        number = numbers[step // 2 % len(numbers)]
        with Faults(small.root, step, failing(number), reads=reads).installed() as faults:
            told += _is_told(small)
        if not faults.was_met:
            break
        print(step, faults.seen[step - 1])  # pytest shows it with a failure
        check_whole(small, old, new)
        check_mended(small, new)

    assert step > fewest
    assert told > step / 2


# Planted bugs: an injector and a check that find none would prove nothing.


def write_in_place(patch: pytest.MonkeyPatch) -> None:
    """A published file is opened and written, so a reader (or a kill) meets half of it."""

    def write(self: Output, path: str, content: bytes) -> Stamp:
        target = f"{self.folder}/{path}"
        self._temporary(target)
        file = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.write(file, content)
        os.close(file)
        return self._stamp(path)

    patch.setattr(Output, "write", write)


def sweep_first(patch: pytest.MonkeyPatch) -> None:
    """What stands in the output is removed before it is written anew."""
    real = Output.write

    def write(self: Output, path: str, content: bytes) -> Stamp:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(f"{self.folder}/{path}")
        return real(self, path, content)

    patch.setattr(Output, "write", write)


def trust_what_was_recorded(patch: pytest.MonkeyPatch) -> None:
    """The file in the output is believed to be the one that the state knows."""
    real = staleness.why_stale

    def why(page, trace, changed, stamp):  # type: ignore[no-untyped-def]
        reason = real(page, trace, changed, stamp)
        return None if reason is not None and reason.kind == "output" else reason

    patch.setattr(staleness, "why_stale", why)


@pytest.mark.parametrize("mutant", [write_in_place, sweep_first])
def test_a_file_that_is_not_replaced_whole_is_found(
    small: SiteFolder, monkeypatch: pytest.MonkeyPatch, mutant: Callable[[pytest.MonkeyPatch], None]
) -> None:
    small.build()
    old = small.tree()
    edit(small)
    new = clean_tree(small)
    mutant(monkeypatch)

    def kill_at_each_step() -> None:
        for step in range(1, 200):
            assert killed_at(small.root, step, small.build), "no step showed it"
            check_whole(small, old, new)

    with pytest.raises(AssertionError, match="half or gone"):
        kill_at_each_step()


def test_a_build_that_trusts_its_record_is_found(
    small: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.build()
    old = small.tree()
    trust_what_was_recorded(monkeypatch)
    wrong = 0
    for step in range(20, 60, 5):
        edit(small)
        killed_at(small.root, step, small.build)
        take_back(small)
        small.build()
        wrong += small.tree() != old

    assert wrong > 0


def test_a_first_build_whose_disk_is_full_at_any_step_is_finished_later(small: SiteFolder) -> None:
    expected = clean_tree(small)
    step = 0
    while True:
        step += 1
        full = failing(errno.ENOSPC)
        with Faults(small.root, step, full, reads=False).installed() as faults:
            _is_told(small)
        if not faults.was_met:
            break
        print(step, faults.seen[step - 1])
        check_whole(small, {}, expected)
        check_mended(small, expected)
        shutil.rmtree(small.output)
        shutil.rmtree(small.root / ".sitegen")

    assert step > 80


def _is_told(site: SiteFolder) -> bool:
    """Build; return whether it told of an error. What is no diagnostic fails the test."""
    try:
        return bool(site.build().errors)
    except SitegenError as error:
        return bool(error.diagnostics)
