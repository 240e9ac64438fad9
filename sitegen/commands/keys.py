"""Where the keys of private pages come from: the environment, or a file outside of the site."""

import os
from typing import TYPE_CHECKING

from sitegen.errors import Diagnostic, UsageError, reason_of

if TYPE_CHECKING:
    from sitegen.sealing.key_file import Keys

KEYS = "SITEGEN_ACCESS_KEYS"
"""The keys themselves, as CI hands out secrets."""
FILE = "SITEGEN_ACCESS_FILE"
"""The file that holds them."""


def key_path() -> str:
    """Return the file of keys: what the environment names, else one of the user's own."""
    if written := os.environ.get(FILE):
        return os.path.abspath(os.path.expanduser(written))
    settings = os.environ.get("XDG_CONFIG_HOME") or os.path.join("~", ".config")
    return os.path.join(os.path.expanduser(settings), "sitegen", "access.json")


def read_keys() -> "Keys":
    """Return the keys that this user has; raises `UsageError` when a file cannot be read."""
    from sitegen.sealing.key_file import NO_KEYS, Keys

    if given := os.environ.get(KEYS, "").strip():
        return Keys(KEYS, given.encode("utf-8", "surrogateescape"), True)
    path, is_named = key_path(), bool(os.environ.get(FILE))
    try:
        with open(path, "rb") as file:
            return Keys(path, file.read(1 << 20), is_named)
    except FileNotFoundError:
        if not is_named:
            return NO_KEYS
        raise UsageError(_unreadable(path, "there is no such file")) from None
    except OSError as error:
        raise UsageError(_unreadable(path, reason_of(error))) from None


def _unreadable(path: str, reason: str) -> Diagnostic:
    return Diagnostic("keys-unreadable", path, values={"reason": reason})
