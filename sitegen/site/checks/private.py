"""What is told of private pages: who cannot have them, what in them leads nowhere. Pure.

Titles, texts and names of files are in none of it: logs of CI are read by others.
"""

from collections import Counter
from collections.abc import Collection, Iterator

from sitegen.border.suggestions import nearest
from sitegen.errors import Diagnostic
from sitegen.model import EventFields
from sitegen.site.access import own_access
from sitegen.site.agenda.event_ids import split_reference
from sitegen.site.audiences import is_previewed_now
from sitegen.site.checks.links import check_links
from sitegen.site.checks.picture_files import check_shown_pictures
from sitegen.site.index import Index
from sitegen.sources.document import Document
from sitegen.sources.withdrawal import NOBODY


def check_private(index: Index, planned: Collection[str]) -> Iterator[Diagnostic]:
    """Yield what is wrong with private documents and previews; *planned*: the public's pages."""
    left_out: Counter[str] = Counter()
    for document in index.documents.values():
        for key, name in _names(index, document):
            if name in index.rings or name == NOBODY:  # of which the mistake tells
                continue
            near = nearest(name, list(index.rings))
            if near and (key != "access" or own_access(document)):
                values = {"name": name, "suggestion": near}
                yield document.diagnostic("access-near", key, **values)
            else:
                left_out[name] += 1
        preview = document.front.preview
        if preview and preview.until and not is_previewed_now(index, document):
            end = preview.until.in_zone(index.config.timezone)
            if end.timestamp <= index.clock.now.timestamp() and document.id not in index.entries:
                yield document.diagnostic("preview-over", "preview.until", date=str(end.date))
    for name in sorted(left_out):
        values = {"name": name, "number": str(left_out[name])}
        yield Diagnostic("private-left-out", values=values)
    yield from _reports(index)
    for audience in index.audiences.values():
        own = {f"content/{name}" for name in audience.documents}
        natural = {page.path for page in audience.natural.values()}
        there = set(planned) | natural
        yield from audience.index.diagnostics
        for diagnostic in check_links(audience.index, there):
            if diagnostic.path in own:
                yield diagnostic
        for diagnostic in check_shown_pictures(audience.index):
            if diagnostic.path in own:
                yield diagnostic


def _names(index: Index, document: Document) -> Iterator[tuple[str, str]]:
    """Yield the names of keys that *document* needs now, each with the key that says so."""
    if access := index.folders.name_of(document):
        yield "access", access
    if document.front.preview and is_previewed_now(index, document):
        yield "preview.access", document.front.preview.access


def _reports(index: Index) -> Iterator[Diagnostic]:
    """Yield public documents that are about an event that only some readers know of."""
    if not index.folders.names and not any(own_access(text) for text in index.documents.values()):
        return
    private = {
        fields.id or document.id.rpartition(".")[0]
        for document in index.documents.values()
        if index.folders.name_of(document)
        for fields in document.events
        if isinstance(fields, EventFields)
    }
    for entry in index.entries.values():
        for reference in entry.about:
            event_id, _ = split_reference(reference)
            if event_id in private and event_id not in index.calendar.events:
                document = index.documents[entry.id]
                key = "event" if document.front.event == reference else "events"
                yield document.diagnostic("event-private", key, id=event_id)
