"""What the editor may write into a document or a file of YAML: known keys, settings that hold."""

from collections.abc import Callable
from typing import NamedTuple

from sitegen.catalogue import is_error, wording
from sitegen.config import SiteFile
from sitegen.editing.refusals import EditError
from sitegen.errors import Diagnostic, SitegenError
from sitegen.names import SITE_FILE, is_document
from sitegen.sources.data import parse_data
from sitegen.sources.parse import ParseSettings, parse_document

_ABOVE = "\ufeff\n\r \t\u00a0\u200b\u2060"
"""What may stand above the first line of a document."""
_UNKNOWN = (
    "unknown-key", "unknown-key-near", "unread-key", "unread-key-near", "key-withholding",
    "key-unlisted", "key-shown",
)  # fmt: skip
_DATA = "_data/"


class Guard(NamedTuple):
    """Knows how the documents of a site are read."""

    settings: Callable[[], ParseSettings]
    content: str
    """The folder of the content, with a slash at its end; empty where it is the site's own."""

    def document_id(self, path: str) -> str:
        return path.removeprefix(self.content)

    def look(self, path: str, content: bytes) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the file at *path*, were it written as *content*."""
        name = self.document_id(path)
        if name.startswith(_DATA):
            return tuple(parse_data(content, name)[1])
        return parse_document(content, name, self.settings()).diagnostics

    def check(self, path: str, former: bytes, content: bytes) -> None:
        """Raise `EditError` where *content* brings what nobody reads, or stops the site.

        What was wrong before may stay: it is told, and mended by those who can.
        """
        if path == SITE_FILE:
            self._check_settings(path, content)
        elif is_document(path) or self.document_id(path).startswith(_DATA):
            if is_document(path) and not content.decode().lstrip(_ABOVE).startswith("---"):
                raise EditError("form", path=path)
            known = _unknown_keys(self.look(path, former)) if former else set()
            new = _unknown_keys(self.look(path, content)) - known
            if new:
                raise EditError("keys", path=path, keys=", ".join(sorted(new)))

    def _check_settings(self, path: str, content: bytes) -> None:
        try:
            SiteFile(content).read()
        except SitegenError as error:
            wrong = next(
                (diagnostic for diagnostic in error.diagnostics if is_error(diagnostic)),
                error.diagnostics[0],
            )
            raise EditError("settings", path=path, problem=wording(wrong)[0]) from error


def _unknown_keys(diagnostics: tuple[Diagnostic, ...]) -> set[str]:
    return {
        str(diagnostic.values.get("key", ""))
        for diagnostic in diagnostics
        if diagnostic.code in _UNKNOWN
    }
