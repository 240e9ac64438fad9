"""Other sites of the workspace as sources: what they published last, from the disk. Reads files.

What a partner is asked over the network is read from the neighbour's ``output/`` instead: nothing
but what its readers have, under the same addresses.
"""

import os
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import msgspec

from sitegen.config import SiteConfig, SiteFile, SourceConfig
from sitegen.disk.reading import stays_inside
from sitegen.disk.workspace import workspace_of
from sitegen.engine.output import shows_unpublished
from sitegen.engine.site_yaml import read_site_file
from sitegen.errors import UsageError
from sitegen.names import MARKER
from sitegen.network.conditional import Reply, too_large
from sitegen.wording.phrases import Words, with_gaps


class Shelf(NamedTuple):
    """What a neighbour published: its address, and where that lies."""

    base: str
    """With scheme and host, and a slash at its end; empty where there is nothing."""
    folder: str
    lack: Words = ""
    """Why there is nothing."""

    def reply(self, url: str, limit: int) -> Reply:
        """Return what stands at the address *url*, at most *limit* bytes of it.

        Raises `ValueError`, with a phrase, where nothing of the neighbour's stands there.
        """
        if self.lack or not url.startswith(self.base):
            raise ValueError(self.lack or "HTTP 404")
        inside = unquote(urlsplit(url[len(self.base) :]).path)
        path = os.path.join(self.folder, *inside.split("/"))
        if not inside or inside.endswith("/"):
            path = os.path.join(path, "index.html")
        if not stays_inside(path, os.path.realpath(self.folder)) or not os.path.isfile(path):
            raise ValueError("HTTP 404")
        with open(path, "rb") as file:
            content = file.read(limit + 1)
        if len(content) > limit:
            raise too_large(limit)
        return Reply(url, content)


Shelves = Mapping[str, Shelf]
"""By what a source says under `site`."""
NO_SHELVES: Shelves = {}


def with_neighbours(config: SiteConfig, root: str) -> tuple[SiteConfig, Shelves]:
    """Return *config* with the addresses of the neighbours that are sources, and what these have.

    *root* is the folder of the site that asks.
    """
    shelves: dict[str, Shelf] = {}
    sources: dict[str, SourceConfig] = {}
    for key, source in config.sources.items():
        sources[key] = source
        if source.site:
            shelf = shelves[source.site] = _shelf(root, source.site)
            sources[key] = msgspec.structs.replace(source, url=shelf.base, kind="sitegen")
    return msgspec.structs.replace(config, sources=sources), shelves


def _shelf(root: str, site: str) -> Shelf:
    workspace = workspace_of(root)
    folder = os.path.join(workspace, *site.strip("/").split("/"))
    missing = Shelf("", "", with_gaps("the workspace has no site {page}", page=site))
    if not workspace or not stays_inside(folder, os.path.realpath(workspace)):
        return missing
    try:
        base = SiteFile(read_site_file(folder)).word("url").rstrip("/")
    except UsageError:
        return missing
    output = os.path.join(folder, "output")
    if not base or not os.path.isfile(os.path.join(output, MARKER)):
        return Shelf("", "", "it has not been built yet")
    if shows_unpublished(output):
        return Shelf("", "", "it was built last with what is not public yet: build it without")
    return Shelf(f"{base}/", output)
