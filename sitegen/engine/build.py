"""Bring ``output/`` up to date: at once if nothing changed, else through the pipeline."""

import os
from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from sitegen.digest import digest
from sitegen.engine.locked import Disk, on_disk
from sitegen.engine.options import BuildOptions, BuildReport, Progress
from sitegen.engine.output import Output
from sitegen.engine.recalled.found import Recalled
from sitegen.engine.seen import know_more, look_at_inputs, look_at_saved
from sitegen.engine.site_yaml import published_stamp
from sitegen.engine.timing.watch import Watch
from sitegen.engine.trees import output_tree
from sitegen.engine.unchanged import SoundBuild, config_digest, recall
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
    when the pages are written: where that was wrong, they are built once more. So is what stands
    beside the files that were `saved`, but for later (`BuildReport.is_look_due`): the next build
    that is not told of any looks at all.
    """

    def work(disk: Disk) -> BuildReport:
        believed = memory.stamps if memory else None
        if believed is None:
            return _build(options, disk, progress, watch, memory)
        report = _build(options, disk._replace(present=believed), progress, watch, memory)
        if report.is_look_due:
            return report
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
    if standing is not None and standing.is_index_due and options.with_search:
        standing = None
    configure = cache(partial(_configure, options, disk, watch))
    if standing is not None:
        disk.output.claim()
        is_standing = standing.holds(options.now)
        is_round = is_standing and _may_go_round(options, watch, memory)
        recalled = _saved(options, disk, standing, memory) if is_round else None
        report = _go_round(recalled, configure, progress, watch) if recalled else None
        if report is not None:
            report.is_look_due = True
            return report
        recalled = _looked_at(options, disk, standing, memory)
        seen, listed = recalled.seen, recalled.listed
        disk = recalled.disk
        watch.lap("scan", seen.file_count)
        if is_standing and (listed is None or listed.is_as_kept(standing.output)):
            if not seen.is_other:
                if not options.is_dry:
                    disk.output.mark(is_preview=options.shows_unpublished)
                    know_more(disk.state, standing, seen, recalled.output, listed)
                return BuildReport(
                    planned=standing.planned,
                    diagnostics=list(standing.diagnostics),
                    withheld=standing.withheld,
                    until=standing.until,
                    is_index_due=standing.is_index_due,
                )
            report = _go_round(recalled, configure, progress, watch) if is_round else None
            if report is not None:
                return report
            if listed is not None:
                disk = disk._replace(present=recalled.output.stamps(disk.state))
    from sitegen.engine.pipeline import bring_up_to_date

    def work(task: "Task") -> BuildReport:
        return bring_up_to_date(task, config)

    return _with_task(options, disk, progress, watch, work, memory, configure)


def _saved(
    options: BuildOptions, disk: Disk, standing: SoundBuild, memory: "BuildMemory | None"
) -> Recalled | None:
    """Return how the site stood, and what was saved; None where more is to be looked at."""
    if memory is None or disk.present is None or options.saved is None or memory.around is None:
        return None
    made_from, around = memory.around
    if made_from != standing.inputs:
        return None
    seen = look_at_saved(disk.state, standing, options.root, around, options.saved)
    return Recalled(options, disk, standing, seen, None, memory) if seen else None


def _looked_at(
    options: BuildOptions, disk: Disk, standing: SoundBuild, memory: "BuildMemory | None"
) -> Recalled:
    """Return how the site stood, and all its files as they are now."""
    seen = look_at_inputs(disk.state, standing, options.root)
    # What is believed is what the last build left.
    listed = None
    if disk.present is None:
        listed = output_tree(disk.output.folder).look(disk.state)
    if memory is not None and seen.whole is None:
        memory.around = (standing.inputs, replace(seen.scan, content={}))
    disk = disk._replace(scan=seen.whole)
    return Recalled(options, disk, standing, seen, listed, memory)


def _may_go_round(options: BuildOptions, watch: Watch, memory: "BuildMemory | None") -> bool:
    """Whether nobody wants the index, or what a usual build makes beside the pages."""
    is_usual = not (options.is_dry or options.executor or watch.times_pages)
    return is_usual and not (memory is not None and memory.is_index_wanted)


def _go_round(
    recalled: Recalled,
    configure: "Callable[[], Configuration]",
    progress: Progress,
    watch: Watch,
) -> BuildReport | None:
    """Build round index and plan where texts and titles alone are others; else return None."""
    from sitegen.engine.recalled.edits import suspects

    documents = suspects(recalled.seen, recalled.disk.state)
    if documents is None:
        return None
    from sitegen.engine.recalled.bring import bring_texts

    return bring_texts(recalled, documents, configure(), progress, watch)


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
    configure: "Callable[[], Configuration] | None" = None,
) -> T:
    from sitegen.engine.opening import Task
    from sitegen.engine.workers.cluster import open_executor
    from sitegen.engine.workers.pool import Workers
    from sitegen.plugins.calling import CALLS

    CALLS.is_timed = watch.times_pages
    config = configure() if configure else _configure(options, disk, watch)
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
