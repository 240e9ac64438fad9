"""What stands in the ``theme.yaml`` of the site's own theme and changes nothing."""

import os
from collections.abc import Iterable

from sitegen.disk.reading import read_or_nothing
from sitegen.engine.opening import OpenSite
from sitegen.errors import Diagnostic
from sitegen.rendering.templates.closures import TemplateClosures
from sitegen.theme.file import THEME_FILE, ThemeFile
from sitegen.theme.folders import SHEETS


def check_options(site: OpenSite) -> list[Diagnostic]:
    """Return the options of ``themes/<theme>/theme.yaml`` that nothing reads.

    Where a template computes the name of an option, any may be meant.
    """
    file = _own_file(site)
    if file is None:
        return []
    theme = site.inputs.snapshot.theme
    closures = TemplateClosures(theme, "")
    asked: set[str] = set()
    for template in theme.templates:
        options = closures.options(template)
        if options is None:
            return []
        asked |= options
    unread = sorted(file.option_names - asked)
    return [
        file.place(f"options.{option}").diagnostic("option-unread", name=option)
        for option in unread
    ]


def check_left_out(site: OpenSite) -> list[Diagnostic]:
    """Return the addresses under `without:` at which no theme has a file."""
    file = _own_file(site)
    if file is None:
        return []
    names = {name for layer in site.scan.layers for name in layer}
    return [
        file.place("without").diagnostic("theme-without-nothing", path=path)
        for path in file.without
        if not {f"static/{path}", f"templates/{SHEETS}{path}"} & names
    ]


def with_left_out(site: OpenSite, mistakes: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return *mistakes* of pages in the theme of *site*, dead links to what the theme leaves out
    told where it does.
    """
    file = _own_file(site)
    addresses = {f"/{path}": path for path in file.without} if file else {}
    told = []
    for mistake in mistakes:
        path = addresses.get(str(mistake.values.get("address", "")))
        if file and path and mistake.code == "output-broken-link":
            page = mistake.path.rpartition("/output/")[2]
            values = {"path": path, "page": page}
            told.append(file.place("without").diagnostic("theme-without-linked", **values))
        else:
            told.append(mistake)
    return told


def _own_file(site: OpenSite) -> ThemeFile | None:
    name = site.config.theme
    path = os.path.join(site.options.root, "themes", name, THEME_FILE)
    if not os.path.isfile(path):
        return None
    return ThemeFile(read_or_nothing(path), f"themes/{name}/{THEME_FILE}")
