"""Opens a document in the author's editor."""

import os
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from sitegen.report.streams import write
from sitegen.wording.translation import _

if TYPE_CHECKING:
    pass


def open_editor(path: str) -> None:
    """Open *path* in the user's editor, without a shell; exit with 1 if there is none."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    usual = ("notepad",) if os.name == "nt" else ("sensible-editor", "nano", "vi")
    try:
        words = shlex.split(named, posix=os.name != "nt")
    except ValueError:
        words = [named]
    words = words or [program for program in usual if shutil.which(program)][:1]
    try:
        if words and subprocess.run([*words, path], check=False).returncode == 0:
            return
    except OSError:
        pass
    shown = words[0] if words else "$EDITOR"
    write(_("The editor ({name}) could not open it.").format(name=shown), sys.stderr)
    sys.exit(1)
