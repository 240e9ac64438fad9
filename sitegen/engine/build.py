"""Bring ``output/`` up to date: at once if nothing changed, else through the pipeline."""

import os

from sitegen.engine.lock import BuildLock
from sitegen.engine.options import BuildOptions, BuildReport, Progress
from sitegen.engine.output import Output, check_output_folder
from sitegen.engine.scanning import scan_site
from sitegen.engine.site_file import read_site_file
from sitegen.engine.state import State
from sitegen.engine.unchanged import config_digest, recall
from sitegen.names import STATE_FOLDER


def build(
    options: BuildOptions, progress: Progress = lambda stage, done, total: None
) -> BuildReport:
    """Bring the output up to date and return what was done.

    Mistakes in content and theme are in the report. Raises `UsageError` when nothing can be built,
    `OutputError` when the disk refuses; what was published then stays.
    """
    site_yaml = read_site_file(options.root)
    check_output_folder(options.root, options.output)
    output = Output(options.output)
    folder = os.path.join(options.root, STATE_FOLDER)
    with BuildLock(os.path.join(folder, "lock")):
        state = State(os.path.join(folder, "state.db"))
        try:
            if options.is_clean:
                state.reset("")
            return _build(options, site_yaml, output, state, progress)
        finally:
            state.close()


def _build(
    options: BuildOptions, site_yaml: bytes, output: Output, state: State, progress: Progress
) -> BuildReport:
    flags = (str(options.with_drafts), str(options.with_future), options.base_url)
    config = config_digest(site_yaml, *flags)
    standing = recall(state, config)
    scan = present = None
    if standing is not None:
        output.claim()
        scan, present = scan_site(options.root, standing.theme), output.listing()
        if standing.holds(scan, present, options.now):
            return BuildReport(planned=standing.planned, diagnostics=list(standing.diagnostics))
    from sitegen.engine.pipeline import Inspection, bring_up_to_date

    inspection = Inspection(options, site_yaml, output, state, progress, scan, present)
    return bring_up_to_date(inspection, config)
