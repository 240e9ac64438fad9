"""Where the site's content can be read and edited on the web."""

import msgspec

from sitegen.border.addresses import split_address
from sitegen.config.refusing import Refuse


class RepositoryConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Where the site's content can be read and edited on the web, as on a code host."""

    view: str = ""
    """The folder of the content as the host shows it: `https://git.example.org/hub/blob/main/docs/`.
    Links that lead out of the content go there."""
    edit: str = ""
    """The same folder where it is edited; a page of a guide then links to its source."""


def check_repository(config: RepositoryConfig, refuse: Refuse) -> None:
    """Note what is no address."""
    for name in ("view", "edit"):
        written: str = getattr(config, name)
        if written and split_address(written).scheme not in ("http", "https"):
            refuse(f"repository.{name}", "bad-repository", key=f"repository.{name}", value=written)
