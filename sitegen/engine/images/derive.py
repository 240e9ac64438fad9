"""Make images of images, and cards: from the cache, else with Pillow; here, or in workers."""

from array import array
from collections.abc import Callable, Container, Iterator, Mapping

import msgspec

from sitegen.digest import plain_digest
from sitegen.engine.batches import Batch, PageOutcome
from sitegen.engine.images.cache import ImageCache
from sitegen.engine.output import Output
from sitegen.engine.workers.pool import Workers
from sitegen.errors import Diagnostic, OutputError, reason_of
from sitegen.imaging.decoding import image_reason
from sitegen.imaging.kinds import RASTERS
from sitegen.imaging.metadata import why_private, without_metadata
from sitegen.imaging.recipes import Card, Recipe, Soundness
from sitegen.model import Page, Question
from sitegen.model.kinds import CARD, ORIGINAL
from sitegen.site.index import Index

FEWEST = 3
"""Sources below which starting workers costs more than it saves: each may take a second."""


class Product(msgspec.Struct, frozen=True):
    """A page to be made, and from what: a recipe, a card, or (None) the file as it is."""

    page: Page
    recipe: Recipe | Card | None
    is_there: bool
    """Whether the output has a file of its path."""


class DeriveTask(msgspec.Struct, frozen=True):
    """All that is made of one source, which is read and decoded once."""

    source: str
    """Its key, for diagnostics."""
    disk_path: str
    digest: bytes
    """Of the source's bytes; empty for a card, which has none."""
    size: tuple[int, int]
    """Width and height of the image."""
    products: tuple[Product, ...]


class DeriveJob(msgspec.Struct, frozen=True):
    """What a worker is told: where the results go."""

    output: str
    cache: str
    salt: bytes


def derive_images(
    pages: list[Page],
    present: Container[str],
    index: Index,
    disk_paths: Mapping[str, str],
    cache: ImageCache,
    salt: bytes,
    output: Output,
    workers: Workers,
    is_interrupted: Callable[[], bool],
) -> Iterator[Batch]:
    """Yield the batches of *pages*, as they are done, until *is_interrupted*."""
    tasks = list(_tasks(pages, present, index, disk_paths))
    job = DeriveJob(output.folder, cache.folder, salt)
    for batch in workers.map(derive_chunk, (job,), tasks, fewest=FEWEST, chunk=1):
        yield batch
        if is_interrupted():
            return


def _tasks(
    pages: list[Page], present: Container[str], index: Index, disk_paths: Mapping[str, str]
) -> Iterator[DeriveTask]:
    of_source: dict[str, list[Product]] = {}
    for page in pages:
        is_there = page.path in present
        if page.kind == CARD.name:
            product = Product(page, index.pictures.cards[page.path], is_there)
            source = f"content/{page.subject}"
            yield DeriveTask(source, "", b"", (0, 0), (product,))
            continue
        made = index.pictures.renditions.get(page.path)
        product = Product(page, made.recipe if made else None, is_there)
        of_source.setdefault(page.subject, []).append(product)
    for subject, products in of_source.items():
        asset = index.assets[subject]
        yield DeriveTask(
            f"content/{subject}",
            disk_paths[f"asset:{subject}"],
            bytes.fromhex(asset.fingerprint),
            (asset.width, asset.height),
            tuple(products),
        )


def planned_keys(index: Index, cache: ImageCache) -> set[str]:
    """Return the names of all results that the site shows, and of what is known of its images."""
    made = index.pictures.renditions.values()
    keys = {cache.key(bytes.fromhex(drawing.asset.fingerprint), drawing.recipe) for drawing in made}
    keys |= {cache.key(b"", card) for card in index.pictures.cards.values()}
    return keys | {
        cache.key(
            bytes.fromhex(asset.fingerprint), Soundness(width=asset.width, height=asset.height)
        )
        for asset in index.assets.values()
        if asset.format in RASTERS
    }


def derive_chunk(job: DeriveJob, tasks: list[DeriveTask]) -> Batch:
    """Make and write what is asked of each source; read no source whose results are all known."""
    output, cache = Output(job.output), ImageCache(job.cache, job.salt)
    questions: list[Question] = []
    outcomes: list[PageOutcome] = []
    diagnostics: list[Diagnostic] = []
    made = 0
    for task in tasks:
        contents, wrong, encoded = _contents(task, cache)
        diagnostics += wrong
        made += encoded
        for product in task.products:
            page = product.page
            content = contents.get(page.path)
            if content is None:
                continue
            asked = array("I", (len(questions),)).tobytes()
            questions.append(_question(page))
            digest, stamp, is_new = output.bring(page.path, content, is_there=product.is_there)
            outcomes.append(PageOutcome(page.path, asked, digest, stamp, is_new))
    return Batch(tuple(questions), tuple(outcomes), tuple(diagnostics), (), made)


def _question(page: Page) -> Question:
    if page.kind == ORIGINAL.name:
        return Question("asset", (page.subject,))
    return Question(page.kind, (page.path,))


def _contents(
    task: DeriveTask, cache: ImageCache
) -> tuple[dict[str, bytes], list[Diagnostic], int]:
    """Return the products' bytes by path, why some have none, and how many had to be made."""
    contents: dict[str, bytes] = {}
    missing: list[Product] = []
    for product in task.products:
        recipe = product.recipe
        known = cache.get(cache.key(task.digest, recipe)) if recipe is not None else None
        if known is None:
            missing.append(product)
        else:
            contents[product.page.path] = known
    if not missing:
        return contents, [], 0
    raw = b""
    if task.disk_path:
        try:
            with open(task.disk_path, "rb") as file:
                raw = file.read()
        except OSError as error:
            values = {"reason": reason_of(error)}
            return contents, [Diagnostic("disk-refused", task.source, values=values)], 0
    # The file may be another than the one that was scanned: the cache must know it by its own.
    source = plain_digest(raw) if raw else b""
    wrong: list[Diagnostic] = []
    made = 0
    for product in missing:
        if product.recipe is not None:
            continue
        if private := why_private(raw):  # the file was another when it was looked into
            wrong.append(Diagnostic("image-private", task.source, values={"reason": private}))
        else:
            contents[product.page.path] = without_metadata(raw)
    drawn = [product for product in missing if product.recipe is not None]
    try:
        for product, content in zip(drawn, _draw(raw, task.size, drawn), strict=True):
            assert product.recipe is not None
            cache.put(cache.key(source, product.recipe), content)
            contents[product.page.path] = content
            made += 1
    except OutputError:
        raise
    except Exception as error:  # whatever a decoder raises for a file that looked sound
        path = next(drawing.page.path for drawing in drawn if drawing.page.path not in contents)
        values = {"path": path, "reason": image_reason(error)}
        wrong.append(Diagnostic("image-failed", task.source, values=values))
    return contents, wrong, made


def _draw(raw: bytes, size: tuple[int, int], products: list[Product]) -> Iterator[bytes]:
    from sitegen.imaging.cards import draw_card
    from sitegen.imaging.encoding import derive

    for product in products:
        if isinstance(product.recipe, Card):
            yield draw_card(product.recipe)
    recipes = [product.recipe for product in products if isinstance(product.recipe, Recipe)]
    if recipes:
        yield from derive(raw, size, recipes)
