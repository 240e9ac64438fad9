"""Parts of pages that readers may have linked to: which are noted, and which are gone. Pure.

`/guide/#tarifs -` in the list of addresses. Of a page those of its headings are noted to which its
contents lead, of any text those to which texts of the site link. Ten thousand releases with three
headings each would make a list of forty thousand lines, and nobody links to a part of one.
"""

from collections.abc import Iterable, Iterator, Mapping

from sitegen.errors import Diagnostic
from sitegen.model.kinds import ARTICLE, PAGE, SECTION
from sitegen.site.index import Index
from sitegen.site.urls import encode_path
from sitegen.sources.document import Document

_LEVELS = (2, 3)
"""Of headings to which the contents of a page lead, in the themes that come with sitegen."""


def anchors_of(index: Index, places: Iterable[tuple[str, Document]]) -> Iterator[str]:
    """Yield the addresses of parts of documents, each of which stands at its one of *places*."""
    linked = _linked(index)
    for address, document in places:
        names = linked.get(document.id, set())
        is_page = document.date is None
        if is_page or names:
            details = document.details
            headings = {
                heading.id for heading in details.headings if is_page and heading.level in _LEVELS
            }
            for name in details.anchors:
                if name in headings or name in names:
                    yield f"{address}#{encode_path(name)}"


def text_of(index: Index, kind: str, subject: str) -> Document | None:
    """Return the document whose text is on pages of *kind*, at their own address."""
    if kind in (ARTICLE.name, PAGE.name):
        return index.documents.get(subject)
    return index.section_documents.get(subject) if kind == SECTION.name else None


def gone_anchors(
    noted: Iterable[str], places: Mapping[str, Document]
) -> dict[str, tuple[Document, list[str]]]:
    """Return by its id each document of *places* that lacks parts which were *noted*, and these.

    *places*: what stands at an address now, its former ones among them. Of an address at which no
    document stands, nothing: it is told itself, or its author keeps it from readers.
    """
    lost: dict[str, tuple[Document, list[str]]] = {}
    known: dict[str, set[str]] = {}
    for address in noted:
        page, _, name = address.partition("#")
        document = places.get(page)
        if document is None:
            continue
        if document.id not in known:
            known[document.id] = set(map(encode_path, document.details.anchors))
        if name not in known[document.id]:
            lost.setdefault(document.id, (document, []))[1].append(address)
    return lost


def check_anchors(noted: Iterable[str], places: Mapping[str, Document]) -> Iterator[Diagnostic]:
    """Yield the documents that lack parts which were *noted*: see `gone_anchors`."""
    for document, addresses in gone_anchors(noted, places).values():
        first, number = addresses[0], len(addresses)
        values = {"address": first, "name": first.partition("#")[2], "number": str(number - 1)}
        code = "anchor-gone" if number == 1 else "anchors-gone"
        yield Diagnostic(code, f"content/{document.id}", 1, 1, values)


def _linked(index: Index) -> dict[str, set[str]]:
    """Return to which parts of a document texts of the site link, by its id."""
    linked: dict[str, set[str]] = {}
    for version in index.everywhere:
        for document in version.texts():
            for reference in document.references:
                if reference.fragment and not reference.target.startswith("/"):
                    target = version.targets.meant(document.id, reference.target)
                    linked.setdefault(target, set()).add(reference.fragment)
    return linked
