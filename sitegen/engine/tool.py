"""What of the program itself decides the output: its own code and its libraries' versions."""

import os
import sys
from functools import cache

from sitegen.digest import digest

_LIBRARIES = ("markdown", "jinja2", "babel", "icalendar", "python-slugify", "pyromark", "msgspec")


@cache
def tool_digest() -> bytes:
    """Return a digest that changes with sitegen's code, its libraries and Python.

    Another tool may make other bytes of the same content, so nothing remembered holds.
    """
    parts: list[str | bytes] = [f"{sys.version_info[:3]}"]
    package = os.path.dirname(os.path.dirname(__file__))
    for folder, folders, files in os.walk(package):
        folders[:] = sorted(set(folders) - {"__pycache__", "themes"})
        for name in sorted(files):
            if name.endswith(".py"):
                with open(os.path.join(folder, name), "rb") as file:
                    parts += [name, file.read()]
    parts += [f"{name} {_version(name)}" for name in _LIBRARIES]
    return digest(*parts)


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"
