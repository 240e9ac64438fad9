"""One message of the catalogue."""

from typing import NamedTuple

from sitegen.errors import Severity


class Message(NamedTuple):
    id: str
    severity: Severity
    text: str
    hint: str = ""
    """What to do about it."""
