"""What texts say of being withdrawn, and which folders are private by those with mistakes. Pure.

Who begins a folder for few begins with its `_index.md`: a slip in it shows nobody the rest.
"""

from collections.abc import Callable, Collection, Iterator, Mapping

import msgspec

from sitegen.border.hiding import is_of_embargo
from sitegen.border.suggestions import nearest_key
from sitegen.engine.stages.read import Inputs
from sitegen.engine.state.accepted import Accepted
from sitegen.model import FrontMatter, SectionFrontMatter
from sitegen.names import (
    BUNDLE_TEXT,
    CONTENT,
    SECTION_TEXT,
    is_called,
    is_nearly_section_text,
    place_of,
)
from sitegen.site.access import NO_FOLDERS, Folders, own_access
from sitegen.site.languages.originals import named_original
from sitegen.sources.document import Document
from sitegen.sources.withdrawal import NOBODY, Withdrawal

_FIELDS = dict.fromkeys(FrontMatter.__struct_fields__)
_HIDING = set(FrontMatter.never_empty) - set(SectionFrontMatter.__struct_fields__)
"""What hides a document, and is no key of sections."""


def with_wishes(inputs: Inputs, published: Callable[[], Mapping[str, Document]]) -> Inputs:
    """Return *inputs* with what each document says of being withdrawn, and the private folders.

    *published*: returns the form in which documents that cannot be read were published, by id.
    """
    unread, documents = inputs.snapshot.unread, inputs.documents.values()
    if not unread:
        return msgspec.structs.replace(inputs, wishes=dict(_said(documents, NO_FOLDERS)))
    known = {key: document for key, document in published().items() if key in unread}
    wishes = dict(_understood(inputs, known))
    languages = inputs.snapshot.config.typographies
    folders: dict[str, str] = {}
    for document_id, wish in wishes.items():
        if wish.access and _is_of_folder(document_id, languages):
            folder = document_id.rpartition("/")[0]
            is_clear = folders.setdefault(folder, wish.access) == wish.access
            folders[folder] = wish.access if is_clear else NOBODY
    for document_id in _unclear(inputs, wishes, known):
        folders.setdefault(document_id.rpartition("/")[0], NOBODY)
    said = dict(_said(documents, Folders(folders).beside(known.values())))
    snapshot = msgspec.structs.replace(inputs.snapshot, folders=folders)
    return msgspec.structs.replace(inputs, snapshot=snapshot, wishes=said | wishes)


def with_waiting_translations(
    inputs: Inputs, published: Callable[[], Accepted], languages: Collection[str]
) -> Inputs:
    """Return *inputs* with the translations that nobody may read yet: those that no reader has, of
    documents that are new and cannot be read, for what these say of being withdrawn is theirs.
    """
    unread = inputs.snapshot.unread
    if not (languages and unread):
        return inputs
    accepted = published()
    new = {key for key in unread if key not in accepted.documents}
    places = {place_of(key, languages)[1] for key in new}
    withdrawn = new & inputs.wishes.keys()  # of those the texts too that readers had before
    places_withdrawn = {place_of(key, languages)[1] for key in withdrawn}
    waiting = {
        key
        for key, document in inputs.documents.items()
        if key in accepted.unpublished
        and (document.place in places or named_original(document) in new)
        and (
            key not in accepted.documents
            or key in accepted.unseen
            or document.place in places_withdrawn
            or named_original(document) in withdrawn
        )
    }
    snapshot = msgspec.structs.replace(inputs.snapshot, waiting=frozenset(waiting))
    return msgspec.structs.replace(inputs, snapshot=snapshot)


def _said(documents: Collection[Document], folders: Folders) -> Iterator[tuple[str, Withdrawal]]:
    """Yield what sound texts say: what is wrong elsewhere may hold them back too.

    *folders*: those that are private by texts with mistakes.
    """
    if any(document.front.section for document in documents):
        folders = folders.beside(documents)
    for document in documents:
        front = document.front
        access = own_access(document) or folders.name_at(front.section.strip("/"))
        if front.draft or front.embargo or front.expires or access:
            yield document.id, Withdrawal(front.draft, front.embargo, front.expires, access)


def _is_of_folder(document_id: str, languages: Collection[str]) -> bool:
    name = place_of(document_id, languages)[1]
    is_bundle = "/" in document_id and is_called(name, BUNDLE_TEXT)
    return is_bundle or is_called(name, SECTION_TEXT) or is_nearly_section_text(document_id)


def _understood(inputs: Inputs, known: Mapping[str, Document]) -> Iterator[tuple[str, Withdrawal]]:
    """Yield the wishes; one that is for `NOBODY` takes nothing from those who have the text."""
    folders = Folders().beside((*inputs.documents.values(), *known.values()))
    for document_id, wish in inputs.wishes.items():
        document = known.get(document_id)
        access = wish.access or folders.name_at(wish.section.strip("/"))
        if access == NOBODY and document is not None and folders.name_of(document):
            access = ""
        yield document_id, msgspec.structs.replace(wish, access=access, section="")


def _unclear(
    inputs: Inputs, wishes: Mapping[str, Withdrawal], known: Mapping[str, Document]
) -> Iterator[str]:
    """Yield the new texts of sections of which nobody knows whether they are to hide a folder.

    Where another language's text of the section can be read, that one says it.
    """
    clear = {
        document.folder
        for document in (*inputs.documents.values(), *known.values())
        if document.section_front
    }
    hiding = {
        mistake.path
        for mistake in inputs.diagnostics
        if mistake.code.startswith("unknown-key")
        and _meant(str(mistake.values.get("key", ""))) in _HIDING
    }
    languages = inputs.snapshot.config.typographies
    for document_id in inputs.snapshot.unread - set(known):
        is_unclear = document_id not in wishes or f"{CONTENT}/{document_id}" in hiding
        is_section = is_called(place_of(document_id, languages)[1], SECTION_TEXT)
        if is_unclear and is_section and document_id.rpartition("/")[0] not in clear:
            yield document_id


def _meant(key: str) -> str:
    if key in _FIELDS:
        return key
    return "embargo" if is_of_embargo(key) else nearest_key(key, _FIELDS)
