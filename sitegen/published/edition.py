"""What a site tells its readers at one moment. Pure.

Smaller than the site: each text by a digest of what its author wrote, so that a new menu, which is
on every page, makes no text a changed one; each event with its date; each picture and file.
"""

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from sitegen.digest import digest
from sitegen.model import Event
from sitegen.site.index import Index
from sitegen.sources.document import Document, TextFacts

StoryKind = Literal["article", "page", "section"]
_encode = msgspec.json.Encoder(order="deterministic").encode


class Story(msgspec.Struct, frozen=True, array_like=True):
    """A text that readers have."""

    kind: StoryKind
    title: str
    url: str
    digest: str
    """Of what its author wrote."""
    section: str = ""
    """What readers call the section that it stands in; of articles."""


class Date(msgspec.Struct, frozen=True, array_like=True):
    """An event that readers have, and calendars too."""

    name: str
    start: str
    end: str
    """Both as ISO 8601 has them; empty where no end is told."""
    status: str
    rest: str
    """A digest of all else, the rule by which it comes again among it."""


class PublishedContent(msgspec.Struct, frozen=True, kw_only=True):
    """All that the site tells."""

    tool: str = ""
    """What made the digests: those of another program say nothing."""
    stories: dict[str, Story] = {}
    """By the document's path below ``content/``."""
    dates: dict[str, Date] = {}
    """By what calendars know the event by."""
    pictures: dict[str, str] = {}
    """Marks of their bytes, by address."""
    files: dict[str, str] = {}
    """Likewise of attachments and other files."""


def edition_of(
    index: Index, tool: str, written: Mapping[str, Document] | None = None
) -> PublishedContent:
    """Return what *index* tells; *tool*: what tells digests of other programs apart.

    *written*: the documents as their authors wrote them, of a site in several languages, where the
    index has translations with what they have from their originals.
    """
    entries = [
        entry for version in reversed(index.everywhere) for entry in version.entries.values()
    ]
    dates = dict(map(date_told, (event for entry in entries for event in entry.events)))
    files: dict[bool, dict[str, str]] = {True: {}, False: {}}
    for asset in index.assets.values():
        files[asset.media_type.startswith("image/")][asset.url] = asset.fingerprint
    return PublishedContent(
        tool=tool,
        stories={
            key: story
            for version in reversed(index.everywhere)
            for key, story in _stories(version, written or {})
        },
        dates=dates,
        pictures=files[True],
        files=files[False],
    )


def _stories(index: Index, written: Mapping[str, Document]) -> Iterator[tuple[str, Story]]:
    def mark(document_id: str) -> str:
        facts = written.get(document_id) or index.text_facts(document_id)
        assert facts is not None  # what is public has been read
        return text_mark(facts)

    for entry in index.entries.values():
        kind: StoryKind = "article" if entry.is_article else "page"
        of = entry.section.title if entry.section and kind == "article" else ""
        yield entry.id, Story(kind, entry.title, entry.url, mark(entry.id), of)
    for folder, document in index.section_documents.items():
        section = index.sections.get(folder)
        url = section.url if section else f"{index.config.base_path}/"
        yield document.id, Story("section", document.title, url, mark(document.id))


def text_mark(document: TextFacts | Document) -> str:
    """Return what tells apart what its author wrote."""
    return digest(document.metadata_digest, document.body_digest).hex()


def date_told(event: Event) -> tuple[str, Date]:
    """Return what readers are told of *event*, after what calendars know it by."""
    told = (event.name, event.location, event.online, event.type, event.registration, event.repeat)
    rest = digest(_encode(told)).hex()
    end = event.end.iso() if event.end else ""
    return event.uid or event.id, Date(event.name, event.start.iso(), end, event.status, rest)
