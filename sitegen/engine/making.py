"""What is made of stale pages, stage by stage; images that none shows any more are let go of."""

from collections.abc import Callable, Iterator

from sitegen.engine.batches import Batch
from sitegen.engine.images.cache import image_cache
from sitegen.engine.images.derive import derive_images, planned_keys
from sitegen.engine.inspection import Inspection
from sitegen.engine.options import BuildReport
from sitegen.engine.stages.kits import is_of_kit, told_otherwise
from sitegen.engine.stages.render import Rendering, copy_files, render_kits, render_pages
from sitegen.engine.stages.seal import seal_files
from sitegen.engine.tool import imaging_digest
from sitegen.model import Page
from sitegen.model.kinds import SEALED, SEALED_FILE


def stale_kits(site: Inspection) -> list[Page]:
    """Return the parts of kits that are stale, those that are sealed too."""
    pages = (site.planned[path] for path in site.stale)
    return [page for page in pages if is_of_kit(page, site.session.index)]


def stages_of(
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

    rendering = Rendering(
        site.session,
        site.inputs.snapshot,
        site.state.path,
        site.output,
        site.present,
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
        image_cache(site.options.root),
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
        yield "kits", kits, render_kits(kits, rendering)
        more, changed = told_otherwise(
            kits, site.planned, site.stale, site.trace, site.session.questions
        )
        site.stale.update(more)
        site.changed.update(changed)
        rendered += [site.planned[path] for path in more]
    if first:
        yield "", first, render_pages(first, rendering)
    chosen = {page.path for page in first}
    others = [page for page in rendered if page.path not in chosen]
    yield "render", others, render_pages(others, rendering)


def claim_images(site: Inspection) -> None:
    """Tell others that build the site which images this build's pages show."""
    cache = image_cache(site.options.root)
    cache.claim(site.options.name_of_state, planned_keys(site.session.index, cache))


def prune(site: Inspection, report: BuildReport) -> None:
    """Let go of images that no page shows any more; there are such only if something changed."""
    if report.removed or report.made:
        claim_images(site)
        image_cache(site.options.root).prune()
    if report.removed and site.session.kits:
        pages = site.plan.pages.values()
        site.session.kits.prune({page.subject for page in pages if page.traits.made == "kit"})
