"""What stands on the disk before a build: the site's files and its themes', by their stamps."""

import os
import time
from collections.abc import Collection, Sequence

import msgspec

from sitegen.disk.stamps import is_racy
from sitegen.disk.workspace import (
    SHARED_DATA,
    SHARED_THEMES,
    way_up,
    without_way,
    workspace_of,
)
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
    shared: dict[str, Source]
    """The data files of the site's workspace by their names there: ``_data/venues.yaml``."""
    diagnostics: tuple[Diagnostic, ...]
    began: int
    """Nanoseconds since 1970 when the scan began."""
    unseen: tuple[str, ...] = ()
    """Folders of the content that were left out, each with a slash at its end."""

    def is_of(self, folder: str, themes: Sequence[str]) -> bool:
        """Whether it looked where a site with that content folder and *themes* keeps files."""
        return self.folder == folder and self.themes == tuple(themes)

    def without_content(self, folders: Collection[str]) -> "Scan":
        """Return the scan as if nothing stood in these *folders* below ``content/``."""
        if not folders:
            return self
        unseen = tuple(f"{folder}/" for folder in folders)
        keys = tuple(f"{CONTENT}/{folder}" for folder in unseen)
        content = {key: each for key, each in self.content.items() if not key.startswith(keys)}
        return msgspec.structs.replace(self, content=content, unseen=unseen)

    def racy(self) -> list[str]:
        """Return the keys of the files that may still change within their stamps."""
        folders = (self.content, self.shared, *self.layers)
        return [
            source.key
            for folder in folders
            for source in folder.values()
            if is_racy(source.stamp, self.began)
        ]


def scan_site(root: str, folder: str, themes: Sequence[str]) -> Scan:
    """Return what the site at *root* with its content in *folder* and its *themes* are made from.

    Folders that sitegen wrote (those with its mark) are never content.
    """
    began = time.time_ns()
    is_root = folder == "."
    disk_folder = root if is_root else os.path.join(root, folder)
    without = tuple(f"{CONTENT}/{name}" for name in NOT_CONTENT) if is_root else ()
    content, wrong = scan_folder(disk_folder, CONTENT, root, without)
    around = scan_around(root, folder, themes)
    return msgspec.structs.replace(
        around, content=content, diagnostics=wrong + around.diagnostics, began=began
    )


def scan_around(root: str, folder: str, themes: Sequence[str]) -> Scan:
    """Return what `scan_site` does, but for the content: as if there were none."""
    began = time.time_ns()
    diagnostics: tuple[Diagnostic, ...] = ()
    layers = []
    workspace = workspace_of(root)
    shared_themes = os.path.join(workspace, SHARED_THEMES, "") if workspace else "\0"
    for theme in themes:
        key = f"themes/{theme}"
        for theme_folder in theme_folders(root, theme):
            sources, wrong = scan_folder(theme_folder, key, theme_folder)
            if theme_folder.startswith(shared_themes):
                sources, wrong = _shown_from(root, workspace, sources, wrong)
            names = (without_way(source_key).removeprefix(f"{key}/") for source_key in sources)
            layers.append(dict(zip(names, sources.values(), strict=True)))
            diagnostics += wrong
    shared, wrong = _shared_data(root, workspace)
    diagnostics += wrong
    return Scan(folder, {}, tuple(themes), tuple(layers), shared, diagnostics, began)


def _shared_data(root: str, workspace: str) -> tuple[dict[str, Source], tuple[Diagnostic, ...]]:
    """Return the data files of the site's workspace; none of a site that stands alone."""
    if not workspace:
        return {}, ()
    folder = os.path.join(workspace, SHARED_DATA)
    sources, wrong = _shown_from(root, workspace, *scan_folder(folder, SHARED_DATA, workspace))
    return {without_way(key): source for key, source in sources.items()}, wrong


def _shown_from(
    root: str, workspace: str, sources: dict[str, Source], told: tuple[Diagnostic, ...]
) -> tuple[dict[str, Source], tuple[Diagnostic, ...]]:
    """Return what was scanned of a workspace with keys, and places, that lead up from the site."""
    way = way_up(root, workspace)
    moved = {
        f"{way}/{key}": msgspec.structs.replace(source, key=f"{way}/{source.key}")
        for key, source in sources.items()
    }
    return moved, tuple(
        msgspec.structs.replace(mistake, path=f"{way}/{mistake.path}") for mistake in told
    )
