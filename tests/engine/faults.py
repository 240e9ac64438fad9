"""Faults on order: the n-th file-system operation of a build fails, or the process dies there.

Operations are counted below one folder, the site's, so that their number does not depend on what
libraries read. A killed build is a forked child that ends with ``os._exit``: no handler, no
``finally`` and no ROLLBACK runs after the fault, as after SIGKILL.
"""

import builtins
import contextlib
import errno
import io
import os
import sqlite3
import sys
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Fault = Callable[[str], None]
"""Called with the name of the operation at which the fault is due, instead of the operation."""

OPERATIONS = (
    "close",
    "fstat",
    "listdir",
    "lstat",
    "mkdir",
    "open",
    "remove",
    "rename",
    "replace",
    "rmdir",
    "scandir",
    "sendfile",
    "stat",
    "unlink",
    "utime",
    "write",
)
"""Functions of `os` (`makedirs` is some of them); `open` and SQLite's statements come on top."""
READING = {"close", "fstat", "listdir", "lstat", "scandir", "stat", "connect", "select", "pragma"}
"""Operations that change nothing on disk: to be killed there is to be killed before the next.

So is to make a folder that is there.
"""
TWICE = 2
"""How often a reading operation of the same lines of code is counted: first, and once more."""
KILLED = 99
"""Exit code of a child that met its fault."""


class Faults:
    """Counts operations below *root*; at the *at*-th it calls *fault* (0: it only counts).

    Of operations that change nothing none is counted without *reads*, and with them the first ones
    of each place in the code: what is read of a hundred files fails alike. Without *uncommitted*,
    changes of the state within a transaction count as nothing before its COMMIT.
    """

    def __init__(
        self,
        root: Path,
        at: int = 0,
        fault: Fault | None = None,
        *,
        reads: bool = True,
        uncommitted: bool = True,
    ) -> None:
        self.seen: list[str] = []
        """The operations so far, with what they were about."""
        self._root = str(root)
        self._at = at
        self._fault = fault
        self._reads = reads
        self._uncommitted = uncommitted
        self._places: Counter[tuple[object, ...]] = Counter()
        """How often each operation that changes nothing was met, by the lines that led to it."""
        self._files: set[int] = set()
        """Descriptors of files below the root."""

    @property
    def was_met(self) -> bool:
        return 0 < self._at <= len(self.seen)

    @contextlib.contextmanager
    def installed(self) -> Iterator["Faults"]:
        """Count, and fail, inside the block."""
        with pytest.MonkeyPatch.context() as patch:
            for name in OPERATIONS:
                patch.setattr(os, name, self._wrap(name, getattr(os, name)))
            opened = self._wrap("open", builtins.open)
            patch.setattr(builtins, "open", opened)
            patch.setattr(io, "open", opened)
            patch.setattr(sqlite3, "connect", self._connect(sqlite3.connect))
            yield self

    def meet(self, operation: str, about: object) -> None:
        """Count one operation, and let its fault happen if it is due."""
        if operation in READING:
            if not self._reads:
                return
            place = (operation, *_lines_that_led_here())
            self._places[place] += 1
            if self._places[place] > TWICE:
                return
        self.seen.append(f"{operation} {about}")
        if len(self.seen) == self._at and self._fault is not None:
            self._fault(operation)

    def _wrap(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def operation(*arguments: Any, **named: Any) -> Any:
            if name != "sendfile" and not self._is_ours(arguments, named):
                return real(*arguments, **named)
            if name == "mkdir" and not self._reads and os.path.isdir(arguments[0]):
                return real(*arguments, **named)
            if name == "write" and len(self.seen) + 1 == self._at:
                real(arguments[0], arguments[1][: len(arguments[1]) // 2])  # half, then the fault
            if name == "close":  # a close that fails has closed all the same
                self._files.discard(arguments[0])
                real(*arguments)
                self.meet(name, arguments[0])
                return None
            kind = "stat" if name == "open" and not _writes(arguments, named) else name
            self.meet(kind, arguments[0])
            result = real(*arguments, **named)
            if name == "open" and isinstance(result, int):
                self._files.add(result)
            return result

        return operation

    def _is_ours(self, arguments: tuple[Any, ...], named: dict[str, Any]) -> bool:
        first = arguments[0] if arguments else "."
        if named.get("dir_fd") is not None:
            return named["dir_fd"] in self._files
        if isinstance(first, int):
            return first in self._files
        return os.fsdecode(first).startswith(self._root)

    def _connect(self, real: Callable[..., Any]) -> Callable[..., Any]:
        faults = self

        class Connection(sqlite3.Connection):
            def execute(self, sql: str, *more: Any) -> Any:
                self._meet(sql)
                return super().execute(sql, *more)

            def executemany(self, sql: str, *more: Any) -> Any:
                self._meet(sql)
                return super().executemany(sql, *more)

            def _meet(self, sql: str) -> None:
                operation = sql.split()[0].lower()
                if faults._uncommitted or operation == "commit" or not self.in_transaction:
                    faults.meet(operation, sql)

            def executescript(self, sql: str) -> Any:
                faults.meet("script", sql)
                return super().executescript(sql)

        def connect(*arguments: Any, **named: Any) -> Any:
            faults.meet("connect", arguments[0])
            return real(*arguments, factory=Connection, **named)

        return connect


def _lines_that_led_here() -> Iterator[tuple[object, int]]:
    """Yield the code and the line of each call, from the innermost on."""
    frame = sys._getframe(1)
    while frame is not None:
        yield frame.f_code, frame.f_lineno
        frame = frame.f_back  # type: ignore[assignment]


def _writes(arguments: tuple[Any, ...], named: dict[str, Any]) -> bool:
    """Whether an `open` (of `os` or the built-in one) may change the disk."""
    mode = named.get("mode") or (arguments[1] if len(arguments) > 1 else "r")
    if isinstance(mode, int):
        return bool(mode & (os.O_CREAT | os.O_TRUNC | os.O_WRONLY | os.O_RDWR))
    return any(letter in mode for letter in "wxa+")


def failing(number: int) -> Fault:
    """The fault of `errno` *number*; where SQLite is at work, its own exception for it."""
    codes = {
        errno.ENOSPC: ("SQLITE_FULL", "database or disk is full"),
        errno.EACCES: ("SQLITE_READONLY", "attempt to write a readonly database"),
        errno.EIO: ("SQLITE_IOERR", "disk I/O error"),
    }
    from_sqlite = {"connect", "script", "begin", "commit", "rollback", "select", "pragma"}
    from_sqlite |= {"insert", "update", "delete"}

    def fault(operation: str) -> None:
        if operation not in from_sqlite:
            raise OSError(number, os.strerror(number))
        name, message = codes[number]
        error = sqlite3.OperationalError(message)
        error.sqlite_errorcode = getattr(sqlite3, name)
        error.sqlite_errorname = name
        raise error

    return fault


def killed_at(root: Path, at: int, build: Callable[[], object]) -> bool:
    """Run *build* in a child that dies at its *at*-th change of the disk; return if it did."""

    def die(_: str) -> None:
        os._exit(KILLED)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads: the child runs one
        child = os.fork()
    if child == 0:
        try:
            with Faults(root, at, die, reads=False, uncommitted=False).installed():
                build()
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    sys.stderr.flush()
    assert code in (0, KILLED), f"the child ended with {code} at operation {at}"
    return code == KILLED
