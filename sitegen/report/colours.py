"""Whether a stream shows colours, and whether a line on it can be written over again."""

import os
from typing import TextIO

FORCING = ("FORCE_COLOR", "CLICOLOR_FORCE")


def shows_colours(stream: TextIO | None) -> bool:
    """Whether *stream* gets colours.

    NO_COLOR (no-color.org) says no, FORCE_COLOR and CLICOLOR_FORCE say yes where it is silent; set
    to nothing they say nothing. Else a terminal gets them, unless TERM says that it is a dumb one.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if any(os.environ.get(name, "0") not in ("", "0") for name in FORCING):
        return True
    return _is_terminal(stream)


def is_live(stream: TextIO | None) -> bool:
    """Whether a person watches *stream*, on a terminal that can write over a line.

    Some services of continuous integration give a terminal to what they run, and keep all that is
    written on it.
    """
    return _is_terminal(stream) and os.environ.get("CI", "") in ("", "0", "false")


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
