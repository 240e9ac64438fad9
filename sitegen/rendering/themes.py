"""Where a theme's files come from: the site's own folder over the theme that sitegen brings."""

import os
from collections.abc import Mapping

import msgspec

from sitegen.errors import Diagnostic

PACKAGED = os.path.join(os.path.dirname(os.path.dirname(__file__)), "themes")
"""Themes in an installed package."""
CHECKOUT = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(__file__))), "themes")
"""Themes beside the package, in a checkout of sitegen."""


def theme_folders(root: str, theme: str) -> list[str]:
    """Return the folders that hold the theme's files, the site's own first.

    A file in the first folder hides the one of the same name in the next: a site changes one
    template by writing that one template.
    """
    bundled = next(
        (folder for folder in (PACKAGED, CHECKOUT) if os.path.isdir(os.path.join(folder, theme))),
        None,
    )
    folders = [os.path.join(root, "themes", theme)]
    if bundled:
        folders.append(os.path.join(bundled, theme))
    found = {os.path.realpath(folder): folder for folder in folders if os.path.isdir(folder)}
    return list(found.values())


def known_themes(root: str) -> list[str]:
    """Return the names of the themes that a site at *root* could choose."""
    names: set[str] = set()
    for folder in (os.path.join(root, "themes"), PACKAGED, CHECKOUT):
        if os.path.isdir(folder):
            names |= {entry.name for entry in os.scandir(folder) if entry.is_dir()}
    return sorted(name for name in names if not name.startswith("."))


class Theme(msgspec.Struct, frozen=True):
    """A theme's texts, read once: templates and message catalogues."""

    templates: dict[str, str]
    """Name below ``templates/`` to source."""
    places: dict[str, str]
    """Name to the file that it came from, for diagnostics."""
    catalogues: dict[str, str]
    """Language to gettext catalogue (``locales/fr.po``)."""


def read_theme(sources: Mapping[str, tuple[str, bytes]]) -> tuple[Theme, list[Diagnostic]]:
    """Return the theme made of *sources*: name in the theme to (shown path, bytes)."""
    from sitegen.border.text import decode

    templates: dict[str, str] = {}
    places: dict[str, str] = {}
    catalogues: dict[str, str] = {}
    diagnostics: list[Diagnostic] = []
    for name, (shown, raw) in sources.items():
        folder, _, rest = name.partition("/")
        if folder == "templates" or (folder == "locales" and rest.endswith(".po")):
            text, wrong = decode(raw, shown)
            diagnostics += wrong
            if wrong:
                continue
            if folder == "templates":
                templates[rest] = text
                places[rest] = shown
            else:
                catalogues[rest.removesuffix(".po")] = text
    return Theme(templates, places, catalogues), diagnostics
