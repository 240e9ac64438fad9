"""What is wrong with a site as it is planned: what every check of a build finds, in one list."""

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import filterfalse

import msgspec

from sitegen.catalogue import is_error
from sitegen.engine.configuring import Configuration
from sitegen.engine.published_file import PublishedFile
from sitegen.engine.redirect_places import check_redirects
from sitegen.engine.session import SiteSession
from sitegen.engine.stages.read import Inputs
from sitegen.engine.stages.scan import Scan
from sitegen.errors import Diagnostic
from sitegen.names import CONTENT
from sitegen.published.anchors import check_anchors
from sitegen.published.compare import check_addresses
from sitegen.published.identities import listed_identities, moved
from sitegen.published.listing import documents_at, listing_of
from sitegen.site.assets import content_path
from sitegen.site.checks.links import check_links
from sitegen.site.checks.picture_files import check_shown_pictures
from sitegen.site.checks.private import check_private
from sitegen.site.checks.section_names import check_section_names
from sitegen.site.checks.without_original import check_originals
from sitegen.site.ignored import without_accepted
from sitegen.site.index import Index
from sitegen.site.plan import Plan
from sitegen.site.press import check_press


def errors_first(
    diagnostics: Iterable[Diagnostic], inputs: Inputs, accepted: Sequence[str]
) -> Iterator[Diagnostic]:
    """Yield the errors of *diagnostics*, then of the rest what nobody accepted.

    *accepted*: identifiers of what is accepted everywhere.
    """
    told = list(diagnostics)
    yield from filter(is_error, told)
    documents = {**inputs.unread, **inputs.documents}
    yield from without_accepted(filterfalse(is_error, told), documents, accepted)


_MISSING = ("broken-link", "broken-link-near", "missing-file", "missing-file-near")
"""What is told of files that are not there."""
_REFUSING = ("svg-code", "image-private")
"""What is told of files that are there, and are not published."""


def find_mistakes(
    site_yaml: bytes,
    configuration: Configuration,
    published: PublishedFile | None,
    scan: Scan,
    inputs: Inputs,
    session: SiteSession,
    plan: Plan,
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the site that *session* and *plan* are of."""
    index = session.index
    yield from inputs.diagnostics
    yield from configuration.told
    yield from configuration.told_of_plugins
    yield from session.told_of_plugins
    if published is not None:
        yield from _lost(published, index, plan)
    if not (inputs.documents or inputs.snapshot.unread):  # its folder may be another one
        yield Diagnostic("no-documents", CONTENT)
    yield from index.diagnostics
    yield from plan.diagnostics
    yield from check_links(index, plan.pages, inputs.unread.values())
    yield from check_shown_pictures(index, inputs.unread.values())
    yield from check_private(index, plan.pages)
    yield from configuration.missing_files(index)
    yield from configuration.misspelt_sections(index)
    yield from check_section_names(index)
    yield from check_press(index)
    yield from configuration.unknown_layouts(index, session.layouts)
    yield from configuration.unresolved_lines(index, index.unwritten)
    yield from check_redirects(index, plan, site_yaml, scan)
    yield from configuration.empty_languages(index)
    yield from check_originals(index, scan.content)
    for language, version in index.versions.items():
        yield from _found_in_version(configuration, language, version, plan)


def with_refused(mistakes: Iterable[Diagnostic], inputs: Inputs) -> Iterator[Diagnostic]:
    """Yield *mistakes*, those of files that are missing since they were refused as such."""
    refused = {told.path for told in inputs.diagnostics if told.code in _REFUSING}
    yield from (_because_refused(mistake, refused) for mistake in mistakes)


def _because_refused(mistake: Diagnostic, refused: Set[str]) -> Diagnostic:
    """Return what is told of a file that is not there since it is one of those *refused*."""
    if not refused or mistake.code not in _MISSING:
        return mistake
    written = str(mistake.values.get("file") or mistake.values.get("target", ""))
    folder = mistake.path.removeprefix(f"{CONTENT}/").rpartition("/")[0]
    beside = "" if written.startswith("/") else content_path(folder, written)
    for path in (beside, written.lstrip("/")):
        if f"{CONTENT}/{path}" in refused:
            values = {"file": written, "other": f"{CONTENT}/{path}"}
            return msgspec.structs.replace(mistake, code="file-refused", values=values)
    return mistake


def _found_in_version(
    configuration: Configuration, language: str, index: Index, plan: Plan
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the documents of another version of the site, and with its menus."""
    first = index.first
    own = {
        f"content/{document_id}"
        for document_id in index.documents
        if first and document_id not in first.documents
    }
    by_step = (
        index.diagnostics,
        check_links(index, plan.pages),
        check_shown_pictures(index),
        check_private(index, plan.pages),
        check_section_names(index),
        check_press(index),
    )
    for diagnostics in by_step:
        yield from (diagnostic for diagnostic in diagnostics if diagnostic.path in own)
    yield from configuration.unresolved_lines(index, index.unwritten, language)


def _lost(published: PublishedFile, index: Index, plan: Plan) -> Iterator[Diagnostic]:
    """Yield what of the published addresses is gone, and what subscribers would see again."""
    pages = list(plan.pages.values())
    listing, now = published.listing, listing_of(index, pages)
    before = listed_identities(listing, index.config.base_path)
    yield from published.diagnostics
    yield from check_addresses(listing, now, index)
    if listing.anchors:
        yield from check_anchors(listing.anchors, documents_at(index, pages, now))
    yield from moved(before, index)
