"""Which folders are sections; their settings: ``_index.md`` over ``site.yaml`` over defaults."""

from collections.abc import Collection, Mapping
from functools import lru_cache

from sitegen.config import SectionConfig, SiteConfig
from sitegen.model import Section
from sitegen.site.origins import NOTHING_KNOWN, KnownToSubscribers, section_origins
from sitegen.site.urls import section_path, with_base
from sitegen.sources.document import Document


def section_of(document: Document, declared: frozenset[str]) -> str:
    """Return the id of the section that *document* belongs to, or nothing.

    It is the nearest folder that has an ``_index.md`` or stands in ``site.yaml``, else the first
    folder: folders below only order the files (by year, say).
    """
    if document.front.section:
        return document.front.section
    folder = document.section_folder
    if document.is_bundle:
        folder = folder.rpartition("/")[0]
    return _section_at(folder, declared)


@lru_cache(maxsize=1024)  # documents come folder by folder
def _section_at(folder: str, declared: frozenset[str]) -> str:
    nearest = folder
    while nearest:
        if nearest in declared:
            return nearest
        nearest = nearest.rpartition("/")[0]
    return folder.split("/")[0]


def make_sections(
    ids: Collection[str],
    introductions: Mapping[str, Document],
    config: SiteConfig,
    known: KnownToSubscribers = NOTHING_KNOWN,
) -> dict[str, Section]:
    """Return the sections, in the order of ``site.yaml``, then by id.

    *known*: what subscribers' programs know of the site.
    """
    order = {section_id: position for position, section_id in enumerate(config.sections)}
    sections: dict[str, Section] = {}
    former = {
        section_id: _former_addresses(section_id, introductions, config) for section_id in ids
    }
    origins = section_origins(known, former, slugs_of(config))
    named = {section_id: _own_layout(section_id, introductions, config) for section_id in ids}
    for section_id in sorted(ids, key=lambda name: (order.get(name, len(order)), name)):
        settings = config.sections.get(section_id, SectionConfig())
        document = introductions.get(section_id)
        listing = document.section_front if document else None
        path = section_path(section_id, slugs_of(config))
        trunk = _trunk(section_id, named)
        has_feed = listing.feed if listing and listing.feed is not None else settings.feed
        title = (document.title if document else "") or settings.title or _readable(section_id)
        sections[section_id] = Section(
            id=section_id,
            origin=origins.get(section_id, ""),
            title=title,
            url=with_base(config.base_path, path),
            summary=document.summary if document and document.has_own_summary else "",
            per_page=(listing.per_page if listing else 0) or settings.per_page or config.per_page,
            feed=has_feed,
            layout=named[trunk] if trunk else config.layout,
            trunk=trunk,
            introduction=document.id if document else "",
            extra=listing.extra if listing else {},
        )
    return sections


def slugs_of(config: SiteConfig) -> dict[str, str]:
    """Return how sections are called in addresses that are not called as their folders."""
    return {name: section.slug for name, section in config.sections.items() if section.slug}


def _former_addresses(
    section_id: str, introductions: Mapping[str, Document], config: SiteConfig
) -> tuple[str, ...]:
    document = introductions.get(section_id)
    settings = config.sections.get(section_id, SectionConfig())
    own = document.section_front.aliases if document and document.section_front else ()
    return (*own, *settings.aliases)


def _own_layout(section_id: str, introductions: Mapping[str, Document], config: SiteConfig) -> str:
    """Return the layout that the section itself names, or nothing."""
    document = introductions.get(section_id)
    listing = document.section_front if document else None
    settings = config.sections.get(section_id, SectionConfig())
    return (listing.layout if listing else "") or settings.layout


def _trunk(section_id: str, named: Mapping[str, str]) -> str:
    """Return the section, *section_id* or the nearest above it, that names a layout; or nothing."""
    while section_id and not named.get(section_id):
        section_id = section_id.rpartition("/")[0]
    return section_id


def _readable(section_id: str) -> str:
    return section_id.rpartition("/")[2].replace("-", " ").replace("_", " ").capitalize()
