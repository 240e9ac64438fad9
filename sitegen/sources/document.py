"""A `Document`: what an author wrote, read; as the state keeps it and as the site asks for it."""

from typing import Any

import msgspec

from sitegen.digest import digest
from sitegen.errors import Diagnostic
from sitegen.markup.values import ForeignSource, Heading, Lookup, Reference, SilentImage
from sitegen.model import EventFields, FrontMatter, Moment, SectionFrontMatter
from sitegen.names import BUNDLE_TEXT, is_called
from sitegen.wording.phrases import Words


class Details(msgspec.Struct, frozen=True, array_like=True):
    """What of a document is wanted now and then, and would fill the memory for all of them."""

    headings: tuple[Heading, ...] = ()
    anchors: tuple[str, ...] = ()
    marks: dict[str, tuple[int, int]] = {}
    """Line and column of each key of the front matter."""


class Document(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an author wrote, read: everything but the body's HTML."""

    id: str
    front: FrontMatter
    section_front: SectionFrontMatter | None = msgspec.field(default=None, name="listing")
    """Set for a section's ``_index.md``; remembered under the name that it had first."""
    summary_utf8: bytes = b""
    """Its summary as bytes: as text with French quotes and spaces it has three times as many."""
    former_summary: str = msgspec.field(default="", name="summary")
    """The same as earlier releases remembered it."""
    has_own_summary: bool
    date_elsewhere: Moment | None = msgspec.field(default=None, name="date")
    """Where its front matter has no date: that of its file's name, else of its original."""
    language: str = ""
    """The language of the site's that its place or its `lang` names; empty: the first one."""
    neutral: str = ""
    """Its path without what names a language; empty where nothing does."""
    original: str = ""
    """The document in another language of the site that it translates."""
    name: str
    """The file's name without its leading date: the slug, unless the author sets one."""
    references: tuple[Reference, ...] = ()
    lookups: tuple[Lookup, ...] = ()
    """Names in its shortcodes that the site has to know."""
    frame_hosts: tuple[str, ...] = ()
    """Scheme and host of the frames that its shortcodes load when a reader asks."""
    silent_images: tuple[SilentImage, ...] = ()
    foreign: tuple[ForeignSource, ...] = ()
    words: int = 0
    body_digest: bytes = b""
    outline_digest: bytes = b""
    """Of the headings and the number of words."""
    encoded_details: bytes = b""
    metadata_digest: bytes = b""
    """Of all but the text: what lists, addresses and the plan are made from."""

    @property
    def title(self) -> str:
        return self.front.title

    @property
    def summary(self) -> str:
        return self.summary_utf8.decode() or self.former_summary

    @property
    def date(self) -> Moment | None:
        return self.front.date or self.date_elsewhere

    @property
    def details(self) -> Details:
        return _DETAILS.decode(self.encoded_details)

    @property
    def folder(self) -> str:
        """The folder below ``content/`` that the document's relative paths start from."""
        return self.id.rpartition("/")[0]

    @property
    def place(self) -> str:
        """Its path, but for what names a language: `en/news/forum.md` is at `news/forum.md`."""
        return self.neutral or self.id

    @property
    def section_folder(self) -> str:
        """The folder of its place: of it the site's sections and addresses are made."""
        return self.place.rpartition("/")[0]

    @property
    def is_bundle(self) -> bool:
        """Whether it is an ``index.md``, the page of its folder."""
        place = self.place
        return BUNDLE_TEXT in place and is_called(place, BUNDLE_TEXT)  # asked several times of all

    @property
    def events(self) -> tuple[EventFields | str, ...]:
        """Events it announces (mappings) and events it is about (ids), in order."""
        first = () if self.front.event is None else (self.front.event,)
        return first + self.front.events

    def diagnostic(self, code: str, key: str, /, **values: Words) -> Diagnostic:
        """Return a diagnostic that points to where *key* stands in the front matter."""
        line, column = self.place_of(key)
        return Diagnostic(code, f"content/{self.id}", line, column, values)

    def place_of(self, key: str) -> tuple[int, int]:
        """Return line and column of *key*, or of the nearest key above it that is known."""
        marks = self.details.marks
        while key not in marks and "." in key:
            key = key.rpartition(".")[0]
        return marks.get(key, (1, 1))


class TextFacts(msgspec.Struct, frozen=True, gc=False):
    """What is asked of a document's text without reading the document."""

    body_digest: bytes
    outline_digest: bytes
    metadata_digest: bytes
    frame_hosts: tuple[str, ...] = ()


_OF_THE_TEXT = {
    "references": (),  # but for where they lead: images are made of what they show
    "lookups": (),
    "frame_hosts": (),
    "silent_images": (),
    "foreign": (),
    "words": 0,
    "body_digest": b"",
    "outline_digest": b"",
    "encoded_details": b"",
}
"""What of a document only its own text's questions tell, and what is checked in every build."""


def with_metadata_digest(document: Document) -> Document:
    """Return *document* with a digest of its metadata and links.

    What `Document` gets besides counts as metadata until it stands in `_OF_THE_TEXT`.
    """
    metadata = msgspec.structs.replace(document, **_OF_THE_TEXT)
    links = [
        (reference.target, reference.fragment, reference.is_image)
        for reference in document.references
    ]
    digested = digest(encode(metadata), encode(links))
    return msgspec.structs.replace(document, metadata_digest=digested)


def encode(value: Any) -> bytes:
    """Return *value* as the bytes kept in the state."""
    return _ENCODER.encode(value)


def decode_document(raw: bytes) -> Document:
    """Return the document that `encode` made *raw* from; raises `msgspec.DecodeError`."""
    return _DECODER.decode(raw)


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Document)
_DETAILS = msgspec.msgpack.Decoder(Details)
