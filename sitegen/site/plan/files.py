"""Files of the content, at the same address: as they are, or without what a photograph hides."""

from collections.abc import Iterator

from sitegen.imaging.metadata import CLEANED
from sitegen.model import Page
from sitegen.model.kinds import ASSET, ORIGINAL
from sitegen.site.index import Index


def file_pages(index: Index) -> Iterator[Page]:
    if index.first is not None and not index.config.has_own_host:
        return  # they stand once, at the site's root
    for asset in index.assets.values():
        kind = ORIGINAL if asset.format in CLEANED else ASSET
        yield Page(index.config.folder + asset.path, kind.name, asset.url, asset.id)
