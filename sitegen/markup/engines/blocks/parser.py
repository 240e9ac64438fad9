"""The block parser: one line tells by its first sign what it begins."""

from collections.abc import Callable, Iterable
from typing import Final
from xml.etree.ElementTree import Element, ElementTree, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.util import AtomicString

from sitegen.markup.engines.blocks.containers import take_indented, take_quoted
from sitegen.markup.engines.blocks.leaves import (
    read_fenced_code,
    read_heading,
    read_indented_code,
    read_rule,
)
from sitegen.markup.engines.blocks.lists import (
    even_out,
    item_content,
    list_of_terms,
    sister,
    tighten,
)
from sitegen.markup.engines.blocks.references import without_references
from sitegen.markup.engines.blocks.signs import (
    DEFINITION,
    INDENT,
    MARKER,
    NOTE,
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
            "#": read_heading,
            ">": self._quotation,
            "`": read_fenced_code,
            "~": read_fenced_code,
            "[": self._note,
            ":": self._definition,
            "_": read_rule,
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
                index = read_indented_code(parent, lines, index)
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
                    words = without_references(_join(lines[start:index]), self.md.references)
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
        if text := without_references(_join(lines), self.md.references):
            SubElement(parent, "p").text = text

    def _table(self, parent: Element, lines: list[str], index: int, columns: list[str]) -> int:
        end = index + 2
        rows = []
        while end < len(lines) and (line := lines[end]):
            if begins_outside(line.lstrip(" "), reads_html=self._reads_html):
                break
            if without_references(line, self.md.references):
                rows.append(line)
            end += 1
        write_table(parent, lines[index], columns, rows)
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
        return read_rule(parent, lines, index, level) or self._list(parent, lines, index, level)

    def _list(self, parent: Element, lines: list[str], index: int, level: int) -> int:
        marker = MARKER.match(lines[index].lstrip(" "))
        if not marker:
            return 0
        sign = marker[1] or marker[3]
        element = SubElement(parent, "ul" if marker[1] else "ol")
        if marker[2] and int(marker[2]) != 1:
            element.set("start", str(int(marker[2])))
        is_loose = False
        while True:
            content, end = item_content(marker, lines, index, reads_html=self._reads_html)
            is_loose |= self._read(SubElement(element, "li"), content, level + 1)
            index = end
            while index < len(lines) and not lines[index]:
                index += 1
            following = sister(lines[index], sign) if index < len(lines) else None
            if following is None:
                break
            is_loose |= index > end
            marker = following
        if not is_loose:
            tighten(element)
        return end

    def _definition(self, parent: Element, lines: list[str], index: int, level: int) -> int:
        line = lines[index]
        match = DEFINITION.match(line.lstrip(" "))
        above = list_of_terms(parent) if match else None
        if match is None or above is None:
            return 0
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


def _join(lines: list[str]) -> str:
    """The text of a paragraph: spaces before its lines mean nothing."""
    return "\n".join([line.lstrip(" ") for line in lines]).rstrip(" ")
