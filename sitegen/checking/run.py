"""The checks of `sitegen check`, in one list: each looks at the opened site beyond a build."""

from collections.abc import Callable
from typing import NamedTuple

from sitegen.catalogue import severity
from sitegen.checking.accepted import without_accepted
from sitegen.checking.calendars import check_calendar
from sitegen.checking.editorial import check_editorial
from sitegen.engine.opening import OpenSite
from sitegen.errors import Diagnostic, unique


class CheckOptions(NamedTuple):
    """What the command line asks of the checks."""

    output: str
    """The folder of what was published last."""
    against: str | None = None
    """A calendar published before; None: the agenda's in *output*."""


Check = Callable[[OpenSite, CheckOptions], list[Diagnostic]]
"""Reads the site and answers with what is to be mended; writes nothing."""


def _check_calendar(site: OpenSite, options: CheckOptions) -> list[Diagnostic]:
    return check_calendar(site.session, options.output, options.against)


def _check_editorial(site: OpenSite, _: CheckOptions) -> list[Diagnostic]:
    return check_editorial(site)


CHECKS: tuple[Check, ...] = (
    _check_calendar,
    _check_editorial,
)


def run_checks(site: OpenSite, options: CheckOptions) -> list[Diagnostic]:
    """Return what a build and all checks find, each once, in order of its place.

    What authors accepted is left out, unless a build would fail of it.
    """
    fatal = [one for one in site.diagnostics if severity(one) == "error"]
    others = [one for one in site.diagnostics if severity(one) != "error"]
    for check in CHECKS:
        others += check(site, options)
    return unique([*fatal, *without_accepted(others, site.session.index)])
