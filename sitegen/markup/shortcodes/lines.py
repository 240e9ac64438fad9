"""Shortcodes found in Markdown, line by line; their places are marked for the engine.

A mark is a paragraph of its own with control characters that no text has after cleaning, so both
engines carry it through and nobody can write one. What stands in code, in a comment or in a script
is left alone.
"""

import re
from typing import NamedTuple

from sitegen.border.suggestions import nearest_key
from sitegen.errors import Diagnostic
from sitegen.markup.shortcodes.arguments import Reading
from sitegen.markup.shortcodes.declared import known_shortcodes
from sitegen.markup.shortcodes.shortcode import Shortcode
from sitegen.markup.values import DeclaredShortcode, Lookup, Reference
from sitegen.wording.excerpts import excerpt

_LINE = re.compile(r"( {0,3}:{3,}[ \t]*)([^\W\d][\w-]*)?(.*)")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_RAW = re.compile(r" {0,3}<(!--|(?:pre|script|style|textarea)\b)", re.IGNORECASE)
_IMAGE = re.compile(r"\s*\[?!\[.*[\])}]\s*")
_FIGURE = re.compile(r"\s*(?:[-*+]\s+)?(\S.*?)\s*:\s+(\S.*)")
OPEN, CLOSE, ALONE, VALUE, LABEL = "ocavl"
"""Kinds of marks: around content, for what stands alone, before the halves of a key figure."""


class Call(NamedTuple):
    """A shortcode that is in order."""

    name: str
    shortcode: Shortcode
    sources: dict[str, str]
    """The lines as they were written, by kind of mark."""


class MarkedText(NamedTuple):
    """A text with its shortcodes marked, and all that is known of them."""

    text: str
    """For the engine."""
    located: str
    """The text with spaces for the shortcodes' own lines: places in it are the author's."""
    calls: list[Call]
    references: tuple[Reference, ...]
    lookups: tuple[Lookup, ...]
    frame_hosts: tuple[str, ...]
    mistakes: tuple[Diagnostic, ...]


def write_mark(kind: str, number: int) -> str:
    return f"\x0e{kind}{number}\x0f"


def find_shortcodes(
    text: str, folder: str, is_french: bool, declared: tuple[DeclaredShortcode, ...] = ()
) -> MarkedText:
    """The shortcodes of *text*, the body of a document in the content folder *folder*.

    *declared*: those that the theme has beside sitegen's own.
    """
    finder = _Finder(folder, is_french, known_shortcodes(declared))
    code_end: re.Pattern[str] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if code_end:
            finder.keep(number, line)
            code_end = None if code_end.search(line) else code_end
        elif line.lstrip(" ").startswith(":::") and (match := _LINE.fullmatch(line)):
            finder.take(number, line, match)
        else:
            finder.keep(number, line)
            code_end = _end_of_code(line)
    return finder.finish()


def _end_of_code(line: str) -> re.Pattern[str] | None:
    """What ends the code, the comment or the script that *line* begins, if it begins one."""
    if match := _FENCE.match(line):
        return re.compile(rf" {{0,3}}{match[1][0]}{{{len(match[1])},}}\s*$")
    if match := _RAW.match(line):
        end = "-->" if match[1] == "!--" else f"</{match[1]}"
        if end not in line[match.end() :].lower():
            return re.compile(re.escape(end), re.IGNORECASE)
    return None


class _Open(NamedTuple):
    """A shortcode whose content is being read."""

    name: str
    number: int
    """Among the calls; -1 if its arguments are wrong."""
    line: int


class _Finder:
    def __init__(self, folder: str, is_french: bool, known: dict[str, type[Shortcode]]) -> None:
        self._known = known
        self._folder = folder
        self._is_french = is_french
        self._output: list[str] = []
        self._located: list[str] = []
        self._calls: list[Call] = []
        self._references: list[Reference] = []
        self._lookups: list[Lookup] = []
        self._hosts: dict[str, None] = {}
        self._mistakes: list[Diagnostic] = []
        self._open: _Open | None = None
        self._has_content = False

    def keep(self, number: int, line: str) -> None:
        """Take a line that is no shortcode's own."""
        self._located.append(line)
        if self._open and line.strip():
            self._has_content = True
            line = self._content(number, line, self._known[self._open.name].content)
        self._output.append(line)

    def take(self, number: int, line: str, match: re.Match[str]) -> None:
        """Take a line that begins with three colons."""
        self._located.append(" " * len(line))
        self._output.append(line)
        name, rest = match[2] or "", match[3]
        column = match.end(1) + 1
        if not name and not rest.strip():
            self._close(number, line)
        elif name not in self._known:
            self._refuse_name(name or rest.strip(), number, column)
        elif self._open and (
            self._known[name].content or self._known[self._open.name].content != "markdown"
        ):
            values = {
                "name": name,
                "outer": self._open.name,
                "line": str(self._open.line),
                "holding": self._names(("markdown",)),
            }
            self._mistakes.append(Diagnostic("shortcode-nested", "", number, column, values))
            if self._known[name].content:  # the other one was forgotten: told once
                self._open = None
                self._start(name, number, line, rest, match.end(2) + 1)
        else:
            self._start(name, number, line, rest, match.end(2) + 1)

    def _start(self, name: str, number: int, line: str, rest: str, column: int) -> None:
        if self._open:
            self._has_content = True
        reading = Reading(name, self._known[name], number, self._folder, self._is_french)
        shortcode = reading.read(rest, column)
        self._mistakes += reading.mistakes
        self._references += reading.references
        self._lookups += reading.lookups
        index = -1
        kind = OPEN if self._known[name].content else ALONE
        if shortcode is not None:
            index = len(self._calls)
            self._calls.append(Call(name, shortcode, {kind: line}))
            if shortcode.frame_host:
                self._hosts[shortcode.frame_host] = None
            self._output[-1] = f"\n{write_mark(kind, index)}\n"
        if kind == OPEN:
            self._open = _Open(name, index, number)
            self._has_content = False

    def _close(self, number: int, line: str) -> None:
        if self._open is None:
            values = {"closed": self._names(("images", "figures", "markdown"))}
            self._mistakes.append(Diagnostic("shortcode-stray", "", number, 1, values))
            return
        if not self._has_content:
            values = {
                "name": self._open.name,
                "key": "content",
                "example": self._known[self._open.name].example,
            }
            self._mistakes.append(Diagnostic("shortcode-missing", "", self._open.line, 1, values))
        if self._open.number >= 0:
            self._calls[self._open.number].sources[CLOSE] = line
            self._output[-1] = f"\n{write_mark(CLOSE, self._open.number)}\n"
        self._open = None

    def _names(self, contents: tuple[str, ...]) -> str:
        """Return the shortcodes, the theme's own too, that hold one of these kinds of content."""
        return ", ".join(
            f"`{name}`" for name, kind in self._known.items() if kind.content in contents
        )

    def _content(self, number: int, line: str, content: str) -> str:
        """A line within a shortcode, as the engine should get it."""
        if self._open is None or content == "markdown":
            return line
        if content == "images":
            if not _IMAGE.fullmatch(line):
                self._refuse_line(line, number, "each line is an image: ![La salle](salle.jpg)")
            return f"\n{line.strip()}\n"
        match = _FIGURE.fullmatch(line)
        if not match:
            self._refuse_line(line, number, "each line is a figure: - 412 : communes adhérentes")
            return line
        index = self._open.number
        return f"\n{write_mark(VALUE, index)}{match[1]}\n\n{write_mark(LABEL, index)}{match[2]}\n"

    def _refuse_line(self, line: str, number: int, reason: str) -> None:
        assert self._open
        column = len(line) - len(line.lstrip()) + 1
        values = {
            "name": self._open.name,
            "key": self._open.name,
            "value": excerpt(line.strip()),
            "reason": reason,
            "example": self._known[self._open.name].example,
        }
        self._mistakes.append(Diagnostic("shortcode-value", "", number, column, values))

    def _refuse_name(self, name: str, number: int, column: int) -> None:
        near = nearest_key(name, self._known)
        code = "shortcode-unknown-near" if near else "shortcode-unknown"
        values = {"name": excerpt(name, 40), "suggestion": near, "known": ", ".join(self._known)}
        self._mistakes.append(Diagnostic(code, "", number, column, values))

    def finish(self) -> MarkedText:
        if self._open:
            values = {"name": self._open.name}
            self._mistakes.append(Diagnostic("shortcode-open", "", self._open.line, 1, values))
        return MarkedText(
            "\n".join(self._output),
            "\n".join(self._located),
            self._calls,
            tuple(self._references),
            tuple(self._lookups),
            tuple(sorted(self._hosts)),
            tuple(self._mistakes),
        )
