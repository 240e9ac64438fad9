"""``site.yaml`` and the list beside it: enough to know whether they changed. Reads files."""

import os

from sitegen.disk.reading import read_settings
from sitegen.errors import Diagnostic, UsageError, reason_of
from sitegen.names import PUBLISHED_FILE, SITE_FILE


def read_site_file(root: str) -> bytes:
    """Return the bytes of the ``site.yaml`` at *root*; raises `UsageError`."""
    try:
        return read_settings(os.path.join(root, SITE_FILE))[0]
    except FileNotFoundError:
        raise UsageError(_no_site(root)) from None
    except OSError as error:
        values = {"reason": reason_of(error)}
        raise UsageError(Diagnostic("unreadable", SITE_FILE, values=values)) from error


def published_stamp(root: str) -> str:
    """Return what tells the file from another of its name; nothing without one."""
    try:
        status = os.stat(os.path.join(root, PUBLISHED_FILE))
    except OSError:
        return ""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ino}"


def _no_site(root: str) -> Diagnostic:
    """Return what to say where *root* is no site: it may stand within one, or above one."""
    near = _nearest_site(os.path.abspath(root))
    if not near:
        return Diagnostic("no-site", values={"folder": root})
    import shlex

    way = shlex.quote(os.path.relpath(near, root))
    return Diagnostic("no-site-near", values={"folder": root, "near": near, "way": way})


def _nearest_site(root: str) -> str:
    """Return the first folder above *root* that holds a site, else one in it; or nothing.

    Within it only a single one counts: of several, nobody knows which is meant.
    """
    above = os.path.dirname(root)
    while above != os.path.dirname(above):
        if _is_site(above):
            return above
        above = os.path.dirname(above)
    try:
        with os.scandir(root) as entries:
            within = [entry.path for entry in entries if entry.is_dir() and _is_site(entry.path)]
    except OSError:
        return ""
    return within[0] if len(within) == 1 else ""


def _is_site(folder: str) -> bool:
    return os.path.isfile(os.path.join(folder, SITE_FILE))
