"""The block parser: one line tells by its first sign what it begins."""

import re
from collections.abc import Callable, Iterable
from typing import Final
from xml.etree.ElementTree import Element, ElementTree, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.util import AtomicString, code_escape

from sitegen.markup.engines.blocks.containers import take_indented, take_quoted
from sitegen.markup.engines.blocks.lists import even_out, sister, tighten
from sitegen.markup.engines.blocks.signs import (
    DEFINITION,
    FENCE,
    HEADING,
    INDENT,
    MARKER,
    NOTE,
    RULE,
    UNDERLINE,
    Lazy,
    begins_outside,
    end_of_html,
    ends_before_blank,
    interrupts,
)
from sitegen.markup.engines.blocks.tables import columns_of, write_table

MOST_LEVELS = 100
"""Containers within containers; beyond, Python's own stack might not do."""
_STOPS: Final = frozenset("#>`~-*+_1<[:=|")
"""Signs with which a line may end the paragraph above it, or make something else of it."""
_LANGUAGE = re.compile(r"\{[ ]*\.?([\w+#-]*)|([^\s{}]*)")
_REFERENCE = re.compile(
    r"^[ ]{0,3}\[([^\[\]]*)\]:[ ]*(?:\n[ ]*)?(<[^<>\n]*>(?=\s|$)|\S+)[ ]*(?:\n[ ]*)?"
    r"""((["'])(.*)\4[ ]*|\((.*)\)[ ]*)?$""",
    re.MULTILINE,
)
"""Python-Markdown's, with spaces in angle brackets."""


class LineParser(BlockParser):
    """Reads blocks as CommonMark does, and leaves notes where they stand: see `footnotes`."""

    def __init__(self, md: Markdown, *, reads_html: bool = True) -> None:
        super().__init__(md)
        self._reads_html = reads_html
        self.labels: set[str] = set()
        """Those of the notes, in one spelling: see `fold_label`."""
        self.raw: set[int] = set()
        """The numbers, in the stash, of HTML that is a block of its own."""
        self._readers: dict[str, Callable[[Element, list[str], int, int], int]] = {
            "#": self._heading,
            ">": self._quotation,
            "`": self._fenced_code,
            "~": self._fenced_code,
            "[": self._note,
            ":": self._definition,
            "_": self._rule,
            **dict.fromkeys("-*", self._rule_or_list),
            **dict.fromkeys("+0123456789", self._list),
        }
        if reads_html:
            self._readers["<"] = self._html

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802
        self.labels.clear()
        self.raw.clear()
        return super().parseDocument(lines)

    def parseChunk(self, parent: Element, text: str) -> None:  # noqa: N802
        lines = [line if line and not line.isspace() else "" for line in text.split("\n")]
        self._read(parent, lines, 0)

    def _read(self, parent: Element, lines: list[str], level: int) -> bool:
        """Append the blocks of *lines*; return whether an empty line stands between two of them."""
        if level > MOST_LEVELS:
            raise RecursionError
        index = 0
        is_spaced = is_after_blank = has_block = False
        while index < len(lines):
            line = lines[index]
            if not line:
                is_after_blank = has_block
                index += 1
                continue
            is_spaced |= is_after_blank
            is_after_blank, has_block = False, True
            text = line.lstrip(" ")
            if type(line) is Lazy:
                index = self._paragraph(parent, lines, index)
            elif len(line) - len(text) >= INDENT:
                index = self._indented_code(parent, lines, index)
            else:
                reader = self._readers.get(text[0])
                after = reader(parent, lines, index, level) if reader else 0
                index = after or self._paragraph(parent, lines, index)
        return is_spaced

    # Leaves. Each returns the index after its lines; 0 if it is none.

    def _paragraph(self, parent: Element, lines: list[str], start: int) -> int:
        index = start + 1
        while index < len(lines) and (line := lines[index]):
            text = line.lstrip(" ")
            if text[0] in _STOPS and len(line) - len(text) < INDENT and type(line) is not Lazy:
                if text[0] in "=-" and UNDERLINE.match(text):
                    words = self._without_references(_join(lines[start:index]))
                    if words:
                        SubElement(parent, "h1" if text[0] == "=" else "h2").text = words
                        return index + 1
                    return self._paragraph(parent, lines, index)
                if text[0] in "|:-" and (columns := columns_of(lines[index - 1], text)):
                    if index - 1 > start:
                        self._write_paragraph(parent, lines[start : index - 1])
                    return self._table(parent, lines, index - 1, columns)
                if interrupts(text, reads_html=self._reads_html):
                    break
            index += 1
        self._write_paragraph(parent, lines[start:index])
        return index

    def _write_paragraph(self, parent: Element, lines: list[str]) -> None:
        if text := self._without_references(_join(lines)):
            SubElement(parent, "p").text = text

    def _without_references(self, text: str) -> str:
        if "]:" not in text:
            return text
        text = _REFERENCE.sub(self._keep_reference, text)
        return text.replace("\n\x00", "").lstrip("\x00\n")

    def _keep_reference(self, match: re.Match[str]) -> str:
        label = match[1].strip().lower()
        address = match[2].removeprefix("<").removesuffix(">")
        self.md.references.setdefault(label, (address, match[5] or match[6]))
        return "\x00"

    def _table(self, parent: Element, lines: list[str], index: int, columns: list[str]) -> int:
        end = index + 2
        rows = []
        while end < len(lines) and (line := lines[end]):
            if begins_outside(line.lstrip(" "), reads_html=self._reads_html):
                break
            if self._without_references(line):
                rows.append(line)
            end += 1
        write_table(parent, lines[index], columns, rows)
        return end

    def _heading(self, parent: Element, lines: list[str], index: int, _: int) -> int:
        match = HEADING.match(lines[index].lstrip(" "))
        if not match:
            return 0
        SubElement(parent, f"h{len(match[1])}").text = _without_closing_signs(match[2])
        return index + 1

    def _rule(self, parent: Element, lines: list[str], index: int, _: int) -> int:
        if not RULE.match(lines[index].lstrip(" ")):
            return 0
        SubElement(parent, "hr")
        return index + 1

    def _indented_code(self, parent: Element, lines: list[str], index: int) -> int:
        end = last = index
        while end < len(lines) and (not lines[end] or lines[end].startswith(" " * INDENT)):
            end += 1
            last = end if lines[end - 1] else last
        _write_code(parent, [line[INDENT:] for line in lines[index:last]], "")
        return last

    def _fenced_code(self, parent: Element, lines: list[str], index: int, _: int) -> int:
        text = lines[index].lstrip(" ")
        match = FENCE.match(text)
        if not match:
            return 0
        indent = len(lines[index]) - len(text)
        fence, code = match[1], []
        end = index + 1
        while end < len(lines):
            line = lines[end]
            end += 1
            text = line.strip(" ")
            is_end = text.startswith(fence) and not text.strip(fence[0])
            if is_end and len(line) - len(line.lstrip(" ")) < INDENT:
                break
            code.append(line.removeprefix(" " * min(indent, len(line) - len(line.lstrip(" ")))))
        language = _LANGUAGE.match(match[2])
        _write_code(parent, code, (language[1] or language[2]) if language else "")
        return end

    def _html(self, parent: Element, lines: list[str], index: int, _: int) -> int:
        text = lines[index].lstrip(" ")
        end_sign = end_of_html(text, is_paragraph=False)
        if end_sign is None:
            return 0
        end = index
        while end < len(lines):
            is_end = end_sign.match(lines[end]) if ends_before_blank(end_sign) else None
            if is_end:
                break
            end += 1
            if not ends_before_blank(end_sign) and end_sign.search(lines[end - 1]):
                break
        while end > index + 1 and not lines[end - 1]:
            end -= 1
        self.raw.add(self.md.htmlStash.html_counter)
        placeholder = self.md.htmlStash.store("\n".join(lines[index:end]))
        SubElement(parent, "p").text = AtomicString(placeholder)
        return end

    # Containers

    def _quotation(self, parent: Element, lines: list[str], index: int, level: int) -> int:
        content, end = take_quoted(lines, index, reads_html=self._reads_html)
        self._read(SubElement(parent, "blockquote"), content, level + 1)
        return end

    def _note(self, parent: Element, lines: list[str], index: int, level: int) -> int:
        text = lines[index].lstrip(" ")
        match = NOTE.match(text)
        if not match:
            return 0
        first = text[match.end() :]
        content, end = take_indented(lines, index, first, INDENT, reads_html=self._reads_html)
        self.labels.add(fold_label(match[1]))
        note = SubElement(parent, "div", {"class": "footnote-definition", "id": match[1]})
        self._read(note, content, level + 1)
        return end

    def _rule_or_list(self, parent: Element, lines: list[str], index: int, level: int) -> int:
        return self._rule(parent, lines, index, level) or self._list(parent, lines, index, level)

    def _list(self, parent: Element, lines: list[str], index: int, level: int) -> int:
        found = MARKER.match(lines[index].lstrip(" "))
        if not found:
            return 0
        sign = found[1] or found[3]
        element = SubElement(parent, "ul" if found[1] else "ol")
        if found[2] and int(found[2]) != 1:
            element.set("start", str(int(found[2])))
        is_loose = False
        while True:
            line = lines[index]
            content, end = self._item(line, found, lines, index)
            is_loose |= self._read(SubElement(element, "li"), content, level + 1)
            index = end
            while index < len(lines) and not lines[index]:
                index += 1
            following = sister(lines[index], sign) if index < len(lines) else None
            if following is None:
                break
            is_loose |= index > end
            found = following
        if not is_loose:
            tighten(element)
        return end

    def _item(
        self, line: str, match: re.Match[str], lines: list[str], index: int
    ) -> tuple[list[str], int]:
        """The content of the item that *match* marks in *line*, and the index after it."""
        indent = len(line) - len(line.lstrip(" "))
        spaces = len(match[4] or " ")
        width = (
            indent + match.end() - (spaces if match[4] else 0) + (1 if spaces > INDENT else spaces)
        )
        if not match[4]:
            width = indent + len(match[0].rstrip(" ")) + 1
        if not line[width:].strip(" ") and index + 1 < len(lines) and not lines[index + 1]:
            return [], index + 1  # an item may begin with one empty line, not with two
        return take_indented(lines, index, line[width:], width, reads_html=self._reads_html)

    def _definition(self, parent: Element, lines: list[str], index: int, level: int) -> int:
        line = lines[index]
        match = DEFINITION.match(line.lstrip(" "))
        above = parent[-1] if len(parent) else None
        if (
            not match
            or above is None
            or above.tag not in ("p", "dl")
            or (not above.text and above.tag == "p")
        ):
            return 0
        if above.tag == "p":
            terms = str(above.text).split("\n")
            parent.remove(above)
            above = parent[-1] if len(parent) else None
            if above is None or above.tag != "dl":
                above = SubElement(parent, "dl")
            for term in terms:
                SubElement(above, "dt").text = term.strip(" ")
        width = len(line) - len(line.lstrip(" ")) + match.end()
        content, end = take_indented(
            lines, index, line[width:], width, reads_html=self._reads_html, is_definition=True
        )
        is_loose = self._read(SubElement(above, "dd"), content, level + 1)
        is_loose |= index > 0 and not lines[index - 1]
        even_out(above, is_loose=is_loose)
        return end


def fold_label(label: str) -> str:
    """One spelling of a note's label: case and runs of spaces do not count."""
    return " ".join(label.casefold().split())


def _without_closing_signs(text: str) -> str:
    """The *text* of a heading; signs at its end count as text where no space stands before them."""
    text = text.strip(" ")
    before = text.rstrip("#")
    return before.rstrip(" ") if not before or before.endswith(" ") else text


def _join(lines: list[str]) -> str:
    """The text of a paragraph: spaces before its lines mean nothing."""
    return "\n".join([line.lstrip(" ") for line in lines]).rstrip(" ")


def _write_code(parent: Element, lines: list[str], language: str) -> None:
    code = SubElement(SubElement(parent, "pre"), "code")
    if language:
        code.set("class", f"language-{language}")
    code.text = AtomicString(code_escape("\n".join(lines)) + "\n")
