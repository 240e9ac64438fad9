"""Bytes become a `Document`: pure, so that it runs in workers and its result can be kept."""

import re
from collections.abc import Collection, Iterator
from typing import TypeVar

import msgspec

from sitegen.border.scalars import is_language
from sitegen.border.text import SOFT_BREAK, decode, decode_roughly
from sitegen.catalogue import IDENTIFIERS, MESSAGES, severity
from sitegen.digest import digest
from sitegen.errors import Diagnostic, PluginError
from sitegen.markup.values import (
    DeclaredShortcode,
    ForeignSource,
    MarkupError,
    MarkupSettings,
    Reference,
    SilentImage,
)
from sitegen.model import FrontMatter, Moment, SectionFrontMatter
from sitegen.model.languages import language_of
from sitegen.names import BUNDLE_TEXT, SECTION_TEXT, is_called, place_of, without_ending
from sitegen.plugins.known import Remembered
from sitegen.sources import frontmatter
from sitegen.sources.document import Details, Document, encode, with_metadata_digest
from sitegen.sources.plugins import changed_by_plugins
from sitegen.sources.texts import shorten, without_title
from sitegen.sources.withdrawal import Withdrawal, wish_of

P = TypeVar("P", Reference, SilentImage, ForeignSource)
_FORMER_ENDING = re.compile(r"(?<=\w)\.(?:docx?|odt|rtf|pdf|txt|html?|md|markdown)$", re.IGNORECASE)
"""What a document was before: `rapport.docx.md`."""
_OF_SECTIONS_TOO = ("title", "summary", "lang", "translates", "draft", "check")
"""What the front matter of a section's text has in common with that of others."""
_DATED_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})[-_ ]*(.*)$", re.DOTALL)


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
    body: str
    diagnostics: tuple[Diagnostic, ...]
    unread: Document | None = None
    """What could be read of a source that has errors: it is looked at, and never published."""
    wish: Withdrawal | None = None
    """What such a source says of being withdrawn."""


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
        return Parsed(None, "", (Diagnostic("not-markdown", path, 1, 1, {"ending": ending}),))
    text, diagnostics = decode(raw, path, soft_break=SOFT_BREAK)
    parts = None if diagnostics else frontmatter.split(text, path, diagnostics)
    if parts is None:
        return Parsed(None, "", tuple(diagnostics))
    front: FrontMatter | None = None
    listing: SectionFrontMatter | None = None
    named, place_in_site = place_of(document_id, settings.languages)
    if is_called(place_in_site, SECTION_TEXT):
        listing, marks, sound = frontmatter.read(parts, path, SectionFrontMatter, diagnostics)
        sound = {key: value for key, value in sound.items() if key in _OF_SECTIONS_TOO}
        if listing is not None:
            front = FrontMatter(**sound)
    else:
        front, marks, sound = frontmatter.read(parts, path, FrontMatter, diagnostics)
    if front is None:
        front = FrontMatter(**{"title": "", **sound})
        return _unread(parts, document_id, front, marks, settings, diagnostics)
    if not front.title:
        line, column = marks.get("title", (parts.front_line, 1))
        diagnostics.append(Diagnostic("empty-title", path, line, column))
        return _unread(parts, document_id, front, marks, settings, diagnostics)
    if front.lang and not is_language(front.lang):
        place = marks.get("lang", (parts.front_line, 1))
        diagnostics.append(Diagnostic("bad-language", path, *place, {"value": front.lang}))
        return _unread(parts, document_id, front, marks, settings, diagnostics)
    if named and front.lang in settings.languages and front.lang != named:
        place = marks.get("lang", (parts.front_line, 1))
        values = {"value": front.lang, "language": named}
        diagnostics.append(Diagnostic("language-of-place", path, *place, values))
        return _unread(parts, document_id, front, marks, settings, diagnostics)
    for number, identifier in enumerate(front.check.ignore):
        if identifier not in IDENTIFIERS:
            alone = marks.get("check.ignore", (parts.front_line, 1))
            place = marks.get(f"check.ignore.{number}", alone)
            diagnostics.append(
                Diagnostic("unknown-identifier", path, *place, {"value": identifier})
            )
    return _with_body(parts, document_id, front, listing, marks, settings, diagnostics)


def _unread(
    parts: frontmatter.Parts,
    document_id: str,
    front: FrontMatter,
    marks: dict[str, tuple[int, int]],
    settings: ParseSettings,
    diagnostics: list[Diagnostic],
) -> Parsed:
    """Return no document, and what is wrong in its text beside its front matter.

    *front*: what could be read of that.
    """
    if front.lang and not is_language(front.lang):
        front = msgspec.structs.replace(front, lang="")
    listing = SectionFrontMatter(title="")
    parsed = _with_body(parts, document_id, front, listing, marks, settings, diagnostics)
    return Parsed(None, "", parsed.diagnostics, parsed.document or parsed.unread)


def _moved(mistake: Diagnostic, path: str, parts: frontmatter.Parts) -> Diagnostic:
    """Return what is wrong in a body with its place in the file."""
    values = mistake.values
    if "line" in values:
        values = {**values, "line": str(parts.place(int(str(values["line"])))[0])}
    line, column = parts.place(mistake.line, mistake.column)
    return msgspec.structs.replace(mistake, path=path, line=line, column=column, values=values)


def _placed(findings: tuple[P, ...], parts: frontmatter.Parts) -> tuple[P, ...]:
    """Return what a body holds with its places in the file."""
    places = ((mistake, parts.place(mistake.line, mistake.column)) for mistake in findings)
    return tuple(
        msgspec.structs.replace(place, line=line, column=column) for place, (line, column) in places
    )


def _with_body(
    parts: frontmatter.Parts,
    document_id: str,
    front: FrontMatter,
    listing: SectionFrontMatter | None,
    marks: dict[str, tuple[int, int]],
    settings: ParseSettings,
    diagnostics: list[Diagnostic],
) -> Parsed:
    from sitegen.markup.render import render_markup
    from sitegen.markup.typesetting import typeset

    path = f"content/{document_id}"
    named, place = place_of(document_id, settings.languages)
    language = front.lang or named or settings.language
    typography = _typography(language, settings)
    folder = document_id.rpartition("/")[0]
    text = without_title(parts.body, front.title)
    try:
        how = MarkupSettings(
            settings.engine, typography, settings.raw_html, settings.shortcodes, language
        )
        markup = render_markup(text, folder, how)
    except MarkupError as error:
        diagnostics.append(
            Diagnostic("markup-failed", path, parts.body_line, 1, {"reason": str(error)})
        )
        return Parsed(None, "", tuple(diagnostics))
    if markup.mistakes:
        diagnostics += (_moved(mistake, path, parts) for mistake in markup.mistakes)
    date, name = _date_and_name(place)
    doubts: list[Diagnostic] = []
    if (front.date or date or listing) is None:
        doubts = list(_doubtful_name(document_id, name, front.check.ignore))
        diagnostics += doubts
    if (former := _FORMER_ENDING.search(name)) and not front.slug and not listing:
        file = _called(document_id)
        values = {"name": file, "suggestion": file.replace(former[0], "")}
        diagnostics.append(Diagnostic("name-of-former-file", path, 0, 0, values))
    if typography == "fr":
        front = typeset(front)
    summary = front.summary or shorten(markup.first_paragraph)
    document = Document(
        id=document_id,
        front=front,
        section_front=listing,
        title=front.title,
        summary=summary,
        # An author who repeats the first paragraph as summary would have it printed twice.
        has_own_summary=bool(front.summary) and summary != markup.first_paragraph,
        date=front.date or date,
        name=name,
        language=_version(front.lang, named, settings),
        neutral=place if place != document_id else "",
        references=_placed(markup.references, parts),
        lookups=tuple(
            lookup._replace(line=line, column=column)
            for lookup in markup.lookups
            for line, column in [parts.place(lookup.line, lookup.column)]
        ),
        frame_hosts=markup.frame_hosts,
        silent_images=_placed(markup.silent_images, parts),
        foreign=_placed(markup.foreign, parts),
        words=markup.words,
        body_digest=digest(markup.html),
        outline_digest=digest(encode((markup.headings, markup.words))),
        encoded_details=encode(Details(markup.headings, markup.anchors, marks)),
    )
    if any(severity(mistake) == "error" for mistake in (*markup.mistakes, *doubts)):
        return Parsed(None, "", tuple(diagnostics), _without_told(document, diagnostics))
    html = markup.html
    if settings.plugins:
        try:
            document, html = changed_by_plugins(document, html, language, settings.plugins)
        except PluginError as error:
            diagnostics += error.told_for(path)
            return Parsed(None, "", tuple(diagnostics), document)
    return Parsed(with_metadata_digest(document), html, tuple(diagnostics))


def _typography(language: str, settings: ParseSettings) -> str:
    if language == settings.language:
        return settings.typography
    return settings.languages.get(language) or language_of(language).typography


def _version(lang: str, named: str, settings: ParseSettings) -> str:
    """Return the language of the site's in whose version a document stands; empty: the first."""
    version = named or (lang if lang in settings.languages else "")
    return "" if version == settings.language else version


def _without_told(document: Document, diagnostics: list[Diagnostic]) -> Document:
    """Return *document* without what an error points to: one slip is told once."""
    told = {
        (diagnostic.line, diagnostic.column)
        for diagnostic in diagnostics
        if severity(diagnostic) == "error"
    }

    def untold(findings: tuple[P, ...]) -> tuple[P, ...]:
        return tuple(mistake for mistake in findings if (mistake.line, mistake.column) not in told)

    return msgspec.structs.replace(
        document,
        references=untold(document.references),
        silent_images=untold(document.silent_images),
        foreign=untold(document.foreign),
    )


def _called(document_id: str) -> str:
    """Return the name of the document's file; of a bundle, that of its folder."""
    steps = document_id.split("/")
    return steps[-2] if is_called(document_id, BUNDLE_TEXT) and len(steps) > 1 else steps[-1]


def _date_and_name(document_id: str) -> tuple[Moment | None, str]:
    """Return the date that the file's name begins with, if any, and the rest of the name."""
    name = _called(document_id)
    if name == document_id.rpartition("/")[2]:
        name = without_ending(name)
    match = _DATED_NAME.match(name)
    if match is None:
        return None, name
    from sitegen.border.moments import parse_moment

    try:
        return parse_moment(match[1]), match[2] or name
    except ValueError:  # 2022-13-45 is a name like another
        return None, name


def _doubtful_name(document_id: str, name: str, accepted: Collection[str]) -> Iterator[Diagnostic]:
    """Yield it where *name* begins with a day in another form: it would be public at once.

    *accepted*: identifiers of messages; who names this one knows what a page without date is.
    """
    from sitegen.border.meant_dates import leading_day

    written, day = leading_day(name)
    if written:
        rest = name[len(written) :].lstrip(" -_.,")
        values = {"written": name[: len(written)]}
        if day:
            steps = document_id.split("/")
            position = -2 if is_called(document_id, BUNDLE_TEXT) and len(steps) > 1 else -1
            ending = "" if position == -2 else document_id[len(without_ending(document_id)) :]
            steps[position] = (f"{day}-{rest}" if rest else day) + ending
            values["suggestion"] = "/".join(steps[position:])
        is_month = not day and len(re.findall(r"\d+", written)) == 2
        code = "dated-name-near" if day else "month-name" if is_month else "dated-name"
        if MESSAGES[code].id not in accepted:
            yield Diagnostic(code, f"content/{document_id}", 0, 0, values)
