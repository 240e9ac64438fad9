"""Plugins are watched while they work: who reads the clock, the network or folders is told.

`sitegen check --plugins` builds twice so. What a pure function is given it gives back alike; what
it reads beside that, the engine does not know of, and a page would stand that is none any more.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Protocol

import msgspec

from sitegen.digest import digest
from sitegen.plugins.clocks import other_clocks


class Called(Protocol):
    """A plugin's function, as `calling.Guarded` is one."""

    name: str
    is_free: bool

    @property
    def function_name(self) -> str: ...

    @property
    def place(self) -> tuple[str, int]: ...

    def shows(self, path: str) -> str: ...


class Impurity(msgspec.Struct, frozen=True, order=True):
    """What a plugin did that a pure function does not."""

    plugin: str
    path: str
    line: int
    reason: str
    """`clock`, `network`, `program`, `folder`, or `file` and the file's name."""


class Trial(msgspec.Struct):
    """What was seen of plugins in one build."""

    impurities: list[Impurity] = []
    results: dict[str, list[bytes]] = {}
    """Of each function with the same arguments: digests of what it gave, in order."""
    lines: dict[str, tuple[str, str, int]] = {}
    """The plugin, the file and the line of each of these."""


_EVENTS = {
    "socket.connect": "network",
    "socket.getaddrinfo": "network",
    "subprocess.Popen": "program",
    "os.system": "program",
    "os.exec": "program",
    "os.listdir": "folder",
    "os.scandir": "folder",
    "open": "file",
}
"""What Python itself tells of (sys.addaudithook), and what it means."""
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep
_encode = msgspec.msgpack.Encoder(order="deterministic").encode


class CallWatcher:
    """Calls plugins' functions, and notes what they do."""

    def __init__(self, days: int) -> None:
        """*days*: how far the clock that plugins see is from the right one."""
        self.trial = Trial()
        self.transparent: set[str] = set()
        """Files of ours that stand between a plugin and the system."""
        self._at_work: list[Called] = []
        self._modules = other_clocks(days, self._note_clock)
        sys.addaudithook(self._audit)

    def call(
        self, guarded: Called, run: Callable[[], Any], arguments: tuple[Any, ...], named: Any
    ) -> Any:
        """Return what *run* gives; it calls *guarded* with *arguments*."""
        self._at_work.append(guarded)
        try:
            with self._with_clocks():
                result = run()
        finally:
            self._at_work.pop()
        if not guarded.is_free:
            key = f"{guarded.name}:{guarded.function_name}:{_mark((arguments, named)).hex()}"
            self.trial.results.setdefault(key, []).append(_mark(result))
            self.trial.lines[key] = (guarded.name, *guarded.place)
        return result

    @contextmanager
    def _with_clocks(self) -> Iterator[None]:
        before = {name: sys.modules[name] for name in self._modules}
        sys.modules.update(self._modules)
        try:
            yield
        finally:
            sys.modules.update(before)

    def _note_clock(self) -> None:
        self._note("clock", sys._getframe(2))

    def _audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        reason = _EVENTS.get(event)
        if reason is None or not self._at_work:
            return
        if reason == "file":
            mode = arguments[1]
            reason = f"file {arguments[0]}" if isinstance(arguments[0], str) else ""
            if not reason or (isinstance(mode, str) and "w" in mode):
                return
        self._note(reason, sys._getframe(1))

    def _note(self, reason: str, frame: FrameType | None) -> None:
        """Note *reason* if the innermost of the frames that matter is the plugin's."""
        guarded = self._at_work[-1] if self._at_work else None
        if guarded is None or guarded.is_free:
            return
        while frame is not None:
            path = frame.f_code.co_filename
            shown = guarded.shows(path)
            is_ours = path.startswith(_PACKAGE) and path not in self.transparent
            if not shown and (is_ours or path.startswith("<frozen importlib")):
                return  # sitegen answers a question, or Python looks for a module
            if shown:
                if not (reason.startswith("file ") and guarded.shows(reason[5:])):
                    impurity = Impurity(guarded.name, shown, frame.f_lineno, reason)
                    if impurity not in self.trial.impurities:
                        self.trial.impurities.append(impurity)
                return
            frame = frame.f_back


def _mark(value: Any) -> bytes:
    """Return what tells *value* from another; views of the site are all alike."""
    try:
        return digest(_encode(value))
    except (TypeError, ValueError, OverflowError, RecursionError):
        if isinstance(value, tuple | list):
            return digest(*map(_mark, value))
        if isinstance(value, dict):
            return digest(*(_mark(pair) for pair in value.items()))
        return digest(type(value).__name__)
