"""Lines on streams, whatever letters these lack."""

import sys
from typing import TextIO

from sitegen.visible import printable


def write(text: str, stream: TextIO | None = None) -> None:
    """Print a line, whatever letters the stream's encoding lacks."""
    stream = stream or sys.stdout
    if stream is None:  # the shell closed it: `sitegen build >&-`
        return
    encoding = stream.encoding or "utf-8"
    stream.write(printable(text).encode(encoding, "backslashreplace").decode(encoding) + "\n")
