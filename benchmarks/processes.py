"""Run a command as a whole process: seconds of processors, seconds of the clock, peak of memory.

Linux alone (proc(5)). Figures hold for the command and all that it starts.
"""

import os
import re
import resource
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
"""Where it is set, an editable installation is compiled in each process; pip does it once."""
RAM_DISK = Path("/dev/shm")


class Run(NamedTuple):
    processor: float
    """Seconds that processors worked, of users and of the system, in all of the tree."""
    clock: float
    """Seconds on the wall."""
    peak: int
    """Bytes: the largest sum of the proportional sets (Pss) of the tree. A process that lives
    for less than a fiftieth of a second may be missed."""


def measure(command: list[str], folder: Path, variables: Mapping[str, str]) -> Run:
    """Run *command* in *folder* with *variables* besides the environment; raise when it fails."""
    environment = {name: value for name, value in os.environ.items() if name != _NO_BYTECODE}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    with Peak(process.pid) as peak:
        output, _ = process.communicate()
    seconds = time.perf_counter() - started
    if process.returncode != 0:
        raise SystemExit(f"{command[0]} failed in {folder}:\n{output[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return Run(used, seconds, peak.bytes)


class Peak:
    """The largest memory of a tree of processes while the block runs."""

    def __init__(self, root: int) -> None:
        self.bytes = 0
        self._root = root
        self._is_done = threading.Event()
        self._watcher = threading.Thread(target=self._watch)

    def __enter__(self) -> "Peak":
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_done.set()
        self._watcher.join()

    def _watch(self) -> None:
        while not self._is_done.wait(0.02):
            self.bytes = max(self.bytes, tree_memory(self._root))


def tree_memory(root: int) -> int:
    """Return the proportional resident bytes of a process and its descendants."""
    total, pending = 0, [root]
    while pending:
        pid = pending.pop()
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
            match = re.search(r"^Pss:\s+(\d+)", rollup, re.MULTILINE)
            total += int(match[1]) * 1024 if match else 0
            for task in os.listdir(f"/proc/{pid}/task"):
                children = Path(f"/proc/{pid}/task/{task}/children").read_text()
                pending += map(int, children.split())
        except OSError:
            continue
    return total


def processor_seconds(pid: int) -> float:
    """Return what a process that runs has used so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def work_folder() -> Path:
    """Return a new folder: in memory where the system has a RAM disk, for disks are uneven."""
    parent = RAM_DISK if os.access(RAM_DISK, os.W_OK) else None
    return Path(tempfile.mkdtemp(prefix="sitegen-bench-", dir=parent))
