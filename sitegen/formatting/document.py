"""A document in one form, as far as readers and programs get the same of it. Pure."""

from typing import Literal, NamedTuple

from sitegen.border.text import decode
from sitegen.formatting.front_matter import format_front
from sitegen.formatting.text import format_text
from sitegen.model import FrontMatter, SectionFrontMatter
from sitegen.names import SECTION_TEXT, is_called, place_of
from sitegen.sources import frontmatter
from sitegen.sources.parse import Parsed, ParseSettings, parse_document

Outcome = Literal["whole", "in part", "with mistakes"]


class Formatted(NamedTuple):
    """A document in one form."""

    text: str
    outcome: Outcome
    """`in part`: what would show otherwise stands as it stood. `with mistakes`: nothing is
    changed, as nobody knows what is meant."""


def format_document(raw: bytes, document_id: str, settings: ParseSettings) -> Formatted:
    """Return the document *document_id*, whose bytes are *raw*, in one form."""
    former = parse_document(raw, document_id, settings)
    text, wrong = decode(raw, document_id)
    parts = None if wrong or former.document is None else frontmatter.split(text, document_id, [])
    if parts is None:
        return Formatted(raw.decode("utf-8", "replace"), "with mistakes")

    def same(front: str, body: str) -> bool:
        parsed = parse_document(_joined(front, body).encode(), document_id, settings)
        return _shows(parsed) == _shows(former)

    is_section = is_called(place_of(document_id, settings.languages)[1], SECTION_TEXT)
    struct = SectionFrontMatter if is_section else FrontMatter
    front = format_front(parts.front, struct.__struct_fields__)
    body = parts.body.strip("\n")
    body = f"{body}\n" if body.strip() else ""
    is_whole = same(front, body)
    if not is_whole:
        front = parts.front
        if not same(front, body):
            return Formatted(text, "in part")
    if body:
        body, is_text_whole = format_text(body, lambda text: same(front, text))
        is_whole = is_whole and is_text_whole
    return Formatted(_joined(front, body), "whole" if is_whole else "in part")


def _joined(front: str, body: str) -> str:
    return f"---\n{front}---\n" + (f"\n{body}" if body else "")


def _shows(parsed: Parsed) -> object:
    """Return what becomes of a document, wherever its lines stand."""
    document = parsed.document
    told = sorted(
        (diagnostic.code, str(sorted(diagnostic.values.items())))
        for diagnostic in parsed.diagnostics
    )
    if document is None:
        return told
    return document.front, document.section_front, document.title, document.body_digest, told
