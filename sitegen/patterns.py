"""Regular expressions that are compiled when they are first used.

What a build imports names 270 of them, and a usual site needs 60: the others wait for something
unusual. To compile them all was a fifteenth of a small build, and of each edit.
"""

import re
from typing import Any, AnyStr, cast

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


def lazy_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` would, which compiles *pattern* when it is first asked something.

    For what most texts have nothing of; what each text is asked is compiled at once.
    """
    return cast("re.Pattern[AnyStr]", _LazyPattern(pattern, flags))


class _LazyPattern:
    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:  # from now on they are found here
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
