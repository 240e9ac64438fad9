"""``site.yaml`` as bytes: enough to know whether it changed. Reads a file."""

import os

from sitegen.engine.files import read_settings
from sitegen.errors import Diagnostic, UsageError
from sitegen.names import SITE_FILE


def read_site_file(root: str) -> bytes:
    """Return the bytes of the ``site.yaml`` at *root*; raises `UsageError`."""
    try:
        return read_settings(os.path.join(root, SITE_FILE))[0]
    except FileNotFoundError:
        raise UsageError(Diagnostic("no-site", values={"folder": root})) from None
    except OSError as error:
        values = {"reason": error.strerror or str(error)}
        raise UsageError(Diagnostic("unreadable", SITE_FILE, values=values)) from error
