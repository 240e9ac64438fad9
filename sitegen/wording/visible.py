"""Text that others wrote, as a terminal or a log may show it.

An author's title, a link's address or a foreign host's answer could otherwise colour or clear a
terminal (ECMA-48), begin a line that a CI system takes for a command (`::error::…`), or show words
in another order than they stand (U+202E; trojansource.codes).
"""

import re

from sitegen.patterns import lazy_pattern

_UNSEEN = lazy_pattern("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_UNPRINTED = lazy_pattern(r"[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f]|\x1b(?!\[[\d;]*m)")

_COMMAND = lazy_pattern(r"^\s*:(?=:)|#(?=#\[)", re.MULTILINE)
"""What GitHub's runner and Azure Pipelines obey: `::` first in a line, `##[` anywhere."""


def visible(text: str) -> str:
    """Return *text* in one line, with escapes for what would be obeyed and not shown."""
    return _UNSEEN.sub(_escape, text) if not text.isprintable() else text


def printable(text: str) -> str:
    """Return *text* without signs that a terminal obeys, but line ends, tabs and colours."""
    return _UNPRINTED.sub(_escape, text)


def no_command(text: str) -> str:
    """Return *text* with escapes where one of its lines would be a command to a CI system."""
    return _COMMAND.sub(_first_hex, text)


def _first_hex(match: re.Match[str]) -> str:
    return f"{match[0][:-1]}\\x{ord(match[0][-1]):02x}"


def _escape(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode()
