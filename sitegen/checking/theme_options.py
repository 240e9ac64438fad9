"""Options that the site's own theme declares and no template asks for."""

import os

from sitegen.disk.reading import read_or_nothing
from sitegen.engine.opening import OpenSite
from sitegen.errors import Diagnostic
from sitegen.rendering.templates.closures import TemplateClosures
from sitegen.theme.file import THEME_FILE, ThemeFile


def check_options(site: OpenSite) -> list[Diagnostic]:
    """Return the options of ``themes/<theme>/theme.yaml`` that nothing reads.

    Where a template computes the name of an option, any may be meant.
    """
    name = site.config.theme
    path = os.path.join(site.options.root, "themes", name, THEME_FILE)
    if not os.path.isfile(path):
        return []
    file = ThemeFile(read_or_nothing(path), f"themes/{name}/{THEME_FILE}")
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
