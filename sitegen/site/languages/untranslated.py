"""What another version of a site has from the first: its files, and texts without a translation.

Pure.
"""

from collections.abc import Mapping

from msgspec.structs import replace

from sitegen.config import SiteConfig
from sitegen.model import Entry
from sitegen.site.assets import Asset
from sitegen.site.urls import encode_path, with_base, with_origin


def files_in(config: SiteConfig, assets: Mapping[str, Asset]) -> dict[str, Asset]:
    """Return the files of the site as the version with the settings *config* leads to them: where
    they stand, or on its own host once more.
    """
    if not config.has_own_host:
        return dict(assets)
    return {
        key: replace(asset, url=with_base(config.root_path, encode_path(f"/{asset.path}")))
        for key, asset in assets.items()
    }


def copies(
    entries: Mapping[str, Entry], first: Mapping[str, Entry], origin: str
) -> dict[str, Entry]:
    """Return those of *entries* that are of the *first* version, for want of a translation, with
    where they stand as they were written; *origin*: its scheme and host.
    """
    return {
        key: replace(
            entries[key],
            canonical=first[key].canonical or with_origin(origin, first[key].url),
            is_untranslated=True,
        )
        for key in entries.keys() & first.keys()
    }
