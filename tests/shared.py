"""What takes seconds to make is made once for a run of the tests, in whichever process asks first.

pytest-xdist starts a process for each core, and session fixtures are made in each of them.
"""

import fcntl
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

T = TypeVar("T")


def common_folder(factory: pytest.TempPathFactory) -> Path:
    """Return a folder of this run that all its processes see."""
    folder = factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], T]) -> T:
    """Return what *make* makes in an empty folder: a value that can be pickled.

    Every process of the run sees the same folder: tests leave it as it is.
    """
    common = common_folder(factory)
    with (common / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the others wait here until it is made
        kept = common / f"{name}.pickle"
        if not kept.exists():
            folder = common / name
            folder.mkdir()  # if the first one failed, so do the others
            kept.write_bytes(pickle.dumps(make(folder)))
        made: T = pickle.loads(kept.read_bytes())
        return made
