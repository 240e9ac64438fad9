"""Which kinds of former sites can be imported. Imports one of them when it is asked for."""

import importlib
import importlib.util
import os
from collections.abc import Iterator
from importlib.metadata import entry_points

from sitegen.errors import Diagnostic, UsageError
from sitegen.importing.material import Material
from sitegen.importing.source import FormerSource

KINDS: dict[str, str] = {
    "eleventy": "eleventy:Eleventy",
    "osuny": "osuny:Osuny",
    "hugo": "hugo:Hugo",
    "jekyll": "jekyll:Jekyll",
    "pelican": "pelican:Pelican",
    "wordpress": "wordpress:WordPress",
    "spip": "spip:Spip",
    "rss": "feed:FeedSource",
    "ics": "ics:Ics",
    "docx": "docx:Docx",
}
"""By the name that the command takes: module and class below `sitegen.importing.kinds`. What is
recognised first comes first: Osuny writes for Hugo."""
LOOSE = {
    "rss": (".xml", ".rss", ".atom", ".json", ".rdf"),
    "ics": (".ics",),
    "docx": (".docx", ".doc", ".odt", ".rtf"),
}
"""Kinds that are files of any folder: one among those of a program makes no site."""
AUTO = "auto"
"""The kind that is found by looking."""
GROUP = "sitegen.importers"
"""Entry points: the name of a kind, and its class."""


OTHERS: dict[str, type[FormerSource]] = {}
"""Kinds that the plugins of the site at hand bring, by name."""


def kinds() -> list[str]:
    """Return the names of all kinds, also of those that other packages bring."""
    others = {entry_point.name for entry_point in entry_points(group=GROUP)} | OTHERS.keys()
    return [*KINDS, *sorted(others - set(KINDS))]


def choose_kind(name: str, material: Material) -> str:
    """Return the kind of site in *material*: *name*, unless that is `AUTO`.

    Raises `UsageError` where nothing tells it, and where it plainly is another kind than *name*.
    """
    if name != AUTO and (name not in KINDS or _load(name).recognises(material)):
        return name
    recognised = next((name for name in KINDS if _recognises(name, material)), "")
    if name == AUTO and not recognised:
        for path, other in _recognised_below(material):
            values = {"path": path, "other": other}
            raise UsageError(Diagnostic("import-kind-below", values=values))
        values = {"known": ", ".join(kinds())}
        raise UsageError(Diagnostic("import-unrecognised", values=values))
    if name != AUTO and recognised:
        values = {"kind": name, "other": recognised, "path": material.path}
        raise UsageError(Diagnostic("import-kind-other", values=values))
    return recognised or name


def _recognised_below(material: Material) -> Iterator[tuple[str, str]]:
    """Yield the folders just below the source that hold a site, each with what made it.

    Documents and feeds that lie there make none.
    """
    for folder in dict.fromkeys(name.split("/")[0] for name in material.names if "/" in name):
        path = os.path.join(material.path, folder)
        if os.path.isdir(path):  # an archive has to be unpacked first
            inner = Material(path)
            for name in KINDS:
                if name not in LOOSE and _recognises(name, inner):
                    yield path, name
                    break


def _recognises(name: str, material: Material) -> bool:
    if not _load(name).recognises(material):
        return False
    return name not in LOOSE or material.is_mostly(*LOOSE[name])


def find_kind(name: str) -> type[FormerSource]:
    """Return the class that reads sites of the kind *name*.

    Raises `UsageError` for an unknown kind, and for one whose packages are missing.
    """
    source = _load(name)
    for package, extra in source.needs:
        if importlib.util.find_spec(package) is None:
            values = {"what": f"`sitegen import {name}`", "extra": extra}
            raise UsageError(Diagnostic("missing-extra", values=values))
    return source


def _load(name: str) -> type[FormerSource]:
    if name in KINDS:
        module, _, class_name = KINDS[name].partition(":")
        source: type[FormerSource] = getattr(
            importlib.import_module(f"sitegen.importing.kinds.{module}"), class_name
        )
        return source
    if name in OTHERS:
        return OTHERS[name]
    for point in entry_points(group=GROUP):
        if point.name == name:
            loaded: type[FormerSource] = point.load()
            return loaded
    values = {"kind": name, "known": ", ".join(kinds())}
    raise UsageError(Diagnostic("import-kind-unknown", values=values))
