"""What a translation has of its original: what holds no words of a language, unless it says so."""

from msgspec.structs import replace

from sitegen.digest import digest
from sitegen.model import EventFields, FrontMatter, Moment, SectionFrontMatter
from sitegen.sources.document import Document
from sitegen.sources.file_names import day_of_name

_INHERITED = (
    "author", "authors", "section", "contact", "signatories", "press", "access", "preview",
    "pinned", "weight", "template",
)  # fmt: skip
"""Keys of the front matter that hold no words of a language."""


_OF_SECTIONS = ("per_page", "feed", "layout", "weight", "press", "access")


def inheriting(document: Document, original: Document) -> Document:
    """Return the translation *document* with what it has from its *original*.

    But for when it is withheld: that is looked for in all that it goes back to.
    """
    front, first = document.front, original.front
    said: dict[str, object] = {
        name: getattr(first, name) for name in _INHERITED if getattr(front, name) == _usual(name)
    }
    if front.author or front.authors:
        said.pop("author", None)
        said.pop("authors", None)
    if front.event is None and not front.events:
        said["event"] = _unnamed(first.event)
        said["events"] = tuple(map(_unnamed, first.events))
    listing = document.section_front
    if listing is not None and original.section_front is not None:
        given = {
            name: getattr(original.section_front, name)
            for name in _OF_SECTIONS
            if getattr(listing, name) == getattr(_SECTION, name)
        }
        listing = replace(listing, **given)
    return replace(
        document,
        front=replace(front, **said),
        section_front=listing,
        date_elsewhere=date_of_its_own(document, original) or original.date,
        original=original.id,
        metadata_digest=digest(document.metadata_digest, original.metadata_digest),
    )


def date_of_its_own(document: Document, original: Document) -> Moment | None:
    """Return the date that the translation *document* says, if any.

    One that stands in the name of its file alone says nothing where its *original* is called so
    too: it has to be, and its front matter may say another date.
    """
    is_named = document.front.date is None and document.date is not None
    if is_named and day_of_name(document.place) == day_of_name(original.place):
        return None
    return document.date


_SECTION = SectionFrontMatter(title="")


_FRONT = FrontMatter(title="")


def _usual(name: str) -> object:
    return getattr(_FRONT, name)


def _unnamed(event: EventFields | str | None) -> EventFields | str | None:
    """Return an event of the original's as the translation has it: called as that is."""
    return replace(event, name="") if isinstance(event, EventFields) else event


def inherits_events(document: Document) -> bool:
    """Whether the events of *document* are its original's, of which that tells what is wrong."""
    marks = document.details.marks if document.original else ()
    return bool(document.original) and "event" not in marks and "events" not in marks
