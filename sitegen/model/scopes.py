"""What a list, a feed or a calendar is of."""

from typing import NamedTuple


class Scope(NamedTuple):
    """A part of the site: all of it, a term of a taxonomy, a document, a period."""

    kind: str = "all"
    """`all`, the name of a taxonomy (`tag`), `entry` (a document), `year`, `month`, `outlook`."""
    value: str = ""
    """The section's or the document's id, the slug, `2022`, `2022-03`; nothing for `all`."""

    def __str__(self) -> str:
        """Return `tag:forum`: how a page's `subject` names it."""
        return f"{self.kind}:{self.value}"


WHOLE = Scope()
OUTLOOK = Scope("outlook")
"""All of the agenda, as Outlook reads it."""
