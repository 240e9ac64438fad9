"""Lines on streams, whatever letters these lack."""

import sys
from typing import TextIO

from sitegen.wording.visible import no_command, printable


def write(text: str, stream: TextIO | None = None, *, is_data: bool = False) -> None:
    """Print a line, whatever letters the stream's encoding lacks.

    *is_data*: a program reads it; else no line of it is taken for a command by CI.
    """
    stream = stream or sys.stdout
    if stream is None:  # the shell closed it: `sitegen build >&-`
        return
    encoding = stream.encoding or "utf-8"
    shown = printable(text if is_data else no_command(text))
    stream.write(shown.encode(encoding, "backslashreplace").decode(encoding) + "\n")
