"""What each template names, found once for each text and remembered. Reads and writes the state."""

import msgspec

from sitegen.engine.compiled_themes import kept_themes, mentions_key
from sitegen.engine.state.database import BROKEN
from sitegen.engine.state.state import State
from sitegen.rendering.templates.closures import find_mentions
from sitegen.theme.folders import Mentions, Theme

_KEY = "mentions"
_encode = msgspec.msgpack.encode
_decode = msgspec.msgpack.Decoder(dict[bytes, Mentions]).decode


def with_mentions(theme: Theme, state: State) -> Theme:
    """Return *theme* with what its templates name; only texts that are new are parsed."""
    try:
        known = _decode(state.meta(_KEY))
    except BROKEN:
        known = {}
    brought = kept_themes().mentions
    by_text: dict[bytes, Mentions] = {}
    mentions: dict[str, Mentions] = {}
    for name, source in theme.templates.items():
        key = mentions_key(source)
        mentions[name] = by_text[key] = known.get(key) or brought.get(key) or find_mentions(source)
    if by_text != known:
        with state.transaction():
            state.set_meta(_KEY, _encode(by_text))
    return msgspec.structs.replace(theme, mentions=mentions)
