"""A build that fails or is killed at any of its steps loses nothing, and the next one is right."""

import errno
import shutil
from collections.abc import Callable, Iterator, Mapping

import pytest

from sitegen.errors import SitegenError
from tests.engine.faults import Faults, failing, killed_at
from tests.engine.small_site import SMALL, edit, take_back
from tests.support import SiteFolder

Tree = dict[str, bytes]


@pytest.fixture
def small(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    return make_site(SMALL)


def clean_tree(site: SiteFolder) -> Tree:
    """Return what a build of the same sources from nothing gives."""
    clean = SiteFolder(site.root.parent / "clean")
    shutil.rmtree(clean.root, ignore_errors=True)
    shutil.copytree(site.root, clean.root, ignore=shutil.ignore_patterns("output", ".sitegen"))
    report = clean.build()
    assert report.diagnostics == []
    return clean.tree()


def folders(site: SiteFolder) -> set[str]:
    return {
        path.relative_to(site.output).as_posix() for path in site.output.rglob("*") if path.is_dir()
    }


def check_whole(site: SiteFolder, old: Mapping[str, bytes], new: Mapping[str, bytes]) -> None:
    """Raise unless each published file is the old one or the new one, and none of both is gone."""
    found = {path: one for path, one in site.tree().items() if ".sitegen-tmp-" not in path}
    half = [path for path, one in found.items() if one not in (old.get(path), new.get(path))]
    gone = [path for path in old if path in new and path not in found]
    assert (half, gone) == ([], [])


def check_mended(site: SiteFolder, expected: Tree) -> None:
    """Raise unless the next build gives *expected* and the one after it does nothing."""
    report = site.build()
    assert report.diagnostics == []
    assert site.tree() == expected
    again = site.build()
    assert (again.parsed, again.rendered, again.written, again.removed) == ((), {}, [], [])
    empty = [one for one in folders(site) if not any((site.output / one).iterdir())]
    assert empty == []


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
    ("number", "reads", "fewest"),
    [
        pytest.param(errno.ENOSPC, False, 60, id="disk full"),
        pytest.param(errno.EACCES, True, 150, id="no access", marks=pytest.mark.slow),
        pytest.param(errno.EIO, True, 150, id="bad disk", marks=pytest.mark.slow),
    ],
)
def test_a_step_that_fails_gives_a_message_and_loses_nothing(
    small: SiteFolder, number: int, reads: bool, fewest: int
) -> None:
    step, told, changes = 0, 0, both_ways(small)
    while True:
        step += 1
        old, new = next(changes)
        with Faults(small.root, step, failing(number), reads=reads).installed() as faults:
            told += _is_told(small)
        if not faults.was_met:
            break
        print(step, faults.seen[step - 1])  # pytest shows it with a failure
        check_whole(small, old, new)
        check_mended(small, new)

    assert step > fewest
    assert told > step / 2


@pytest.mark.slow
def test_a_first_build_whose_disk_is_full_at_any_step_is_finished_later(small: SiteFolder) -> None:
    expected = clean_tree(small)
    step = 0
    while True:
        step += 1
        with Faults(small.root, step, failing(errno.ENOSPC)).installed() as faults:
            _is_told(small)
        if not faults.was_met:
            break
        check_whole(small, {}, expected)
        check_mended(small, expected)
        shutil.rmtree(small.output)
        shutil.rmtree(small.root / ".sitegen")

    assert step > 150


def _is_told(site: SiteFolder) -> bool:
    """Build; return whether it told of an error. What is no diagnostic fails the test."""
    try:
        return bool(site.build().errors)
    except SitegenError as error:
        return bool(error.diagnostics)
