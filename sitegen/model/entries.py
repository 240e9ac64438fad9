"""What becomes of documents on the site: entries, with their section, terms and events."""

from typing import Any

import msgspec

from sitegen.model.attachments import Attachment
from sitegen.model.events import Event
from sitegen.model.moments import Moment
from sitegen.model.terms import Author, Organisation, Section, Term
from sitegen.model.written import Contact, Correction, Image, SourceLink


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A published document with its place on the site: what a template sees, but the body."""

    id: str
    """The document's path below ``content/``."""
    origin: str = ""
    """The path that it was published under first, where that is another one: feeds know it so."""
    url: str
    path: str
    """Where its page stands below ``output/``."""
    title: str
    summary_utf8: bytes = b""
    """Its summary as bytes: as text with French quotes and spaces it has three times as many."""
    has_own_summary: bool = False
    """Whether the author wrote the summary; otherwise it repeats the first paragraph."""
    date: Moment | None = None
    updated: Moment | None = None
    authors: tuple[Author, ...] = ()
    tags: tuple[Term, ...] = ()
    section: Section | None = None
    kind: str = ""
    image: Image | None = None
    source: SourceLink | None = None
    announced_by: tuple[SourceLink, ...] = ()
    announcers: tuple[Organisation, ...] = ()
    """Those of `source` and `announced_by` that have a page of what comes from them."""
    canonical: str = ""
    """Another address, if it is a copy of what stands there."""
    is_untranslated: bool = False
    """Whether it stands in another language than its version of the site, for want of a
    translation."""
    contact: Contact | None = None
    signatories: tuple[Organisation, ...] = ()
    place: str = ""
    correction: tuple[Correction, ...] = ()
    """The latest first."""
    attachments: tuple[Attachment, ...] = ()
    lang: str = ""
    """The document's language where it is not the site's."""
    pinned: bool = False
    template: str = ""
    events: tuple[Event, ...] = ()
    """The events that this document announces."""
    about: tuple[str, ...] = ()
    """Events that another document announces: their ids, or `id@2027-01-07` for one date."""
    aliases: tuple[str, ...] = ()
    extra: dict[str, Any] = {}
    is_elsewhere: bool = False
    """Whether it has no page here: `url` is where its source has it, and `path` leads on to it."""

    @property
    def told_by(self) -> tuple[SourceLink, ...]:
        """Who announced a text that was fetched, the original first; nothing for one's own."""
        if self.source is None or self.source.fetched is None:
            return ()
        original = self.source.original or self.canonical
        links = (self.source, *self.announced_by)
        return tuple(sorted(links, key=lambda link: not link.url or link.url != original))

    @property
    def fetched_from(self) -> tuple[SourceLink, ...]:
        """Where a text stands that was fetched, the original first."""
        return tuple(link for link in self.told_by if link.url)

    @property
    def summary(self) -> str:
        return self.summary_utf8.decode()

    @property
    def is_article(self) -> bool:
        """Whether it has a date: pages have none, and stand in no list or feed."""
        return self.date is not None

    @property
    def modified(self) -> Moment | None:
        return self.updated or self.date
