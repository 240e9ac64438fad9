"""`time` and `datetime` as plugins on trial see them: their clock is off, and who reads it is told.

What says so finds the reader two frames above itself: nothing may stand between.
"""

import datetime as dt
import time
from collections.abc import Callable
from types import ModuleType
from typing import Any

_DAY = 86_400
_BESIDE = 5 * 3_600
"""Seconds: another hour than the right one, too."""


def other_clocks(days: int, note: Callable[[], None]) -> dict[str, ModuleType]:
    """Return the modules by name. Their clock is *days* and five hours ahead; *note* is called
    whenever it is read.
    """
    shift = days * _DAY + _BESIDE
    return {"time": _time(shift, note), "datetime": _datetime(shift, note)}


def _time(shift: int, note: Callable[[], None]) -> ModuleType:
    """Return `time`, *shift* seconds ahead."""
    own = _copy(time)

    def watched(name: str, change: Callable[[Any], Any]) -> None:
        function = getattr(time, name)

        def call(*arguments: Any) -> Any:
            if arguments:
                return function(*arguments)
            note()
            return change(function)

        setattr(own, name, call)

    watched("time", lambda clock: clock() + shift)
    watched("time_ns", lambda clock: clock() + shift * 10**9)
    watched("asctime", lambda form: form(time.gmtime(time.time() + shift)))
    for name in ("localtime", "gmtime", "ctime"):
        watched(name, lambda function: function(time.time() + shift))
    format_time = time.strftime

    def strftime(form: str, *arguments: Any) -> str:
        if not arguments:
            note()
            arguments = (time.localtime(time.time() + shift),)
        return format_time(form, *arguments)

    own.strftime = strftime  # type: ignore[attr-defined]
    return own


def _datetime(shift: int, note: Callable[[], None]) -> ModuleType:
    """Return `datetime`, *shift* seconds ahead."""
    ahead = dt.timedelta(seconds=shift)

    class _Alike(type):
        def __instancecheck__(cls, instance: object) -> bool:
            return isinstance(instance, cls.__mro__[1])

    class datetime(dt.datetime, metaclass=_Alike):  # noqa: N801
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            note()
            return dt.datetime.now(tz) + ahead

        @classmethod
        def utcnow(cls) -> Any:
            note()
            return dt.datetime.now(dt.UTC).replace(tzinfo=None) + ahead

        @classmethod
        def today(cls) -> Any:
            note()
            return dt.datetime.now() + ahead

    class date(dt.date, metaclass=_Alike):  # noqa: N801
        @classmethod
        def today(cls) -> Any:
            note()
            return (dt.datetime.now() + ahead).date()

    own = _copy(dt)
    own.datetime = datetime  # type: ignore[attr-defined]
    own.date = date  # type: ignore[attr-defined]
    return own


def _copy(module: ModuleType) -> ModuleType:
    copy = ModuleType(module.__name__, module.__doc__)
    copy.__dict__.update(module.__dict__)
    return copy
