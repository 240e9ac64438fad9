"""What stands on the disk before a build: the site's files and its themes', by their stamps."""

import os
import time
from collections.abc import Sequence

import msgspec

from sitegen.engine.stamps import is_racy
from sitegen.errors import Diagnostic
from sitegen.rendering.themes import theme_folders
from sitegen.sources.scan import Source, scan_folder


class Scan(msgspec.Struct, frozen=True):
    """The files that a site is made from, none of them read yet."""

    content: dict[str, Source]
    """Files of ``content/`` by key."""
    themes: tuple[str, ...]
    """The site's theme and those that it extends, when this was scanned."""
    layers: tuple[dict[str, Source], ...]
    """The files of their folders by their names in them; the nearest folder first."""
    diagnostics: tuple[Diagnostic, ...]
    began: int
    """Nanoseconds since 1970 when the scan began."""

    @property
    def is_settled(self) -> bool:
        """Whether no file may still change within its stamp."""
        folders = (self.content, *self.layers)
        return not any(
            is_racy(source.stamp, self.began) for folder in folders for source in folder.values()
        )


def scan_site(root: str, themes: Sequence[str]) -> Scan:
    """Return what the site at *root* and its *themes* are made from."""
    began = time.time_ns()
    diagnostics: list[Diagnostic] = []
    content = scan_folder(os.path.join(root, "content"), "content", root, diagnostics)
    layers = []
    for theme in themes:
        key = f"themes/{theme}"
        for folder in theme_folders(root, theme):
            found = scan_folder(folder, key, folder, diagnostics)
            layers.append({name.removeprefix(f"{key}/"): found[name] for name in found})
    return Scan(content, tuple(themes), tuple(layers), tuple(diagnostics), began)
