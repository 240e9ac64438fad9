"""What ``sitegen check`` need not tell, and not ask."""

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


def check_ignored(config: CheckConfig, refuse: Refuse) -> None:
    """Note identifiers that no message has."""
    for number, identifier in enumerate(config.ignore):
        if identifier not in IDENTIFIERS:
            refuse(f"check.ignore.{number}", "unknown-identifier", value=identifier)
