"""The search index of each version of the site; its program is loaded only where that is wanted."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sitegen.disk.stamps import Stamp
from sitegen.engine.inspection import Inspection
from sitegen.engine.options import BuildReport, IndexReason
from sitegen.engine.state.records import PageRecord

if TYPE_CHECKING:
    from sitegen.engine.search.search_index import SearchIndex


def search_indexes(site: Inspection) -> "dict[str, SearchIndex]":
    """Return the search index of each version of the site, by language (empty: the first)."""
    if not site.config.search:
        return {}
    from sitegen.engine.search.search_index import SearchIndex  # of those alone that are searched

    return {
        version.config.language if version.first else "": SearchIndex(
            site.state, site.output, site.present, version.config.language, version.config.folder
        )
        for version in site.session.index.everywhere
    }


def bring_index(
    site: Inspection,
    language: str,
    index: "SearchIndex",
    records: Mapping[str, PageRecord],
    report: BuildReport,
) -> dict[str, Stamp]:
    """Return the stamps of the search index's files, made anew if that is due and wanted now."""
    from sitegen.engine.search.search_index import pages_to_index

    pages = pages_to_index(
        site.plan.pages, records, site.present, site.output, language, index.version
    )
    if not site.options.with_search:
        return index.leave(pages, report)
    is_interrupted = site.memory.is_interrupted if site.memory else lambda: False
    return index.bring(
        pages,
        report,
        is_interrupted,
        lambda path: site.plan.pages[path].subject,
    )


def why_index(site: Inspection, language: str, index: "SearchIndex") -> IndexReason:
    """Return why a build would make the search index; empty if it would not."""
    from sitegen.engine.search.search_index import pages_to_index

    pages_of = [page for path in site.stale if (page := site.planned[path]).language == language]
    if any(page.traits.is_searched for page in pages_of):
        return "pages"
    pages = pages_to_index(
        site.plan.pages, site.trace.pages, site.present, site.output, language, index.version
    )
    return index.why_stale(pages)
