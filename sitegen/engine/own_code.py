"""What sitegen's own code is, told without reading it where nobody changed it. Does I/O.

Its files are four megabytes: what they are is kept beside Python's compiled modules, and believed
as those are, as long as each file has the stamp that it had.
"""

import importlib.util
import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress

from sitegen.digest import SIZE, digest
from sitegen.disk.stamps import Stamp, is_racy
from sitegen.disk.writing import replace_file

READERS_WORDS = "readers.mo"
"""What calendars, feeds and mails say of sitegen's own, compiled, in each language."""
_CODE = (".py", ".js", ".ttf")
_WITHOUT = {"__pycache__", "themes"}


def code_digest(package: str) -> bytes:
    """Return a digest of the code in the folder *package*: the same wherever it lies."""
    files = sorted(_files(package))
    stamps = digest(*(part for path, stamp in files for part in (path, stamp.packed())))
    with suppress(OSError, NotImplementedError), open(_kept(package), "rb") as file:
        kept = file.read()
        if len(kept) == 2 * SIZE and kept.startswith(stamps):
            return kept[SIZE:]
    found = digest(*_read(package, [path for path, _ in files]))
    now = time.time_ns()
    if not sys.dont_write_bytecode and not any(is_racy(stamp, now) for _, stamp in files):
        with suppress(OSError, NotImplementedError):  # a package that this user may not write to
            replace_file(_kept(package), stamps + found)
    return found


def _files(folder: str, below: str = "") -> Iterator[tuple[str, Stamp]]:
    """Yield the files of code in *folder*, by their paths below the package, and their stamps."""
    with os.scandir(folder) as inside:
        for item in inside:
            name = item.name
            if name.endswith(_CODE) or name == READERS_WORDS:
                yield f"{below}{name}", Stamp.of(item.stat(follow_symlinks=False))
            elif name not in _WITHOUT and item.is_dir(follow_symlinks=False):
                yield from _files(item.path, f"{below}{name}/")


def _read(package: str, paths: list[str]) -> Iterator[str | bytes]:
    for path in paths:
        yield path
        with open(os.path.join(package, path), "rb", buffering=0) as file:
            yield file.read()


def _kept(package: str) -> str:
    """Return the file; raises `NotImplementedError` where this Python keeps no compiled modules."""
    module = os.path.join(package, "engine/own_code.py")
    return importlib.util.cache_from_source(module, optimization="code")
