"""What of the program itself decides the output: its own code and its libraries' versions."""

import os
import sys
from functools import cache

from sitegen.digest import digest
from sitegen.engine.own_code import code_digest

_LIBRARIES = (
    "babel",
    "brotli",
    "cffi",
    "coloraide",
    "css-inline",
    "cssselect2",
    "fonttools",
    "holidays",
    "icalendar",
    "imagesize",
    "jinja2",
    "markdown",
    "markupsafe",
    "msgspec",
    "nh3",
    "pillow",
    "pydyf",
    "pyphen",
    "pyromark",
    "python-dateutil",
    "python-slugify",
    "pyyaml",
    "segno",
    "tinycss2",
    "tinyhtml5",
    "turbohtml",
    "tzdata",
    "weasyprint",
    "zopfli",
)

_SETTING = (
    "brotli",
    "cffi",
    "cssselect2",
    "fonttools",
    "pillow",
    "pydyf",
    "pyphen",
    "tinycss2",
    "tinyhtml5",
    "weasyprint",
    "zopfli",
)
"""The libraries that set PDFs."""
_IMAGING = ("boxes", "cards", "decoding", "encoding", "kinds", "metadata", "orientation")
"""The modules that make pixels."""


@cache
def tool_digest() -> bytes:
    """Return a digest that changes with sitegen's code, its libraries and Python.

    Another tool may make other bytes of the same content, so nothing remembered holds. Python is
    told down to the release candidate: from one to the next compiled code changes its form.
    """
    python = f"{sys.implementation.name} {tuple(sys.version_info)}"
    return digest(python, _own_code(), *_library_versions())


@cache
def sheet_digest() -> bytes:
    """Return a digest of what renders style sheets: sitegen's code, Jinja and what mixes colours.

    It stands in the sheets' addresses, so in every page: the same site has the same bytes wherever
    it is built, whatever else is installed there.
    """
    return digest(_own_code(), *_versions_of("coloraide-", "jinja2-", "markupsafe-"))


@cache
def _own_code() -> bytes:
    return code_digest(os.path.dirname(os.path.dirname(__file__)))


@cache
def imaging_digest() -> bytes:
    """Return a digest of what makes images: sitegen's code for it, its font, its libraries."""
    folder = os.path.dirname(os.path.dirname(__file__))
    parts: list[str | bytes] = [*_versions_of("coloraide-", "pillow-")]
    code = [f"{module}.py" for module in _IMAGING] + ["fonts/Literata-SemiBold.ttf"]
    for name in ("theme/shades.py", *(f"imaging/{module}" for module in code)):
        with open(os.path.join(folder, name), "rb") as file:
            parts += [name, file.read()]
    return digest(*parts)


@cache
def press_digest() -> bytes:
    """Return a digest of what makes PDFs: sitegen's code for it, its fonts, its libraries."""
    folder = os.path.join(os.path.dirname(os.path.dirname(__file__)), "rendering/press")
    parts: list[str | bytes] = [*_versions_of(*(f"{library}-" for library in _SETTING))]
    names = ["pdf.py", "software.py"]
    names += (f"fonts/{name}" for name in sorted(os.listdir(os.path.join(folder, "fonts"))))
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            parts += [name, file.read()]
    return digest(*parts)


def _versions_of(*beginnings: str) -> list[str]:
    return [library for library in _library_versions() if library.lower().startswith(beginnings)]


def _library_versions() -> list[str]:
    """Return `markdown-3.11.3.dist-info` and the like, as the folders of installed packages say.

    importlib.metadata tells the same and takes 20 ms to import.
    """
    libraries = set()
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        libraries |= {
            name
            for name in names
            if name.endswith(".dist-info")
            and name.partition("-")[0].lower().replace("_", "-") in _LIBRARIES
        }
    return sorted(libraries)
