"""What stands on the disk before a build: the site's files and the theme's, by their stamps."""

import os
import time

import msgspec

from sitegen.engine.stamps import is_racy
from sitegen.errors import Diagnostic
from sitegen.rendering.themes import theme_folders
from sitegen.sources.scan import Source, scan_folder


class Scan(msgspec.Struct, frozen=True):
    """The files that a site is made from, none of them read yet."""

    content: dict[str, Source]
    """Files of ``content/`` by key."""
    theme: dict[str, Source]
    """The theme's files by their name in it; one of the site's own hides the one below it."""
    diagnostics: tuple[Diagnostic, ...]
    began: int
    """Nanoseconds since 1970 when the scan began."""

    @property
    def is_settled(self) -> bool:
        """Whether no file may still change within its stamp."""
        sources = (*self.content.values(), *self.theme.values())
        return not any(is_racy(source.stamp, self.began) for source in sources)


def scan_site(root: str, theme: str) -> Scan:
    """Return what the site at *root* and its *theme* are made from."""
    began = time.time_ns()
    diagnostics: list[Diagnostic] = []
    content = scan_folder(os.path.join(root, "content"), "content", root, diagnostics)
    found: dict[str, Source] = {}
    for folder in theme_folders(root, theme):
        key = f"themes/{theme}"
        for shown, source in scan_folder(folder, key, folder, diagnostics).items():
            found.setdefault(shown.removeprefix(f"{key}/"), source)
    return Scan(content, found, tuple(diagnostics), began)
