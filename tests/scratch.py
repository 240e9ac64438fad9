"""Where tests write: in memory, where the system has a file system there that is large enough.

They make and remove some hundred thousand files; on a disk that is half of what a run takes, and
more beside other work. `TMPDIR=/var/tmp` runs them on a disk all the same.
"""

import os
import tempfile

MEMORY = "/dev/shm"
ROOM = 2 * 1024**3
"""Bytes: many times what a run has at once, of which it keeps what failed."""


def use_memory() -> None:
    """Let this process, and those that it starts, make their temporary files in memory."""
    if "TMPDIR" not in os.environ and _is_usable(MEMORY):
        os.environ["TMPDIR"] = tempfile.tempdir = MEMORY


def _is_usable(folder: str) -> bool:
    """Whether there is room, and programs may be run from there: tests write some."""
    if not os.path.isdir(folder) or not os.access(folder, os.W_OK):
        return False
    space = os.statvfs(folder)
    return space.f_bavail * space.f_frsize >= ROOM and not space.f_flag & os.ST_NOEXEC
