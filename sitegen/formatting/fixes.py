"""Mistakes that have one mend, mended in the text where they stand. Pure.

A message that names what was meant (`Did you mean …?`) is a mend: what is written at its place
gives way to it. A line that does not hold what the message speaks of is left alone.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from sitegen.border.suggestions import is_word_for_access
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
_MEANT = {"tag-spelt-otherwise": "other"}
"""What takes its place, where that has another name."""
_QUOTES = str.maketrans("“”„", '"""')


class Fix(NamedTuple):
    """A mistake that was mended."""

    diagnostic: Diagnostic
    before: str
    """The line as it stood."""
    after: str


def fix_text(text: str, diagnostics: Iterable[Diagnostic]) -> tuple[str, list[Fix]]:
    """Return *text* with its *diagnostics* mended, and each thing that was.

    Later places come first, so that the others stay where they are.
    """
    lines = text.split("\n")
    fixes = []
    for diagnostic in sorted(
        diagnostics, key=lambda diagnostic: (diagnostic.line, diagnostic.column), reverse=True
    ):
        if not 1 <= diagnostic.line <= len(lines):
            continue
        before = lines[diagnostic.line - 1]
        after = _mended(before, diagnostic)
        if after is not None and after != before:
            lines[diagnostic.line - 1] = after
            fixes.append(Fix(diagnostic, before, after))
    return "\n".join(lines), fixes[::-1]


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
    return _replaced(line, diagnostic.column - 1, written, meant)


def _replaced(line: str, start: int, written: str, meant: str) -> str | None:
    """Return *line* with *meant* for *written*, at *start* or behind it, or its only one."""
    if not written or not meant:
        return None
    at = line.find(written, max(start, 0))
    if at < 0:
        if line.count(written) != 1:
            return None
        at = line.find(written)
    return line[:at] + meant + line[at + len(written) :]


def _with_scheme(line: str, diagnostic: Diagnostic) -> str | None:
    meant = str(diagnostic.values["suggestion"])
    return _replaced(line, diagnostic.column - 1, meant.partition("://")[2], meant)


def _straight(line: str, _: Diagnostic) -> str:
    return line.translate(_QUOTES)


def _spaces(line: str, _: Diagnostic) -> str:
    return line.replace("\t", "  ")


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
    return _replaced(line, diagnostic.column - 1, text, meant)


def _quoted(line: str, _: Diagnostic) -> str | None:
    """Put the value of a key into quotes, which holds a colon."""
    match = re.fullmatch(r"(\s*(?:- )?[\w-]+: +)([^\"'\[{|>&*!#%@`].*?)\s*", line)
    return f'{match[1]}"{match[2]}"' if match and '"' not in match[2] else None


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
