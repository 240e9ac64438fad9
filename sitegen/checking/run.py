"""The checks of `sitegen check`, in one list: each looks at the opened site beyond a build."""

from collections.abc import Callable
from importlib.util import find_spec
from typing import NamedTuple

from sitegen.checking.calendars import check_calendar
from sitegen.engine.opening import OpenSite
from sitegen.errors import Diagnostic, unique


class CheckOptions(NamedTuple):
    """What the command line asks of the checks."""

    output: str
    """The folder of what was published last."""
    against: str | None = None
    """A calendar published before; None: the agenda's in *output*."""
    looked_at: str | None = None
    """The folder whose files are looked at; None: what a build would publish now."""
    is_external: bool = False
    """Whether addresses on other hosts are asked for."""
    external_timeout: float = 300.0
    """Seconds after which no other address is asked for."""


Check = Callable[[OpenSite, CheckOptions], list[Diagnostic]]
"""Reads the site and answers with what is to be mended; writes nothing."""


def _check_build(site: OpenSite, _: CheckOptions) -> list[Diagnostic]:
    """What a build would find before its pages are rendered."""
    return site.diagnostics


def _check_calendar(site: OpenSite, options: CheckOptions) -> list[Diagnostic]:
    return check_calendar(site.session, options.output, options.against)


def _check_output(site: OpenSite, options: CheckOptions) -> list[Diagnostic]:
    if find_spec("turbohtml") is None:
        values = {"what": "`sitegen check`", "extra": "check"}
        return [Diagnostic("missing-extra", values=values)]
    from sitegen.checking.output.check import look_at_output

    looked = look_at_output(site, options.looked_at)
    return looked.diagnostics


CHECKS: tuple[Check, ...] = (
    _check_build,
    _check_calendar,
    _check_output,
)


def run_checks(site: OpenSite, options: CheckOptions) -> list[Diagnostic]:
    """Return what all checks find, each once, in order of its place."""
    return unique(found for check in CHECKS for found in check(site, options))
