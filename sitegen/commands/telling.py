"""What `--verbose` and `--profile` tell of a build."""

import sys
from typing import TYPE_CHECKING

from sitegen.report.progress import Verbosity, tell_stage
from sitegen.report.streams import write
from sitegen.wording.translation import _
from sitegen.wording.visible import visible

if TYPE_CHECKING:
    from sitegen.engine.options import BuildReport
    from sitegen.engine.timing.stopwatch import Stopwatch

MOST = 20
"""Pages that are named one by one."""


def make_watch(verbosity: Verbosity, *, is_timed: bool = False) -> "Stopwatch | None":
    """Return what measures a build, or None where nobody wants to know.

    *is_timed*: each page and template too.
    """
    is_told = verbosity is Verbosity.VERBOSE
    if not (is_told or is_timed):
        return None
    from sitegen.engine.timing.stopwatch import Stopwatch

    if is_told:
        return Stopwatch(tell_stage, times_pages=is_timed)
    return Stopwatch(times_pages=True)


def tell_pages(report: "BuildReport") -> None:
    """Say on standard error which pages were written, and why; a few of many."""
    from sitegen.report.reasons import reason_words

    written = sorted(report.written)
    for path in written[:MOST]:
        reason = reason_words(report.rendered[path], is_for_logs=True)
        write(visible(f"{path}{_(': ')}{reason}"), sys.stderr)
    if len(written) > MOST:
        write(_("… and {number} more").format(number=len(written) - MOST), sys.stderr)


def tell_reasons(report: "BuildReport", before: str = "") -> None:
    """Say on standard output which pages would be rendered, and why; *before* their paths."""
    from sitegen.names import SEARCH_FOLDER
    from sitegen.report.reasons import index_words, reason_words

    for path, reason in sorted(report.rendered.items()):
        write(visible(f"{before}{path}{_(': ')}{reason_words(reason, is_for_logs=True)}"))
    if report.indexed:
        write(visible(f"{before}{SEARCH_FOLDER}{_(': ')}{index_words(report.indexed)}"))


def tell_outcome(report: "BuildReport", before: str = "") -> None:
    """Say on standard error what became of the state, and of what has mistakes."""
    from sitegen.report.closing import outcome_lines
    from sitegen.wording.phrases import in_words

    if report.state_reset:
        line = _("The state was thrown away ({reason}); built anew.")
        write(visible(before + line.format(reason=in_words(report.state_reset))), sys.stderr)
    for line in outcome_lines(report.outcomes):
        write(f"{visible(before)}{line}", sys.stderr)


def tell_profile(watch: "Stopwatch", *, is_shown: bool, path: str | None) -> None:
    """Show the tables of a profile, and write it to the file *path* as JSON.

    Raises `OutputError` where that cannot be written.
    """
    from sitegen.errors import disk_refused
    from sitegen.report.profile import profile_json, profile_lines

    if is_shown:
        write("")
        for line in profile_lines(watch):
            write(line)
    if path is not None:
        try:
            with open(path, "wb") as file:
                file.write(profile_json(watch))
        except OSError as error:
            raise disk_refused(error, path) from error
