"""The checks of `sitegen check`, in one list: each looks at the opened site beyond a build."""

from collections.abc import Callable
from typing import NamedTuple

from sitegen.catalogue import severity
from sitegen.checking.calendars import check_calendar
from sitegen.checking.editorial import check_as_meant, check_editorial
from sitegen.checking.identities import check_identities
from sitegen.checking.overrides import check_overrides
from sitegen.checking.theme_options import check_left_out, check_options
from sitegen.engine.lost_plugins import without_consequences
from sitegen.engine.opening import OpenSite
from sitegen.engine.options import Progress, no_progress
from sitegen.engine.timing.watch import Watch
from sitegen.engine.unread import site_as_meant, told_of_unread
from sitegen.errors import Diagnostic, placed, unique
from sitegen.site.ignored import without_accepted


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
    progress: Progress = no_progress
    watch: Watch = Watch()


Check = Callable[[OpenSite, CheckOptions], list[Diagnostic]]
"""Reads the site and answers with what is to be mended; writes nothing."""


def _check_calendar(site: OpenSite, options: CheckOptions) -> list[Diagnostic]:
    return check_calendar(site.session, options.output, options.against)


def _check_identities(site: OpenSite, _: CheckOptions) -> list[Diagnostic]:
    return check_identities(site)


def _check_editorial(site: OpenSite, _: CheckOptions) -> list[Diagnostic]:
    return check_editorial(site)


def _check_theme(site: OpenSite, _: CheckOptions) -> list[Diagnostic]:
    return [*check_overrides(site), *check_options(site), *check_left_out(site)]


def _check_output(site: OpenSite, options: CheckOptions) -> list[Diagnostic]:
    from sitegen.checking.output.check import look_at_output

    diagnostics, looked = look_at_output(site, options.looked_at, options.progress, options.watch)
    if looked is None:
        if options.is_external or options.looked_at:  # nothing else was asked for
            named = "`--external`" if options.is_external else "`--output`"
            diagnostics.append(
                Diagnostic("missing-extra", values={"what": named, "extra": "check"})
            )
    elif options.is_external:
        from sitegen.checking.output.external.check import check_external

        seconds = options.external_timeout
        diagnostics += check_external(site, looked, seconds, progress=options.progress)
    return diagnostics


CHECKS: tuple[Check, ...] = (
    _check_calendar,
    _check_identities,
    _check_editorial,
    _check_theme,
    _check_output,
)


def run_checks(site: OpenSite, options: CheckOptions) -> list[Diagnostic]:
    """Return what a build and all checks find, each once, in order of its place.

    What authors accepted is left out, unless a build would fail of it.
    """
    fatal = [diagnostic for diagnostic in site.diagnostics if severity(diagnostic) == "error"]
    others = [diagnostic for diagnostic in site.diagnostics if severity(diagnostic) != "error"]
    for check in CHECKS:
        others += check(site, options)
    if meant := site_as_meant(site):
        with meant:
            found = (*meant.diagnostics, *check_as_meant(meant, site.inputs.unread))
        others += told_of_unread(site, found)
    documents = {**site.inputs.unread, **site.inputs.documents}
    told = [*fatal, *without_accepted(others, documents, site.config.check.ignore)]
    diagnostics = unique(without_consequences(told, site.inputs.snapshot.plugins))
    return placed(diagnostics, site.config.content_folder)
