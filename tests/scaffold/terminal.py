"""`sitegen` in a pseudo-terminal, with somebody who answers."""

import fcntl
import os
import pty
import select
import subprocess
import sys
import termios
import time
from pathlib import Path

from tests.scaffold.command import NOON

INTERRUPT, END = "\x03", "\x04"
"""What Ctrl-C and Ctrl-D send."""


def converse(
    root: Path,
    arguments: list[str],
    talk: list[tuple[str, str]],
    *,
    code: int = 0,
    language: str = "en",
) -> str:
    """Run `sitegen`: whenever the next text of *talk* has been shown, give its answer.

    Returns all that was shown. Fails when a text is not shown, or the exit code is not *code*.
    """
    ours, theirs = pty.openpty()
    environment = {**os.environ, "SOURCE_DATE_EPOCH": NOON, "LANGUAGE": language}
    environment["LC_ALL"] = "C.UTF-8" if language == "en" else "fr_FR.UTF-8"
    process = subprocess.Popen(
        [sys.executable, "-m", "sitegen", *arguments],
        cwd=root, env=environment, stdin=theirs, stdout=theirs, stderr=theirs,
        start_new_session=True, preexec_fn=_take_terminal,
    )  # fmt: skip
    os.close(theirs)
    shown = rest = ""
    until = time.monotonic() + 120
    pending = list(talk)
    given = ""
    while time.monotonic() < until:
        while pending and pending[0][0] in rest:
            expected, answer = pending.pop(0)
            rest = rest.partition(expected)[2]
            os.write(ours, answer.encode())
            given = answer
        if not select.select([ours], [], [], 1)[0]:
            if given.endswith(INTERRUPT):  # Python forgets one just before it reads
                os.write(ours, INTERRUPT.encode())
            continue
        try:
            read = os.read(ours, 65536).decode("utf-8", "replace")
        except OSError:  # Linux: the other side is closed
            break
        if not read:
            break
        shown += read
        rest += read
    if pending or time.monotonic() >= until:
        process.kill()
    ended = process.wait(60)
    os.close(ours)
    assert not pending, f"{pending[0][0]!r} was not shown after: {shown}"
    assert ended == code, shown
    return shown


def _take_terminal() -> None:
    """Make the terminal that of the session: then Ctrl-C is a signal."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
