"""Split a document into its YAML block and its body; read the block, typed, with marks."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec

from sitegen.border.convert import Converter
from sitegen.border.text import SOFT_BREAK
from sitegen.border.usual_yaml import read_usual
from sitegen.errors import Diagnostic
from sitegen.patterns import lazy_pattern
from sitegen.sources.around_mistakes import compose_around
from sitegen.sources.below_extra import hidden_below_extra
from sitegen.sources.second_head import second_head
from sitegen.sources.swallowed import swallowed_keys

S = TypeVar("S", bound=msgspec.Struct)

_INVISIBLE = lazy_pattern("[\u200b\u2060]")
"""Zero-width spaces: web pages bring them along, and a key that begins with one is another key."""
_DASHES = lazy_pattern(r"(?=.*[–—])[–—-](?:\s?[–—-]){0,3}")
"""A word processor's idea of three hyphens."""
_NEARLY_FENCE = lazy_pattern(
    r"^[ \t]*(?:[-–—]{2,}\w*|—|\*{3,}|_{3,}|={3,}|`{3,}\w*)[ \t]*$", re.MULTILINE
)
"""Lines that are meant as `---`."""
_FOREIGN = {
    b"PK\x03\x04": ".docx, .odt", b"{\\rtf": ".rtf", b"%PDF": ".pdf", b"\xd0\xcf\x11\xe0": ".doc",
}  # fmt: skip
"""First bytes of files that were renamed to `.md`."""
_FOREIGN_STARTS = tuple(_FOREIGN)
_ANY_BREAK = lazy_pattern(f"[\n{SOFT_BREAK}]")
_FENCE = lazy_pattern(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


class Parts(NamedTuple):
    front: str
    front_line: int
    """The file's line on which the YAML begins, from 1."""
    body: str
    body_line: int
    soft_lines: tuple[tuple[int, int], ...] = ()
    """Lines of the body (from 1) that editors count to the line before, and how far into that one
    each begins: what is pasted from word processors has line breaks of its own."""

    def place(self, line: int, column: int = 1) -> tuple[int, int]:
        """Return line and column in the file, as editors count them, of a place in the body."""
        before = bisect_right(self.soft_lines, (line, sys.maxsize))
        number, offset = self.soft_lines[before - 1] if before else (0, 0)
        return line - before + self.body_line - 1, column + (offset if number == line else 0)


def foreign_format(raw: bytes) -> str:
    """Return the ending of the format that *raw* really has, if it is that of a text processor."""
    if not raw.startswith(_FOREIGN_STARTS):
        return ""
    return next(ending for start, ending in _FOREIGN.items() if raw.startswith(start))


def split(text: str, path: str, diagnostics: list[Diagnostic]) -> Parts | None:
    """Return the YAML and the body of *text*, or None when there is no front matter to read.

    A `SOFT_BREAK` in it is a space of the YAML and a line break of the body.
    """
    parts = _usual_parts(text) or _unusual_parts(text, path, diagnostics)
    if parts is None:
        return None
    if second := second_head(parts.body):
        place = parts.place(parts.body.count("\n", 0, second[0]) + 1)
        values = {"key": second[1].partition(":")[0].strip()}
        diagnostics.append(Diagnostic("front-matter-twice", path, *place, values))
        return None
    return parts


def _unusual_parts(text: str, path: str, diagnostics: list[Diagnostic]) -> Parts | None:
    start = len(text) - len(text.lstrip("\n \t\u00a0\u200b\u2060"))
    first_line = text.count("\n", 0, start) + 1
    opening = text[start : text.find("\n", start) if "\n" in text[start:] else len(text)].rstrip()
    if opening == "+++":
        diagnostics.append(Diagnostic("front-matter-toml", path, first_line, 1))
        return None
    if _DASHES.fullmatch(opening):
        diagnostics.append(Diagnostic("front-matter-dashes", path, first_line, 1))
        return None
    if text[start : start + 1] == "{":
        diagnostics.append(Diagnostic("front-matter-json", path, first_line, 1))
        return None
    if opening != "---" and _NEARLY_FENCE.fullmatch(opening):
        values = {"line": opening[:20]}
        diagnostics.append(Diagnostic("front-matter-fence", path, first_line, 1, values))
        return None
    if opening != "---":
        diagnostics.append(Diagnostic("front-matter-missing", path, first_line, 1))
        return None
    yaml_start = start + text[start:].find("\n") + 1 if "\n" in text[start:] else len(text)
    closing = _FENCE.search(text, yaml_start)
    if closing is None:
        nearly = _NEARLY_FENCE.search(text, yaml_start)
        if nearly is not None:
            line = text.count("\n", 0, nearly.start()) + 1
            values = {"line": nearly[0].rstrip()[:20]}  # what is wrong may be its indentation
            diagnostics.append(Diagnostic("front-matter-fence", path, line, 1, values))
            return None
        diagnostics.append(Diagnostic("front-matter-open", path, first_line, 1))
        return None
    front = _INVISIBLE.sub("", text[yaml_start : closing.start()]).replace(SOFT_BREAK, " ")
    body_start = min(closing.end() + 1, len(text))
    body_line, body = text.count("\n", 0, body_start) + 1, text[body_start:]
    if SOFT_BREAK not in body:
        return Parts(front, first_line + 1, body, body_line)
    soft_lines = tuple(_soft_lines(body))
    return Parts(front, first_line + 1, body.replace(SOFT_BREAK, "\n"), body_line, soft_lines)


def _usual_parts(text: str) -> Parts | None:
    """Return the parts of a text between three plain hyphens, which most are; else None."""
    if not text.startswith("---\n"):
        return None
    end = text.find("\n---", 3)
    if end < 0 or not text.startswith("\n---\n", end) or SOFT_BREAK in text:
        return None
    front = text[4 : end + 1]
    if front.startswith("...") or "\n..." in front or "\u200b" in front or "\u2060" in front:
        return None
    return Parts(front, 2, text[end + 5 :], front.count("\n") + 3)


def _soft_lines(body: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for number, match in enumerate(_ANY_BREAK.finditer(body), 2):
        if match[0] == SOFT_BREAK:
            yield number, match.end() - begin
        else:
            begin = match.end()


class Front(NamedTuple, Generic[S]):
    """What was read of a front matter."""

    value: S | None
    """None where something is wrong in it."""
    marks: dict[str, tuple[int, int]]
    """Where each of its keys stands."""
    sound: dict[str, Any]
    """The keys that could be read, also where others could not."""


def read(parts: Parts, path: str, struct: type[S], diagnostics: list[Diagnostic]) -> Front[S]:
    """Return the front matter as a *struct*; what is wrong in it is added to *diagnostics*."""
    usual = read_usual(parts.front, parts.front_line, struct)
    if usual is not None:
        return Front(*usual)
    return read_by_library(parts, path, struct, diagnostics)


def read_by_library(
    parts: Parts, path: str, struct: type[S], diagnostics: list[Diagnostic]
) -> Front[S]:
    """Return what `read` returns, of any YAML."""
    before = len(diagnostics)
    node, text, left_out = compose_around(parts.front, path, parts.front_line, diagnostics)
    converter = Converter(text, path, parts.front_line)
    is_sound = len(diagnostics) == before
    if node is None:
        if is_sound:
            diagnostics.append(
                Diagnostic("missing-key", path, parts.front_line - 1, 1, {"key": "title"})
            )
        return Front(None, {}, {})
    value = converter.convert(node, struct)
    if not is_sound:
        value = None
    diagnostics.extend(
        mistake
        for mistake in converter.diagnostics
        if mistake.code != "missing-key" or mistake.values["key"] not in left_out
    )
    converter.marks.update(left_out)
    for key, holder, line, column in swallowed_keys(node, text):
        place = (path, parts.front_line + line - 1, column)
        diagnostics.append(Diagnostic("key-swallowed", *place, {"key": key, "holder": holder}))
        value = None
    for mistake in hidden_below_extra(node, converter):
        diagnostics.append(mistake)
        value = None
    return Front(value, converter.marks, converter.sound)
