"""Where the keys of private pages come from: the environment, or a file outside of the site."""

import os
from typing import TYPE_CHECKING, NamedTuple

from sitegen.errors import Diagnostic, UsageError, disk_refused, reason_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.sealing.key_file import KeyFile
    from sitegen.sealing.written_keys import Keys

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
    from sitegen.sealing.written_keys import NO_KEYS, Keys

    if given := os.environ.get(KEYS, "").strip():
        return Keys(KEYS, given.encode("utf-8", "surrogateescape"), True)
    path, is_named = key_path(), bool(os.environ.get(FILE))
    try:
        with open(path, "rb") as file:
            return Keys(path, file.read(1 << 20), is_named)
    except (FileNotFoundError, NotADirectoryError):
        if not is_named:
            return NO_KEYS
        raise UsageError(_unreadable(path, "there is no such file")) from None
    except OSError as error:
        raise UsageError(_unreadable(path, reason_of(error))) from None


def _unreadable(path: str, reason: str) -> Diagnostic:
    return Diagnostic("keys-unreadable", path, values={"reason": reason})


class KeyStore(NamedTuple):
    """The file of keys, to be changed for a site: see `key_store`."""

    site: str
    """What the site is called in the file."""
    path: str

    def read(self) -> "KeyFile":
        """Return what stands in the file; nothing where there is none."""
        from sitegen.sealing.key_file import KeyFile, read_key_file
        from sitegen.sealing.written_keys import Keys

        try:
            with open(self.path, "rb") as file:
                return read_key_file(Keys(self.path, file.read(1 << 20)))
        except FileNotFoundError:
            return KeyFile()
        except OSError as error:
            raise UsageError(_unreadable(self.path, reason_of(error))) from None

    def write(self, file: "KeyFile") -> str:
        """Replace the file by *file*, for its owner's eyes alone; return its path."""
        from sitegen.disk.writing import replace_file

        try:
            os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
            replace_file(self.path, file.text(), mode=0o600, is_lasting=True)
        except OSError as error:
            raise disk_refused(error, self.path) from None
        return self.path


def key_store(root: str) -> KeyStore:
    """Return the file of keys, to be changed for the site at *root*.

    Raises `UsageError` where the keys are not the file's, or would lie in the site.
    """
    from sitegen.config import SiteFile
    from sitegen.engine.site_yaml import read_site_file
    from sitegen.sealing.key_file import site_key

    store = KeyStore(site_key(SiteFile(read_site_file(root)).word("url")), key_path())
    if os.environ.get(KEYS, "").strip():
        raise UsageError(Diagnostic("keys-in-variable", KEYS))
    inside = os.path.realpath(store.path)
    for folder in _own_folders(root):
        if inside.startswith(folder.rstrip(os.sep) + os.sep):
            raise UsageError(Diagnostic("keys-in-site", store.path))
    return store


def _own_folders(root: str) -> "Iterator[str]":
    """Yield the site's folder, and that of the repository which it is part of."""
    folder = os.path.realpath(root)
    yield folder
    while (above := os.path.dirname(folder)) != folder:
        folder = above
        if os.path.exists(os.path.join(folder, ".git")) and folder != os.path.expanduser("~"):
            yield folder
