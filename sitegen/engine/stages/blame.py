"""Which of the changed sources answer for mistakes, so that the site without them has none. Pure.

A mistake is told where it is seen, which need not be where it was made: of two documents for one
address the one that stood there is innocent, and a link is dead because its target was removed.
"""

from collections.abc import Callable, Iterable, Iterator, Set
from functools import cached_property

from sitegen.engine.stages.stand_in import DATA, THEME, ChangedSources, source_answering
from sitegen.errors import Diagnostic
from sitegen.model import EventFields, Page
from sitegen.names import CONTENT, SITE_FILE, is_document, without_ending
from sitegen.patterns import lazy_pattern
from sitegen.site.access import Readership
from sitegen.site.assets import content_path
from sitegen.site.audiences import SCOPE
from sitegen.site.index import Index
from sitegen.site.urls import output_path
from sitegen.site.withholding import named_files
from sitegen.sources.document import Document

_DECLARED_IN = {
    "contact": (SITE_FILE,),
    "venue": (f"{DATA}venues",),
    "layout": (SITE_FILE, THEME),
    "section": (SITE_FILE,),
}
"""Where what a document names under these keys is declared."""
_NAMES = {"press-contact-unknown": "contact"}
"""The key of what is named, for mistakes of data that tell none."""


_LINE = lazy_pattern(r":\d+$")
"""What follows a file's name where a message tells a line of it."""


class Private:
    """What only some readers have. Its mistakes change nothing of what others have."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._folders = index.folders
        self._audiences = [
            audience for version in index.everywhere for audience in version.audiences.values()
        ]

    @cached_property
    def _public_files(self) -> set[str]:
        """The files that documents of the public name, there or not."""
        documents = (
            version.documents[document_id]
            for version in self._index.everywhere
            for document_id in version.entries
        )
        return {path for document in documents for path in named_files(document)}

    def readers_of(self, error: Diagnostic) -> list[Readership]:
        """Return the audiences of the document that *error* is told of; the public's has none."""
        document_id = error.path.removeprefix(f"{CONTENT}/")
        return [audience for audience in self._audiences if document_id in audience.documents]

    def among(self, sources: Set[str], audiences: Iterable[Readership]) -> set[str]:
        """Return those of *sources* that are for nobody but these *audiences*."""
        audiences = list(audiences)
        names = {audience.name for audience in audiences}
        theirs = set[str]().union(*(audience.documents for audience in audiences))
        theirs |= {
            path
            for audience in audiences
            for document_id in audience.documents
            for path in named_files(audience.index.documents[document_id])
            if not is_document(path)
        } - self._public_files
        return {
            source
            for source in sources
            if (path := source.removeprefix(f"{CONTENT}/")) in theirs
            or self._folders.name_at(path) in names
        }


class Blame:
    """Names the sources that are to stand as they were published."""

    def __init__(
        self,
        changes: ChangedSources,
        documents: Callable[[], dict[str, Document]],
        subject_at: Callable[[str], str],
        index: Index,
    ) -> None:
        """*documents*: those that were changed or removed, as they were published.

        *subject_at* returns the path below ``content/`` of what stood at a path of the output.
        *index*: the public's, whose audiences tell of mistakes too.
        """
        self._changes = changes
        self._private = Private(index)
        self._documents = documents
        self._subject_at = subject_at

    def answering(self, errors: Iterable[Diagnostic], held: frozenset[str]) -> frozenset[str]:
        """Return what answers for *errors*, beyond *held*; nothing if that cannot be told."""
        blamed: set[str] = set()
        for error in errors:
            within = self._private.readers_of(error)
            suspects = self._suspects(error, held)
            if within:
                suspects = (self._private.among(suspect, within) for suspect in suspects)
            blamed |= next(filter(None, suspects), set())
        return frozenset(blamed)

    def _suspects(self, error: Diagnostic, held: frozenset[str]) -> Iterator[Set[str]]:
        """Yield sets of sources that may answer for *error*, the likeliest first."""
        changes = self._changes
        own = {source_answering(error)} - held
        other = {_LINE.sub("", str(error.values.get("other", "")))} - held - {""}
        if other:  # two that cannot both be there: what readers know stays
            yield (own | other) & changes.new if own & changes.new else other & changes.new
        yield changes.at(source_answering(error)) - held if own else set()
        yield (other | set(self._targets(error))) & changes.all - held
        if changes.is_sound:  # else what stands beside had mistakes before, and is to be borne
            yield changes.beside - held
            yield changes.all - held

    def _targets(self, error: Diagnostic) -> Iterator[str]:
        """Yield the sources that *error* says are not there, or not as they are spoken of."""
        folder = error.path.removeprefix(f"{CONTENT}/").rpartition("/")[0]
        for key in ("target", "file"):
            written = str(error.values.get(key, ""))
            if written.startswith("/"):
                path = output_path(written.partition("?")[0])
                for target in (path, f"{path}/index.html"):
                    yield f"{CONTENT}/{self._subject_at(target)}"
            if written:
                yield f"{CONTENT}/{written.lstrip('/')}"
                yield f"{CONTENT}/{content_path(folder, written)}"
        key = str(error.values.get("key", _NAMES.get(error.code, "")))
        yield from _DECLARED_IN.get(key, ())
        wanted, is_dated = error.values.get("id"), "date" in error.values
        for document in self._documents().values() if wanted or is_dated else ():
            announced = [event for event in document.events if isinstance(event, EventFields)]
            ids = {event.id or without_ending(document.id) for event in announced}
            if wanted in ids or (ids and is_dated):
                yield f"{CONTENT}/{document.id}"


def blamed_for_pages(
    errors: Iterable[Diagnostic],
    failed: Iterable[Page],
    changes: ChangedSources,
    held: frozenset[str],
) -> frozenset[str]:
    """Return what answers for pages that could not be rendered: they *failed*, for *errors*.

    Nothing: what readers have of these pages stays as it is, and the rest is published. Pages that
    few have hold back nothing that others have, such as theme and settings.
    """
    failed = list(failed)
    subjects = {f"{CONTENT}/{page.subject}" for page in failed if page.traits.subject == "document"}
    if all(page.scope.kind == SCOPE for page in failed):
        return frozenset(subjects & changes.documents - held)
    paths = {source_answering(diagnostic) for diagnostic in errors}
    free = changes.all - held
    if THEME in paths & free and changes.is_sound:
        return frozenset((THEME,))
    for named in (paths, subjects):
        if own := named & changes.documents - held:
            return frozenset(own)
    return frozenset(changes.beside & free) if changes.is_sound else frozenset()
