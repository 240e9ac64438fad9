"""The press page's data, and the press review: names, files and releases found, by the index."""

from collections.abc import Iterable, Iterator, Mapping
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
from sitegen.model.press_room import Coverage, Format, Press, PressPicture, Spokesperson
from sitegen.names import CONTENT, PLACE
from sitegen.site.assets import Asset, missing_file
from sitegen.site.people import Directory
from sitegen.site.urls import slugify, with_base
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
    ) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._config = config
        self._is_french = config.typography_of("") == "fr"
        self.press = self._press(data.get("press"), directory, assets, sections)
        """What the press page shows; None without it."""
        self.coverage = self._review(data.get("coverage"), entries, documents)
        """All mentions, the latest first."""
        self._of_entry: dict[str, list[Coverage]] = {}
        for one in self.coverage:
            self._of_entry.setdefault(one.entry_id, []).append(one)

    def of_entry(self, entry_id: str) -> tuple[Coverage, ...]:
        """Return the mentions of an article, the latest first."""
        return tuple(self._of_entry.get(entry_id, ()))

    def years(self) -> dict[str, int]:
        """Return how many mentions each year has, the latest first."""
        found: dict[str, int] = {}
        for one in self.coverage:
            found[one.year] = found.get(one.year, 0) + 1
        return found

    def _press(
        self,
        written: Any,
        directory: Directory,
        assets: Mapping[str, Asset],
        sections: Mapping[str, Section],
    ) -> Press | None:
        if not isinstance(written, Mapping):
            return None
        fields = msgspec.convert(written, PressPageFields)
        if self._is_french:
            fields = typeset(fields)
        known = [name for name in fields.sections if name in sections]
        for name in fields.sections:
            if name not in sections:
                self._tell(
                    written, "press-section-unknown", section=name, known=", ".join(sections)
                )
        contacts = self._contacts(written["contacts"], fields.contacts, directory)
        pictures = [
            self._picture(row, one, assets)
            for row, one in zip(written["files"], fields.files, strict=True)
        ]
        return Press(
            introduction=fields.introduction,
            sections=tuple(known),
            releases=fields.releases,
            contacts=tuple(contacts),
            pictures=tuple(one for one in pictures if one.formats),
            figures=tuple(map(self._leading, fields.figures)),
            biographies=tuple(map(self._leading, fields.biographies)),
            agenda=fields.agenda or PressAgenda(),
            accreditation=fields.accreditation and self._leading(fields.accreditation),
        )

    def _leading(self, one: L) -> L:
        """Return *one* with its address as pages link to it: `/x/` is from the site's root."""
        return msgspec.structs.replace(one, url=self._address(one.url))

    def _address(self, url: str) -> str:
        is_own = url.startswith("/") and not url.startswith("//")
        return with_base(self._config.base_path, url) if is_own else url

    def _contacts(
        self, written: Iterable[Mapping[str, Any]], fields: Iterable[PressContact], names: Directory
    ) -> Iterator[Spokesperson]:
        taken: set[str] = set()
        for row, one in zip(written, fields, strict=True):
            known = names.known("contact")
            if one.contact and one.contact not in known:
                self._tell(row, "press-contact-unknown", value=one.contact, known=", ".join(known))
                continue
            person = names.contact(Contact(name=one.contact)) if one.contact else Contact()
            name = one.name or person.name
            if not name:
                self._tell(row, "press-contact-nameless")
                continue
            slug = _free(slugify(name), taken)
            url = f"{self._config.urls.press}contacts/{slug}.vcf"
            yield Spokesperson(
                name=name,
                role=one.role or person.role,
                phone=one.phone or person.phone,
                email=one.email or person.email,
                subjects=one.subjects,
                region=one.region,
                hours=one.hours,
                languages=one.languages,
                slug=slug,
                card=with_base(self._config.base_path, url),
            )

    def _picture(
        self, row: Mapping[str, Any], one: PressFile, assets: Mapping[str, Asset]
    ) -> PressPicture:
        formats = []
        for written in one.files:
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
        return PressPicture(
            title=one.title,
            kind=one.kind,
            licence=one.licence,
            licence_url=self._address(one.licence_url),
            alt=one.alt or one.title,
            credit=one.credit,
            formats=tuple(formats),
            image=Image(src=shown.url, width=shown.width, height=shown.height) if shown else None,
        )

    def _review(
        self, written: Any, entries: Mapping[str, Entry], documents: Mapping[str, Document]
    ) -> tuple[Coverage, ...]:
        found = [
            self._coverage(one, entry_id)
            for entry_id in entries
            for one in documents[entry_id].front.coverage
        ]
        rows = written if isinstance(written, list) else []
        mentions = msgspec.convert(rows, _REVIEW)
        for row, one in zip(rows, mentions, strict=True):
            release = one.release.removeprefix(f"{CONTENT}/").lstrip("/")
            if release and release not in documents:
                self._tell(row, "coverage-release-missing", release=one.release)
            if not release or release in entries:  # of what is not public nothing is said
                found.append(self._coverage(one, release))
        unlike = {_identity(one): one for one in found}
        return tuple(sorted(unlike.values(), key=lambda one: (-one.date.timestamp, one.medium)))

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


def _identity(one: Coverage) -> tuple[str, ...]:
    """What is written both with a release and in the table is one."""
    return (one.entry_id, one.medium, one.title, one.date.iso(), one.url)


def _free(slug: str, taken: set[str]) -> str:
    """Return *slug*, with a number where it is taken; it is taken then."""
    name, number = slug, 2
    while name in taken:
        name, number = f"{slug}-{number}", number + 1
    taken.add(name)
    return name
