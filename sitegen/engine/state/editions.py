"""What the last build told its readers, to say what is different for them after the next."""

import msgspec

from sitegen.engine.state.database import BROKEN
from sitegen.engine.state.state import State
from sitegen.published.edition import Edition

_KEY = "edition"
_encode = msgspec.msgpack.Encoder(order="deterministic").encode


def remember(state: State, edition: Edition) -> None:
    """Keep *edition*, if it is not what was kept."""
    raw = _encode(edition)
    if raw != state.meta(_KEY):
        with state.transaction():
            state.set_meta(_KEY, raw)


def recall(state: State) -> Edition | None:
    """Return what the last build told; None where nobody knows."""
    try:
        return msgspec.msgpack.decode(state.meta(_KEY), type=Edition)
    except BROKEN:
        return None
