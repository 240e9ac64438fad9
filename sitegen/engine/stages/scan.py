"""What stands on the disk before a build: the site's files and its themes', by their stamps."""

import os
import time
from collections.abc import Sequence

import msgspec

from sitegen.disk.stamps import is_racy
from sitegen.errors import Diagnostic
from sitegen.names import CONTENT, NOT_CONTENT
from sitegen.sources.scan import Source, scan_folder
from sitegen.theme.folders import theme_folders


class Scan(msgspec.Struct, frozen=True):
    """The files that a site is made from, none of them read yet."""

    folder: str
    """The folder of the content below the site's; `.` is the site's own."""
    content: dict[str, Source]
    """Its files by key, whose first step is always ``content/``."""
    themes: tuple[str, ...]
    """The site's theme and those that it extends, when this was scanned."""
    layers: tuple[dict[str, Source], ...]
    """The files of their folders by their names in them; the nearest folder first."""
    diagnostics: tuple[Diagnostic, ...]
    began: int
    """Nanoseconds since 1970 when the scan began."""

    def is_of(self, folder: str, themes: Sequence[str]) -> bool:
        """Whether it looked where a site with that content folder and *themes* keeps files."""
        return self.folder == folder and self.themes == tuple(themes)

    @property
    def is_settled(self) -> bool:
        """Whether no file may still change within its stamp."""
        folders = (self.content, *self.layers)
        return not any(
            is_racy(source.stamp, self.began) for folder in folders for source in folder.values()
        )


def scan_site(root: str, folder: str, themes: Sequence[str]) -> Scan:
    """Return what the site at *root* with its content in *folder* and its *themes* are made from.

    Folders that sitegen wrote (those with its mark) are never content.
    """
    began = time.time_ns()
    is_root = folder == "."
    disk_folder = root if is_root else os.path.join(root, folder)
    without = tuple(f"{CONTENT}/{name}" for name in NOT_CONTENT) if is_root else ()
    content, diagnostics = scan_folder(disk_folder, CONTENT, root, without)
    layers = []
    for theme in themes:
        key = f"themes/{theme}"
        for folder in theme_folders(root, theme):
            sources, wrong = scan_folder(folder, key, folder)
            layers.append({name.removeprefix(f"{key}/"): one for name, one in sources.items()})
            diagnostics += wrong
    return Scan(folder, content, tuple(themes), tuple(layers), diagnostics, began)
