"""HTML as plain text that is pasted into a mail or an editing system: 80 columns, links as notes.

Headings are underlined, quotations indented; a table that is too wide is told row by row. Pure.
"""

import re
from html.parser import HTMLParser
from textwrap import wrap

from sitegen.rendering.mail.lists import item_marks
from sitegen.rendering.mail.tables import Table, table_lines

WIDTH = 80
"""Columns: what any mail program shows without breaking lines of its own."""

_SPACES = re.compile(r"[ \t\r\n\f]+")
"""Those that HTML collapses; a space that does not break stays."""
_UNDERLINES = {"h1": "=", "h2": "-"}
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "details", "dd", "div", "dl", "dt", "figcaption",
    "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p",
    "pre", "section", "summary", "table", "td", "th", "tr", "ul",
))  # fmt: skip
_UNSHOWN = frozenset(("button", "iframe", "noscript", "script", "select", "style", "svg"))
_MARKS = {"q": '"', "del": "~~", "s": "~~", "strike": "~~"}
"""What browsers draw around words: without it a quotation is the author's own word, and what was
taken back still holds."""
_TELLS_ITSELF = ("mailto:", "tel:")


def plain_text(html: str, width: int = WIDTH) -> str:
    """Return *html* as text of at most *width* columns; only an address may be longer.

    Addresses must be absolute already. They stand at the end, each once, with the number that
    follows what leads there.
    """
    writer = _Writer(width, item_marks(html))
    writer.feed(html)
    writer.close()
    return writer.text()


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of *text*; what does not fit is never broken within a word."""
    return wrap(text, max(width, 1), break_long_words=False, break_on_hyphens=False)


class _Indent:
    """What stands before the lines of a block: a mark before its first, space before others."""

    def __init__(self, first: str, others: str) -> None:
        self.first = first
        self.others = others

    def take(self) -> str:
        first, self.first = self.first, self.others
        return first


class _Writer(HTMLParser):
    def __init__(self, width: int, marks: list[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._width = width
        self._blocks: list[str] = []
        self._text: list[str] = []
        self._indents: list[_Indent] = []
        self._lists = 0
        """How many are open."""
        self._marks = iter(marks)
        self._notes: dict[str, int] = {}
        self._links: list[tuple[str, int]] = []
        """The links that are open: where they lead, and where their text begins."""
        self._table: Table | None = None
        self._hidden = 0
        self._is_verbatim = False
        self._is_close = False
        """Whether the next block stands under the one before without an empty line."""
        self._pictured: str | None = None
        """What the picture of the open figure shows, until a caption says it; None outside one."""

    def text(self) -> str:
        self._flush()
        notes = [f"[{number}] {address}" for address, number in self._notes.items()]
        blocks = [*self._blocks, *(["\n" + "\n".join(notes)] if notes else [])]
        return "".join(blocks).strip("\n") + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSHOWN:
            self._hidden += 1
        if tag in _BLOCKS and self._table is None:
            self._flush()
        self._mark(tag)
        attributes = {name: value or "" for name, value in attrs}
        match tag:
            case "br":
                self._text.append("\n")
            case "a":
                self._links.append((attributes.get("href", ""), len(self._text)))
            case "figure":
                self._pictured = ""
            case "figcaption":
                self._pictured = ""
                self._text.append("[")
            case "img" if attributes.get("alt") and self._pictured is not None:
                self._pictured = attributes["alt"]
            case "img" if attributes.get("alt"):
                self._text.append(f"[{attributes['alt']}]")
            case "pre":
                self._is_verbatim = True
            case "ul" | "ol":
                self._is_close = self._lists > 0  # under the item that it is part of
                self._lists += 1
                self._indents.append(_Indent("", ""))
            case "li":
                self._begin_item()
            case "blockquote" | "dd":
                self._indents.append(_Indent("    ", "    "))
            case "table" if self._table is None and attributes.get("role") != "presentation":
                self._table = Table()
            case "caption" | "tr" | "th" | "td" if self._table is not None:
                self._text.clear()
                self._table.begin(tag)

    def handle_endtag(self, tag: str) -> None:
        self._mark(tag)
        if tag in _UNSHOWN:
            self._hidden = max(0, self._hidden - 1)
        if tag == "a" and self._links:
            self._end_link(*self._links.pop())
        elif self._table is not None:
            self._end_in_table(tag, self._table)
        elif tag in _UNDERLINES:
            self._flush(_UNDERLINES[tag])
        elif tag in _BLOCKS:
            if tag == "figcaption":
                self._text.append("]")
            elif tag == "figure":
                self._text.append(f"[{self._pictured}]" if self._pictured else "")
                self._pictured = None
            self._flush()
            self._is_verbatim = self._is_verbatim and tag != "pre"
            if tag in ("ul", "ol") and self._lists:
                self._lists -= 1
            if tag in ("ul", "ol", "li", "blockquote", "dd") and self._indents:
                self._indents.pop()
            self._is_close = tag == "li" or bool(self._lists and self._is_close)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._text.append(data if self._is_verbatim else _SPACES.sub(" ", data))

    def _mark(self, tag: str) -> None:
        if tag in _MARKS and not self._hidden:
            self._text.append(_MARKS[tag])

    def _begin_item(self) -> None:
        mark = next(self._marks)
        self._indents.append(_Indent(mark, " " * len(mark)))

    def _end_link(self, address: str, begins: int) -> None:
        shown = "".join(self._text[begins:]).strip()
        if address.startswith(_TELLS_ITSELF):
            told = address.partition(":")[2].partition("?")[0]
            if not address.startswith("tel:") and told not in shown:
                self._text.append(f" ({told})")
        elif address.startswith(("http://", "https://")) and shown and shown != address:
            number = self._notes.setdefault(address, len(self._notes) + 1)
            self._text.append(f"\u00a0[{number}]")

    def _end_in_table(self, tag: str, table: Table) -> None:
        if tag in ("caption", "th", "td"):
            table.end("".join(self._text).replace("\n", " ").strip())
            self._text.clear()
        elif tag == "table":
            self._table = None
            indent = self._indent()
            lines = table_lines(table, self._width - len(indent))
            self._put([f"{indent}{line}".rstrip() for line in lines])

    def _flush(self, underline: str = "") -> None:
        """End the block that is being written."""
        text, self._text = "".join(self._text), []
        if not text.strip():
            return
        indent = "".join(indent.others for indent in self._indents)
        room = self._width - len(indent)
        if self._is_verbatim:
            lines = text.strip("\n").split("\n")
        else:
            lines = [line for part in text.split("\n") for line in wrapped(part.strip(), room)]
        if underline:
            lines.append(underline * max(map(len, lines)))
        self._put([f"{self._indent()}{line}".rstrip() for line in lines])

    def _indent(self) -> str:
        return "".join(indent.take() for indent in self._indents)

    def _put(self, lines: list[str]) -> None:
        if lines:
            gap = "" if self._is_close or not self._blocks else "\n"
            self._blocks.append(gap + "\n".join(lines) + "\n")
            self._is_close = False
