"""What authors chose of their addresses and do not get: slugs, former addresses. Pure."""

from collections.abc import Iterator

from sitegen.errors import Diagnostic
from sitegen.site.index import Index
from sitegen.site.plan.addresses import beyond_path
from sitegen.site.urls import alias_path, chosen_slug
from sitegen.sources.document import Document


def check_chosen(index: Index) -> Iterator[Diagnostic]:
    """Yield slugs that are no step of an address, former addresses that no file answers to."""
    for document in index.documents.values():
        if document.front.slug and document.id not in index.held.left_out:
            yield from _slug(document, index.urls.get(document.id, ""))
        for number, alias in enumerate(document.front.aliases):
            rest = beyond_path(alias)
            # Its own address is answered, whatever follows it.
            if rest and alias_path(alias) != _own_file(document, index):
                values = {"address": alias, "sign": rest[0], "suggestion": alias[: -len(rest)]}
                yield document.diagnostic("alias-beyond-path", f"aliases.{number}", **values)


def _slug(document: Document, url: str) -> Iterator[Diagnostic]:
    written = document.front.slug
    slug = chosen_slug(written)
    if url == "/" and document.date is None:
        yield document.diagnostic("slug-unused", "slug", value=written)
    elif slug != written:
        yield document.diagnostic("slug-refused", "slug", value=written, suggestion=slug)


def _own_file(document: Document, index: Index) -> str:
    entry = index.entries.get(document.id)
    return entry.path if entry else ""
