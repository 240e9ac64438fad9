"""Nothing that is saved is missed: events of real files, at moments that are planted."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
from watchdog.observers.api import BaseObserver

from sitegen.server import watch
from sitegen.server.watch import Watcher

PATIENCE = 30.0
"""Seconds: a busy machine takes longer."""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(watch, "INTERVAL", 0.1)
    (tmp_path / "content").mkdir()
    (tmp_path / "site.yaml").touch()
    return tmp_path


@pytest.fixture(params=[False, True], ids=["events", "polling"])
def watcher(root: Path, request: pytest.FixtureRequest) -> Iterator[Watcher]:
    with Watcher(str(root), is_polling=request.param) as watcher:
        yield watcher


def test_a_folder_that_was_replaced_is_watched(watcher: Watcher, root: Path) -> None:
    """As `git switch` does, and whether or not the new folder has the inode of the old one."""
    for name in ("content/a.md", "content/b.md"):
        shutil.rmtree(root / "content")
        wait_for(watcher, "content")
        (root / "content").mkdir()
        wait_for(watcher, "content")

        let_pass(watcher)
        (root / name).touch()

        wait_for(watcher, name, or_folder=watcher.is_polling)


def test_a_folder_that_is_replaced_between_two_looks_is_watched(root: Path) -> None:
    with Watcher(str(root)) as watcher:
        shutil.rmtree(root / "content")
        (root / "content").mkdir()
        (root / "site.yaml").write_text("title: x\n")
        wait_for(watcher, "site.yaml")

        (root / "content/a.md").touch()

        wait_for(watcher, "content/a.md")


def test_a_folder_that_goes_while_it_is_looked_at_is_no_refusal(
    watcher: Watcher, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schedule = BaseObserver.schedule
    was_polling = watcher.is_polling

    def remove_and_schedule(observer: Any, handler: Any, path: str, **options: Any) -> Any:
        shutil.rmtree(path)
        monkeypatch.undo()
        return schedule(observer, handler, path, **options)

    monkeypatch.setattr(BaseObserver, "schedule", remove_and_schedule)
    (root / "themes").mkdir()
    wait_for(watcher, "themes")

    assert (watcher.refusal, watcher.is_polling) == ("", was_polling)
    (root / "themes").mkdir()
    wait_for(watcher, "themes")
    (root / "themes/a.css").touch()
    wait_for(watcher, "themes/a.css")


def test_what_was_saved_in_another_content_folder_before_it_is_watched_is_built(
    root: Path,
) -> None:
    """`content:` changes: a build reads the new folder, and an author saves there meanwhile."""
    (root / "texts").mkdir()
    with Watcher(str(root)) as watcher:
        (root / "texts/a.md").touch()

        watcher.follow_content("texts")

        assert watcher.has_changes
        wait_for(watcher, "texts")
        watcher.follow_content("texts")
        assert not watcher.has_changes


def test_another_content_folder_that_cannot_be_watched_is_polled(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "texts").mkdir()
    with Watcher(str(root)) as watcher:

        def refuse(*_: Any, **__: Any) -> None:
            monkeypatch.undo()
            raise OSError(28, "inotify watch limit reached")

        monkeypatch.setattr(BaseObserver, "schedule", refuse)
        watcher.follow_content("texts")

        assert watcher.is_polling
        assert "inotify watch limit reached" in watcher.refusal


@pytest.mark.skipif(sys.platform != "linux", reason="only inotify tells that a file is closed")
def test_a_file_that_is_half_saved_is_waited_for(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its writer is slow, or a busy machine puts it aside between two bytes."""
    monkeypatch.setattr(watch, "LONGEST", PATIENCE)
    with Watcher(str(root)) as watcher, (root / "content/a.md").open("w") as file:
        file.write("---")
        file.flush()
        Timer(0.3, file.close).start()

        wait_for(watcher, "content/a.md")

        assert file.closed


def let_pass(watcher: Watcher) -> None:
    """Let what was done until now be told, so that what is told later is of something later."""
    while watcher.wait(10 * watch.INTERVAL):
        pass


def wait_for(watcher: Watcher, name: str, *, or_folder: bool = False) -> None:
    """Wait until *name* is told as changed: itself, or what stands in it in its place.

    *or_folder*: its folder's name will do. Where there are no events, a folder that is told late
    is looked at anew, and with it the file that was saved before: both are built.
    """
    wanted = {name, str(Path(name).parent)} if or_folder else {name}
    while True:
        changed = watcher.wait(PATIENCE)
        assert changed, f"{name} was never told"
        if any(f"{path}/".startswith(f"{each}/") for path in changed for each in wanted):
            return
