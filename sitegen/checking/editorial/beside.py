"""What stands beside documents: others that wait with them, files that nobody is led to. Pure."""

from collections.abc import Iterator
from typing import Any

import msgspec

from sitegen.errors import Diagnostic
from sitegen.site.index import Index
from sitegen.site.publication import above, is_public, is_waiting
from sitegen.site.withholding import named_files, texts_in

_OFFICE = (
    ".doc", ".docx", ".docm", ".odp", ".ods", ".odt", ".pages", ".ppt", ".pptx", ".rtf", ".txt",
    ".xls", ".xlsx", ".xlsm",
)  # fmt: skip
"""Files in which texts are written before they are documents of the site; a PDF is for readers."""


def check_beside(index: Index) -> Iterator[Diagnostic]:
    """Yield documents that wait for the page of their folder, and office files without a link."""
    yield from _waiting(index)
    yield from _unlinked(index)


def _waiting(index: Index) -> Iterator[Diagnostic]:
    clock, zone = index.clock, index.config.timezone
    for document in index.documents.values():
        pages = above(document, index.bundles)
        waited_for = [page for page in pages if is_waiting(page, clock, zone)]
        if waited_for and is_public(document, clock, zone):
            values = {"other": f"content/{waited_for[0].id}"}
            yield Diagnostic("waits-with-folder", f"content/{document.id}", 1, 1, values)


def _unlinked(index: Index) -> Iterator[Diagnostic]:
    """Yield published office files in folders of documents that nothing names.

    Such files at the site's root, and in hidden folders, are for programs (`robots.txt`).
    """
    assets = [
        asset
        for path, asset in index.assets.items()
        if path.lower().endswith(_OFFICE) and "/" in path and path[0] != "."
    ]
    if not assets:
        return
    named = {file for document in index.documents.values() for file in named_files(document)}
    values: list[Any] = [msgspec.to_builtins(index.config), index.data]
    values += (document.front.extra for document in index.documents.values())
    named |= {text.lstrip("/") for text in texts_in(values)}
    for asset in assets:
        if not named & {asset.id, asset.path, asset.url.lstrip("/")}:
            yield Diagnostic("unlinked-file", f"content/{asset.id}", values={"url": asset.url})
