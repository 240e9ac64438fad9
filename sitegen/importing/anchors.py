"""Links to a heading that is not there, found when all texts are: they lead to the page.

A build names headings by its own way, and a former site's texts may have lost the heading that they
link to; only what the new site's parser makes of a text tells which it has.
"""

import posixpath
import re
from collections.abc import Callable
from functools import cache
from urllib.parse import unquote

from sitegen.importing.former import ImportNote
from sitegen.importing.links import outside_code
from sitegen.markup.render import render_markup
from sitegen.markup.values import MarkupError, MarkupSettings
from sitegen.site.urls import slugify
from sitegen.sources.frontmatter import split

_LINK = re.compile(r"(?P<before>\]\(<?|href=\")(?P<path>[^\s()<>\"#:]+\.md)#(?P<name>[^\s()<>\"]+)")


def leads_to_heading(body: str) -> bool:
    """Whether *body* links to a heading of a text."""
    return ".md#" in body and _LINK.search(body) is not None


class Headings:
    """What headings the texts have that others link to."""

    def __init__(self, read: Callable[[str], str], engine: str) -> None:
        """*read*: the path of a text below ``content/`` → what its file is to hold."""
        self._read = read
        self._settings = MarkupSettings(engine=engine)
        self.of = cache(self._of)

    def mend(self, body: str, file: str) -> tuple[str, list[ImportNote]]:
        """Return *body*, which stands in *file*, with links to headings that are there, and notes
        of the others."""
        notes: list[ImportNote] = []

        def lead(match: re.Match[str]) -> str:
            path, name = match["path"], unquote(match["name"])
            target = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(path)))
            known = self.of(target)
            for tried in (name, slugify(name)):
                if known is None or tried in known:
                    return f"{match['before']}{path}#{tried}" if known else match[0]
            notes.append(ImportNote("heading", f"{target}#{name}", match[0]))
            return f"{match['before']}{path}"

        return outside_code(body, lambda piece: _LINK.sub(lead, piece)), notes

    def _of(self, file: str) -> frozenset[str] | None:
        """Return the ids in the text of *file*; None where nobody can tell."""
        try:
            text = self._read(file)
            parts = split(text, file, [])
            body = parts.body if parts else text
            return frozenset(render_markup(body, posixpath.dirname(file), self._settings).anchors)
        except (OSError, MarkupError):
            return None
