"""The text of a post as a browser would get it: blocks, shortcodes, paragraphs, pictures. Pure."""

import html
import json
import re
from collections.abc import Sequence
from typing import NamedTuple

from sitegen.importing.former import ImportNote
from sitegen.importing.html import kept_code, note_mark, note_text
from sitegen.importing.kinds.autop import paragraphs
from sitegen.importing.kinds.shortcode_signs import replace_signs
from sitegen.importing.kinds.wordpress_media import ExportedAttachment, Library
from sitegen.importing.kinds.wordpress_shortcodes import replacement
from sitegen.markup.shortcodes.embeds import find_embed, is_web_address

_BLOCK = re.compile(
    r"<!--\s+(?P<close>/)?wp:(?P<name>[a-z][\w/-]*)(?P<rest>.{0,50000}?)(?P<void>/)?-->", re.DOTALL
)
_REFERENCE = re.compile(r'"ref"\s*:\s*(\d+)')
_SILENT_BLOCKS = (
    "spacer",
    "footnotes",
    "more",
    "nextpage",
    "tribe/",
    "core-embed/",
    "core/spacer",
    "post-",
    "template-part",
)
_ADDRESS_LINE = re.compile(
    r"^[ \t]*(?:<p>)?[ \t]*(https?://[^\s<>\"]+)[ \t]*(?:</p>)?[ \t]*$", re.M
)
_IMAGE = re.compile(r"<img\b[^>]{0,8000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_MARK = re.compile(r'<sup\b[^>]*\bdata-fn="([^"]+)"[^>]*>.*?</sup>', re.DOTALL)
_NUMBER = re.compile(r"\bwp-image-(\d+)\b")
_LINKED = re.compile(
    r"<a\b[^>]{0,2000}?\bhref\s*=\s*[\"']([^\"']*)[\"'][^>]{0,2000}>\s*"
    r"(<img src=\"([^\"]*)\"[^>]{0,2000}>)\s*</a>",
    re.IGNORECASE,
)
_FILE_LINK = re.compile(
    r"(<a\b[^>]{0,2000}?\bhref\s*=\s*[\"'])([^\"']+\.(?:jpe?g|png|gif|webp|avif))([\"'])", re.I
)


class Marked(NamedTuple):
    html: str
    notes: tuple[ImportNote, ...]


def with_notes(content: str, written: str) -> str:
    """Return *content* with its footnotes, which WordPress keeps apart: *written*, as JSON."""
    try:
        ids = json.loads(written) if written else []
    except (json.JSONDecodeError, RecursionError):
        return content
    texts = {
        str(described.get("id")): str(described.get("content", ""))
        for described in (ids if isinstance(ids, list) else ())
        if isinstance(described, dict)
    }
    numbers = {key: str(number) for number, key in enumerate(texts, 1)}
    marked = _MARK.sub(
        lambda match: note_mark(numbers[match[1]]) if match[1] in numbers else match[0], content
    )
    notes = "".join(note_text(numbers[key], text) for key, text in texts.items())
    return f"{marked}\n\n{notes}" if notes else marked


def marked_up(content: str, post: str, library: Library, reusable: dict[str, str]) -> Marked:
    """Return the HTML of the post with the id *post*; *reusable*: blocks by their id."""
    notes: list[ImportNote] = []

    def gallery(arguments: dict[str, str]) -> Sequence[ExportedAttachment]:
        ids = re.findall(r"\d+", arguments.get("ids") or arguments.get("include") or "")
        if ids:
            return [library.by_id[number] for number in ids if number in library.by_id]
        return library.children.get(arguments.get("id") or post, [])

    text = content.replace("\r\n", "\n")
    has_blocks = "<!-- wp:" in text
    if has_blocks:
        text = _without_blocks(text, reusable, notes)
    text = replace_signs(text, replacement(gallery, notes))
    text = _ADDRESS_LINE.sub(_embedded, text)
    if not has_blocks:
        text = paragraphs(text)
    text = _IMAGE.sub(lambda match: _image(match[0], library), text)
    text = _FILE_LINK.sub(lambda match: match[1] + library.original(match[2]) + match[3], text)
    text = _LINKED.sub(lambda match: match[2] if match[1] == match[3] else match[0], text)
    return Marked(text, tuple(notes))


def _without_blocks(
    text: str, reusable: dict[str, str], notes: list[ImportNote], depth: int = 0
) -> str:
    """Return *text* without Gutenberg's comments; what stands between blocks gets paragraphs."""
    pieces: list[str] = []
    outer = at = 0
    for match in _BLOCK.finditer(text):
        between = text[at : match.start()]
        at = match.end()
        pieces.append(paragraphs(between) if outer == 0 and between.strip() else between)
        name = match["name"].removeprefix("core/")
        if match["close"]:
            outer = max(0, outer - 1)
        elif not match["void"]:
            outer += 1
            if "/" in name and not name.startswith(_SILENT_BLOCKS):
                notes.append(ImportNote("block", name, match[0]))
        elif name == "block" and (reference := _REFERENCE.search(match["rest"])) and depth < 5:
            inner = reusable.get(reference[1], "")
            pieces.append(_without_blocks(inner, reusable, notes, depth + 1))
        elif not name.startswith(_SILENT_BLOCKS):
            notes.append(ImportNote("block", name, match[0]))
            pieces.append(kept_code(match[0].removeprefix("<!--").removesuffix("-->").strip(" /")))
    rest = text[at:]
    return "".join([*pieces, paragraphs(rest) if outer == 0 and rest.strip() else rest])


def _embedded(match: re.Match[str]) -> str:
    address = html.unescape(match[1])
    if is_web_address(address) and find_embed(address):
        return f'\n\n<iframe src="{html.escape(address)}"></iframe>\n\n'
    shown = html.escape(address)
    return f'\n\n<p><a href="{shown}">{shown}</a></p>\n\n'


def _image(tag: str, library: Library) -> str:
    values = {
        match[1].lower(): html.unescape(match[2] or match[3] or match[4] or "")
        for match in _ATTRIBUTE.finditer(tag)
    }
    src = values.get("src", "")
    if src.startswith("data:") or not src:
        src = values.get("data-src") or values.get("data-lazy-src") or src
    number = _NUMBER.search(values.get("class", ""))
    known = library.by_id.get(number[1]) if number else None
    alt = values.get("alt", "").strip() or (known.alt if known else "") or ""
    return f'<img src="{html.escape(library.original(src))}" alt="{html.escape(alt)}">'
