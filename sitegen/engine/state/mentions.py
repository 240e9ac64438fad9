"""What each template names, found once for each text and remembered. Reads and writes the state."""

import msgspec

from sitegen.digest import digest
from sitegen.engine.state.database import BROKEN
from sitegen.engine.state.state import State
from sitegen.engine.tool import tool_digest
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
    by_text: dict[bytes, Mentions] = {}
    mentions: dict[str, Mentions] = {}
    for name, source in theme.templates.items():
        key = digest(tool_digest(), source)  # another Jinja may read a text otherwise
        mentions[name] = by_text[key] = known.get(key) or find_mentions(source)
    if by_text != known:
        with state.transaction():
            state.set_meta(_KEY, _encode(by_text))
    return msgspec.structs.replace(theme, mentions=mentions)
