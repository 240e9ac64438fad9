"""Sections in which there is nothing to read. Pure, but for the places in ``site.yaml``."""

from collections.abc import Iterator

from sitegen.config import SiteFile
from sitegen.errors import Diagnostic
from sitegen.site.checks.section_names import misspelt_settings
from sitegen.site.index import Index


def check_sections(index: Index, written: SiteFile) -> Iterator[Diagnostic]:
    """Yield sections without a document, here or below, that stand in no menu.

    A draft is one: somebody is at it.

    Of those in a menu, the menu's line is told. Pages do not count there: a list is what a reader
    of the menu expects. Where the agenda takes a section's place, it says what comes.
    """
    config = index.config
    meant = {name for line in sum(config.menus.values(), ()) for name in (line.target, line.url)}
    documents = [
        document for document in index.every_document.values() if not document.section_front
    ]
    used = {f"{document.front.section or document.section_folder}/" for document in documents}
    slips = misspelt_settings(index)
    for section in index.sections.values():
        is_used = any(asset.startswith(f"{section.id}/") for asset in used)
        is_told = section.id in slips or bool(meant & {section.id, section.url})
        if is_told or is_used or index.is_agenda(section):
            continue
        place = written.place("sections", section.id)
        diagnostic = place.diagnostic("section-unused", section=section.title)
        if not place.line:
            path = f"content/{section.introduction or section.id}"
            diagnostic = Diagnostic("section-unused", path, 1, 1, diagnostic.values)
        yield diagnostic


def check_titles_in_languages(index: Index, written: SiteFile) -> Iterator[Diagnostic]:
    """Yield sections that another language of the site shows under the title of the first one."""
    for tag, version in index.versions.items():
        given = index.config.languages[tag].sections
        for section in version.sections.values():
            first = index.sections.get(section.id)
            has_own = section.id in given and given[section.id].title
            is_shown = version.collections.members("section", section.id) or section.introduction
            if first is None or has_own or not is_shown or section.title != first.title:
                continue
            values = {"section": section.id, "language": tag, "title": section.title}
            place = written.key_place("languages", tag)
            yield place.diagnostic("section-untitled", **values)
