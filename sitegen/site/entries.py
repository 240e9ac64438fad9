"""Documents become entries: names, files, terms and events resolved."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from operator import attrgetter

import msgspec

from sitegen.border.suggestions import nearest
from sitegen.config import SiteConfig
from sitegen.errors import Diagnostic
from sitegen.model import (
    Attachment,
    Author,
    Contact,
    Correction,
    Entry,
    EventFields,
    FrontMatter,
    Image,
    Moment,
    Section,
    Term,
)
from sitegen.model.taxonomies import TAG
from sitegen.plugins.values import frozen
from sitegen.site.assets import Asset, content_path, missing_file
from sitegen.site.events import EventMaker
from sitegen.site.meant_keys import check_keys, looks_like_key
from sitegen.site.people import Directory
from sitegen.site.terms import Terms
from sitegen.site.urls import output_path, slugify, with_base
from sitegen.site.versions import inherits_events
from sitegen.sources.document import Document

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
"""What an address begins with that has a scheme or a host."""

NO_ORIGINS: Mapping[str, str] = {}
_NO_EXTRA = frozen({})

_FOUND = frozenset(
    ("title", "summary", "date", "updated", "authors", "tags", "section", "image", "contact")
) | {"correction", "signatories", "attachments", "lang", "events"}
"""Keys of the front matter that the site makes more of than their words: see `EntryMaker.make`."""
AS_WRITTEN = tuple(
    name
    for name in Entry.__struct_fields__
    if name in FrontMatter.__struct_fields__ and name not in _FOUND
)
"""Keys of the front matter that stand in an entry, under the same name, as they are written."""
_as_written = attrgetter(*AS_WRITTEN)


class EntryMaker:
    """Makes entries, and notes in `diagnostics` what of a document cannot be found."""

    def __init__(
        self,
        config: SiteConfig,
        directory: Directory,
        assets: Mapping[str, Asset],
        tag_names: Mapping[str, str],
        terms: Terms,
        dead: Container[tuple[str, str]] = (),
        origins: Mapping[str, str] = NO_ORIGINS,
        tags: Container[str] | None = None,
        first_origins: Mapping[str, str] | None = None,
    ) -> None:
        """*dead*: documents and the attachments that they lack, of which nothing is noted.

        *origins*: the paths that the ids of documents are made of, where not their own. *tags*:
        those that have a page, by slug (None: all of them). *first_origins*: those of the documents
        in the site's first language, for another version of it.
        """
        self._tags = tags
        self._config = config
        self._directory = directory
        self._assets = assets
        self._names = tag_names
        self._dead = dead
        self._origins = origins
        self._first_origins = first_origins
        self._known_terms: dict[str, Term] = {}
        self.diagnostics: list[Diagnostic] = []
        self._events = EventMaker(directory, config.timezone, terms)

    def make(self, document: Document, site_url: str, section: Section | None) -> Entry:
        """Return *document* as it stands on the site at *site_url* (from the site's root)."""
        front = document.front
        config = self._config
        self._check_names(document)
        url = with_base(config.base_path, site_url)
        zone = config.timezone
        tags = self._terms(front.tags)
        as_written = dict(zip(AS_WRITTEN, _as_written(front), strict=True))
        as_written["extra"] = frozen(front.extra) if front.extra else _NO_EXTRA
        entry = Entry(
            id=document.id,
            origin=self._origins.get(document.id, ""),
            url=url,
            path=config.folder + output_path(site_url),
            title=document.title,
            summary=document.summary,
            has_own_summary=document.has_own_summary,
            date=document.date and document.date.in_zone(zone),
            updated=_updated(front, zone),
            correction=_corrections(front, zone),
            authors=self._authors(front),
            tags=tags,
            section=section,
            image=front.image and self._image(document, front.image),
            contact=self._contact(document),
            signatories=tuple(map(self._directory.signatory, front.signatories)),
            attachments=self._attachments(document),
            lang=front.lang if front.lang != config.language else "",
            about=tuple(event for event in document.events if isinstance(event, str)),
            **as_written,
        )
        announced = [event for event in document.events if isinstance(event, EventFields)]
        if not announced:
            return entry
        origin = entry.origin
        if self._first_origins is not None:
            named = document.original or document.id
            origin = self._first_origins.get(named, "") or (
                entry.origin if named == document.id else ""
            )
        made = [
            self._events.make(document, entry, fields, position, origin)
            for position, fields in enumerate(announced)
        ]
        if not inherits_events(document):  # else it is told of the original
            self.diagnostics += (told for entry_made in made for told in entry_made.diagnostics)
        events = tuple(entry_made.event for entry_made in made if entry_made.event is not None)
        return msgspec.structs.replace(entry, events=events)

    def _check_names(self, document: Document) -> None:
        """Note names that were to be keys of ``_data/``."""
        front = document.front
        for kind, key, names in (
            ("author", "author", front.author),
            ("author", "authors", front.authors),
            ("organisation", "signatories", front.signatories),
        ):
            if any(" " not in name for name in names):  # others stand for themselves
                placed = ((f"{key}.{number}", name) for number, name in enumerate(names))
                self.diagnostics += check_keys(document, self._directory, kind, placed)

    def _authors(self, front: FrontMatter) -> tuple[Author, ...]:
        names = dict.fromkeys((*front.author, *front.authors))
        return tuple(self._directory.author(name) for name in names if name)

    def _terms(self, tags: Iterable[str]) -> tuple[Term, ...]:
        return tuple({term.slug: term for tag in tags if (term := self._term(tag))}.values())

    def _term(self, tag: str) -> Term | None:
        if tag and tag not in self._known_terms:
            slug = slugify(tag)
            if self._tags is not None and slug not in self._tags:
                return None
            url = with_base(self._config.base_path, self._config.urls.of_term(TAG.name, slug))
            self._known_terms[tag] = Term(self._names.get(slug, tag), slug, url)
        return self._known_terms.get(tag)

    def _contact(self, document: Document) -> Contact | None:
        contact = document.front.contact
        if contact is None:
            return None
        known = self._directory.known("contact")
        is_word = contact == Contact(name=contact.name) and " " not in contact.name
        if is_word and contact.name not in known:
            near = nearest(contact.name, known)
            values = {"value": contact.name, "suggestion": near}
            if near or looks_like_key(contact.name):
                code = "contact-near" if near else "contact-like-key"
                self.diagnostics.append(document.diagnostic(code, "contact", **values))
        return self._directory.contact(contact)

    def _image(self, document: Document, image: Image) -> Image:
        is_elsewhere = _ELSEWHERE.match(image.src) is not None
        asset = None if is_elsewhere else find_asset(self._assets, document, image.src)
        if asset is None and not is_elsewhere:
            self._note_missing(document, "image.src", image.src)
        elif image.alt is None:
            code = "image-without-alt"
            self.diagnostics.append(document.diagnostic(code, "image.src", file=image.src))
        image = msgspec.structs.replace(image, alt=image.alt or "")
        if asset is None:
            return image
        return msgspec.structs.replace(image, src=asset.url, width=asset.width, height=asset.height)

    def _attachments(self, document: Document) -> tuple[Attachment, ...]:
        entries = []
        for position, written in enumerate(document.front.attachments):
            asset = find_asset(self._assets, document, written)
            if asset is None:
                if (document.id, written) not in self._dead:
                    self._note_missing(document, f"attachments.{position}", written)
                continue
            name = asset.path.rpartition("/")[2]
            entries.append(
                Attachment(name=name, url=asset.url, size=asset.size, media_type=asset.media_type)
            )
        return tuple(entries)

    def _note_missing(self, document: Document, key: str, written: str) -> None:
        path = content_path(document.folder, written) if written[:1] != "/" else written[1:]
        code, values = missing_file(written, path, self._assets)
        self.diagnostics.append(document.diagnostic(code, key, **values))


def _corrections(front: FrontMatter, zone: str) -> tuple[Correction, ...]:
    """Return what was corrected, the latest first."""
    if not front.correction:
        return ()
    placed = [
        msgspec.structs.replace(correction, date=correction.date.in_zone(zone))
        for correction in front.correction
    ]
    return tuple(sorted(placed, key=lambda correction: -correction.date.timestamp))


def _updated(front: FrontMatter, zone: str) -> Moment | None:
    """Return when a document was last changed for its readers: a correction is a change."""
    if front.updated is None and not front.correction:
        return None
    moments = [front.updated, *(correction.date for correction in front.correction)]
    placed = [moment.in_zone(zone) for moment in moments if moment is not None]
    return max(placed, key=lambda moment: moment.timestamp, default=None)


def find_asset(assets: Mapping[str, Asset], document: Document, written: str) -> Asset | None:
    """Return the file that *written* names, from the document's folder or the site's root."""
    if written.startswith("/"):
        return assets.get(written[1:])
    return assets.get(content_path(document.folder, written)) or assets.get(written)


def tag_names(documents: Iterable[Document]) -> dict[str, str]:
    """Return how each tag is shown: as most authors spell it, the first in order if they differ."""
    counts = Counter(tag for document in documents for tag in document.front.tags if tag)
    spellings: dict[str, list[str]] = {}
    for tag in counts:
        spellings.setdefault(slugify(tag), []).append(tag)
    return {
        slug: min(names, key=lambda name: (-counts[name], name))
        for slug, names in spellings.items()
    }
