"""Bring ``output/`` up to date: at once if nothing changed, else through the pipeline."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from sitegen.digest import digest
from sitegen.engine.locked import Disk, on_disk
from sitegen.engine.options import BuildOptions, BuildReport, Progress
from sitegen.engine.output import Output
from sitegen.engine.recalled.found import Recalled
from sitegen.engine.seen import know_more, look_at_inputs
from sitegen.engine.site_yaml import published_stamp
from sitegen.engine.timing.watch import Watch
from sitegen.engine.trees import output_tree
from sitegen.engine.unchanged import config_digest, recall
from sitegen.names import MARKER

if TYPE_CHECKING:
    from sitegen.engine.configuring import Configuration
    from sitegen.engine.inspection import Inspection
    from sitegen.engine.memory import BuildMemory
    from sitegen.engine.opening import OpenSite, Task

T = TypeVar("T")
_NO_WATCH = Watch()


def _no_progress(stage: str, done: int, total: int) -> None:
    pass


def build(
    options: BuildOptions,
    progress: Progress = _no_progress,
    memory: "BuildMemory | None" = None,
    watch: Watch = _NO_WATCH,
) -> BuildReport:
    """Bring the output up to date and return what was done.

    Mistakes in content and theme are in the report. Raises `UsageError` when nothing can be built,
    `OutputError` when the disk refuses, `WorkerError` when workers are lost; what was published
    then stays. With a *memory* the output is believed to be what the last build left, and looked at
    when the pages are written: where that was wrong, they are built once more.
    """

    def work(disk: Disk) -> BuildReport:
        believed = memory.stamps if memory else None
        if believed is None:
            return _build(options, disk, progress, watch, memory)
        report = _build(options, disk._replace(present=believed), progress, watch, memory)
        present = Output(options.output).present()
        if memory is None or present == memory.stamps:
            return report
        memory.forget_site()
        return _build(options, disk, progress, watch, memory)

    return on_disk(options, work, memory)


def inspect(options: BuildOptions, ask: Callable[["Inspection"], T]) -> T:
    """Return what *ask* finds in the site beside what was built last; raises as `build`.

    The output is left as it is; what was parsed is remembered for the next build.
    """
    return on_disk(options, lambda disk: _inspect(options, disk, ask))


def look(
    options: BuildOptions,
    ask: Callable[["OpenSite"], T],
    progress: Progress = _no_progress,
    watch: Watch = _NO_WATCH,
) -> T:
    """Return what *ask* finds in the site as it is now, whatever was built; raises as `build`."""

    def work(disk: Disk) -> T:
        from sitegen.engine.configuring import load_config
        from sitegen.engine.opening import Task, open_site
        from sitegen.engine.plugins import recall_plugins
        from sitegen.engine.workers.pool import Workers

        known = recall_plugins(disk.state)
        config = load_config(options.root, disk.site_yaml, options.base_url, options.keys, known)
        watch.lap("settings")
        task = Task(options, config, disk, Workers(options.jobs), progress, watch=watch)
        with open_site(task) as site:
            return ask(site)

    return on_disk(options, work)


def _build(
    options: BuildOptions,
    disk: Disk,
    progress: Progress,
    watch: Watch,
    memory: "BuildMemory | None" = None,
) -> BuildReport:
    shown = (options.with_drafts, options.with_future, options.with_embargoed)
    keys = digest(options.keys.raw)
    flags = (*map(str, shown), options.base_url, published_stamp(options.root), keys.hex())
    config = config_digest(disk.site_yaml, *flags)
    standing = recall(disk.state, config)
    configuration: Configuration | None = None
    if standing is not None:
        output = disk.output
        output.claim()
        seen = look_at_inputs(disk.state, standing, options.root)
        tree = output_tree(output.folder)
        # What is believed is what the last build left.
        listed = None if disk.present is not None else tree.look(disk.state)
        disk = disk._replace(scan=seen.whole)
        watch.lap("scan", seen.file_count)
        is_left = listed is None or listed.is_as_kept(standing.output)
        if is_left and standing.holds(options.now):
            if not seen.is_other:
                if not options.is_dry:
                    output.mark(is_preview=options.shows_unpublished)
                    know_more(disk.state, standing, seen, tree, listed)
                return BuildReport(
                    planned=standing.planned,
                    diagnostics=list(standing.diagnostics),
                    withheld=standing.withheld,
                    until=standing.until,
                )
            is_usual = not (options.is_dry or options.executor or watch.times_pages)
            if is_usual and (memory is None or not memory.is_index_wanted):
                from sitegen.engine.recalled.edits import suspects

                documents = suspects(seen, disk.state)
                if documents is not None:
                    from sitegen.engine.recalled.bring import bring_texts

                    configuration = _configure(options, disk, watch)
                    recalled = Recalled(options, disk, standing, seen, listed, memory)
                    report = bring_texts(recalled, documents, configuration, progress, watch)
                    if report is not None:
                        return report
            if listed is not None:
                disk = disk._replace(present=tree.stamps(disk.state))
    from sitegen.engine.pipeline import bring_up_to_date

    def work(task: "Task") -> BuildReport:
        return bring_up_to_date(task, config)

    return _with_task(options, disk, progress, watch, work, memory, configuration)


def _inspect(options: BuildOptions, disk: Disk, ask: Callable[["Inspection"], T]) -> T:
    from sitegen.engine.inspection import inspect_site

    def work(task: "Task") -> T:
        with inspect_site(task) as site:
            return ask(site)

    return _with_task(options, disk, _no_progress, _NO_WATCH, work)


def _with_task(
    options: BuildOptions,
    disk: Disk,
    progress: Progress,
    watch: Watch,
    work: Callable[["Task"], T],
    memory: "BuildMemory | None" = None,
    configuration: "Configuration | None" = None,
) -> T:
    from sitegen.engine.opening import Task
    from sitegen.engine.workers.cluster import open_executor
    from sitegen.engine.workers.pool import Workers
    from sitegen.plugins.calling import CALLS

    CALLS.is_timed = watch.times_pages
    config = configuration or _configure(options, disk, watch)
    disk.output.claim()
    probe = os.path.join(options.state_folder, "probe")
    marker = os.path.join(disk.output.folder, MARKER)
    with open_executor(options.executor, probe, marker) as executor:
        workers = Workers(options.jobs, executor)
        done = work(Task(options, config, disk, workers, progress, memory, watch))
        if CALLS.is_timed:
            watch.add_plugins(CALLS.take())
        return done


def _configure(options: BuildOptions, disk: Disk, watch: Watch) -> "Configuration":
    from sitegen.engine.configuring import load_config
    from sitegen.engine.plugins import recall_plugins

    known = recall_plugins(disk.state)
    config = load_config(options.root, disk.site_yaml, options.base_url, options.keys, known)
    watch.lap("settings")
    return config
