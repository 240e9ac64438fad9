"""Menus that lead to an empty section. Pure, but for the places in ``site.yaml``."""

from collections.abc import Iterator

from sitegen.config import SiteFile
from sitegen.errors import Diagnostic
from sitegen.site.index import Index


def check_menus(index: Index, written: SiteFile) -> Iterator[Diagnostic]:
    """Yield what in a menu leads to a section that has no public article.

    *written* tells the places. What leads to nothing every build tells (`site/checks/menus.py`).
    A section whose place the agenda takes is never empty: the agenda says what comes.
    """
    config = index.config
    entries = index.entries.values()
    for menu, lines in config.menus.items():
        for position, line in enumerate(lines):
            place = written.place("menus", menu, position)
            for section in index.sections.values():
                is_meant = section.id == line.target or (line.url and section.url == line.url)
                is_guide = section.layout and any(entry.section == section for entry in entries)
                is_empty = not index.collections.members("section", section.id) and not is_guide
                if is_meant and is_empty and not index.is_agenda(section):
                    yield place.diagnostic("section-empty", section=section.title, menu=menu)
