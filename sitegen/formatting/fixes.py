"""Mistakes that have one mend, mended in the text where they stand. Pure.

A message that names what was meant (`Did you mean …?`) is a mend: what is written at its place
gives way to it. A line that does not hold what the message speaks of is left alone.
"""

import re
from collections.abc import Callable, Iterable, Set
from typing import NamedTuple

from sitegen.border.suggestions import is_word_for_access
from sitegen.border.text import clean
from sitegen.errors import Diagnostic

_WRITTEN = {
    "unknown-key-near": "key",
    "unknown-choice-near": "value",
    "broken-link-near": "target",
    "broken-anchor-near": "anchor",
    "missing-file-near": "file",
    "address-incomplete": "url",
    "bad-date-near": "value",
    "rule-in-words": "value",
    "slug-refused": "value",
    "unknown-event-near": "id",
    "shortcode-argument-near": "key",
    "shortcode-unknown-near": "name",
    "section-near": "section",
    "menu-unknown-near": "target",
    "contact-near": "value",
    "unknown-timezone-near": "value",
    "unknown-option-near": "name",
    "unread-key-near": "key",
    "tag-spelt-otherwise": "tag",
}
"""What of a message's values stands in the text; `suggestion` takes its place."""
_FILES = ("broken-link-near", "missing-file-near")
"""Those that speak of a path: only its last step is mended."""
_FRAGMENTS = ("broken-anchor-near",)
_WITHIN = ("broken-anchor-near", "rule-in-words", "markup-in-key")
"""Those whose place is that of a whole address or value: what is wrong stands behind it."""
_MEANT = {"tag-spelt-otherwise": "other"}
"""What takes its place, where that has another name."""
_CURLY = re.compile(r"[“„]([^“”„\"\\]*)[“”]")
_ENDS = re.compile(r"(\r\n|\r|\n)")
_MADE_BY_MENDS = frozenset((
    "duplicate-key", "unknown-key", "unknown-key-near", "key-within", "key-swallowed",
    "flow-comma", "comment-in-text", "expected-key", "front-matter-open", "front-matter-twice",
    "front-matter-missing", "csv-quote", "json-syntax",
))  # fmt: skip
"""What no mend brings to light: it was written at another place than the mistake's."""
_PLAIN = re.compile(r"[^\"\\\n,\[\]{}]*")
"""A value that means the same in quotes, without and in a list."""


class Fix(NamedTuple):
    """A mistake that was mended."""

    diagnostic: Diagnostic
    before: str
    """The line as it stood."""
    after: str


Look = Callable[[str], Set[str]]
"""Returns the codes of what is wrong with a text by itself."""


def fix_text(
    text: str, diagnostics: Iterable[Diagnostic], look: Look = lambda _: frozenset()
) -> tuple[str, list[Fix]]:
    """Return *text* with its *diagnostics* mended, and each thing that was.

    Later places come first, so that the others stay where they are. What *look* finds another
    mistake after is left alone: it was not understood. Each line keeps its end.
    """
    order = sorted(diagnostics, key=lambda each: (each.line, each.column), reverse=True)
    mended, fixes = _fixed(text, order)
    if not fixes or not _is_worse(look(mended), look(text)):
        return mended, fixes[::-1]
    mended, fixes = text, []
    for diagnostic in order:
        after, done = _fixed(mended, [diagnostic])
        if done and not _is_worse(look(after), look(mended)):
            mended, fixes = after, [*fixes, *done]
    return mended, fixes[::-1]


def _is_worse(after: Set[str], before: Set[str]) -> bool:
    """Whether the codes *after* a mend tell that it made a mistake."""
    new = after - before
    return not new.isdisjoint(_MADE_BY_MENDS) or any(code.startswith("yaml-") for code in new)


def _fixed(text: str, order: Iterable[Diagnostic]) -> tuple[str, list[Fix]]:
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    parts = _ENDS.split(text.removeprefix(mark))
    lines = parts[::2]
    fixes = []
    for diagnostic in order:
        if not 1 <= diagnostic.line <= len(lines):
            continue
        before = lines[diagnostic.line - 1]
        after = _mended(before, diagnostic)
        if after is not None and after != before:
            lines[diagnostic.line - 1] = after
            fixes.append(Fix(diagnostic, before, after))
    parts[::2] = lines
    return mark + "".join(parts), fixes


def is_fixable(diagnostic: Diagnostic) -> bool:
    """Whether there is one way to mend what *diagnostic* tells.

    `private: true` means `access`; for whom, its author alone knows.
    """
    if is_word_for_access(str(diagnostic.values.get("key", ""))):
        return False
    return diagnostic.code in _WRITTEN or diagnostic.code in _MENDS


def _mended(line: str, diagnostic: Diagnostic) -> str | None:
    """Return *line* without the mistake; None where it is not found in it."""
    if mend := _MENDS.get(diagnostic.code):
        return mend(line, diagnostic)
    if not is_fixable(diagnostic):
        return None
    written = str(diagnostic.values[_WRITTEN[diagnostic.code]])
    meant = str(diagnostic.values[_MEANT.get(diagnostic.code, "suggestion")])
    if diagnostic.code in _FILES:
        (folder, _, written), (other, _, meant) = (
            address.rpartition("/") for address in (written, meant)
        )
        if folder != other:  # a file of that name elsewhere may be another picture
            return None
    if _WRITTEN[diagnostic.code] == "key":
        written, meant = (address.rpartition(".")[2] for address in (written, meant))
    if diagnostic.code in _FRAGMENTS:
        written, meant = f"#{written}", f"#{meant}"
    return _replaced(line, diagnostic, written, meant)


def _replaced(line: str, diagnostic: Diagnostic, written: str, meant: str) -> str | None:
    """Return *line* with *meant* for *written*, at *start*, in quotes too.

    Where letters are written in parts or signs were left out (`clean`), places differ: then it is
    the only one in the line.
    """
    if not (written and meant) or not _PLAIN.fullmatch(meant) or {": ", " #"} & _pairs(meant):
        return None
    start = max(diagnostic.column - 1, 0)
    if diagnostic.code in _WITHIN:
        start = max(line.find(written, start), start)
    at = start + (line[start : start + 1] in ("'", '"') and not written.startswith(line[start]))
    if not line.startswith(written, at):
        if line == clean(line) or len(_whole(written).findall(line)) != 1:
            return None
        at = next(_whole(written).finditer(line)).start()
    return line[:at] + meant + line[at + len(written) :]


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text))}


def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")


def _with_scheme(line: str, diagnostic: Diagnostic) -> str | None:
    meant = str(diagnostic.values["suggestion"])
    return _replaced(line, diagnostic, meant.partition("://")[2], meant)


def _straight(line: str, diagnostic: Diagnostic) -> str | None:
    """Put straight quotation marks around the value, and leave those within it."""
    start = diagnostic.column - 1
    match = _CURLY.match(line, start)
    return f'{line[:start]}"{match[1]}"{line[match.end() :]}' if match else None


def _spaces(line: str, _: Diagnostic) -> str:
    return re.sub(r"^[ \t]+", lambda match: match[0].replace("\t", "  "), line)


def _fence(_line: str, _: Diagnostic) -> str:
    return "---"


def _bullet(line: str, diagnostic: Diagnostic) -> str | None:
    sign = str(diagnostic.values["sign"])
    return re.sub(rf"^(\s*){re.escape(sign)}[ \t\u00a0]*", r"\1- ", line) if sign else None


def _definition(line: str, _: Diagnostic) -> str:
    return re.sub(r"^: ", ":   ", line)


def _second_level(line: str, _: Diagnostic) -> str | None:
    return f"#{line}" if line.startswith("# ") else None


def _without_markup(line: str, diagnostic: Diagnostic) -> str | None:
    text, meant = (str(diagnostic.values[name]) for name in ("text", "suggestion"))
    return _replaced(line, diagnostic, text, meant)


def _quoted(line: str, _: Diagnostic) -> str | None:
    """Put the value of a key into quotes, which holds a colon; a comment is none of it."""
    match = re.fullmatch(r"(\s*(?:- )?[\w-]+ ?: +)([^\"'\[{|>&*!#%@`\s](?:.*\S)?)(\s*)", line)
    if match is None or " #" in match[2] or '"' in match[2] or "\\" in match[2]:
        return None
    return f'{match[1]}"{match[2]}"{match[3]}'


_MENDS: dict[str, Callable[[str, Diagnostic], str | None]] = {
    "missing-scheme": _with_scheme,
    "curly-quotes": _straight,
    "yaml-tab": _spaces,
    "yaml-colon": _quoted,
    "front-matter-dashes": _fence,
    "front-matter-fence": _fence,
    "pasted-bullets": _bullet,
    "definition-one-space": _definition,
    "heading-first-level": _second_level,
    "markup-in-key": _without_markup,
}
"""Mends that are more than a word for another."""
