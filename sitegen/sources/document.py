"""Bytes become a `Document`: pure, so that it runs in workers and its result can be kept."""

import re
from typing import Any

import msgspec

from sitegen.border.text import decode
from sitegen.catalogue import IDENTIFIERS, severity
from sitegen.digest import digest
from sitegen.errors import Diagnostic
from sitegen.markup.typography import space_french
from sitegen.markup.values import (
    ForeignSource,
    Heading,
    Lookup,
    MarkupError,
    MarkupSettings,
    Reference,
    SilentImage,
)
from sitegen.model import EventFields, FrontMatter, Moment, SectionFrontMatter
from sitegen.sources import frontmatter

_DATED_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})[-_ ]*(.*)$", re.DOTALL)
SUMMARY_LENGTH = 300
"""Characters after which a summary made from the first paragraph is cut, at a word."""


class ParseSettings(msgspec.Struct, frozen=True):
    """What of the configuration decides how a document is read."""

    language: str
    typography: str
    """`fr` or `off`: for documents in the site's language."""
    engine: str
    raw_html: str = "safe"
    """`safe`, `escape` or `allow`."""


class Details(msgspec.Struct, frozen=True, array_like=True):
    """What of a document is wanted now and then, and would fill the memory for all of them."""

    headings: tuple[Heading, ...] = ()
    anchors: tuple[str, ...] = ()
    marks: dict[str, tuple[int, int]] = {}
    """Line and column of each key of the front matter."""


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """What an author wrote, read: everything but the body's HTML."""

    id: str
    front: FrontMatter
    listing: SectionFrontMatter | None = None
    """Set for a section's ``_index.md``."""
    title: str
    summary: str
    has_own_summary: bool
    date: Moment | None
    name: str
    """The file's name without its leading date: the slug, unless the author sets one."""
    references: tuple[Reference, ...] = ()
    lookups: tuple[Lookup, ...] = ()
    """Names in its shortcodes that the site has to know."""
    frame_hosts: tuple[str, ...] = ()
    """Scheme and host of the frames that its shortcodes load when a reader asks."""
    silent_images: tuple[SilentImage, ...] = ()
    foreign: tuple[ForeignSource, ...] = ()
    words: int = 0
    body_digest: bytes = b""
    outline_digest: bytes = b""
    """Of the headings and the number of words."""
    encoded_details: bytes = b""

    @property
    def details(self) -> Details:
        return _DETAILS.decode(self.encoded_details)

    @property
    def folder(self) -> str:
        """The folder below ``content/`` that the document's relative paths start from."""
        return self.id.rpartition("/")[0]

    @property
    def is_bundle(self) -> bool:
        """Whether it is an ``index.md``, the page of its folder."""
        return self.id == "index.md" or self.id.endswith("/index.md")

    @property
    def events(self) -> tuple[EventFields | str, ...]:
        """Events it announces (mappings) and events it is about (ids), in order."""
        first = () if self.front.event is None else (self.front.event,)
        return first + self.front.events

    def diagnostic(self, code: str, key: str, **values: str) -> Diagnostic:
        """Return a diagnostic that points to where *key* stands in the front matter."""
        marks = self.details.marks
        line, column = marks.get(key) or marks.get(key.split(".")[0]) or (1, 1)
        return Diagnostic(code, f"content/{self.id}", line, column, values)


class Parsed(msgspec.Struct, frozen=True):
    """What became of one source: a document and its body, or the reasons why not."""

    document: Document | None
    body: str
    diagnostics: tuple[Diagnostic, ...]


def parse_document(raw: bytes, document_id: str, settings: ParseSettings) -> Parsed:
    """Return *raw* as a document. Never raises for what an author wrote."""
    path = f"content/{document_id}"
    ending = frontmatter.foreign_format(raw)
    if ending:
        return Parsed(None, "", (Diagnostic("not-markdown", path, 1, 1, {"ending": ending}),))
    text, diagnostics = decode(raw, path)
    parts = None if diagnostics else frontmatter.split(text, path, diagnostics)
    if parts is None:
        return Parsed(None, "", tuple(diagnostics))
    file_name = document_id.rpartition("/")[2]
    front: FrontMatter | None = None
    listing: SectionFrontMatter | None = None
    if file_name == "_index.md":
        listing, marks = frontmatter.read(parts, path, SectionFrontMatter, diagnostics)
        if listing is not None:
            front = FrontMatter(
                title=listing.title,
                summary=listing.summary,
                lang=listing.lang,
                draft=listing.draft,
                check=listing.check,
            )
    else:
        front, marks = frontmatter.read(parts, path, FrontMatter, diagnostics)
    if front is None:
        return Parsed(None, "", tuple(diagnostics))
    if not front.title:
        line, column = marks.get("title", (parts.front_line, 1))
        diagnostics.append(Diagnostic("empty-title", path, line, column))
        return Parsed(None, "", tuple(diagnostics))
    for number, identifier in enumerate(front.check.ignore):
        if identifier not in IDENTIFIERS:
            alone = marks.get("check.ignore", (parts.front_line, 1))
            place = marks.get(f"check.ignore.{number}", alone)
            diagnostics.append(
                Diagnostic("unknown-identifier", path, *place, {"value": identifier})
            )
    return _with_body(parts, document_id, front, listing, marks, settings, diagnostics)


def _moved(mistake: Diagnostic, path: str, lines: int) -> Diagnostic:
    """Return what is wrong in a body with its place in the file, *lines* further down."""
    values = mistake.values
    if "line" in values:
        values = values | {"line": str(int(values["line"]) + lines)}
    return msgspec.structs.replace(mistake, path=path, line=mistake.line + lines, values=values)


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

    path = f"content/{document_id}"
    language = front.lang or settings.language
    typography = settings.typography if language == settings.language else _typography(language)
    folder = document_id.rpartition("/")[0]
    text = without_title(parts.body, front.title)
    try:
        how = MarkupSettings(settings.engine, typography, settings.raw_html)
        markup = render_markup(text, folder, how)
    except MarkupError as error:
        diagnostics.append(
            Diagnostic("markup-failed", path, parts.body_line, 1, {"reason": str(error)})
        )
        return Parsed(None, "", tuple(diagnostics))
    if markup.mistakes:
        diagnostics += (_moved(one, path, parts.body_line - 1) for one in markup.mistakes)
        if any(severity(one) == "error" for one in markup.mistakes):
            return Parsed(None, "", tuple(diagnostics))
    date, name = _date_and_name(document_id)
    summary = typeset(front.summary, typography) or _shorten(markup.first_paragraph)
    document = Document(
        id=document_id,
        front=_typeset_texts(front) if typography == "fr" else front,
        listing=listing,
        title=typeset(front.title, typography),
        summary=summary,
        # An author who repeats the first paragraph as summary would have it printed twice.
        has_own_summary=bool(front.summary) and summary != markup.first_paragraph,
        date=front.date or date,
        name=name,
        references=tuple(
            msgspec.structs.replace(reference, line=reference.line + parts.body_line - 1)
            for reference in markup.references
        ),
        lookups=tuple(
            lookup._replace(line=lookup.line + parts.body_line - 1) for lookup in markup.lookups
        ),
        frame_hosts=markup.frame_hosts,
        silent_images=tuple(
            msgspec.structs.replace(image, line=image.line + parts.body_line - 1)
            for image in markup.silent_images
        ),
        foreign=tuple(
            msgspec.structs.replace(source, line=source.line + parts.body_line - 1)
            for source in markup.foreign
        ),
        words=markup.words,
        body_digest=digest(markup.html),
        outline_digest=digest(encode((markup.headings, markup.words))),
        encoded_details=encode(Details(markup.headings, markup.anchors, marks)),
    )
    return Parsed(document, markup.html, tuple(diagnostics))


_FIRST_HEADING = re.compile(
    r"(\s*(?:<!--.*?-->\s*)?)^#[ \t]+([^\n]+?)[ \t#]*$", re.MULTILINE | re.DOTALL
)
"""Blank lines and a comment of whoever made the file, then a heading of the first level."""


def without_title(body: str, title: str) -> str:
    """Return *body* without the heading that repeats the title above it; no line moves.

    So a document has its title where nothing but Markdown is shown, and on its page once.
    """
    found = _FIRST_HEADING.match(body)
    if found is None or found[2].split() != title.split():
        return body
    return found[1] + body[found.end() :]


def typeset(text: str, typography: str) -> str:
    """Return a title or summary with the spaces that its language wants."""
    return space_french(text) if typography == "fr" else text


def _typeset_texts(front: FrontMatter) -> FrontMatter:
    """Return *front* with French spaces in the texts that readers see beside title and summary."""
    image = front.image and msgspec.structs.replace(
        front.image,
        alt=front.image.alt and space_french(front.image.alt),
        caption=space_french(front.image.caption),
        credit=space_french(front.image.credit),
    )
    event = _typeset_event(front.event) if front.event else None
    events = tuple(map(_typeset_event, front.events))
    return msgspec.structs.replace(front, image=image, event=event, events=events)


def _typeset_event(event: EventFields | str) -> EventFields | str:
    if isinstance(event, str):
        return event
    return msgspec.structs.replace(event, name=space_french(event.name))


def _typography(language: str) -> str:
    return "fr" if language.split("-")[0] == "fr" else "off"


def _date_and_name(document_id: str) -> tuple[Moment | None, str]:
    """Return the date that the file's name begins with, if any, and the rest of the name."""
    steps = document_id[: -len(".md")].split("/")
    name = steps[-2] if steps[-1] == "index" and len(steps) > 1 else steps[-1]
    found = _DATED_NAME.match(name)
    if found is None:
        return None, name
    from sitegen.border.moments import parse_moment

    try:
        return parse_moment(found[1]), found[2] or name
    except ValueError:  # 2022-13-45 is a name like another
        return None, name


def _shorten(text: str) -> str:
    """Return *text*, cut at a word when it is longer than a summary should be."""
    if len(text) <= SUMMARY_LENGTH:
        return text
    return text[:SUMMARY_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:.–-\u00a0\u202f") + "…"


def encode(value: Any) -> bytes:
    """Return *value* as the bytes kept in the state."""
    return msgspec.msgpack.encode(value)


def decode_document(raw: bytes) -> Document:
    """Return the document that `encode` made *raw* from; raises `msgspec.DecodeError`."""
    return _DECODER.decode(raw)


_DECODER = msgspec.msgpack.Decoder(Document)
_DETAILS = msgspec.msgpack.Decoder(Details)
