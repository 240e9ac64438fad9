"""``sitegen build --all``: each site of a workspace as if it were built alone, in one process."""

import gc
import os
import posixpath
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from sitegen.commands.options import build_options
from sitegen.commands.telling import tell_outcome, tell_reasons
from sitegen.errors import Diagnostic, SitegenError
from sitegen.names import WORKSPACE_FILE
from sitegen.report.closing import closing_line
from sitegen.report.diagnostics import print_diagnostics
from sitegen.report.numbers import count, decimal
from sitegen.report.progress import Verbosity
from sitegen.report.streams import write
from sitegen.wording.translation import _, ngettext
from sitegen.wording.visible import visible

if TYPE_CHECKING:
    from sitegen.engine.options import BuildReport
    from sitegen.engine.workspace import Member


class WantedBuilds(NamedTuple):
    """How the sites are built, and told of."""

    now: str | None
    options: dict[str, Any]
    """Of `build_options`, beside the clock."""
    verbosity: Verbosity
    is_strict: bool


def build_all(asked: WantedBuilds) -> int:
    """Build all sites of the workspace around the working folder; return the exit code.

    A site that cannot be built is told, and the others are. Raises `UsageError` without a
    workspace.
    """
    from sitegen.engine.workspace import open_workspace

    started, here = time.perf_counter(), os.getcwd()
    workspace = open_workspace(here)
    teller = _Teller(asked)
    teller.tell(workspace.diagnostics, "")
    try:
        for site in workspace.sites:
            os.chdir(site.root)
            _build(site, asked, teller)
    finally:
        os.chdir(here)
    if asked.verbosity is not Verbosity.QUIET:
        write(teller.closing(len(workspace.sites), time.perf_counter() - started))
    return teller.exit_code


def _build(site: "Member", asked: WantedBuilds, teller: "_Teller") -> None:
    from sitegen.engine.build import build

    started = time.perf_counter()
    try:
        options = build_options(asked.now, **asked.options)
        report = build(options)
        if report.plugins:
            from sitegen.engine.after_build import follow_build

            report.diagnostics += follow_build(options, report)
    except SitegenError as error:
        teller.failed(site, error)
        return
    teller.done(site, report, time.perf_counter() - started)
    if report.rendered or report.parsed:
        gc.collect()  # a build makes cycles, and lets none of them go


class _Teller:
    """Says what became of each site: a line for one in which something was done."""

    def __init__(self, asked: WantedBuilds) -> None:
        self._asked = asked
        self._shared: set[tuple[str, str, int, int]] = set()
        """What was told of files that sites share: once is enough."""
        self.exit_code = 0
        self._changed = 0
        self._failed = 0

    def tell(self, diagnostics: Iterable[Diagnostic], site: str) -> None:
        """Print *diagnostics* with paths from the workspace's folder on."""
        from sitegen.catalogue import is_error

        told = [_below(diagnostic, site) for diagnostic in diagnostics]
        if any(map(is_error, told)) or (told and self._asked.is_strict):
            self.exit_code = max(self.exit_code, 1)
        new = []
        for mistake in told:
            identity = (mistake.code, mistake.path, mistake.line, mistake.column)
            if not mistake.path.startswith(f"{site}/") and site:
                if identity in self._shared:
                    continue
                self._shared.add(identity)
            new.append(mistake)
        print_diagnostics(new)

    def failed(self, site: "Member", error: SitegenError) -> None:
        self._failed += 1
        self.tell(error.diagnostics, site.name)
        self.exit_code = 1  # the others were built

    def done(self, site: "Member", report: "BuildReport", seconds: float) -> None:
        is_dry = bool(self._asked.options.get("is_dry"))
        self._failed += bool(report.errors)
        is_changed = bool(report.written or report.removed or (is_dry and report.rendered))
        self._changed += is_changed
        if is_dry and self._asked.verbosity is not Verbosity.QUIET:
            tell_reasons(report, f"{site.name}/")
        self.tell(report.diagnostics, site.name)
        tell_outcome(report, f"{site.name}{_(': ')}")
        is_told = is_changed or report.errors or self._asked.verbosity is Verbosity.VERBOSE
        if is_told and self._asked.verbosity is not Verbosity.QUIET:
            write(visible(f"{site.name}{_(': ')}{closing_line(report, seconds, is_dry=is_dry)}"))

    def closing(self, number: int, seconds: float) -> str:
        """Return the line that ends it."""
        parts = [
            count(number, "site"),
            ngettext("{number} of them changed", "{number} of them changed", self._changed).format(
                number=self._changed
            ),
        ]
        if self._failed:
            failed = ngettext("{number} with errors", "{number} with errors", self._failed)
            parts.append(failed.format(number=self._failed))
        return _("{done} in {seconds} s").format(done=", ".join(parts), seconds=decimal(seconds))


def _below(told: Diagnostic, site: str) -> Diagnostic:
    """Return what is *told* of *site* with its place from the workspace's folder on."""
    path = posixpath.normpath(f"{site}/{told.path}") if site else told.path or WORKSPACE_FILE
    return msgspec.structs.replace(told, path=path)
