"""Translations whose name says so, and whose original is gone: nobody withholds them now. Pure."""

from collections.abc import Container, Iterator

from sitegen.errors import Diagnostic
from sitegen.names import CONTENT
from sitegen.site.index import Index
from sitegen.sources.document import Document


def check_originals(index: Index, paths: Container[str]) -> Iterator[Diagnostic]:
    """Yield the public documents that are called as translations (`forum.en.md`) of what does not
    stand beside them.

    An original that is taken away was perhaps a draft, and its translation is published from then
    on. The home page of a language may have none, and the folder of one has texts of its own.
    *paths*: all files, with ``content/`` before them.
    """
    originals = {
        document.place for document in index.every_document.values() if not document.language
    }
    for version in index.versions.values():
        documents = (version.documents[key] for key in version.entries)
        for document in filter(_is_called_a_translation, documents):
            place = document.place
            if place not in originals and f"{CONTENT}/{place}" not in paths:
                values = {"other": f"{CONTENT}/{place}", "language": document.language}
                yield document.diagnostic("original-missing", "title", **values)


def _is_called_a_translation(document: Document) -> bool:
    is_beside = bool(document.neutral) and document.section_folder == document.folder
    is_home = not document.folder and document.is_bundle
    return is_beside and not is_home and not document.front.translates
