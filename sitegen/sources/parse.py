"""Bytes become a `Document`: pure, so that it runs in workers and its result can be kept."""

from collections.abc import Callable, Iterator
from functools import cache

import msgspec

from sitegen.border.scalars import is_language
from sitegen.border.text import SOFT_BREAK, decode, decode_roughly
from sitegen.catalogue import IDENTIFIERS, severity
from sitegen.digest import digest
from sitegen.errors import Diagnostic, PluginError
from sitegen.markup.values import (
    DeclaredShortcode,
    Markup,
    MarkupError,
    MarkupSettings,
)
from sitegen.model import FrontMatter, SectionFrontMatter
from sitegen.model.languages import language_of
from sitegen.names import SECTION_TEXT, is_called, place_of
from sitegen.plugins.remembered import Remembered
from sitegen.sources import frontmatter
from sitegen.sources.body_places import looked_up, moved, placed, without_told
from sitegen.sources.document import Details, Document, encode, with_metadata_digest
from sitegen.sources.file_names import FileName, name_mistakes, read_name
from sitegen.sources.plugins import changed_by_plugins
from sitegen.sources.texts import shorten, without_title
from sitegen.sources.withdrawal import Withdrawal, wish_of

_OF_SECTIONS_TOO = ("title", "summary", "lang", "translates", "draft", "check")
"""What the front matter of a section's text has in common with that of others."""


class ParseSettings(msgspec.Struct, frozen=True):
    """What of the configuration decides how a document is read."""

    language: str
    typography: str
    """`fr` or `off`: for documents in the site's language."""
    engine: str
    raw_html: str = "safe"
    """`safe`, `escape` or `allow`."""
    shortcodes: tuple[DeclaredShortcode, ...] = ()
    """Those that the theme and plugins declare."""
    plugins: tuple[Remembered, ...] = ()
    """Those that change documents."""
    languages: dict[str, str] = {}
    """The languages of a site in several, each with its typography; the first one among them."""


class Parsed(msgspec.Struct, frozen=True):
    """What became of one source: a document and its body, or the reasons why not."""

    document: Document | None
    body_utf8: bytes
    """Its HTML, as it is digested, told to other processes and remembered."""
    diagnostics: tuple[Diagnostic, ...]
    unread: Document | None = None
    """What could be read of a source that has errors: it is looked at, and never published."""
    wish: Withdrawal | None = None
    """What such a source says of being withdrawn."""

    @property
    def body(self) -> str:
        return self.body_utf8.decode()


def parse_document(raw: bytes, document_id: str, settings: ParseSettings) -> Parsed:
    """Return *raw* as a document. Never raises for what an author wrote."""
    parsed = _parse(raw, document_id, settings)
    if parsed.document is not None or frontmatter.foreign_format(raw):
        return parsed
    wish = wish_of(decode_roughly(raw))
    return msgspec.structs.replace(parsed, wish=wish)


def _parse(raw: bytes, document_id: str, settings: ParseSettings) -> Parsed:
    path = f"content/{document_id}"
    ending = frontmatter.foreign_format(raw)
    if ending:
        return Parsed(None, b"", (Diagnostic("not-markdown", path, 1, 1, {"ending": ending}),))
    text, diagnostics = decode(raw, path, soft_break=SOFT_BREAK)
    parts = None if diagnostics else frontmatter.split(text, path, diagnostics)
    if parts is None:
        return Parsed(None, b"", tuple(diagnostics))
    front: FrontMatter | None = None
    listing: SectionFrontMatter | None = None
    named, place_in_site = place_of(document_id, settings.languages)
    if document_id.rpartition("/")[2].startswith("_") and not is_called(
        place_in_site, SECTION_TEXT
    ):
        diagnostics.append(Diagnostic("section-text-misnamed", path))
        return Parsed(None, b"", tuple(diagnostics))
    if is_called(place_in_site, SECTION_TEXT):
        listing, marks, sound = frontmatter.read(parts, path, SectionFrontMatter, diagnostics)
        of_both = {key: value for key, value in sound.items() if key in _OF_SECTIONS_TOO}
        if listing is not None:
            front = FrontMatter(**of_both)
        else:
            listing, sound = SectionFrontMatter(**{"title": "", **sound}), of_both
    else:
        front, marks, sound = frontmatter.read(parts, path, FrontMatter, diagnostics)
    is_sound = front is not None
    if front is None:
        front = FrontMatter(**{"title": "", **sound})
    wrong = list(_mistakes_of_keys(front, marks, path, parts.front_line, named, settings))
    if is_sound and not front.title:
        line, column = marks.get("title", (parts.front_line, 1))
        wrong.append(Diagnostic("empty-title", path, line, column))
    diagnostics += wrong
    if not is_sound or any(mistake.code in _REFUSED for mistake in wrong):
        return _unread(parts, document_id, front, listing, marks, settings, diagnostics)
    return _with_body(parts, document_id, front, listing, marks, settings, diagnostics)


_REFUSED = ("empty-title", "bad-language", "language-of-place")
"""What is wrong with a value of the right type, and keeps the document from being read."""


def _mistakes_of_keys(
    front: FrontMatter,
    marks: dict[str, tuple[int, int]],
    path: str,
    first_line: int,
    named: str,
    settings: ParseSettings,
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the values of *front*; *named*: the language that its place says."""
    place = marks.get("lang", (first_line, 1))
    if front.lang and not is_language(front.lang):
        yield Diagnostic("bad-language", path, *place, {"value": front.lang})
    elif named and front.lang in settings.languages and front.lang != named:
        values = {"value": front.lang, "language": named}
        yield Diagnostic("language-of-place", path, *place, values)
    for number, identifier in enumerate(front.check.ignore):
        if identifier not in IDENTIFIERS:
            alone = marks.get("check.ignore", (first_line, 1))
            at = marks.get(f"check.ignore.{number}", alone)
            yield Diagnostic("unknown-identifier", path, *at, {"value": identifier})


def _unread(
    parts: frontmatter.Parts,
    document_id: str,
    front: FrontMatter,
    listing: SectionFrontMatter | None,
    marks: dict[str, tuple[int, int]],
    settings: ParseSettings,
    diagnostics: list[Diagnostic],
) -> Parsed:
    """Return no document, and what is wrong in its text beside its front matter.

    *front* and *listing*: what could be read of that.
    """
    if front.lang and not is_language(front.lang):
        front = msgspec.structs.replace(front, lang="")
    undoubted = listing or SectionFrontMatter(title="")  # its date and its slug may be unread
    parsed = _with_body(parts, document_id, front, undoubted, marks, settings, diagnostics)
    unread = parsed.document or parsed.unread
    if unread is not None:
        unread = msgspec.structs.replace(unread, section_front=listing)
    return Parsed(None, b"", parsed.diagnostics, unread)


def _with_body(
    parts: frontmatter.Parts,
    document_id: str,
    front: FrontMatter,
    listing: SectionFrontMatter | None,
    marks: dict[str, tuple[int, int]],
    settings: ParseSettings,
    diagnostics: list[Diagnostic],
) -> Parsed:
    render_markup, typeset = _of_texts()
    path = f"content/{document_id}"
    file = read_name(document_id, settings.languages)
    language = front.lang or file.language or settings.language
    typography = _typography(language, settings)
    folder = document_id.rpartition("/")[0]
    text = without_title(parts.body, front.title)
    try:
        how = MarkupSettings(
            settings.engine, typography, settings.raw_html, settings.shortcodes, language
        )
        markup = render_markup(text, folder, how, is_clean=True)
    except MarkupError as error:
        values = {"reason": str(error)}
        diagnostics.append(Diagnostic("markup-failed", path, parts.body_line, 1, values))
        return Parsed(None, b"", tuple(diagnostics))
    if markup.mistakes:
        diagnostics += (moved(mistake, path, parts) for mistake in markup.mistakes)
    is_dated = (front.date or file.date or listing) is not None
    is_chosen = bool(front.slug) or listing is not None
    ignored = front.check.ignore
    doubts = list(
        name_mistakes(document_id, file.name, ignored, is_dated=is_dated, is_chosen=is_chosen)
    )
    diagnostics += doubts
    if typography == "fr":
        front = typeset(front)
    html = markup.html.encode()
    document = _document(document_id, file, front, listing, parts, marks, markup, html, settings)
    mistakes = (*markup.mistakes, *doubts)
    if mistakes and any(severity(mistake) == "error" for mistake in mistakes):
        return Parsed(None, b"", tuple(diagnostics), without_told(document, diagnostics))
    if settings.plugins:
        try:
            document, changed = changed_by_plugins(
                document, markup.html, language, settings.plugins
            )
        except PluginError as error:
            diagnostics += error.told_for(path)
            return Parsed(None, b"", tuple(diagnostics), document)
        html = changed.encode()
    return Parsed(with_metadata_digest(document), html, tuple(diagnostics))


@cache
def _of_texts() -> tuple[Callable[..., Markup], Callable[[FrontMatter], FrontMatter]]:
    """Return what reads a body, and what spaces a front matter: imported when the first text is
    read, and named once, since an import that is done costs some microseconds of each text.
    """
    from sitegen.markup.render import render_markup
    from sitegen.markup.typesetting import typeset

    return render_markup, typeset


def _document(
    document_id: str,
    file: FileName,
    front: FrontMatter,
    listing: SectionFrontMatter | None,
    parts: frontmatter.Parts,
    marks: dict[str, tuple[int, int]],
    markup: Markup,
    html: bytes,
    settings: ParseSettings,
) -> Document:
    """Return what the front matter, the file's name and the body say, as one value."""
    summary = front.summary or shorten(markup.first_paragraph)
    return Document(
        id=document_id,
        front=front,
        section_front=listing,
        summary_utf8=summary.encode(),
        # An author who repeats the first paragraph as summary would have it printed twice.
        has_own_summary=bool(front.summary) and summary != markup.first_paragraph,
        date_elsewhere=None if front.date else file.date,
        name=file.name,
        language=_version(front.lang, file.language, settings),
        neutral=file.place if file.place != document_id else "",
        references=placed(markup.references, parts),
        lookups=looked_up(markup.lookups, parts),
        frame_hosts=markup.frame_hosts,
        silent_images=placed(markup.silent_images, parts),
        foreign=placed(markup.foreign, parts),
        words=markup.words,
        body_digest=digest(html),
        outline_digest=digest(encode((markup.headings, markup.words))),
        encoded_details=encode(Details(markup.headings, markup.anchors, marks)),
    )


def _typography(language: str, settings: ParseSettings) -> str:
    if language == settings.language:
        return settings.typography
    return settings.languages.get(language) or language_of(language).typography


def _version(lang: str, named: str, settings: ParseSettings) -> str:
    """Return the language of the site's in whose version a document stands; empty: the first."""
    version = named or (lang if lang in settings.languages else "")
    return "" if version == settings.language else version
