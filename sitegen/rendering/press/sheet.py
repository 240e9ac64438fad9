"""What a release says in each of its forms, in its own language: a value for their templates."""

from html import escape

import msgspec

from sitegen.model import About, Contact, Entry, Organisation, Page, Release
from sitegen.rendering.feeds.dates import event_html
from sitegen.rendering.view.site import Site
from sitegen.rendering.words.dates import format_day
from sitegen.rendering.words.press import (
    correction_notice,
    embargo_notice,
    is_release,
    press_words,
)
from sitegen.rendering.words.status import words_of
from sitegen.wording.readers import PressWords


class Note(msgspec.Struct, frozen=True):
    """A correction: « Rectificatif du 5 mars 2022 », and what was corrected."""

    heading: str
    text: str
    iso: str


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """All that stands on a release beside its text."""

    language: str
    label: str
    """« Communiqué de presse »."""
    title: str
    summary: str
    """Of its author's own; empty where that would repeat the first paragraph."""
    dateline: str
    """« Nantes, le 5 mars 2022 »."""
    address: str
    """Of its page, with scheme and host."""
    embargo: str
    """The notice; empty for what may be published."""
    embargo_iso: str
    published_iso: str
    modified_iso: str
    corrections: tuple[Note, ...]
    events: tuple[str, ...]
    """When and where, as HTML."""
    signatories: tuple[str, ...]
    issuer: About
    logo: str
    """A file of content/; empty where there is none."""
    contacts: tuple[Contact, ...]
    office: str
    abouts: tuple[About, ...]
    """Without the name, where the text begins with it."""
    files: tuple[tuple[str, str], ...]
    """Names and addresses of what comes with it."""
    keywords: tuple[str, ...]

    @property
    def words(self) -> PressWords:
        """The words that its forms say themselves."""
        return press_words(self.language)


def entry_and_release(site: Site, page: Page) -> tuple[Entry, Release]:
    """Return the release that *page* is a form of. Its page is planned: both are there."""
    entry = site.entry(page.subject)
    assert entry is not None
    release = site.release(entry)
    assert release is not None
    return entry, release


def sheet_of(site: Site, entry: Entry, release: Release) -> Sheet:
    language = entry.lang or site.language
    assert entry.date is not None  # what has no date has no kit
    modified = entry.modified or entry.date
    since = modified.date
    day = format_day(entry.date.date, language)
    dateline = words_of(language).dateline.format(entry.place, day) if entry.place else day
    return Sheet(
        language=language,
        label=_label(entry, language),
        title=entry.title,
        summary=entry.summary if entry.has_own_summary else "",
        dateline=dateline,
        address=site.absolute(entry.url),
        embargo=embargo_notice(release.embargo, language) if release.embargo else "",
        embargo_iso=release.embargo.iso() if release.embargo else "",
        published_iso=entry.date.iso(),
        modified_iso=modified.iso(),
        corrections=tuple(
            Note(
                correction_notice(correction.date.date, language),
                correction.text,
                correction.date.iso(),
            )
            for correction in entry.correction
        ),
        events=tuple(
            event_html(event, is_named=True, language=language, since=since)
            for event in entry.events
        ),
        signatories=tuple(map(_signature, entry.signatories)),
        issuer=release.issuer,
        logo=release.logo,
        contacts=release.contacts,
        office=release.office,
        abouts=tuple(map(_told_once, release.abouts)),
        files=tuple(
            (attachment.name, site.absolute(attachment.url)) for attachment in entry.attachments
        ),
        keywords=tuple(tag.name for tag in entry.tags),
    )


def _label(entry: Entry, language: str) -> str:
    """Return what stands above it: its kind, which « communiqué » alone does not say in full."""
    if is_release(entry.kind):
        return press_words(language).release
    return entry.kind[:1].upper() + entry.kind[1:]


def _signature(organisation: Organisation) -> str:
    name, short = organisation.name, organisation.short
    return f"{name} ({short})" if short and short not in name else name


def _told_once(about: About) -> About:
    is_named = about.text.casefold().startswith(about.name.casefold())
    return msgspec.structs.replace(about, name="") if is_named else about


def sheet_html(sheet: Sheet, body: str) -> str:
    """Return the release as plain HTML, in the order of a printed one: what its text is made of."""
    words = sheet.words
    parts = [f"<p>{_safe(sheet.issuer.name)}<br>{_safe(sheet.label)}</p>"]
    if sheet.embargo:
        parts.append(f"<p>*** {_safe(sheet.embargo)} ***</p>")
    parts += [f"<p>{_safe(sheet.dateline)}</p>", f"<h1>{_safe(sheet.title)}</h1>"]
    for correction in sheet.corrections:
        told = words.labelled.format(correction.heading, correction.text)
        parts.append(f"<p>{_safe(told)}</p>")
    if sheet.summary:
        parts.append(f"<p>{_safe(sheet.summary)}</p>")
    parts.append(body)
    if sheet.events:
        parts.append(f"<h2>{words.events}</h2>")
        parts += sheet.events
    parts += _listed(words.signatories, sheet.signatories)
    if sheet.contacts:
        parts.append(f"<h2>{_safe(contact_heading(sheet))}</h2>")
        parts += map(_contact, sheet.contacts)
    if sheet.abouts:
        parts.append(f"<h2>{words.about}</h2>")
        for about in sheet.abouts:
            told = words.labelled.format(about.name, about.text) if about.name else about.text
            address = f"<br>{_safe(about.url)}" if about.url else ""
            parts.append(f"<p>{_safe(told)}{address}</p>")
    parts += _listed(words.files, [f"{name} ({url})" for name, url in sheet.files])
    parts.append(f"<p>{_safe(words.labelled.format(words.online, sheet.address))}</p>")
    return "\n".join(parts)


def contact_heading(sheet: Sheet) -> str:
    """Return « Contact presse », with the office that answers."""
    words = sheet.words
    heading = words.contact if len(sheet.contacts) == 1 else words.contacts
    return f"{heading} – {sheet.office}" if sheet.office else heading


def _contact(contact: Contact) -> str:
    who = ", ".join(filter(None, (contact.name, contact.role)))
    lines = [line for line in (who, contact.phone, contact.email) if line]
    return f"<p>{'<br>'.join(map(_safe, lines))}</p>"


def _listed(heading: str, lines: tuple[str, ...] | list[str]) -> list[str]:
    items = "".join(f"<li>{_safe(line)}</li>" for line in lines)
    return [f"<h2>{heading}</h2>", f"<ul>{items}</ul>"] if lines else []


def _safe(text: str) -> str:
    return escape(text, quote=False)
