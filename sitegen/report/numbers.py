"""Counts and times as the user's language writes them."""

from sitegen.wording.translation import _, ngettext


def count(number: int, noun: str) -> str:
    """Return `1 page`, `2 pages`."""
    return f"{number} {ngettext(noun, noun + 's', number)}"


def decimal(number: float, digits: int = 2) -> str:
    """Return *number* rounded to *digits* decimals."""
    return f"{number:.{digits}f}".replace(".", _("."))
