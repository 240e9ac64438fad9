"""What authors have looked at and want as it is: `check: {ignore: [SG165]}`. Pure."""

from collections.abc import Container, Iterable, Iterator, Mapping

from sitegen.catalogue import MESSAGES
from sitegen.errors import Diagnostic
from sitegen.sources.document import Document


def without_accepted(
    diagnostics: Iterable[Diagnostic],
    documents: Mapping[str, Document],
    everywhere: Container[str],
) -> Iterator[Diagnostic]:
    """Yield what nobody accepted: neither the site (*everywhere*), nor the document for itself."""
    for diagnostic in diagnostics:
        identifier = MESSAGES[diagnostic.code].id
        document = documents.get(diagnostic.path.removeprefix("content/"))
        here = document.front.check.ignore if document else ()
        if identifier not in everywhere and identifier not in here:
            yield diagnostic
