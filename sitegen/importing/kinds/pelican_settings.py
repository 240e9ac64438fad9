"""The settings of Pelican: a program, of which nothing is run. Reads files."""

import ast
from typing import Any

from sitegen.importing.material import Material
from sitegen.importing.refusals import unreadable

NAMES = ("pelicanconf.py", "publishconf.py")
USUAL: dict[str, Any] = {
    "SITENAME": "", "SITEURL": "", "TIMEZONE": "", "DEFAULT_LANG": "en", "PATH": "content",
    "DEFAULT_CATEGORY": "misc", "ARTICLE_URL": "{slug}.html", "PAGE_URL": "pages/{slug}.html",
    "ARTICLE_PATHS": [""], "PAGE_PATHS": ["pages"], "STATIC_PATHS": ["images"],
    "USE_FOLDER_AS_CATEGORY": True, "SITESUBTITLE": "", "AUTHOR": "",
    "CATEGORY_URL": "category/{slug}.html", "TAG_URL": "tag/{slug}.html",
    "AUTHOR_URL": "author/{slug}.html", "FEED_ALL_ATOM": "feeds/all.atom.xml",
    "CATEGORY_FEED_ATOM": "feeds/{slug}.atom.xml",
    "FILENAME_METADATA": r"(?P<date>\d{4}-\d{2}-\d{2}).*",
    "DEFAULT_METADATA": {}, "ARTICLE_EXCLUDES": [], "PAGE_EXCLUDES": [], "IGNORE_FILES": [],
}  # fmt: skip
"""What Pelican 4 does where nothing is said (docs.getpelican.com, Settings)."""


def read_settings(material: Material) -> tuple[dict[str, Any], list[str]] | None:
    """Return the settings in effect, and the names of those that only running them would tell.

    None where there are none. Raises `UsageError` for what is no Python.
    """
    names = [name for name in NAMES if name in material]
    if not names:
        return None
    settings, untold = dict(USUAL), []
    for name in names:
        try:
            tree = ast.parse(material.read_text(name))
        except (SyntaxError, ValueError) as error:
            line = getattr(error, "lineno", 0) or 0
            raise unreadable(name, "Python", str(error.args[0]), line, 1) from None
        for node in tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                key = node.targets[0].id
                try:
                    value = ast.literal_eval(node.value)
                except ValueError:
                    value = None
                if _is_like(value, USUAL.get(key)):
                    settings[key] = value
                elif key in USUAL and not _is_none(node.value):
                    untold.append(key)
    return settings, untold


def _is_none(value: ast.expr) -> bool:
    """Whether a setting is switched off, as feeds are while somebody writes."""
    return isinstance(value, ast.Constant) and value.value is None


def _is_like(value: Any, usual: Any) -> bool:
    """Whether *value* is of the type that Pelican takes: of lists also a tuple."""
    types = (list, tuple) if isinstance(usual, list) else type(usual)
    return value is not None and (usual is None or isinstance(value, types))
