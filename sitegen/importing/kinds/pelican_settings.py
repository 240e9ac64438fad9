"""The settings of Pelican: a program, of which nothing is run. Reads files."""

import ast
import re
from typing import Any

from sitegen.importing.kinds.pelican_paths import path_of
from sitegen.importing.material import Material
from sitegen.importing.refusals import unreadable

NAMES = ("pelicanconf.py", "publishconf.py")
"""What `pelican-quickstart` calls them; the second one holds what differs on the web."""
_OTHER_NAME = re.compile(r"[\w.-]*pelican[\w.-]*\.py|settings\.py", re.IGNORECASE)
_OF_PELICAN = re.compile(r"^(?:SITENAME|SITEURL|DEFAULT_PAGINATION|ARTICLE_URL)\s*=", re.MULTILINE)
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
    names = settings_files(material)
    if not names:
        return None
    settings, untold = dict(USUAL), []
    for name in names:
        folders: dict[str, str] = {}
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
                    value = path_of(node.value, name, folders)
                if isinstance(value, str):
                    folders[key] = value
                if _is_like(value, USUAL.get(key)):
                    settings[key] = value
                elif key in USUAL and not _is_none(node.value):
                    untold.append(key)
    return settings, untold


def settings_files(material: Material) -> list[str]:
    """Return the files that hold settings of Pelican, those that prevail last; nothing: none do.

    `pelican --settings` takes any name. A file of another one is known by what it sets.
    """
    if names := [name for name in NAMES if name in material]:
        return names
    others = [name for name in material.names if _OTHER_NAME.fullmatch(name)]
    told = [name for name in others if _OF_PELICAN.search(material.read_text(name))]
    return sorted(told, key=len)[:1]


def _is_none(value: ast.expr) -> bool:
    """Whether a setting is switched off, as feeds are while somebody writes."""
    return isinstance(value, ast.Constant) and value.value is None


def _is_like(value: Any, usual: Any) -> bool:
    """Whether *value* is of the type that Pelican takes: of lists also a tuple."""
    types = (list, tuple) if isinstance(usual, list) else type(usual)
    return value is not None and (usual is None or isinstance(value, types))
