"""Let go of documents that were read, once the site is planned: few are asked for again. Does I/O.

Lists, addresses and the plan are made of all documents; pages ask for the text of their own. What
stays is what the state does not have, and what the index tells apart by its identity.
"""

from collections.abc import Mapping

from msgspec.structs import force_setattr, replace

from sitegen.engine.inspection import Inspection
from sitegen.engine.state.stored import StoredDocuments, digests_of
from sitegen.model.moments import forget_timestamps
from sitegen.site.index import complete
from sitegen.sources.document import Document, encode

FEW = 1000
"""Documents that all stay: three megabytes, and to read them again is a fortieth of a build."""


def let_go_of_documents(site: Inspection) -> None:
    """Have the documents of *site* read from the state where most of its pages are to be made.

    Not where they are few, nor written in another form for some readers, and not where the process
    keeps them for its next build.
    """
    index, session = site.session.index, site.session
    is_alone = not (index.versions or index.audiences or site.memory or site.workers.are_elsewhere)
    are_few = len(index.documents) < FEW
    if are_few or not is_alone or 2 * len(site.stale) < len(index.documents):
        return
    held: dict[str, Document | bytes] = dict(index.documents)
    told_apart = {text.id for text in index.section_documents.values()}
    for key, raw in site.bodies.documents_encoded():
        document = held.get(key)
        if isinstance(document, Document) and key not in told_apart and encode(document) == raw:
            held[key] = digests_of(document)
    stored = StoredDocuments(site.bodies, held)
    translations = replace(index.translations, documents=stored)
    complete(index, documents=stored, translations=translations, known_of_text=stored.facts)
    session.documents = stored
    forget_timestamps()
    _forget(site, stored)


def _forget(site: Inspection, stored: Mapping[str, Document]) -> None:
    """Let nothing else of *site* hold on to them: of its documents the ids are asked for alone."""
    for inputs in (site.inputs, site.written.inputs):
        force_setattr(inputs, "documents", stored)
