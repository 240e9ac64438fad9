"""``_data/press.yaml`` becomes what the press page shows: people, files, sections found. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain
from typing import Any, NamedTuple, TypeVar

import msgspec

from sitegen.config import SiteConfig
from sitegen.errors import Diagnostic, Place
from sitegen.markup import typeset
from sitegen.model import (
    Accreditation,
    Biography,
    Contact,
    Image,
    KeyFigure,
    PressContact,
    PressFile,
    PressPageFields,
    Section,
)
from sitegen.model.press_page import PressAgenda
from sitegen.model.press_room import Format, MediaPicture, Press, Spokesperson
from sitegen.names import PLACE
from sitegen.site.assets import Asset, missing_file
from sitegen.site.people import Directory
from sitegen.site.urls import slugify, with_base, written_url

L = TypeVar("L", KeyFigure, Biography, Accreditation)


class PressData(NamedTuple):
    """What the press page shows, and what of it cannot be found."""

    press: Press | None
    """None without such a file."""
    diagnostics: tuple[Diagnostic, ...] = ()


def press_data(
    written: Any,
    config: SiteConfig,
    directory: Directory,
    assets: Mapping[str, Asset],
    sections: Mapping[str, Section],
    unread: Set[str],
) -> PressData:
    """Return what is made of the file, *written* there or not.

    *unread*: the ids of documents that have mistakes, which are told: their sections are there.
    """
    if not isinstance(written, Mapping):
        return PressData(None)
    fields = msgspec.convert(written, PressPageFields)
    if config.typography_of("") == "fr":
        fields = typeset(fields)
    contacts = list(_contacts(written["contacts"], fields.contacts, directory, config))
    formats = [
        [_format(row, path, assets) for path in file.files]
        for row, file in zip(written["files"], fields.files, strict=True)
    ]
    pictures = [
        _picture(file, [each for each in looked_up if isinstance(each, Format)], config)
        for file, looked_up in zip(fields.files, formats, strict=True)
    ]
    press = Press(
        introduction=fields.introduction,
        sections=tuple(name for name in fields.sections if name in sections),
        releases=fields.releases,
        contacts=tuple(contact for contact in contacts if isinstance(contact, Spokesperson)),
        pictures=tuple(picture for picture in pictures if picture.formats),
        figures=tuple(_leading(figure, config) for figure in fields.figures),
        biographies=tuple(_leading(biography, config) for biography in fields.biographies),
        agenda=fields.agenda or PressAgenda(),
        accreditation=fields.accreditation and _leading(fields.accreditation, config),
    )
    told = (*_unknown_sections(written, fields, sections, unread), *contacts, *chain(*formats))
    return PressData(press, tuple(each for each in told if isinstance(each, Diagnostic)))


def told_at(row: Mapping[str, Any], code: str, /, **values: str) -> Diagnostic:
    """Return what is told of a *row* of a data file, at its line."""
    path, line = row[PLACE]
    return Place(path, line, 1).diagnostic(code, **values)


def _unknown_sections(
    written: Mapping[str, Any],
    fields: PressPageFields,
    sections: Mapping[str, Section],
    unread: Set[str],
) -> Iterator[Diagnostic]:
    for name in fields.sections:
        is_unread = any(document_id.startswith(f"{name}/") for document_id in unread)
        if name not in sections and not is_unread:
            values = {"section": name, "known": ", ".join(sections)}
            yield told_at(written, "press-section-unknown", **values)


def _leading(text: L, config: SiteConfig) -> L:
    """Return *text* with its address as pages link to it: `/x/` is from the site's root."""
    return msgspec.structs.replace(text, url=_address(text.url, config))


def _address(url: str, config: SiteConfig) -> str:
    is_own = url.startswith("/") and not url.startswith("//")
    return written_url(config.written_places, url) if is_own else url


def _contacts(
    written: Iterable[Mapping[str, Any]],
    fields: Iterable[PressContact],
    directory: Directory,
    config: SiteConfig,
) -> Iterator[Spokesperson | Diagnostic]:
    """Yield who speaks for the site, or why one of them cannot."""
    known = directory.known("contact")
    taken: set[str] = set()
    for row, contact in zip(written, fields, strict=True):
        if contact.contact and contact.contact not in known:
            values = {"value": contact.contact, "known": ", ".join(known)}
            yield told_at(row, "press-contact-unknown", **values)
            continue
        person = Contact()
        if contact.contact:
            person = directory.contact(Contact(name=contact.contact))
        name = contact.name or person.name
        if not name:
            yield told_at(row, "press-contact-nameless")
            continue
        slug = _free(slugify(name), taken)
        taken.add(slug)
        url = f"{config.urls.press}contacts/{slug}.vcf"
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
            card=with_base(config.base_path, url),
        )


def _free(slug: str, taken: Set[str]) -> str:
    """Return *slug*, with a number where it is taken."""
    name, number = slug, 2
    while name in taken:
        name, number = f"{slug}-{number}", number + 1
    return name


def _format(
    row: Mapping[str, Any], written: str, assets: Mapping[str, Asset]
) -> Format | Diagnostic:
    """Return the file of that path, or that there is none."""
    asset = assets.get(written.lstrip("/"))
    if asset is None:
        code, values = missing_file(written, written.lstrip("/"), assets)
        return told_at(row, code, **values)
    return Format(
        url=asset.url,
        path=asset.id,
        size=asset.size,
        width=asset.width,
        height=asset.height,
        media_type=asset.media_type,
    )


def _picture(file: PressFile, formats: list[Format], config: SiteConfig) -> MediaPicture:
    pictures = [each for each in formats if each.media_type.startswith("image/")]
    shown = min(pictures, key=lambda each: each.size, default=None)
    return MediaPicture(
        title=file.title,
        kind=file.kind,
        licence=file.licence,
        licence_url=_address(file.licence_url, config),
        alt=file.alt or file.title,
        credit=file.credit,
        formats=tuple(formats),
        image=Image(src=shown.url, width=shown.width, height=shown.height) if shown else None,
    )
