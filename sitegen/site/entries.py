"""Documents become entries: names, files, terms and events resolved."""

from collections.abc import Container, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import NamedTuple

import msgspec
from msgspec.structs import force_setattr

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
    Organisation,
    Section,
    Term,
)
from sitegen.patterns import lazy_pattern
from sitegen.plugins.values import frozen
from sitegen.site.agenda.events import EventMaker, MadeEvent
from sitegen.site.assets import Asset, content_path, missing_file
from sitegen.site.languages.inheritance import inherits_events
from sitegen.site.meant_keys import check_keys, looks_like_key
from sitegen.site.people import Directory
from sitegen.site.urls import encode_url, output_path, with_base
from sitegen.sources.document import Document, decode_document, encode

_ELSEWHERE = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
"""What an address begins with that has a scheme or a host."""

NO_ORIGINS: Mapping[str, str] = {}
_NO_EXTRA = frozen({})

_FOUND = frozenset(
    ("title", "summary", "date", "updated", "authors", "tags", "section", "image", "contact")
) | {"correction", "signatories", "attachments", "lang", "events"}
"""Keys of the front matter that the site makes more of than their words: see `make_entry`."""
AS_WRITTEN = tuple(
    name
    for name in Entry.__struct_fields__
    if name in FrontMatter.__struct_fields__ and name not in _FOUND
)
"""Keys of the front matter that stand in an entry, under the same name, as they are written."""
_as_written = attrgetter(*AS_WRITTEN)


class Surroundings(msgspec.Struct, frozen=True, eq=False):
    """What entries are made of beside their documents: where names and files are looked up."""

    config: SiteConfig
    directory: Directory
    assets: Mapping[str, Asset]
    tags: Mapping[str, Term]
    """The tags that have a page, as authors spell them: see `tag_terms`."""
    events: EventMaker
    dead: Container[tuple[str, str]] = ()
    """Documents and the attachments that they lack, of which nothing is told."""
    origins: Mapping[str, str] = NO_ORIGINS
    """The paths that the ids of documents are made of, where not their own."""
    first_origins: Mapping[str, str] | None = None
    """Those of the documents in the site's first language, for another version of it."""


class MadeEntry(NamedTuple):
    """An entry, and what of its document cannot be found."""

    entry: Entry
    diagnostics: tuple[Diagnostic, ...]


def make_entry(
    document: Document, site_url: str, section: Section | None, around: Surroundings
) -> MadeEntry:
    """Return *document* as it stands on the site at *site_url* (from the site's root)."""
    document = _own_copy(document)
    front, config, directory = document.front, around.config, around.directory
    zone = config.timezone
    as_written = dict(zip(AS_WRITTEN, _as_written(front), strict=True))
    as_written["extra"] = frozen(front.extra) if front.extra else _NO_EXTRA
    image = front.image and _image(front.image, _asset_of(document, front.image, around))
    elsewhere = _elsewhere(document, config)
    entry = Entry(
        id=document.id,
        origin=around.origins.get(document.id, ""),
        url=elsewhere or with_base(config.base_path, site_url),
        path=config.folder + output_path(site_url),
        title=document.title,
        summary_utf8=document.summary_utf8 or document.former_summary.encode(),
        has_own_summary=document.has_own_summary,
        date=document.date and document.date.kept_in(zone),
        updated=_updated(front, zone),
        correction=_corrections(front, zone),
        authors=_authors(front, directory),
        tags=_tags(front.tags, around.tags),
        section=section,
        image=image,
        contact=front.contact and directory.contact(front.contact),
        signatories=tuple(map(directory.signatory, front.signatories)),
        announcers=_announcers(front, directory),
        attachments=_attachments(document, around.assets),
        lang=front.lang if front.lang != config.language else "",
        about=tuple(event for event in document.events if isinstance(event, str)),
        is_elsewhere=bool(elsewhere),
        **as_written,
    )
    told = tuple(_told(document, around))
    made = _events(document, entry, around)
    if not made:
        return MadeEntry(entry, told)
    if not inherits_events(document):  # else it is told of the original
        told += tuple(diagnostic for event in made for diagnostic in event.diagnostics)
    events = tuple(event.event for event in made if event.event is not None)
    return MadeEntry(msgspec.structs.replace(entry, events=events), told)


def _elsewhere(document: Document, config: SiteConfig) -> str:
    """Return where the source of *document* has it, if what comes from there has no page here."""
    source = document.front.source
    if source is None or source.fetched is None or "://" not in source.url:
        return ""
    folder = document.id.rpartition("/")[0]
    is_without = any(
        not each.pages and each.folder(key) == folder for key, each in config.sources.items()
    )
    return encode_url(source.url) if is_without else ""


def _own_copy(document: Document) -> Document:
    """Return a copy that shares nothing with *document* but its id: all of the documents are let go
    of, and entries stay.
    """
    copy = decode_document(encode(document))
    force_setattr(copy, "id", document.id)
    return copy


def _events(document: Document, entry: Entry, around: Surroundings) -> list[MadeEvent]:
    """Return the events that *document* announces."""
    announced = [event for event in document.events if isinstance(event, EventFields)]
    origin = entry.origin
    if around.first_origins is not None:
        named = document.original or document.id
        own = entry.origin if named == document.id else ""
        origin = around.first_origins.get(named, "") or own
    return [
        around.events.make(document, entry, fields, position, origin)
        for position, fields in enumerate(announced)
    ]


def _authors(front: FrontMatter, directory: Directory) -> tuple[Author, ...]:
    names = dict.fromkeys((*front.author, *front.authors))
    return tuple(directory.author(name) for name in names if name)


def _announcers(front: FrontMatter, directory: Directory) -> tuple[Organisation, ...]:
    """Return who announced the text elsewhere, of those that have a page here."""
    is_fetched = front.source is not None and front.source.fetched is not None
    links = (*filter(None, [front.source]), *front.announced_by)
    found = (directory.announcer(link, is_fetched=is_fetched) for link in links)
    return tuple(one for one in found if one is not None)


def _tags(tags: Iterable[str], terms: Mapping[str, Term]) -> tuple[Term, ...]:
    shown = (terms[tag] for tag in tags if tag in terms)
    return tuple({term.slug: term for term in shown}.values())


def _is_elsewhere(src: str) -> bool:
    return _ELSEWHERE.match(src) is not None


def _asset_of(document: Document, image: Image, around: Surroundings) -> Asset | None:
    if _is_elsewhere(image.src):
        return None
    return find_asset(around.assets, document, image.src)


def _image(image: Image, asset: Asset | None) -> Image:
    """Return *image*, a file of the site's or one of another site."""
    alt = image.alt or ""
    if asset is None:
        return msgspec.structs.replace(image, alt=alt)
    return msgspec.structs.replace(
        image, alt=alt, src=asset.url, width=asset.width, height=asset.height
    )


def _attachments(document: Document, assets: Mapping[str, Asset]) -> tuple[Attachment, ...]:
    files = (find_asset(assets, document, written) for written in document.front.attachments)
    return tuple(
        Attachment(
            name=asset.path.rpartition("/")[2],
            url=asset.url,
            size=asset.size,
            media_type=asset.media_type,
        )
        for asset in files
        if asset is not None
    )


def _told(document: Document, around: Surroundings) -> Iterator[Diagnostic]:
    """Yield what of *document* cannot be found."""
    front = document.front
    for kind, key, names in (
        ("author", "author", front.author),
        ("author", "authors", front.authors),
        ("organisation", "signatories", front.signatories),
    ):
        if any(" " not in name for name in names):  # others stand for themselves
            placed = ((f"{key}.{number}", name) for number, name in enumerate(names))
            yield from check_keys(document, around.directory, kind, placed)
    if front.event is not None and front.events and not inherits_events(document):
        yield document.diagnostic("event-beside-events", "events")
    image = front.image
    if image and not _is_elsewhere(image.src) and _asset_of(document, image, around) is None:
        yield _missing(document, "image.src", image.src, around.assets)
    elif image and image.alt is None:
        yield document.diagnostic("image-without-alt", "image.src", file=image.src)
    if front.contact:
        yield from _told_of_contact(document, front.contact, around.directory)
    for position, written in enumerate(front.attachments):
        is_known = (document.id, written) in around.dead
        if not is_known and find_asset(around.assets, document, written) is None:
            yield _missing(document, f"attachments.{position}", written, around.assets)


def _told_of_contact(
    document: Document, contact: Contact, directory: Directory
) -> Iterator[Diagnostic]:
    """Yield whether a contact that is one word was to be a key of the settings."""
    known = directory.known("contact")
    is_word = contact == Contact(name=contact.name) and " " not in contact.name
    if not is_word or contact.name in known:
        return
    near = nearest(contact.name, known)
    if near or looks_like_key(contact.name):
        code = "contact-near" if near else "contact-like-key"
        yield document.diagnostic(code, "contact", value=contact.name, suggestion=near)


def _missing(document: Document, key: str, written: str, assets: Mapping[str, Asset]) -> Diagnostic:
    path = content_path(document.folder, written) if written[:1] != "/" else written[1:]
    code, values = missing_file(written, path, assets)
    return document.diagnostic(code, key, **values)


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
