"""Which kinds of former sites can be imported. Imports one of them when it is asked for."""

import importlib
import importlib.util
from importlib.metadata import entry_points

from sitegen.errors import Diagnostic, UsageError
from sitegen.importing.source import Source

KINDS: dict[str, str] = {
    "eleventy": "eleventy:Eleventy",
    "hugo": "hugo:Hugo",
    "jekyll": "jekyll:Jekyll",
    "osuny": "osuny:Osuny",
    "pelican": "pelican:Pelican",
    "rss": "feed:FeedSource",
    "wordpress": "wordpress:WordPress",
}
"""By the name that the command takes: module and class below `sitegen.importing.kinds`."""
GROUP = "sitegen.importers"
"""Entry points: the name of a kind, and its class."""


def kinds() -> list[str]:
    """Return the names of all kinds, also of those that other packages bring."""
    return [*KINDS, *sorted({one.name for one in entry_points(group=GROUP)} - set(KINDS))]


def find_kind(name: str) -> type[Source]:
    """Return the class that reads sites of the kind *name*.

    Raises `UsageError` for an unknown kind, and for one whose packages are missing.
    """
    if name in KINDS:
        module, _, class_name = KINDS[name].partition(":")
        source: type[Source] = getattr(
            importlib.import_module(f"sitegen.importing.kinds.{module}"), class_name
        )
    else:
        found = [one for one in entry_points(group=GROUP) if one.name == name]
        if not found:
            values = {"kind": name, "known": ", ".join(kinds())}
            raise UsageError(Diagnostic("import-kind-unknown", values=values))
        source = found[0].load()
    for package, extra in source.needs:
        if importlib.util.find_spec(package) is None:
            values = {"what": f"`sitegen import {name}`", "extra": extra}
            raise UsageError(Diagnostic("missing-extra", values=values))
    return source
