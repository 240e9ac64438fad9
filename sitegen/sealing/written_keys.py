"""The text of keys, before anybody reads it: a build with nothing to do holds no more of them."""

import msgspec


class Keys(msgspec.Struct, frozen=True):
    """The text of keys, and where it came from."""

    source: str = ""
    """A file's path, or the variable's name; empty: there are none."""
    raw: bytes = b""
    is_chosen: bool = False
    """Whether somebody named it for this site, so that keys of others are a mistake."""

    def __repr__(self) -> str:
        return f"Keys({self.source!r}, …)"


NO_KEYS = Keys()
