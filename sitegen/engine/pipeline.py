"""The whole way: scan, parse, plan, find what is stale, render, write, record."""

import os
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from sitegen.catalogue import is_error
from sitegen.disk.stamps import Stamp, is_racy
from sitegen.engine.batches import Batch
from sitegen.engine.images.cache import ImageCache
from sitegen.engine.images.derive import derive_images, planned_keys
from sitegen.engine.inspection import Inspection, inspect_site
from sitegen.engine.memory import LastBuild
from sitegen.engine.opening import Task
from sitegen.engine.options import BuildReport, IndexReason
from sitegen.engine.outcomes import outcomes
from sitegen.engine.plugins import remember_plugins, watched
from sitegen.engine.recalled.edits import as_recorded
from sitegen.engine.search.forgetting import forget_index
from sitegen.engine.stages.blame import blamed_for_pages
from sitegen.engine.stages.kits import is_of_kit, makeable, told_otherwise
from sitegen.engine.stages.record import Recorder
from sitegen.engine.stages.render import copy_files, render_kits, render_pages
from sitegen.engine.stages.seal import seal_files
from sitegen.engine.stages.texts_alone import Recorded
from sitegen.engine.state import editions, identities
from sitegen.engine.state.accepted import published
from sitegen.engine.state.records import PageRecord
from sitegen.engine.tool import imaging_digest, tool_digest
from sitegen.engine.unchanged import (
    SoundBuild,
    inputs_digest,
    remember,
    stamps_digest,
    watched_digest,
    watched_stamps,
)
from sitegen.errors import Diagnostic, placed, unique
from sitegen.model import Page, Withheld
from sitegen.model.kinds import SEALED, SEALED_FILE
from sitegen.names import CONTENT, IMAGES_FOLDER, STATE_FOLDER
from sitegen.published.changes import changes
from sitegen.published.edition import edition_of
from sitegen.site.publication import above, why_withheld

if TYPE_CHECKING:
    from sitegen.engine.search.index import SearchIndex


def bring_up_to_date(task: Task, config: bytes) -> BuildReport:
    """Render and write what is stale, remove strays, record; return what was done.

    *config* is the digest that tells the next build whether it was asked for the same. Where pages
    cannot be rendered, what answers for that is held back, and the rest brought up to date again.
    """
    held: frozenset[str] = frozenset()
    report = BuildReport(state_reset=task.disk.state.was_reset)
    is_first = False
    while True:
        with inspect_site(task, held, is_first=is_first) as site:
            _begin(report, site)
            if site.is_blocked:
                report.diagnostics.append(Diagnostic("nothing-written"))
                return _end(site, report)
            more = _bring(site, config, report)
        if not more:
            # What was held back after it had been written is told as it ended, and once.
            gone = set(report.removed)
            report.written = [one for one in dict.fromkeys(report.written) if one not in gone]
            return report
        held, is_first = site.held | more, site.is_first
        task = task._replace(disk=task.disk._replace(present=None))


def _begin(report: BuildReport, site: Inspection) -> None:
    report.rendered = report.rendered | site.stale
    report.parsed = (*report.parsed, *site.inputs.parsed)
    report.diagnostics += site.diagnostics
    report.planned = len(site.plan.pages)
    report.withheld = site.known.withheld if site.known else _withheld(site)
    report.until = site.until
    report.plugins, report.url = site.inputs.snapshot.plugins, site.config.url
    report.held = sorted(site.held)
    if not site.is_blocked:
        stands = site.inputs.snapshot.held
        left_out = {f"{CONTENT}/{one}" for one in stands.left_out}
        report.outcomes = outcomes(site.session, site.held | left_out, stands.kept)


def _bring(site: Inspection, config: bytes, report: BuildReport) -> frozenset[str]:
    """Bring the output up to date; or return what must be held back first, and record nothing."""
    indexes = _search_indexes(site)
    if site.options.is_dry:
        why: Iterator[IndexReason] = (_why_index(site, *one) for one in indexes.items())
        report.indexed = next(filter(None, why), "")
    else:
        if site.workers.are_elsewhere:
            site.state.checkpoint()
        if any(site.planned[path].traits.made == "pixels" for path in site.stale):
            _claim_images(site)
            report.are_images_due = not site.options.with_images
        recorder = Recorder(site.trace, site.planned, site.stale)
        kits, lacking_software = makeable(_kits(site), site.session.index)
        report.diagnostics += lacking_software
        if not site.options.with_images:
            report.are_images_due = report.are_images_due or bool(kits)
            kits = []

        def leave_images() -> bool:
            is_left = site.memory is not None and site.memory.is_interrupted()
            report.are_images_due = report.are_images_due or is_left
            return is_left

        failed: list[Diagnostic] = []
        count = 0
        for stage, tried, batches in _render(site, kits, leave_images):
            for batch in batches:
                recorder.add(batch)
                _note(batch, report, site)
                failed += (one for one in batch.diagnostics if is_error(one))
                count += len(batch.outcomes)
            lacking = [page for page in tried if recorder.lacks(page.path)]
            if failed and (more := blamed_for_pages(failed, lacking, site.changes, site.held)):
                return more
            if count and stage:
                site.watch.lap(stage, count)
                count = 0
        report.rendered = report.rendered | site.stale  # with what tells of kits
        is_sound = site.is_sound and not failed
        if site.is_sound:  # else a page whose document has errors now is no stray
            strays = set(site.present) - set(site.plan.pages)
            report.removed = sorted(
                path for path in strays if not any(index.owns(path) for index in indexes.values())
            )
            site.output.remove(report.removed)
            _prune(site, report)
            site.watch.lap("remove", len(report.removed))
        questions = site.session.questions
        recorded = Recorded(site.metadata, site.clock.now.timestamp(), report.until)
        written = site.written.inputs
        taken = published(
            site.session,
            site.inputs.snapshot,
            written.documents.keys() | written.snapshot.unread,
            site.site_yaml,
            is_sound=is_sound,
        )
        records = recorder.record(
            site.state, questions, site.changed, site.restamped, recorded, taken
        )
        with site.state.transaction():
            remember_plugins(
                site.state, site.inputs.snapshot.plugins, site.session.index.of_plugins
            )
        stamps = {path: record.stamp for path, record in records.items()}
        site.watch.lap("record", len(records))
        if indexes:  # last: all else is published, and remembered
            for language, index in indexes.items():
                stamps |= _bring_index(site, language, index, records, report)
            site.watch.lap("search")
        else:
            forget_index(site.state)
    _end(site, report)
    _tell_changes(site, report)
    if not site.options.is_dry:
        is_done = not (report.errors or report.is_index_due or report.are_images_due)
        if not (report.errors or site.known or report.withheld):
            host = "" if site.options.base_url else site.config.host  # another for once
            identities.remember(site.state, site.session.index, host)
        remember(site.state, _standing(site, config, stamps, report) if is_done else None)
        _keep(site, stamps, report)
    return frozenset()


def _tell_changes(site: Inspection, report: BuildReport) -> None:
    """Say what is different for readers since the last build that they could see."""
    if site.known or report.withheld or site.options.base_url:
        return
    edition = edition_of(site.session.index, tool_digest().hex())
    listing = site.published.listing if site.published else None
    report.changes = changes(editions.recall(site.state), edition, listing)
    if not site.options.is_dry:
        editions.remember(site.state, edition)


def _end(site: Inspection, report: BuildReport) -> BuildReport:
    report.diagnostics = unique(placed(report.diagnostics, site.config.content_folder))
    return report


def _search_indexes(site: Inspection) -> "dict[str, SearchIndex]":
    """Return the search index of each version of the site, by language (empty: the first)."""
    if not site.config.search:
        return {}
    from sitegen.engine.search.index import SearchIndex  # of those alone that are searched

    return {
        version.config.language if version.first else "": SearchIndex(
            site.state, site.output, site.present, version.config.language, version.config.folder
        )
        for version in site.session.index.everywhere
    }


def _bring_index(
    site: Inspection,
    language: str,
    index: "SearchIndex",
    records: Mapping[str, PageRecord],
    report: BuildReport,
) -> dict[str, Stamp]:
    """Return the stamps of the search index's files, made anew if that is due and wanted now."""
    from sitegen.engine.search.index import pages_to_index

    pages = pages_to_index(
        site.plan.pages, records, site.present, site.output, language, index.version
    )
    if not site.options.with_search:
        return index.leave(pages, report, is_sound=site.is_sound)
    is_interrupted = site.memory.is_interrupted if site.memory else lambda: False
    return index.bring(
        pages,
        report,
        is_interrupted,
        site.plan.pages,
        is_sound=site.is_sound,
    )


def _why_index(site: Inspection, language: str, index: "SearchIndex") -> IndexReason:
    """Return why a build would make the search index; empty if it would not."""
    from sitegen.engine.search.index import pages_digest, pages_to_index

    pages_of = [page for path in site.stale if (page := site.planned[path]).language == language]
    if any(page.traits.is_searched for page in pages_of):
        return "pages"
    pages = pages_to_index(
        site.plan.pages, site.trace.pages, site.present, site.output, language, index.version
    )
    return index.why_stale(pages_digest(pages, index.language))


def _kits(site: Inspection) -> list[Page]:
    """Return the parts of kits that are stale, those that are sealed too."""
    pages = (site.planned[path] for path in site.stale)
    return [page for page in pages if is_of_kit(page, site.session.index)]


def _render(
    site: Inspection, kits: list[Page], leave_images: Callable[[], bool]
) -> Iterator[tuple[str, list[Page], Iterator[Batch]]]:
    """Yield the stages that bring stale pages, each with these pages and their batches.

    What is new comes before all that tells of it: should it fail, no list has named it yet. That is
    a stage without a name. *kits*: the parts of kits to be made, before the pages that tell how
    large they are. *leave_images*: whether those that are not made yet are left to the next
    build.
    """
    pages = [site.planned[path] for path in site.stale]
    rendered = [
        page
        for page in pages
        if page.traits.made in ("template", "writer")
        or (page.kind == SEALED.name and not is_of_kit(page, site.session.index))
    ]
    fresh = set() if site.is_first else site.accepted.unpublished
    first = [
        page for page in rendered if page.traits.subject == "document" and page.subject in fresh
    ]

    def render(
        pages: list[Page], how: Callable[..., Iterator[Batch]] = render_pages
    ) -> Iterator[Batch]:
        return how(
            pages,
            site.present,
            site.session,
            site.inputs.snapshot,
            site.state.path,
            site.output,
            site.workers,
            is_timed=site.watch.times_pages,
        )

    copied = [page for page in pages if page.traits.made == "copy"]
    yield "copy", copied, copy_files(copied, site.inputs.disk_paths, site.output)
    derived = [page for page in pages if page.traits.made == "pixels" and site.options.with_images]
    made = derive_images(
        derived,
        site.present,
        site.session.index,
        site.inputs.disk_paths,
        _cache(site),
        imaging_digest(),
        site.output,
        site.workers,
        leave_images,
    )
    yield "images", derived, made
    sealed = [page for page in pages if page.kind == SEALED_FILE.name]
    yield (
        "seal",
        sealed,
        seal_files(sealed, site.present, site.session.index, site.inputs.disk_paths, site.output),
    )
    if kits:
        yield "kits", kits, render(kits, render_kits)
        more, changed = told_otherwise(
            kits, site.planned, site.stale, site.trace, site.session.questions
        )
        site.stale.update(more)
        site.changed.update(changed)
        rendered += [site.planned[path] for path in more]
    if first:
        yield "", first, render(first)
    chosen = {page.path for page in first}
    others = [page for page in rendered if page.path not in chosen]
    yield "render", others, render(others)


def _cache(site: Inspection) -> ImageCache:
    """Return the cache, one for all that build the site: its publication and its preview."""
    folder = os.path.join(site.options.root, STATE_FOLDER, IMAGES_FOLDER)
    return ImageCache(folder, imaging_digest())


def _claim_images(site: Inspection) -> None:
    """Tell others that build the site which images this build's pages show."""
    cache = _cache(site)
    owner = os.path.relpath(site.options.state_folder, site.options.root)
    cache.claim(owner, planned_keys(site.session.index, cache))


def _prune(site: Inspection, report: BuildReport) -> None:
    """Let go of images that no page shows any more; there are such only if something changed."""
    if report.removed or report.made:
        _claim_images(site)
        _cache(site).prune()
    if report.removed and site.session.kits:
        pages = site.plan.pages.values()
        site.session.kits.prune({page.subject for page in pages if page.traits.made == "kit"})


def _note(batch: Batch, report: BuildReport, site: Inspection) -> None:
    """Count what was written, and note what went wrong."""
    report.written += [outcome.path for outcome in batch.outcomes if outcome.is_written]
    report.diagnostics += batch.diagnostics
    report.made += batch.made
    report.done += len(batch.outcomes) + len(batch.diagnostics)
    site.progress("render", report.done, len(report.rendered))
    if batch.times is not None:
        site.watch.add(batch.times)


def _keep(site: Inspection, stamps: dict[str, Stamp], report: BuildReport) -> None:
    """Leave to the next build of this process what it need not make again."""
    if site.memory is not None:
        left = dict(stamps)  # without errors all else was removed
        if not site.is_sound:
            gone = set(report.removed)
            left |= {
                path: stamp
                for path, stamp in site.present.items()
                if path not in left and path not in gone
            }
        site.memory.stamps = left
        site.memory.last_build = LastBuild(
            site.metadata, site.session, site.bodies, site.plan, report.until, report.withheld
        )


def _withheld(site: Inspection) -> dict[str, Withheld]:
    """Return the pages that readers do not see yet, shown because the build was asked for them."""
    clock, zone = site.clock, site.config.timezone
    if not (clock.with_drafts or clock.with_future or clock.with_embargoed):
        return {}
    found = {}
    for index in site.session.index.everywhere:
        for entry in index.entries.values():
            document = index.documents[entry.id]
            why = why_withheld(document, clock, zone, above(document, index.bundles))
            if why is not None:
                found[entry.path] = why
    return found


def _standing(
    site: Inspection, config: bytes, stamps: Mapping[str, Stamp], report: BuildReport
) -> SoundBuild | None:
    """Return what tells the next build that nothing changed; None if a file may change unseen."""
    read = {one.disk_path: one.stamp for layer in site.scan.layers for one in layer.values()}
    scan = as_recorded(site.scan, site.state)
    if scan is None or not site.chain.stamps.items() <= read.items():
        return None  # a file is being written, or a `theme.yaml` was after it had been read
    plugins = site.inputs.snapshot.plugins
    paths = watched(site.options.root, plugins)
    if paths is None:
        return None
    stamps_of_plugins = watched_stamps(paths)
    if any(is_racy(stamp, site.scan.began) for stamp in stamps_of_plugins.values()):
        return None
    return SoundBuild(
        watched=paths,
        plugins=watched_digest(stamps_of_plugins),
        config=config,
        content=site.config.content_folder,
        themes=site.chain.names,
        timezone=site.config.timezone,
        inputs=inputs_digest(scan),
        output=stamps_digest(stamps),
        since=site.clock.now.timestamp(),
        until=report.until,
        planned=report.planned,
        withheld=report.withheld,
        diagnostics=tuple(report.diagnostics),
    )
