"""A mistake of sitegen itself: one clear block, and the traceback where it can be sent on."""

import os
import sys
import tempfile
import traceback

from sitegen import __version__
from sitegen.errors import Diagnostic
from sitegen.names import STATE_FOLDER

DEBUG = "SITEGEN_DEBUG"
"""The environment variable that shows tracebacks on standard error."""


def report_internal_error(error: BaseException) -> None:
    """Say that *error* is no mistake of the user's; keep its traceback in a file."""
    from sitegen.report.diagnostics import print_diagnostics

    trace = "".join(traceback.format_exception(error))
    if os.environ.get(DEBUG) or {"-v", "--verbose"} & set(sys.argv[1:]):
        sys.stderr.write(trace)
    system = f"Python {sys.version.split()[0]}, {sys.platform}"
    about = f"sitegen {__version__}, {system}\n{' '.join(sys.argv[1:])}\n\n"
    values = {
        "what": traceback.format_exception_only(error)[-1].strip().partition("\n")[0],
        "version": __version__,
        "file": _keep(about + trace),
    }
    told = _of_plugin(error)
    print_diagnostics([told or Diagnostic("internal-error", values=values)])


def _of_plugin(error: BaseException) -> Diagnostic | None:
    """Return what is told of an error that a plugin's class raised: it is not called with care."""
    loading = sys.modules.get("sitegen.plugins.loading")  # else no plugin is at work
    mistake: Diagnostic | None = loading.plugin_mistake(error) if loading else None
    return mistake


def _keep(text: str) -> str:
    """Write *text* to a file, beside the state if there is one, and return its path."""
    folder = STATE_FOLDER if os.path.isdir(STATE_FOLDER) else tempfile.gettempdir()
    path = os.path.join(folder, "sitegen-error.txt")
    try:
        with open(path, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    except OSError:  # a full or read-only disk
        sys.stderr.write(text)
        return "…"
    return path
