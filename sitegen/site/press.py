"""Which releases have a kit for the press, and what goes into it. Pure."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from sitegen.border.suggestions import nearest
from sitegen.errors import Diagnostic
from sitegen.imaging.kinds import RASTERS
from sitegen.model import About, Contact, Entry, Organisation, PressPicture, Release, ReleaseFields
from sitegen.site.assets import Asset
from sitegen.site.index import Index
from sitegen.site.urls import slugify
from sitegen.sources.document import Document

PRINTED = (*RASTERS, "svg")
"""The kinds of pictures that go to the press."""


def has_kit(index: Index, entry: Entry) -> bool:
    """Whether an article has a kit: it says so, else its section does, else the settings. One that
    has no page here has none.
    """
    if not entry.is_article or entry.is_elsewhere:
        return False
    own = index.documents[entry.id].front.press.kit
    if own is not None:
        return own
    section = entry.section.id if entry.section else ""
    known: dict[str, bool | None] = index.kept.setdefault("kits of sections", {})
    if section not in known:
        said = (config.kit for config in _said_of_section(index, section))
        known[section] = next((kit for kit in said if kit is not None), None)
    of_section = known[section]
    if of_section is not None:
        return of_section
    kind = entry.kind.casefold()
    return any(kind == release_kind.casefold() for release_kind in index.config.press.kinds)


def release_of(index: Index, entry: Entry) -> Release:
    """Return what the kit of *entry* holds beside its own title, dates and text."""
    document = index.documents[entry.id]
    language = entry.lang or index.config.language
    organisation = index.config.organisation
    issuer = _issuer(index, entry)
    contacts = tuple(_contacts(index, entry))
    own = organisation.email if organisation else ""
    is_own = organisation is not None and issuer.name == organisation.name
    signed = [issuer, *(_about(index, signatory, language) for signatory in entry.signatories)]
    embargo = document.front.embargo and document.front.embargo.in_zone(index.config.timezone)
    is_waiting = embargo is not None and embargo.timestamp > index.clock.now.timestamp()
    return Release(
        name=kit_name(entry),
        issuer=issuer,
        email=next((contact.email for contact in contacts if contact.email), own),
        logo=organisation.logo if organisation and is_own else "",
        abouts=tuple({about.name: about for about in signed if about.text}.values()),
        contacts=contacts,
        office=_office_name(index, entry),
        embargo=embargo if is_waiting else None,
        pictures=tuple(_pictures(index, entry, document)),
        files=tuple(
            (asset.id, attachment.name)
            for attachment in entry.attachments
            if (asset := index.asset_at(attachment.url)) is not None
        ),
    )


def kit_name(entry: Entry) -> str:
    """Return what the files of a kit are called, without their endings: as the page's address."""
    path = entry.path.removesuffix("/index.html").removesuffix(".html")
    return path.rpartition("/")[2]


def check_press(index: Index) -> Iterator[Diagnostic]:
    """Yield what kits lack, or name and is not there."""
    config = index.config
    offices = [office.name for office in config.organisation.offices] if config.organisation else []
    shown = (*map(index.documents.__getitem__, index.entries), *index.section_documents.values())
    for document in shown:
        said = _own(document)
        if said.office and said.office not in offices:
            values = {"value": said.office, "suggestion": nearest(said.office, offices)}
            code = "unknown-office-near" if values["suggestion"] else "unknown-office"
            yield document.diagnostic(code, "press.office", **values)
        if said.issuer and not index.directory.knows_organisation(said.issuer):
            values = {"value": said.issuer}
            yield document.diagnostic("unknown-issuer", "press.issuer", **values)
    for entry in index.entries.values():
        document = index.documents[entry.id]
        if document.front.press.kit and not entry.is_article:
            yield document.diagnostic("kit-of-page", "press.kit")
        yield from _check_corrections(document, entry)
        if has_kit(index, entry):
            yield from _check_kit(index, entry, document)


def _check_corrections(document: Document, entry: Entry) -> Iterator[Diagnostic]:
    for position, correction in enumerate(document.front.correction):
        if entry.date is not None and correction.date.date < entry.date.date:
            yield document.diagnostic("correction-too-early", f"correction.{position}")


def _check_kit(index: Index, entry: Entry, document: Document) -> Iterator[Diagnostic]:
    release = release_of(index, entry)
    if not release.issuer.text:
        yield document.diagnostic("kit-without-boilerplate", "title", name=release.issuer.name)
    elif entry.lang and release.issuer.text == _issuer(index, replace(entry, lang="")).text:
        values = {"name": release.issuer.name, "language": entry.lang}
        yield document.diagnostic("kit-boilerplate-language", "lang", **values)
    if not release.contacts:
        yield document.diagnostic("kit-without-contact", "title")
    lacking = {picture.asset_id for picture in release.pictures if not picture.licence}
    if lacking:
        image = entry.image
        for asset_id in sorted(lacking):
            if image is not None and (asset := index.assets[asset_id]).url == image.src:
                yield document.diagnostic("kit-picture-without-licence", "image", file=asset.id)
        for reference in document.references:
            if reference.is_image and reference.target in lacking:
                yield Diagnostic(
                    "kit-picture-without-licence",
                    f"content/{document.id}",
                    reference.line,
                    reference.column,
                    {"file": reference.target},
                )


def _said_of(index: Index, entry: Entry) -> Iterator[ReleaseFields]:
    """Yield what is said of a release's way to the press, the nearest first."""
    yield index.documents[entry.id].front.press
    yield from _said_of_section(index, entry.section.id if entry.section else "")


def _said_of_section(index: Index, section: str) -> Iterator[ReleaseFields]:
    """Yield what is said of the releases of a section (its id), the nearest first."""
    while section:
        text = index.section_documents.get(section)
        if text is not None and text.section_front is not None:
            yield text.section_front.press
        if section in index.config.sections:
            yield index.config.sections[section].press
        section = section.rpartition("/")[0]


def _own(document: Document) -> ReleaseFields:
    return document.section_front.press if document.section_front else document.front.press


def _issuer(index: Index, entry: Entry) -> About:
    """Return who issues a release: the site's organisation, unless somebody else is named."""
    language = entry.lang or index.config.language
    name = next(
        (
            release_fields.issuer
            for release_fields in _said_of(index, entry)
            if release_fields.issuer
        ),
        "",
    )
    if name:
        return _about(index, index.directory.organisation(name), language)
    organisation = index.config.organisation
    if organisation is None:
        return About(index.config.title, "", index.config.url)
    own = organisation.boilerplate
    if language != index.config.language:
        own = organisation.boilerplate_in.get(language, "") or own
    return About(organisation.name, own, index.config.url)


def _about(index: Index, organisation: Organisation, language: str) -> About:
    is_foreign = language != index.config.language
    text = index.directory.boilerplate(organisation.name, language if is_foreign else "")
    return About(organisation.name, text, organisation.url)


def _contacts(index: Index, entry: Entry) -> Iterable[Contact]:
    """Return whom to ask: those of the release, its office's, or else the one of all releases."""
    contacts: list[Contact] = [entry.contact] if entry.contact else []
    organisation = index.config.organisation
    if organisation is not None:
        name = _office_name(index, entry)
        contacts += (
            person
            for office in organisation.offices
            if office.name == name
            for person in office.people
        )
        default = organisation.contacts.get(index.config.press.contact)
        if not contacts and default is not None:
            contacts.append(default)
    return dict.fromkeys(contacts)


def _office_name(index: Index, entry: Entry) -> str:
    return next((fields.office for fields in _said_of(index, entry) if fields.office), "")


def _pictures(index: Index, entry: Entry, document: Document) -> Iterator[PressPicture]:
    """Yield the pictures of a release that are files of the site, each once, as they stand."""
    targets = [reference.target for reference in document.references if reference.is_image]
    own = index.asset_at(entry.image.src) if entry.image else None
    assets: list[Asset | None] = [own, *(index.assets.get(target) for target in targets)]
    taken: set[str] = set()
    for asset in dict.fromkeys(assets):
        if asset is None or asset.format not in PRINTED:
            continue
        image = entry.image if asset is own else None
        yield PressPicture(
            asset_id=asset.id,
            name=_free_name(asset, taken),
            url=asset.url,
            media_type=asset.media_type,
            size=asset.size,
            width=asset.width,
            height=asset.height,
            alt=(image.alt or "") if image else "",
            caption=image.caption if image else "",
            credit=image.credit if image else "",
            licence=(image.licence if image else "") or index.config.press.licence,
        )


def _free_name(asset: Asset, taken: set[str]) -> str:
    """Return a name for a file of the kit that none of those *taken* has, and take it.

    Letters of ASCII alone: archives are unpacked on machines of all kinds.
    """
    stem, _, ending = asset.path.rpartition("/")[2].rpartition(".")
    name = number = slugify(stem) or "photo"
    count = 1
    while f"{number}.{ending.lower()}" in taken:
        count += 1
        number = f"{name}-{count}"
    taken.add(f"{number}.{ending.lower()}")
    return f"{number}.{ending.lower()}"
