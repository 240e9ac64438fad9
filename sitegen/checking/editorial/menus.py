"""Menus that lead to nothing. Pure, but for the places in ``site.yaml``."""

from collections.abc import Iterator

from sitegen.border.suggestions import nearest
from sitegen.config import MenuItem, SiteFile
from sitegen.errors import Diagnostic
from sitegen.names import is_document
from sitegen.site.index import Index
from sitegen.site.urls import with_base


def check_menus(index: Index, written: SiteFile) -> Iterator[Diagnostic]:
    """Yield what in a menu leads to nothing, or to a section that has no public article.

    *written* tells the places. A document that is not public may stand in a menu: it waits.
    A section whose place the agenda takes is never empty: the agenda says what comes.
    """
    config = index.config
    agenda = with_base(config.base_path, config.urls.agenda)
    entries = index.entries.values()
    for menu, lines in config.menus.items():
        for position, line in enumerate(lines):
            place = written.place("menus", menu, position)
            if found := _unknown(index, line):
                code, values = found
                yield place.diagnostic(code, menu=menu, **values)
            for section in index.sections.values():
                is_meant = section.id == line.target or (line.url and section.url == line.url)
                is_guide = section.layout and any(one.section == section for one in entries)
                is_empty = not index.collections.members("section", section.id) and not is_guide
                if is_meant and is_empty and section.url != agenda:
                    yield place.diagnostic("section-empty", section=section.title, menu=menu)


def _unknown(index: Index, line: MenuItem) -> tuple[str, dict[str, str]] | None:
    """Return the code and values of what *line* names and is not there; nothing where it is."""
    if line.url:
        is_address = line.url.startswith(("/", "#", "?")) or ":" in line.url
        return None if is_address else ("menu-address", {"url": line.url})
    if line.target in index.sections or line.target in index.documents:
        return None
    sections = sorted(one for one in index.sections if one and not is_document(one))
    near = nearest(line.target, [*sections, *sorted(index.documents)])
    if near:
        return "menu-unknown-near", {"target": line.target, "suggestion": near}
    return "menu-unknown", {"target": line.target, "choices": ", ".join(sections) or "none"}
