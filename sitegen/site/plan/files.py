"""Files of the content, at the same address: as they are, or without what a photograph hides."""

from collections.abc import Iterator

from sitegen.imaging.kinds import RASTERS
from sitegen.model import Page
from sitegen.model.kinds import ASSET, ORIGINAL
from sitegen.site.index import Index


def file_pages(index: Index) -> Iterator[Page]:
    is_active = index.config.images.active
    for asset in index.assets.values():
        kind = ORIGINAL if is_active and asset.format in RASTERS else ASSET
        yield Page(asset.path, kind.name, asset.url, asset.id)
