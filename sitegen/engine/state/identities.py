"""What feed readers and calendars know the site's articles by, as the last build published them."""

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from sitegen.engine.state.database import BROKEN
from sitegen.engine.state.state import State
from sitegen.published.identities import Identities, identities
from sitegen.site.index import Index

_KEY = "identities"
_encode = msgspec.msgpack.Encoder(order="deterministic").encode


def remember(state: State, index: Index, host: str) -> None:
    """Keep what is published now, if it is not what was kept."""
    raw = _encode(identities(index, host))
    if raw != state.meta(_KEY):
        with state.transaction():
            state.set_meta(_KEY, raw)


def note_titles(state: State, titles: Mapping[str, str]) -> None:
    """Note other *titles* of what is published, by document, inside a transaction."""
    known = recall(state) if titles else None
    if known is not None:
        articles = {
            key: replace(known.articles[key], title=title)
            for key, title in titles.items()
            if key in known.articles
        }
        state.set_meta(_KEY, _encode(replace(known, articles=known.articles | articles)))


def recall(state: State) -> Identities | None:
    """Return what the last build without errors published; None where nobody knows."""
    try:
        return msgspec.msgpack.decode(state.meta(_KEY), type=Identities)
    except BROKEN:
        return None
