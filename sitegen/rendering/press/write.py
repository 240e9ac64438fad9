"""The files of a release's kit. What several of them hold is made once, while they are made."""

from collections.abc import Callable

from markupsafe import Markup

from sitegen.errors import Diagnostic, RenderingError
from sitegen.model import Entry, Page
from sitegen.model.kinds import PRESS_MAIL, PRESS_PDF
from sitegen.rendering.feeds.content import feed_html
from sitegen.rendering.feeds.items import tag_uri
from sitegen.rendering.mail.inlining import inline_styles
from sitegen.rendering.mail.message import MailPart, make_message
from sitegen.rendering.mail.plain import plain_text
from sitegen.rendering.press.archive import make_archive
from sitegen.rendering.press.keeping import made_or_kept
from sitegen.rendering.press.letters import HYPHENS
from sitegen.rendering.press.notes import without_links
from sitegen.rendering.press.pdf import UnsettableError, make_pdf
from sitegen.rendering.press.pictures import pictures_html
from sitegen.rendering.press.sheet import Sheet, entry_and_release, sheet_html, sheet_of
from sitegen.rendering.view.site import Site
from sitegen.rendering.words.clean import clean, instant
from sitegen.site.media_types import media_type

MOST_ATTACHED = 10_000_000
"""Bytes of a mail's files: many servers take no more. What is beyond is named with its address."""
PICTURES = "photos"
"""The folder of the pictures in an archive."""


def write_press_text(site: Site, page: Page) -> bytes:
    return _made(site, page, "text", _text)


def write_press_mail(site: Site, page: Page) -> bytes:
    return _made(site, page, "mail", _mail)


def write_press_pdf(site: Site, page: Page) -> bytes:
    return _made(site, page, "pdf", _pdf)


def write_press_message(site: Site, page: Page) -> bytes:
    return _made(site, page, "message", _message)


def write_press_pictures(site: Site, page: Page) -> bytes:
    return _made(site, page, "pictures", _pictures)


def write_press_kit(site: Site, page: Page) -> bytes:
    entry, release = entry_and_release(site, page)
    name = release.name
    files = [
        (f"{name}.pdf", write_press_pdf(site, page)),
        (f"{name}.txt", write_press_text(site, page)),
        (f"{name}-mail.html", write_press_mail(site, page)),
        (f"{name}.eml", write_press_message(site, page)),
    ]
    if release.pictures:
        files.append((f"{PICTURES}/{name}-photos.txt", write_press_pictures(site, page)))
        files += (
            (f"{PICTURES}/{picture.name}", site.file_content(picture.asset_id))
            for picture in release.pictures
        )
    files += ((f"documents/{name}", site.file_content(file)) for file, name in release.files)
    sheet = sheet_of(site, entry, release)
    assert entry.date is not None
    date = (entry.modified or entry.date).local
    folder = [(f"{name}/{path}", content) for path, content in files]
    return make_archive(folder, date=date, comment=sheet.embargo)


def _made(site: Site, page: Page, form: str, make: Callable[[Site, Page], bytes]) -> bytes:
    made: bytes = site.of_document(page.subject, form, lambda own: make(own, page))
    return made


def _text(site: Site, page: Page) -> bytes:
    entry, release = entry_and_release(site, page)
    sheet = sheet_of(site, entry, release)
    body = _body(site, entry, sheet, "\u00a0(note\u00a0{})")
    return _encoded(plain_text(sheet_html(sheet, body)))


def _pictures(site: Site, page: Page) -> bytes:
    entry, release = entry_and_release(site, page)
    sheet = sheet_of(site, entry, release)
    pictures = site.kit_pictures(entry)
    return _encoded(plain_text(pictures_html(sheet, pictures)))


def _mail(site: Site, page: Page) -> bytes:
    entry, release = entry_and_release(site, page)
    sheet = sheet_of(site, entry, release)
    body = Markup(_body(site, entry, sheet, "<sup>{}</sup>"))
    html = site.part(PRESS_MAIL.template, entry=entry, sheet=sheet, body=body)
    return clean(inline_styles(str(html))).encode()


def _pdf(site: Site, page: Page) -> bytes:
    entry, release = entry_and_release(site, page)
    sheet = sheet_of(site, entry, release)
    html = site.part(PRESS_PDF.template, entry=entry, sheet=sheet, body=site.body(entry.id))
    try:
        settable = clean(str(html)).translate(HYPHENS)
        return made_or_kept(site, entry.id, settable, sheet.address, make_pdf)
    except UnsettableError as error:
        values = {"reason": str(error)}
        raise RenderingError(
            Diagnostic("pdf-failed", f"content/{entry.id}", 1, 1, values)
        ) from error


def _message(site: Site, page: Page) -> bytes:
    entry, release = entry_and_release(site, page)
    sheet = sheet_of(site, entry, release)
    text = write_press_text(site, page).decode("utf-8-sig")
    html = write_press_mail(site, page).decode()
    files = [MailPart(f"{release.name}.pdf", "application/pdf", write_press_pdf(site, page))]
    size = len(files[0].content)
    for asset_id, name in release.files:
        content = site.file_content(asset_id)
        size += len(content)
        if size <= MOST_ATTACHED:
            files.append(MailPart(name, media_type(name), content))
    assert entry.date is not None
    return make_message(
        _subject(sheet),
        text,
        html,
        sender=(release.issuer.name, release.email),
        date=instant(entry.modified or entry.date),
        message_id=_message_id(site, entry),
        files=files,
        headers={"X-Embargo": sheet.embargo_iso} if sheet.embargo_iso else None,
    )


def _subject(sheet: Sheet) -> str:
    """Return what an inbox shows: what it is, whether it may be published, the title."""
    parts = (sheet.embargo, sheet.label, sheet.title)
    return clean(" – ".join(filter(None, parts)))


def _message_id(site: Site, entry: Entry) -> str:
    """Return the name of the message: that of the article for ever, and of its last change."""
    from sitegen.digest import digest

    modified = entry.modified or entry.date
    mark = digest(tag_uri(site, entry.id), modified.iso() if modified else "").hex()
    return f"{mark}@{site.setting('host')}"


def _body(site: Site, entry: Entry, sheet: Sheet, mark: str) -> str:
    html = without_links(str(site.body(entry.id, is_plain=True)), mark)
    return feed_html(html, sheet.address)


def _encoded(text: str) -> bytes:
    """Return *text* in UTF-8 that says so: an editor of an old Windows takes it for Latin-1."""
    return f"\ufeff{clean(text)}".encode()
