"""Themes that pip installed: the package ``sitegen_theme_littoral`` is the theme ``littoral``.

Nothing of a package is imported: its folder is the theme's, as one below ``themes/`` is.
"""

import os
import pkgutil
import re
from importlib.machinery import PathFinder

PREFIX = "sitegen_theme_"
_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


def package_folder(theme: str) -> str:
    """Return the folder of the installed *theme*; "" where there is none of that name."""
    if not _NAME.fullmatch(theme):
        return ""
    spec = PathFinder.find_spec(PREFIX + theme.replace("-", "_"))
    folders = list(spec.submodule_search_locations or ()) if spec else []
    return os.path.realpath(folders[0]) if folders else ""


def installed_themes() -> list[str]:
    """Return the names of the installed themes."""
    names = (module.name for module in pkgutil.iter_modules() if module.ispkg)
    themes = (name.removeprefix(PREFIX) for name in names if name.startswith(PREFIX))
    return [name.replace("_", "-") for name in themes]
