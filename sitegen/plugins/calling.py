"""A plugin's function is called: bounded in time, its output led aside, its mistakes told by place.

Whatever it raises becomes a `PluginError` with the plugin's name and line, so that one page, one
document or one command fails, and all else goes on.
"""

import signal
import sqlite3
import sys
import threading
from collections.abc import Callable
from time import perf_counter
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Any

from sitegen.errors import BrokenStateError, Diagnostic, OutOfTimeError, PluginError, SitegenError
from sitegen.plugins.finding import PluginRef
from sitegen.wording.phrases import Words, with_gaps
from sitegen.wording.visible import visible

if TYPE_CHECKING:
    from sitegen.plugins.trial import CallWatcher

SECONDS = 30.0
"""That one call may take, by the clock: a plugin that waits for something takes no processor."""
_OTHERS = (SitegenError, BrokenStateError, sqlite3.Error, MemoryError)
"""What may be raised while a plugin asks, and is no mistake of the plugin."""


class _TooLongError(OutOfTimeError):
    """The time of one call is over, not that of what calls."""


class Calls:
    """What calls of plugins have taken so far in this process, where somebody wants to know."""

    def __init__(self) -> None:
        self.is_timed = False
        self.spent: dict[str, tuple[int, float]] = {}
        """By the plugin's name: how often it was called, and its own seconds."""
        self._nested: list[float] = []

    def take(self) -> dict[str, tuple[int, float]]:
        """Return what was spent since this was asked last."""
        spent, self.spent = self.spent, {}
        return spent

    def begin(self) -> float:
        self._nested.append(0.0)
        return perf_counter()

    def end(self, name: str, started: float) -> None:
        elapsed = perf_counter() - started
        nested = self._nested.pop()
        if self._nested:
            self._nested[-1] += elapsed
        calls, seconds = self.spent.get(name, (0, 0.0))
        self.spent[name] = (calls + 1, seconds + elapsed - nested)


CALLS = Calls()
WATCHER: "CallWatcher | None" = None
"""Who watches plugins in this process, if somebody does (`trial.py`)."""
_SLOW: dict[int, tuple[Callable[..., Any], Diagnostic]] = {}
"""Functions that took too long in this build, by identity, and what was told of them."""
_depth = 0
"""How many calls of plugins are at work within each other: the outermost has the clock."""


class Guarded:
    """A function of a plugin, which raises nothing but `PluginError` and what is none of its."""

    __slots__ = ("__wrapped__", "_function", "_ref", "is_free", "name")

    def __init__(
        self, name: str, ref: PluginRef, function: Callable[..., Any], *, is_free: bool = False
    ) -> None:
        """*name*: the plugin's. *is_free*: whether it may look at the world."""
        self.is_free = is_free
        self.name = name
        self._ref = ref
        self._function = self.__wrapped__ = function

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        global _depth
        if _SLOW and (slow := _SLOW.get(id(self._function))):
            raise PluginError(slow[1])
        started = CALLS.begin() if CALLS.is_timed else 0.0
        stdout = sys.stdout
        is_outermost = _depth == 0
        _depth += 1
        if is_outermost:
            sys.stdout = aside = _Aside(self.name)
            _wind_up()
        try:
            if WATCHER is None:
                return self._run(*arguments, **named)
            return WATCHER.call(self, lambda: self._run(*arguments, **named), arguments, named)
        except _OTHERS:
            raise
        except _TooLongError as error:
            raise self._slow(error) from error
        except OutOfTimeError as error:  # of the document that is being read
            self._slow(error)
            raise
        except (Exception, SystemExit, GeneratorExit) as error:
            if type(error).__module__.startswith("jinja2"):  # a template's: it asked for the value
                raise
            raise self.failure(error) from error
        finally:
            _depth -= 1
            if is_outermost:
                _stop()
                sys.stdout = stdout
                aside.end()
            if CALLS.is_timed:
                CALLS.end(self.name, started)

    def _slow(self, error: OutOfTimeError) -> PluginError:
        """Return what is told of a call that was ended, and refuse all that follow: each would take
        as long.
        """
        text = "it takes more than {seconds} s"
        told = self.failure(error, with_gaps(text, seconds=f"{error.seconds:g}"))
        _SLOW[id(self._function)] = (self._function, told.diagnostics[0])
        return told

    def _run(self, *arguments: Any, **named: Any) -> Any:
        result = self._function(*arguments, **named)
        return list(result) if hasattr(result, "__next__") else result  # a generator runs here

    @property
    def function_name(self) -> str:
        return str(getattr(self._function, "__name__", "?"))

    @property
    def place(self) -> tuple[str, int]:
        """The file and the line at which the function stands."""
        told = self.diagnostic("plugin-failed", None, {})
        return told.path, told.line

    def shows(self, path: str) -> str:
        """Return what messages call the file at *path*, where it is one of the plugin's."""
        return self._ref.shows(path)

    def failure(self, error: BaseException, reason: Words = "") -> PluginError:
        """Return what is told of *error*, at the plugin's own line."""
        said = str(error)
        name = type(error).__name__
        shown = reason or (f"{name}: {said}" if said else name)
        traceback = error.__traceback__
        values = {"plugin": self.name, "reason": shown}
        told = self.diagnostic("plugin-failed", traceback, values)
        if isinstance(error, SyntaxError) and (path := self._ref.shows(error.filename or "")):
            values["reason"] = f"{name}: {error.msg}"
            told = Diagnostic("plugin-failed", path, error.lineno or 0, error.offset or 0, values)
        return PluginError(told)

    def diagnostic(
        self, code: str, traceback: TracebackType | None, values: dict[str, Words]
    ) -> Diagnostic:
        """Return a diagnostic at the plugin's innermost line in *traceback*; else at its first."""
        path, line = self._ref.shown, 0
        body = getattr(self._function, "__code__", None)
        if body is not None and (shown := self._ref.shows(body.co_filename)):
            path, line = shown, body.co_firstlineno
        while traceback is not None:
            if shown := self._ref.shows(traceback.tb_frame.f_code.co_filename):
                path, line = shown, traceback.tb_lineno
            traceback = traceback.tb_next
        return Diagnostic(code, path, line, 0, values)

    def encoded(self, text: str) -> bytes:
        """Return *text*, a result, in UTF-8; raises `PluginError` where no file can hold it."""
        try:
            return text.encode()
        except UnicodeEncodeError as error:
            raise self.failure(error) from error

    def wrong(self, result: Any, expected: str) -> PluginError:
        """Return what is told of a *result* that is not of the *expected* type."""
        values: dict[str, Words] = {
            "plugin": self.name,
            "function": self.function_name,
            "found": type(result).__name__,
            "wanted": expected,
        }
        return PluginError(self.diagnostic("plugin-returned", None, values))


class _Aside:
    """Stands for standard output while a plugin is at work: what it prints is no result of ours."""

    encoding = "utf-8"

    def __init__(self, name: str) -> None:
        self._name = name
        self._begun = ""

    def write(self, text: str) -> int:
        *lines, self._begun = (self._begun + text).split("\n")
        for line in filter(str.strip, lines):
            sys.stderr.write(f"{self._name}: {visible(line)}\n")
        return len(text)

    def flush(self) -> None:
        sys.stderr.flush()

    def end(self) -> None:
        """Say what no new line ended."""
        if self._begun:
            self.write("\n")

    def isatty(self) -> bool:
        return False


def forget_slow() -> None:
    """Let functions that took too long try again, in another build."""
    _SLOW.clear()


def _interrupt(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
    if _depth:
        raise _TooLongError(SECONDS)


def _wind_up() -> None:
    """Start the clock of one call, where the system has one and this thread hears it."""
    if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        if signal.getsignal(signal.SIGALRM) is not _interrupt:
            signal.signal(signal.SIGALRM, _interrupt)
        signal.setitimer(signal.ITIMER_REAL, SECONDS, 1.0)


def _stop() -> None:
    if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        signal.setitimer(signal.ITIMER_REAL, 0)
