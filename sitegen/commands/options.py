"""What several commands read from their command line and environment."""

import datetime as dt
import os

from sitegen.border.moments import parse_moment
from sitegen.errors import Diagnostic, UsageError
from sitegen.model import Moment


def root_folder() -> str:
    """Return the site's folder: the working folder."""
    return os.getcwd()


def parse_now(text: str | None) -> Moment:
    """Return the clock: `--now`, else SOURCE_DATE_EPOCH (reproducible-builds.org), else now.

    What is written without an offset is in the site's zone; a date is its first instant. Raises
    `UsageError` for what is no instant.
    """
    if text:
        try:
            return parse_moment(text)
        except ValueError:
            raise UsageError(Diagnostic("bad-clock", values={"value": text})) from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            instant = dt.datetime.fromtimestamp(int(epoch), dt.UTC)
        except (ValueError, OverflowError, OSError):
            raise UsageError(Diagnostic("bad-clock", values={"value": epoch})) from None
    else:
        instant = dt.datetime.now(dt.UTC)
    return Moment(instant.replace(tzinfo=None), zone="+00:00")
