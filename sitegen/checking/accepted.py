"""What authors have looked at and want as it is: `check: {ignore: [SG165]}`. Pure."""

from collections.abc import Iterable, Iterator

from sitegen.catalogue import MESSAGES
from sitegen.errors import Diagnostic
from sitegen.site.index import Index


def without_accepted(diagnostics: Iterable[Diagnostic], index: Index) -> Iterator[Diagnostic]:
    """Yield what nobody accepted: neither ``site.yaml``, for all, nor the document, for itself."""
    everywhere = frozenset(index.config.check.ignore)
    for one in diagnostics:
        identifier = MESSAGES[one.code].id
        document = index.documents.get(one.path.removeprefix("content/"))
        here = document.front.check.ignore if document else ()
        if identifier not in everywhere and identifier not in here:
            yield one
