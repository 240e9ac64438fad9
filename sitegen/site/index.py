"""Documents become entries: each with its address, its section, its terms and its events."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

import msgspec

from sitegen.config import SiteConfig
from sitegen.digest import digest
from sitegen.errors import Diagnostic
from sitegen.model import (
    Attachment,
    Author,
    Contact,
    Entry,
    Event,
    EventFields,
    FrontMatter,
    Image,
    Moment,
    Section,
    Term,
    zone_info,
)
from sitegen.site import assets as asset_files
from sitegen.site.assets import Asset, AssetFacts
from sitegen.site.calendar import Calendar, RuleError, check_rule
from sitegen.site.collections import Collections
from sitegen.site.people import Directory
from sitegen.site.publication import Clock, is_public
from sitegen.site.sections import make_sections, section_of
from sitegen.site.urls import output_path, permalink, slugify, with_base
from sitegen.sources.document import Document

_ENCODER = msgspec.msgpack.Encoder(order="deterministic")


class Index:
    """All that is public at one instant, in memory, made anew for every build."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        files: Mapping[str, AssetFacts],
        data: Mapping[str, Any],
        config: SiteConfig,
        clock: Clock,
    ) -> None:
        self.config = config
        self.clock = clock
        self.data = data
        self.diagnostics: list[Diagnostic] = []
        self.documents = documents
        self._directory = Directory(data, config)
        public = {
            document.id: document
            for document in documents.values()
            if is_public(document, clock, config.timezone)
        }
        self.section_documents = {
            document.folder: document for document in public.values() if document.listing
        }
        declared = frozenset(
            {document.folder for document in documents.values() if document.listing}
            | set(config.sections)
        ) - {""}
        articles = [document for document in public.values() if not document.listing]
        placed = {document.id: section_of(document, declared) for document in articles}
        dated = {placed[document.id] for document in articles if document.date is not None}
        self.sections: dict[str, Section] = make_sections(
            (dated | declared) - {""}, self.section_documents, config
        )
        self._sections_by_id = placed
        self.urls: dict[str, str] = {
            document.id: self._site_url(document, placed[document.id]) for document in articles
        }
        """Addresses from the site's root, without the base path."""
        self.assets: dict[str, Asset] = asset_files.publish(
            files, self._bundles(documents, public), config.base_path
        )
        self.hidden_files = frozenset(files) - frozenset(self.assets)
        """Files of bundles that are not public."""
        self._names = _term_names(articles)
        self.entries: dict[str, Entry] = {
            document.id: self._entry(document) for document in articles
        }
        self.collections = Collections(self.entries.values())
        events = [event for entry in self.entries.values() for event in entry.events]
        self._check_events(events, documents)
        self.calendar = Calendar(events, clock.today)
        self._digests: dict[str, bytes] = {}

    def digest_of(self, entry_id: str) -> bytes:
        """Return the digest of an entry's metadata; of nothing when it is not public."""
        known = self._digests.get(entry_id)
        if known is None:
            entry = self.entries.get(entry_id)
            known = digest(_ENCODER.encode(entry)) if entry else b""
            self._digests[entry_id] = known
        return known

    def resolve(self, target: str) -> str | None:
        """Return the address that a body's internal target stands for, or None.

        *target* is a document's path, an asset's path, or an address from the site's root.
        """
        if target.startswith("/"):
            return with_base(self.config.base_path, target)
        if target.endswith(".md"):
            if target in self.urls:
                return with_base(self.config.base_path, self.urls[target])
            section = self.sections.get(target.removesuffix("/_index.md"))
            return section.url if section else None
        asset = self.assets.get(target)
        return asset.url if asset else None

    def asset_for(self, document: Document, written: str) -> Asset | None:
        """Return the file that *written* names, from the document's folder or the site's root."""
        if written.startswith("/"):
            return self.assets.get(written[1:])
        folder = document.folder
        path = _join(folder, written)
        return self.assets.get(path) or self.assets.get(written)

    def _site_url(self, document: Document, section: str) -> str:
        slug = slugify(document.front.slug or document.name)
        if document.date is not None:
            return permalink(
                self.config.urls.article, section=section, slug=slug, date=document.date
            )
        if document.id == "index.md":
            return "/"
        folder = document.folder
        if document.is_bundle:
            folder = folder.rpartition("/")[0]
        steps = [slugify(step) for step in folder.split("/") if step]
        return "/".join(["", *steps, slug, ""])

    def _bundles(
        self, documents: Mapping[str, Document], public: Mapping[str, Document]
    ) -> dict[str, str | None]:
        """Map each bundle's folder to its page's folder in the output; None when not public."""
        folders = {}
        for document in documents.values():
            if document.is_bundle and document.folder:
                is_shown = document.id in public
                path = output_path(self.urls[document.id]) if is_shown else None
                folders[document.folder] = path and path.removesuffix("index.html")
        return folders

    def _entry(self, document: Document) -> Entry:
        front = document.front
        config = self.config
        section = self.sections.get(self._sections_by_id[document.id])
        site_url = self.urls[document.id]
        url = with_base(config.base_path, site_url)
        zone = config.timezone
        tags = self._terms(front.tags)
        entry = Entry(
            id=document.id,
            url=url,
            path=output_path(site_url),
            title=document.title,
            summary=document.summary,
            has_own_summary=document.has_own_summary,
            date=document.date and document.date.in_zone(zone),
            updated=front.updated and front.updated.in_zone(zone),
            authors=self._authors(front),
            tags=tags,
            section=section,
            kind=front.kind,
            image=front.image and self._image(document, front.image),
            source=front.source,
            contact=self._contact(front.contact),
            signatories=tuple(map(self._directory.organisation, front.signatories)),
            place=front.place,
            attachments=self._attachments(document),
            lang=front.lang if front.lang != config.language else "",
            pinned=front.pinned,
            template=front.template,
            about=tuple(event for event in document.events if isinstance(event, str)),
            aliases=front.aliases,
            extra=front.extra,
        )
        announced = [event for event in document.events if isinstance(event, EventFields)]
        if not announced:
            return entry
        events = tuple(
            event
            for position, fields in enumerate(announced)
            if (event := self._event(document, entry, fields, position)) is not None
        )
        return msgspec.structs.replace(entry, events=events)

    def _authors(self, front: FrontMatter) -> tuple[Author, ...]:
        names = dict.fromkeys((*front.author, *front.authors))
        return tuple(self._directory.author(name) for name in names if name)

    def _terms(self, tags: Iterable[str]) -> tuple[Term, ...]:
        terms = {}
        for tag in tags:
            if tag:
                slug = slugify(tag)
                url = with_base(self.config.base_path, self.config.urls.tag.format(slug=slug))
                terms[slug] = Term(self._names.get(slug, tag), slug, url)
        return tuple(terms.values())

    def _contact(self, contact: Contact | None) -> Contact | None:
        return self._directory.contact(contact) if contact else None

    def _image(self, document: Document, image: Image) -> Image:
        if urlsplit(image.src).scheme or image.src.startswith("//"):
            return image
        asset = self.asset_for(document, image.src)
        if asset is None:
            self.diagnostics.append(
                document.diagnostic("missing-file", "image.src", file=image.src)
            )
            return image
        return msgspec.structs.replace(image, src=asset.url, width=asset.width, height=asset.height)

    def _attachments(self, document: Document) -> tuple[Attachment, ...]:
        found = []
        for position, written in enumerate(document.front.attachments):
            asset = self.asset_for(document, written)
            if asset is None:
                key = f"attachments.{position}"
                self.diagnostics.append(document.diagnostic("missing-file", key, file=written))
                continue
            name = asset.path.rpartition("/")[2]
            found.append(
                Attachment(name=name, url=asset.url, size=asset.size, media_type=asset.media_type)
            )
        return tuple(found)

    def _event(
        self, document: Document, entry: Entry, fields: EventFields, position: int
    ) -> Event | None:
        """Return the event with its zone, venue and organiser, or None when it cannot be."""
        key = _event_key(document, fields)
        location = fields.location and self._directory.location(fields.location)
        zone = fields.timezone or (location.timezone if location else "") or self.config.timezone
        try:
            zone_info(zone)
        except (OSError, ValueError, KeyError):
            self.diagnostics.append(
                document.diagnostic("unknown-timezone", f"{key}.timezone", value=zone)
            )
            return None
        start = fields.start.in_zone(zone)
        end = fields.end and fields.end.in_zone(zone)
        if end is not None and not self._is_ordered(document, key, start, end):
            return None
        if fields.repeat and fields.repeat.rrule:
            try:
                check_rule(fields.repeat.rrule, start)
            except RuleError as error:
                self.diagnostics.append(
                    document.diagnostic("bad-rule", f"{key}.repeat", reason=str(error))
                )
                return None
        default_id = document.id.removesuffix(".md") + (f"-{position + 1}" if position else "")
        return Event(
            id=fields.id or default_id,
            name=fields.name or document.title,
            start=start,
            end=end,
            type=fields.type,
            status=fields.status,
            location=location,
            online=fields.online,
            previous_start=fields.previous_start and fields.previous_start.in_zone(zone),
            organizer=self._directory.organisation(fields.organizer) if fields.organizer else None,
            registration=fields.registration,
            repeat=fields.repeat,
            entry_id=document.id,
            url=entry.url,
            summary=entry.summary,
            section=entry.section.id if entry.section else "",
            tags=tuple(tag.slug for tag in entry.tags),
            categories=tuple(dict.fromkeys(filter(None, (fields.type, *document.front.tags)))),
            stamped=entry.modified,
            created=entry.date,
        )

    def _is_ordered(self, document: Document, key: str, start: Moment, end: Moment) -> bool:
        if start.is_date != end.is_date:
            code = "event-mixed"
        elif end.timestamp < start.timestamp:
            code = "event-ends-before"
        else:
            return True
        values = {"start": start.iso(), "end": end.iso()}
        self.diagnostics.append(document.diagnostic(code, f"{key}.end", **values))
        return False

    def _check_events(self, events: list[Event], documents: Mapping[str, Document]) -> None:
        """Note ids that two events share and references to events that nobody announces."""
        announced: dict[str, Event] = {}
        for event in events:
            twin = announced.setdefault(event.id, event)
            if twin is not event:
                document = documents[event.entry_id]
                other = f"content/{twin.entry_id}"
                self.diagnostics.append(
                    document.diagnostic("event-id-twice", "event", id=event.id, other=other)
                )
        known = set(announced) | _all_event_ids(documents)
        for entry in self.entries.values():
            for event_id in entry.about:
                if event_id not in known:
                    self._refuse_event_id(documents[entry.id], event_id, known)

    def _refuse_event_id(self, document: Document, event_id: str, known: set[str]) -> None:
        import difflib

        near = difflib.get_close_matches(event_id, sorted(known), 1, 0.6)
        code = "unknown-event-near" if near else "unknown-event"
        suggestion = near[0] if near else ""
        key = "event" if document.front.event == event_id else "events"
        self.diagnostics.append(document.diagnostic(code, key, id=event_id, suggestion=suggestion))


def _all_event_ids(documents: Mapping[str, Document]) -> set[str]:
    """Return the ids of every event written, public or not: a draft's event is no unknown one."""
    return {
        fields.id or document.id.removesuffix(".md")
        for document in documents.values()
        for fields in document.events
        if isinstance(fields, EventFields)
    }


def _event_key(document: Document, fields: EventFields) -> str:
    if document.front.event is fields:
        return "event"
    return f"events.{document.front.events.index(fields)}"


def _term_names(documents: Iterable[Document]) -> dict[str, str]:
    """Return how each tag is shown: as most authors spell it, the first in order if they differ."""
    spellings: dict[str, Counter[str]] = {}
    for document in documents:
        for tag in document.front.tags:
            if tag:
                spellings.setdefault(slugify(tag), Counter())[tag] += 1
    return {
        slug: min(counts, key=lambda name: (-counts[name], name))
        for slug, counts in spellings.items()
    }


def _join(folder: str, written: str) -> str:
    """Return *written* from *folder*, with its `..` walked; above ``content/`` it finds nothing."""
    steps = folder.split("/") if folder else []
    for step in written.split("/"):
        if step == "..":
            if not steps:
                return ""
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)
