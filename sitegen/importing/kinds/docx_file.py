"""One letter of Word or LibreOffice (.docx): its text as HTML, its pictures, its properties.

mammoth reads it; before, each part is looked at: XML with declarations of its own is refused
(ECMA-376 part 2 forbids it), as is a file that grows beyond what a letter may be.
"""

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

import msgspec

from sitegen.importing.former import ImportNote
from sitegen.importing.html import note_mark, note_text
from sitegen.importing.kinds.docx_hidden import hides_text
from sitegen.importing.material import BROKEN, MAX_FILE
from sitegen.importing.refusals import unreadable
from sitegen.wording.phrases import with_gaps

_STYLES = """\
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
"""
_SHOWN = {"image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml", "image/avif"}
_MARK = re.compile(r'<sup><a href="#((?:foot|end)note-[\w-]+)" id="[^"]*">\[\d+\]</a></sup>')
_NOTES = re.compile(r'<ol>(?:<li id="(?:foot|end)note-.*)</ol>\Z', re.DOTALL)
_NOTE = re.compile(
    r'<li id="((?:foot|end)note-[\w-]+)">(.*?)</li>(?=<li id="(?:foot|end)note-|</ol>)', re.DOTALL
)
_BACK = re.compile(r'\s*<a href="#(?:foot|end)note-ref-[^"]*">↑</a>')
_EDGE = re.compile(r"word/(?:header|footer)\d*\.xml")
_LINE = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_WORDS = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_WHAT = "a letter (.docx)"


class WordText(msgspec.Struct, frozen=True, kw_only=True):
    html: str
    properties: Mapping[str, str]
    """Of `docProps/core.xml` by local name: `title`, `creator`, `created` …"""
    notes: tuple[ImportNote, ...]
    edges: tuple[str, ...] = ()
    """The lines of its headers and footers, which are no part of the text."""
    is_hiding: bool = False
    """Whether text of it is marked as hidden, which nobody saw and nothing here leaves out."""


def read_letter(raw: bytes, name: str, folder: str) -> WordText:
    """Return the letter *raw* of the file *name*; its pictures are called `folder/image1.png`.

    Raises `UsageError` for what is none.
    """
    import mammoth

    archive = _open(raw, name)
    known = {
        hashlib.sha256(archive.read(part)).digest(): part.rpartition("/")[2]
        for part in pictures(archive)
    }
    notes: list[ImportNote] = []

    def picture(image: Any) -> dict[str, str]:
        try:
            with image.open() as file:
                content = file.read()
        except ValueError as error:  # a picture that the letter only links to
            notes.append(ImportNote("element", "linked picture", str(error)[:120]))
            return {"src": ""}
        if image.content_type not in _SHOWN:
            notes.append(ImportNote("element", image.content_type, name))
            return {"src": ""}
        return {"src": f"/{folder}/{known.get(hashlib.sha256(content).digest(), '')}"}

    try:
        read = mammoth.convert_to_html(
            io.BytesIO(raw), style_map=_STYLES, include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(picture),
        )  # fmt: skip
        properties = _properties(archive)
    except (KeyError, ValueError, IndexError, AttributeError, TypeError, OSError) as error:
        reason = str(error)[:120] or type(error).__name__
        raise unreadable(name, _WHAT, reason) from None
    html = re.sub(r'<img(?: alt="[^"]*")? src="" />|<img(?: alt="[^"]*")? />', "", read.value)
    if comments := _count(archive, "word/comments.xml", b"<w:comment "):
        notes += [ImportNote("comment", "comments", name)] * comments
    is_hiding = hides_text(archive)
    notes += [ImportNote("guess", "hidden text", name)] * is_hiding
    return WordText(
        html=_with_notes(html), properties=properties, notes=tuple(notes), is_hiding=is_hiding,
        edges=tuple(_edges(archive)),
    )  # fmt: skip


def _edges(archive: zipfile.ZipFile) -> Iterator[str]:
    """Yield the lines of headers and footers."""
    for name in filter(_EDGE.fullmatch, archive.namelist()):
        text = archive.read(name).decode("utf-8", "replace")
        for line in _LINE.findall(text):
            yield unescape("".join(_WORDS.findall(line))).strip()


def pictures(archive: zipfile.ZipFile) -> list[str]:
    """Return the names of the parts that are pictures."""
    return [name for name in archive.namelist() if name.startswith("word/media/")]


def open_letter(raw: bytes) -> zipfile.ZipFile | None:
    """Return the parts of a letter; None if it is no such file."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except (zipfile.BadZipFile, ValueError):
        return None
    return archive if "word/document.xml" in archive.namelist() else None


def _open(raw: bytes, name: str) -> zipfile.ZipFile:
    from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
    from defusedxml.ElementTree import (  # type: ignore[import-untyped]
        ParseError,
        iterparse,
    )

    archive = open_letter(raw)
    if archive is None:
        raise unreadable(name, _WHAT, "it is no archive with `word/document.xml`")
    if sum(entry.file_size for entry in archive.infolist()) > MAX_FILE:
        size = str(MAX_FILE // 1024 // 1024)
        reason = with_gaps("unpacked it is larger than {size} MB", size=size)
        raise unreadable(name, _WHAT, reason)
    for part in archive.namelist():
        if not part.endswith((".xml", ".rels")):
            continue
        try:
            with archive.open(part) as file:
                for _event, element in iterparse(file, forbid_dtd=True):
                    element.clear()
        except ParseError as error:
            line, column = error.position
            raise unreadable(
                f"{name}/{part}", _WHAT, str(error).partition(":")[0], line, column + 1
            ) from None
        except (DefusedXmlException, *BROKEN, ValueError) as error:
            raise unreadable(f"{name}/{part}", _WHAT, type(error).__name__) from None
    return archive


def _properties(archive: zipfile.ZipFile) -> dict[str, str]:
    from defusedxml.ElementTree import fromstring

    if "docProps/core.xml" not in archive.namelist():
        return {}
    root = fromstring(archive.read("docProps/core.xml"), forbid_dtd=True)
    return {child.tag.rpartition("}")[2]: (child.text or "").strip() for child in root}


def _count(archive: zipfile.ZipFile, part: str, sign: bytes) -> int:
    return archive.read(part).count(sign) if part in archive.namelist() else 0


def _with_notes(html: str) -> str:
    """Return *html* with the notes of mammoth as notes of Markdown."""
    numbers: dict[str, str] = {}

    def mark(match: re.Match[str]) -> str:
        number = numbers.setdefault(match[1], str(len(numbers) + 1))
        return note_mark(number)

    def texts(match: re.Match[str]) -> str:
        return "".join(
            note_text(numbers.setdefault(match[1], str(len(numbers) + 1)), _BACK.sub("", match[2]))
            for match in _NOTE.finditer(match[0])
        )

    return _NOTES.sub(texts, _MARK.sub(mark, html))
