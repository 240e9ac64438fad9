"""Bring ``output/`` up to date: at once if nothing changed, else through the pipeline."""

import os

from sitegen.engine.lock import BuildLock
from sitegen.engine.options import BuildOptions, BuildReport, Progress
from sitegen.engine.output import MARKER, Output, check_output_folder, refused
from sitegen.engine.scanning import scan_site
from sitegen.engine.site_file import read_site_file
from sitegen.engine.state import BROKEN, State, is_refusal, state_refused
from sitegen.engine.unchanged import config_digest, recall
from sitegen.names import STATE_FOLDER


def build(
    options: BuildOptions, progress: Progress = lambda stage, done, total: None
) -> BuildReport:
    """Bring the output up to date and return what was done.

    Mistakes in content and theme are in the report. Raises `UsageError` when nothing can be built,
    `OutputError` when the disk refuses, `WorkerError` when workers are lost; what was published
    then stays.
    """
    try:
        return _build_locked(options, progress)
    except OSError as error:  # the last net: the name of the file instead of a traceback
        raise refused(error, error.filename or options.output) from error


def _build_locked(options: BuildOptions, progress: Progress) -> BuildReport:
    site_yaml = read_site_file(options.root)
    check_output_folder(options.root, options.output)
    output = Output(options.output)
    folder = os.path.join(options.root, STATE_FOLDER)
    with BuildLock(os.path.join(folder, "lock")):
        state = State(os.path.join(folder, "state.db"))
        try:
            if options.is_clean:
                state.reset("")
            try:
                return _build(options, site_yaml, output, state, progress)
            except BROKEN as error:  # damaged where opening it did not look
                if is_refusal(error):
                    raise state_refused(error, state.path) from error
                state.reset(str(error))
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
        if not output.has_empty_folders and standing.holds(scan, present, options.now):
            return BuildReport(planned=standing.planned, diagnostics=list(standing.diagnostics))
    from sitegen.engine.configuring import load_config
    from sitegen.engine.executors import open_executor
    from sitegen.engine.pipeline import Disk, Inspection, bring_up_to_date
    from sitegen.engine.workers import Workers

    site_config = load_config(options.root, site_yaml, options.base_url)
    output.claim()
    probe = os.path.join(options.root, STATE_FOLDER, "probe")
    marker = os.path.join(output.folder, MARKER)
    with open_executor(options.executor, probe, marker) as executor:
        workers = Workers(options.jobs, executor)
        disk = Disk(output, state, scan, present)
        with Inspection(options, site_config, disk, workers, progress) as site:
            return bring_up_to_date(site, config)
