"""Themes that pip installed: an entry point ``littoral`` of the group ``sitegen.themes`` names the
package that is the theme ``littoral``; without one the package ``sitegen_theme_littoral`` is it.

Nothing of a package is imported: its folder is the theme's, as one below ``themes/`` is.
"""

import os
import pkgutil
import re
import sys
import time
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec

from sitegen.disk.stamps import RACY_NS

GROUP = "sitegen.themes"
PREFIX = "sitegen_theme_"
_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


def package_folder(theme: str) -> str:
    """Return the folder of the installed *theme*; "" where there is none of that name."""
    if not _NAME.fullmatch(theme):
        return ""
    by_name = _folder_of(PREFIX + theme.replace("-", "_"))
    return by_name or next((_folder_of(module) for name, module in _entries() if name == theme), "")


def installed_themes() -> list[str]:
    """Return the names of the installed themes."""
    modules = (module.name for module in pkgutil.iter_modules() if module.ispkg)
    called = (name.removeprefix(PREFIX) for name in modules if name.startswith(PREFIX))
    themes = {name.replace("_", "-") for name in called}
    return sorted(themes | {name for name, _ in _entries() if package_folder(name)})


def _folder_of(module: str) -> str:
    """Return the folder of a package, which may stand in another one; "" where there is none."""
    top, *steps = module.split(".")
    spec = find_spec(top)
    folders = list(spec.submodule_search_locations or ()) if spec else []
    folder = os.path.realpath(os.path.join(folders[0], *steps)) if folders else ""
    return folder if os.path.isdir(folder) else ""


def _entries() -> Iterator[tuple[str, str]]:
    """Yield the entry points of themes: the name, and the package."""
    for folder in map(os.path.abspath, sys.path):
        try:
            changed = os.stat(folder).st_mtime_ns
        except OSError:
            continue
        is_at_rest = time.time_ns() - changed > RACY_NS  # else pip may be at work in it
        known = _entries_below if is_at_rest else _entries_below.__wrapped__
        yield from known(folder, changed)


@lru_cache(maxsize=64)
def _entries_below(folder: str, changed: int) -> tuple[tuple[str, str], ...]:  # noqa: ARG001
    """Return the entry points of themes of what is installed in *folder*.

    *changed* is when something was last made or removed there, in nanoseconds since 1970. A build
    asks several times, and a hundred packages are as many files.
    """
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return ()
    facts = (name for name in names if name.endswith((".dist-info", ".egg-info")))
    return tuple(entry for name in facts for entry in _entries_in(os.path.join(folder, name)))


def _entries_in(folder: str) -> Iterator[tuple[str, str]]:
    """Yield those of one package; a text that does not name the group, as most do not, is not
    parsed."""
    try:
        with open(os.path.join(folder, "entry_points.txt"), "rb") as file:
            is_named = f"[{GROUP}]".encode() in file.read()
    except OSError:
        return
    if is_named:
        from importlib.metadata import Distribution
        from pathlib import Path

        points = Distribution.at(Path(folder)).entry_points
        yield from ((point.name, point.module) for point in points.select(group=GROUP))
