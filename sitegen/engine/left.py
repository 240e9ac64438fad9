"""What a build leaves to the next: by memory to this process, by its record to any other."""

from collections.abc import Mapping

from sitegen.disk.stamps import Stamp, is_racy
from sitegen.engine.inspection import Inspection
from sitegen.engine.memory import LastBuild
from sitegen.engine.options import BuildReport
from sitegen.engine.plugins import watched
from sitegen.engine.recalled.edits import as_recorded
from sitegen.engine.trees import content_tree, output_tree
from sitegen.engine.unchanged import (
    SoundBuild,
    inputs_digest,
    remember,
    watched_digest,
    watched_stamps,
)
from sitegen.model import Withheld
from sitegen.site.publication import above, why_withheld


def keep_in_memory(site: Inspection, stamps: dict[str, Stamp], report: BuildReport) -> None:
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


def withheld_pages(site: Inspection) -> dict[str, Withheld]:
    """Return the pages that readers do not see yet, shown because the build was asked for them."""
    clock, zone = site.clock, site.config.timezone
    if not (clock.with_drafts or clock.with_future or clock.with_embargoed):
        return {}
    withheld = {}
    for index in site.session.index.everywhere:
        for entry in index.entries.values():
            document = index.documents[entry.id]
            why = why_withheld(document, clock, zone, above(document, index.bundles))
            if why is not None:
                withheld[entry.path] = why
    return withheld


def leave_sound_build(
    site: Inspection, config: bytes, stamps: Mapping[str, Stamp], report: BuildReport
) -> bool:
    """Keep what tells the next build that nothing changed; false if a file may change unseen."""
    read = {
        source.disk_path: source.stamp for layer in site.scan.layers for source in layer.values()
    }
    scan = as_recorded(site.scan, site.state)
    if scan is None or not site.chain.stamps.items() <= read.items():
        return False  # a file is being written, or a `theme.yaml` was after it had been read
    plugins = site.inputs.snapshot.plugins
    paths = watched(site.options.root, plugins)
    if paths is None:
        return False
    stamps_of_plugins = watched_stamps(paths)
    if any(is_racy(stamp, site.scan.began) for stamp in stamps_of_plugins.values()):
        return False
    content = content_tree(site.options.root, site.config.content_folder)
    sources = content.stamps_of(scan.content.values())
    output = output_tree(site.output.folder)
    with site.state.transaction():
        standing = SoundBuild(
            watched=paths,
            plugins=watched_digest(stamps_of_plugins),
            config=config,
            content=site.config.content_folder,
            themes=site.chain.names,
            timezone=site.config.timezone,
            content_stamps=content.keep(site.state, sources),
            inputs=inputs_digest(scan),
            output=output.keep(site.state, stamps),
            since=site.clock.now.timestamp(),
            until=report.until,
            planned=report.planned,
            withheld=report.withheld,
            diagnostics=tuple(report.diagnostics),
            is_index_due=report.is_index_due,
        )
        remember(site.state, standing)
    return True
