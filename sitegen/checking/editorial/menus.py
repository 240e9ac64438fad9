"""Menus that lead to nothing. Pure, but for the places in ``site.yaml``."""

from collections.abc import Iterator

from sitegen.config import SiteFile
from sitegen.errors import Diagnostic
from sitegen.site.index import Index
from sitegen.site.urls import with_base


def check_menus(index: Index, written: SiteFile) -> Iterator[Diagnostic]:
    """Yield the sections of a menu that have no public article; *written* tells their places.

    A section whose place the agenda takes is never empty: the agenda says what comes.
    """
    config = index.config
    agenda = with_base(config.base_path, config.urls.agenda)
    for menu, lines in config.menus.items():
        for line in lines:
            for section in index.sections.values():
                is_meant = section.id == line.target or (line.url and section.url == line.url)
                is_empty = not index.collections.members("section", section.id)
                if is_meant and is_empty and section.url != agenda:
                    place = written.place("menus", menu)
                    yield place.diagnostic("section-empty", section=section.title, menu=menu)
