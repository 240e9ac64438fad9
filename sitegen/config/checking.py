"""What ``sitegen check`` need not tell, and not ask; how much a dead link matters."""

from typing import Literal

import msgspec

from sitegen.catalogue import IDENTIFIERS
from sitegen.config.refusing import Refuse
from sitegen.model import CheckFields


class ExternalConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Links to other hosts, where `sitegen check --external` asks."""

    ignore: tuple[str, ...] = ()
    """Addresses that are not asked for: `https://example.org/*`."""


class CheckConfig(CheckFields, frozen=True, kw_only=True):
    """What `sitegen check` need not tell, of no document, and not ask."""

    external: ExternalConfig = ExternalConfig()
    """How links to other hosts are asked for."""
    dead_links: Literal["error", "warning"] = "error"
    """A link of a text to what is not there, for `sitegen build` too. An error keeps the document
    as it was published; with a warning it is published, with the link's text alone."""


def check_ignored(config: CheckConfig, refuse: Refuse) -> None:
    """Note identifiers that no message has."""
    for number, identifier in enumerate(config.ignore):
        if identifier not in IDENTIFIERS:
            refuse(f"check.ignore.{number}", "unknown-identifier", value=identifier)
