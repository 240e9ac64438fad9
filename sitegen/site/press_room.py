"""The press page's data, and the press review: names, files and releases found, by the index."""

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any, TypeVar

import msgspec

from sitegen.config import SiteConfig
from sitegen.errors import Diagnostic, Place
from sitegen.markup import typeset
from sitegen.model import (
    Accreditation,
    Biography,
    Contact,
    Entry,
    Image,
    KeyFigure,
    Mention,
    PressContact,
    PressFile,
    PressPageFields,
    ReviewedMention,
    Section,
)
from sitegen.model.press_page import PressAgenda
from sitegen.model.press_room import Coverage, Format, MediaPicture, Press, Spokesperson
from sitegen.names import CONTENT, PLACE
from sitegen.site.assets import Asset, missing_file
from sitegen.site.people import Directory
from sitegen.site.urls import slugify, with_base, written_url
from sitegen.sources.document import Document

L = TypeVar("L", KeyFigure, Biography, Accreditation)
_REVIEW = tuple[ReviewedMention, ...]


class PressRoom:
    """What is said to the press and of it, and in `diagnostics` what of it cannot be found."""

    def __init__(
        self,
        data: Mapping[str, Any],
        config: SiteConfig,
        directory: Directory,
        entries: Mapping[str, Entry],
        documents: Mapping[str, Document],
        assets: Mapping[str, Asset],
        sections: Mapping[str, Section],
        unread: Set[str] = frozenset(),
    ) -> None:
        """*unread*: the ids of documents that have mistakes, which are told: they are there."""
        self.diagnostics: list[Diagnostic] = []
        self._config = config
        self._is_french = config.typography_of("") == "fr"
        self.press = self._press(data.get("press"), directory, assets, sections, unread)
        """What the press page shows; None without it."""
        self.coverage = self._review(data.get("coverage"), entries, documents, unread)
        """All mentions, the latest first."""
        self._of_entry: dict[str, list[Coverage]] = {}
        for coverage in self.coverage:
            self._of_entry.setdefault(coverage.entry_id, []).append(coverage)

    def of_entry(self, entry_id: str) -> tuple[Coverage, ...]:
        """Return the mentions of an article, the latest first."""
        return tuple(self._of_entry.get(entry_id, ()))

    def years(self) -> dict[str, int]:
        """Return how many mentions each year has, the latest first."""
        numbers: dict[str, int] = {}
        for coverage in self.coverage:
            numbers[coverage.year] = numbers.get(coverage.year, 0) + 1
        return numbers

    def _press(
        self,
        written: Any,
        directory: Directory,
        assets: Mapping[str, Asset],
        sections: Mapping[str, Section],
        unread: Set[str],
    ) -> Press | None:
        if not isinstance(written, Mapping):
            return None
        fields = msgspec.convert(written, PressPageFields)
        if self._is_french:
            fields = typeset(fields)
        known = [name for name in fields.sections if name in sections]
        for name in fields.sections:
            is_unread = any(document_id.startswith(f"{name}/") for document_id in unread)
            if name not in sections and not is_unread:
                self._tell(
                    written, "press-section-unknown", section=name, known=", ".join(sections)
                )
        contacts = self._contacts(written["contacts"], fields.contacts, directory)
        pictures = [
            self._picture(row, file, assets)
            for row, file in zip(written["files"], fields.files, strict=True)
        ]
        return Press(
            introduction=fields.introduction,
            sections=tuple(known),
            releases=fields.releases,
            contacts=tuple(contacts),
            pictures=tuple(picture for picture in pictures if picture.formats),
            figures=tuple(map(self._leading, fields.figures)),
            biographies=tuple(map(self._leading, fields.biographies)),
            agenda=fields.agenda or PressAgenda(),
            accreditation=fields.accreditation and self._leading(fields.accreditation),
        )

    def _leading(self, text: L) -> L:
        """Return *text* with its address as pages link to it: `/x/` is from the site's root."""
        return msgspec.structs.replace(text, url=self._address(text.url))

    def _address(self, url: str) -> str:
        is_own = url.startswith("/") and not url.startswith("//")
        return written_url(self._config.written_places, url) if is_own else url

    def _contacts(
        self, written: Iterable[Mapping[str, Any]], fields: Iterable[PressContact], names: Directory
    ) -> Iterator[Spokesperson]:
        taken: set[str] = set()
        for row, contact in zip(written, fields, strict=True):
            known = names.known("contact")
            if contact.contact and contact.contact not in known:
                self._tell(
                    row, "press-contact-unknown", value=contact.contact, known=", ".join(known)
                )
                continue
            person = names.contact(Contact(name=contact.contact)) if contact.contact else Contact()
            name = contact.name or person.name
            if not name:
                self._tell(row, "press-contact-nameless")
                continue
            slug = _free(slugify(name), taken)
            url = f"{self._config.urls.press}contacts/{slug}.vcf"
            yield Spokesperson(
                name=name,
                role=contact.role or person.role,
                phone=contact.phone or person.phone,
                email=contact.email or person.email,
                subjects=contact.subjects,
                region=contact.region,
                hours=contact.hours,
                languages=contact.languages,
                slug=slug,
                card=with_base(self._config.base_path, url),
            )

    def _picture(
        self, row: Mapping[str, Any], file: PressFile, assets: Mapping[str, Asset]
    ) -> MediaPicture:
        formats = []
        for written in file.files:
            asset = assets.get(written.lstrip("/"))
            if asset is None:
                code, values = missing_file(written, written.lstrip("/"), assets)
                self._tell(row, code, **values)
                continue
            formats.append(
                Format(
                    url=asset.url,
                    path=asset.id,
                    size=asset.size,
                    width=asset.width,
                    height=asset.height,
                    media_type=asset.media_type,
                )
            )
        pictures = [each for each in formats if each.media_type.startswith("image/")]
        shown = min(pictures, key=lambda each: each.size, default=None)
        return MediaPicture(
            title=file.title,
            kind=file.kind,
            licence=file.licence,
            licence_url=self._address(file.licence_url),
            alt=file.alt or file.title,
            credit=file.credit,
            formats=tuple(formats),
            image=Image(src=shown.url, width=shown.width, height=shown.height) if shown else None,
        )

    def _review(
        self,
        written: Any,
        entries: Mapping[str, Entry],
        documents: Mapping[str, Document],
        unread: Set[str],
    ) -> tuple[Coverage, ...]:
        coverages = [
            self._coverage(mention, entry_id)
            for entry_id in entries
            for mention in documents[entry_id].front.coverage
        ]
        rows = written if isinstance(written, list) else []
        mentions = msgspec.convert(rows, _REVIEW)
        for row, mention in zip(rows, mentions, strict=True):
            release = mention.release.removeprefix(f"{CONTENT}/").lstrip("/")
            if release and release not in documents and release not in unread:
                self._tell(row, "coverage-release-missing", release=mention.release)
            if not release or release in entries:  # of what is not public nothing is said
                coverages.append(self._coverage(mention, release))
        unlike = {_identity(coverage): coverage for coverage in coverages}
        return tuple(
            sorted(
                unlike.values(), key=lambda coverage: (-coverage.date.timestamp, coverage.medium)
            )
        )

    def _coverage(self, mention: Mention, entry_id: str) -> Coverage:
        values = {name: getattr(mention, name) for name in Mention.__struct_fields__}
        values["date"] = mention.date.in_zone(self._config.timezone)
        if mention.lang == self._config.language:
            values["lang"] = ""
        made = Coverage(entry_id=entry_id, **values)
        return typeset(made) if self._is_french and not made.lang else made

    def _tell(self, row: Mapping[str, Any], code: str, /, **values: str) -> None:
        path, line = row[PLACE]
        self.diagnostics.append(Place(path, line, 1).diagnostic(code, **values))


def _identity(coverage: Coverage) -> tuple[str, ...]:
    """What is written both with a release and in the table is one."""
    return (coverage.entry_id, coverage.medium, coverage.title, coverage.date.iso(), coverage.url)


def _free(slug: str, taken: set[str]) -> str:
    """Return *slug*, with a number where it is taken; it is taken then."""
    name, number = slug, 2
    while name in taken:
        name, number = f"{slug}-{number}", number + 1
    taken.add(name)
    return name
