"""What an editor-in-chief would want to know before publishing.

Each check is a pure function that yields diagnostics: of one text (`TEXT_CHECKS`), or of the whole
site. Read are all documents but drafts and expired ones: what is to come is read before it is
public. What an author has looked at and wants as it is, is silenced by `check: {ignore: […]}`
(`sitegen/checking/accepted.py`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from sitegen.checking.editorial.agenda_texts import check_agenda, check_status
from sitegen.checking.editorial.announcements import check_announcements
from sitegen.checking.editorial.arguments import check_arguments
from sitegen.checking.editorial.beside import check_beside
from sitegen.checking.editorial.definitions import check_definitions
from sitegen.checking.editorial.headings import check_headings
from sitegen.checking.editorial.images import check_credit
from sitegen.checking.editorial.keys import check_keys
from sitegen.checking.editorial.leftovers import check_leftovers
from sitegen.checking.editorial.letters import check_letters
from sitegen.checking.editorial.link_texts import check_link_texts
from sitegen.checking.editorial.menus import check_menus
from sitegen.checking.editorial.misread import check_misread
from sitegen.checking.editorial.names import check_names
from sitegen.checking.editorial.pasted import check_pasted
from sitegen.checking.editorial.plugins import checks_of_plugins
from sitegen.checking.editorial.press import check_people, check_press_kinds
from sitegen.checking.editorial.publication_dates import check_publication_dates
from sitegen.checking.editorial.sections import check_sections, check_titles_in_languages
from sitegen.checking.editorial.shown_signs import check_shown_signs
from sitegen.checking.editorial.tags import check_tags
from sitegen.checking.editorial.texts import Text, read_texts
from sitegen.checking.editorial.titles import check_titles
from sitegen.checking.editorial.written_dates import check_written_dates
from sitegen.config import SiteFile
from sitegen.engine.opening import OpenSite
from sitegen.engine.site_yaml import read_site_file
from sitegen.errors import Diagnostic
from sitegen.site.index import Index
from sitegen.sources.document import Document

TEXT_CHECKS: tuple[Callable[[Text], Iterator[Diagnostic]], ...] = (
    check_written_dates,
    check_announcements,
    check_publication_dates,
    check_credit,
    check_headings,
    check_link_texts,
    check_leftovers,
    check_pasted,
    check_misread,
    check_definitions,
    check_arguments,
    check_letters,
    check_shown_signs,
    check_status,
)

_NEED_DATES = frozenset((check_announcements, check_publication_dates))
"""What holds a text against the dates of its front matter: all of them have to be known. So it is
with a date that names no year, and is doubtful at most.
"""


def check_editorial(site: OpenSite) -> list[Diagnostic]:
    """Return what all editorial checks find in *site*."""
    index = site.session.index
    diagnostics = list(_of_texts(site, index, site.inputs.unread))
    for version in index.versions.values():
        copies = {
            f"content/{document_id}"
            for document_id in version.documents
            if document_id in index.documents
        }
        diagnostics += (
            diagnostic
            for diagnostic in _of_texts(site, version, {})
            if diagnostic.path not in copies
        )
    written = SiteFile(read_site_file(site.options.root))
    diagnostics += check_menus(index, written)
    diagnostics += check_sections(index, written)
    diagnostics += check_titles_in_languages(index, written)
    diagnostics += check_press_kinds(index, written)
    diagnostics += check_people(index, written)
    diagnostics += check_beside(index)
    diagnostics += check_keys_of_texts(site)
    fetched = _fetched(index)
    return [diagnostic for diagnostic in diagnostics if diagnostic.path not in fetched]


def check_as_meant(meant: OpenSite, ids: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield what is found in the site as it was *meant*, in keys and dates of the documents *ids*,
    which `check_editorial` does not look at in texts that cannot be read.
    """
    yield from check_keys_of_texts(meant)
    index = meant.session.index
    documents = [index.every_document[key] for key in ids if key in index.every_document]
    for text in read_texts(index, documents, meant.scan.content, meant.chain.shortcodes):
        for check in TEXT_CHECKS:
            if check in _NEED_DATES:
                yield from check(text)


def check_keys_of_texts(site: OpenSite) -> Iterator[Diagnostic]:
    """Yield what is found in the keys of documents, and in settings and data beside them."""
    index = site.session.index
    yield from check_names(index)
    yield from check_agenda(index)
    yield from check_keys(index, SiteFile(read_site_file(site.options.root)), site.scan.content)


def _of_texts(site: OpenSite, index: Index, unread: Mapping[str, Document]) -> Iterator[Diagnostic]:
    """Yield what is found in the texts of a version of the site, and among them."""
    checks = (*TEXT_CHECKS, *checks_of_plugins(site.session.plugins))
    documents = (*index.documents.values(), *unread.values())
    for text in read_texts(index, documents, site.scan.content, site.chain.shortcodes):
        is_unread = text.document.id in unread
        for check in checks:
            if not is_unread or check not in _NEED_DATES:
                yield from (
                    diagnostic
                    for diagnostic in check(text)
                    if not is_unread or diagnostic.code != "weekday-doubtful"
                )
    if index.first is None or index.first.documents.keys().isdisjoint(index.documents):
        yield from check_tags(index)
    yield from check_titles(index)


def _fetched(index: Index) -> set[str]:
    """Return the files of partners' texts: how they are written is the partners' affair."""
    return {
        f"content/{document.id}"
        for document in index.documents.values()
        if document.front.source and document.front.source.fetched
    }
