"""What withholds an original withholds its translations, wherever it is said. Pure.

Of a document itself: a draft, an embargo, an end. Of what it stands in: the page of its folder,
a private folder, a private section.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from sitegen.config import SiteConfig
from sitegen.digest import digest
from sitegen.model import Moment
from sitegen.site.access import Folders
from sitegen.site.languages.inheritance import date_of_its_own
from sitegen.site.publication import above as pages_above
from sitegen.site.publication import bundles_of
from sitegen.sources.document import Document


def withheld_with_originals(
    documents: Mapping[str, Document],
    originals: Callable[[str], Collection[str]],
    config: SiteConfig,
    folders: Folders,
) -> dict[str, Document]:
    """Return *documents*, each withheld as its *originals* are, which the nearest one begins.

    *folders*: those that are private, beside what documents say.
    """
    withheld = dict(documents)
    lines = {key: line for key in documents if (line := originals(key))}
    bundles = bundles_of(documents.values())
    for key, line in lines.items():
        above = [documents[member] for member in line if member in documents]
        pages = [page for document in above for page in pages_above(document, bundles)]
        withheld[key] = _waiting_with(withheld[key], above, pages, config.timezone)
    while more := dict(_private(withheld, lines, folders, config)):
        withheld |= more  # the folder of a page that is private now is private too
    return withheld


def _waiting_with(
    document: Document,
    originals: Sequence[Document],
    pages: Sequence[Document],
    timezone: str,
) -> Document:
    front = document.front
    draft, embargo, expires = front.draft, front.embargo, front.expires
    for above in (*originals, *pages):
        draft = draft or above.front.draft
        embargo = outer(embargo, above.front.embargo, timezone, is_latest=True)
    for original in originals:
        if not document.original and date_of_its_own(document, original) is None:
            embargo = outer(embargo, original.date, timezone, is_latest=True)
        expires = outer(expires, original.front.expires, timezone, is_latest=False)
    for page in pages:
        embargo = outer(embargo, page.date, timezone, is_latest=True)
    said = (draft, embargo, expires)
    if said == (front.draft, front.embargo, front.expires):
        return document
    causes = (cause.metadata_digest for cause in (*originals, *pages))
    return replace(
        document,
        front=replace(front, draft=draft, embargo=embargo, expires=expires),
        metadata_digest=digest(document.metadata_digest, *causes),
    )


def _private(
    documents: Mapping[str, Document],
    lines: Mapping[str, Collection[str]],
    folders: Folders,
    config: SiteConfig,
) -> Iterable[tuple[str, Document]]:
    """Yield what is private by the folder or the section of its original, and was not."""
    known = folders.beside(documents.values()).below(config.typographies)
    for key, line in lines.items():
        document = documents[key]
        names = (known.name_of(documents[member]) for member in line if member in documents)
        name = next(filter(None, names), "")
        if name and not known.name_of(document):
            yield key, _for_readers(document, name)


def _for_readers(document: Document, name: str) -> Document:
    listing: Any = document.section_front
    if listing is not None:
        return replace(document, section_front=replace(listing, access=name))
    return replace(document, front=replace(document.front, access=name))


def outer(
    own: Moment | None, first: Moment | None, timezone: str, *, is_latest: bool
) -> Moment | None:
    """Return the one of two moments of a site in *timezone* that withholds more."""
    if own is None or first is None:
        return own or first
    pair = sorted((own, first), key=lambda instant: instant.in_zone(timezone).timestamp)
    return pair[-1 if is_latest else 0]
