"""What the site declares about accessibility, ready to be shown."""

from typing import Any

import msgspec

from sitegen.config import SiteConfig
from sitegen.markup import space_french
from sitegen.model import Accessibility


def declaration(config: SiteConfig) -> Accessibility | None:
    """Return the declaration of ``site.yaml`` with the spaces that the site's language wants."""
    declared = config.accessibility
    if declared is None or config.typography_of("") != "fr":
        return declared
    typeset = {name: _typeset(value) for name, value in msgspec.structs.asdict(declared).items()}
    return Accessibility(**typeset)


def _typeset(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(space_french, value))
    is_prose = isinstance(value, str) and " " in value  # neither an address nor a key
    return space_french(value) if is_prose else value
