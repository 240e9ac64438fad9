"""A site of WordPress, from its export (WXR) and the folder of uploads beside it. Reads files."""

import os
import re
from collections.abc import Iterator

import msgspec

from sitegen.importing.former import (
    FormerPerson,
    FormerPicture,
    FormerSection,
    FormerSite,
    FormerText,
    ImportNote,
)
from sitegen.importing.kinds import wordpress_agenda as agenda
from sitegen.importing.kinds.wordpress_calendars import read_items
from sitegen.importing.kinds.wordpress_export import (
    ExportedItem,
    export_files,
    is_export,
)
from sitegen.importing.kinds.wordpress_markup import marked_up, with_notes
from sitegen.importing.kinds.wordpress_media import Uploads
from sitegen.importing.kinds.wordpress_survey import Survey, survey
from sitegen.importing.material import Material
from sitegen.importing.source import FormerSource
from sitegen.importing.values import day_of, plain, read_day
from sitegen.site.urls import slugify

_SUMMARIES = ("_yoast_wpseo_metadesc", "rank_math_description", "_seopress_titles_desc")
_SERIALIZED = re.compile(r"\A(?:[aOsibd]:\d|[\[{])")
_EXTRA = 500
"""Letters of a field of its own that `extra:` keeps."""


class WordPress(FormerSource):
    needs = (("defusedxml", "import"), ("turbohtml", "import"))

    def __init__(self, material: Material) -> None:
        super().__init__(material)
        self._names = export_files(material)
        self._uploads = _uploads(material)
        self._known: Survey | None = None

    @classmethod
    def recognises(cls, material: Material) -> bool:
        return any(is_export(material, path) for path in material.under("", ".xml"))

    @property
    def _survey(self) -> Survey:
        """What has to be known of all posts before one can be read."""
        if self._known is None:
            self._known = survey(self.material, self._names, self._uploads, self.timezone)
        return self._known

    def site(self) -> FormerSite:
        known = self._survey
        channel = known.channel
        return FormerSite(
            title=channel.title,
            url=channel.url,
            language=channel.language.split("-")[0].lower(),
            timezone=known.timezone,
            description=channel.description,
            sections={name: FormerSection(title=title) for name, title in known.sections.items()},
            redirects=known.lists,
            menu=known.menu,
            venues=known.venues,
            people={
                slugify(login): FormerPerson(name=channel.authors.get(login) or login)
                for login in known.signing
            },
            files=tuple(known.library.files()),
            notes=known.notes,
        )

    def texts(self) -> Iterator[FormerText]:
        known = self._survey
        told: set[str] = set()
        for name in self._names:
            for item in read_items(self.material, name, msgspec.structs.replace(known.channel)):
                if item.id in known.posts and item.id not in told:
                    told.add(item.id)
                    yield self._text(item)

    def complete(self, text: FormerText) -> FormerText:
        known = self._survey
        marked = marked_up(text.body, text.id, known.library, known.reusable)
        return msgspec.structs.replace(text, body=marked.html, notes=(*text.notes, *marked.notes))

    def read_file(self, path: str) -> bytes:
        return self._uploads.read(path)

    def _text(self, item: ExportedItem) -> FormerText:
        known = self._survey
        post = known.posts[item.id]
        is_page = item.type == "page"
        date = read_day(item.date, known.timezone) if item.date and not is_page else None
        modified = read_day(item.modified, known.timezone) if date else None
        is_later = bool(modified and date and day_of(modified) > day_of(date))
        event = None
        notes = [ImportNote("comment", "comments")] * item.comments
        body = with_notes(item.content, item.meta.get("footnotes", ""))
        if item.type == agenda.EVENT:
            event = agenda.event(item, known.places, known.organizers, known.timezone)
            body += _event_lines(item)
            if item.meta.get("_EventRecurrence", "").startswith("a:"):
                notes.append(ImportNote("key", "_EventRecurrence", plain(item.title)))
        extra = _extra(item)
        notes += [ImportNote("key", key, value) for key, value in extra.items()]
        folder = known.introduced(post)
        return FormerText(
            id=item.id,
            origin=item.origin,
            title=item.title,
            body=body,
            markup="html",
            address=post.address,
            former_addresses=post.others,
            date=None if folder is not None else date,
            updated=modified if is_later else None,
            section=post.section if folder is None else folder,
            is_section=folder is not None,
            name=item.slug or plain(item.title),
            authors=() if is_page or not item.creator else (slugify(item.creator),),
            tags=known.tags(item, post),
            summary=item.excerpt
            or next((item.meta[key] for key in _SUMMARIES if key in item.meta), ""),
            picture=self._picture(item),
            events=(event,) if event else (),
            is_pinned=item.is_sticky and not is_page,
            standing=item.standing,
            extra=extra,
            notes=tuple(notes),
        )

    def _picture(self, item: ExportedItem) -> FormerPicture | None:
        attachment = self._survey.library.by_id.get(item.meta.get("_thumbnail_id", ""))
        return FormerPicture(src=attachment.address) if attachment else None


def _uploads(material: Material) -> Uploads:
    """Return the folder that was named, else the one that lies beside the export."""
    if material.uploads:
        return Uploads(Material(material.uploads), "")
    if not material.is_file:
        return Uploads(material, "")
    beside = os.path.dirname(os.path.abspath(material.path))
    for name in ("wp-content/uploads", "uploads"):
        if os.path.isdir(os.path.join(beside, name)):
            return Uploads(Material(os.path.join(beside, name)), "")
    return Uploads(None, "")


def _event_lines(item: ExportedItem) -> str:
    """Return what an event says beside its text: its own page, its price."""
    lines = []
    if item.meta.get("_EventURL", "").startswith(("http://", "https://")):
        lines.append(item.meta["_EventURL"].strip())
    if cost := plain(item.meta.get("_EventCost")):
        lines.append(f"{cost} {plain(item.meta.get('_EventCurrencySymbol'))}".strip())
    return "".join(f"\n\n{line}" for line in lines)


def _extra(item: ExportedItem) -> dict[str, str]:
    """Return fields of the site's own that a person can read."""
    return {
        key: value.strip()
        for key, value in item.meta.items()
        if key and not key.startswith("_") and value.strip() and len(value) <= _EXTRA
        and not _SERIALIZED.match(value)
    }  # fmt: skip
