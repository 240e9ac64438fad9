"""What is asked of a fetch, and the world that it asks. Pure."""

import datetime as dt
from collections.abc import Collection, Mapping

import msgspec

from sitegen.network.hosts import Resolve, resolve_public
from sitegen.network.turns import PAUSE

MOST_BYTES = 16 * 1024 * 1024
"""Of one answer, unpacked."""


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a fetch."""

    root: str
    now: dt.datetime
    """With a zone."""
    names: tuple[str, ...] = ()
    """The sources that are asked; empty: all."""
    accepted: Collection[str] = ()
    """Sources whose losses somebody has said yes to."""
    is_dry: bool = False
    environment: Mapping[str, str] = {}
    resolve: Resolve = resolve_public
    pause: float = PAUSE
    most_bytes: int = MOST_BYTES
