"""Cards with another title, drawn and brought to the output. Does I/O."""

from array import array
from collections.abc import Collection

from sitegen.engine.images.cache import image_cache
from sitegen.engine.images.derive import DeriveJob, DeriveTask, Product, derive_chunk
from sitegen.engine.reasons import Reason
from sitegen.engine.recalled.cards import Redrawn
from sitegen.engine.recalled.found import Recalled
from sitegen.engine.state.records import PageRecord
from sitegen.engine.tool import imaging_digest
from sitegen.names import CONTENT


def draw(recalled: Recalled, cards: Collection[Redrawn]) -> dict[str, PageRecord] | None:
    """Write *cards* to the output; return what is remembered of them by path.

    None where one could not be drawn. Raises `OutputError`.
    """
    cache, salt = image_cache(recalled.options.root), imaging_digest()
    cache.exchange(
        recalled.options.name_of_state,
        former={cache.key(b"", redrawn.former_card) for redrawn in cards},
        keys={cache.key(b"", redrawn.card) for redrawn in cards},
    )
    batch = derive_chunk(
        DeriveJob(recalled.disk.output.folder, cache.folder, salt),
        [
            DeriveTask(
                source=f"{CONTENT}/{redrawn.page.subject}",
                disk_path="",
                digest=b"",
                size=(0, 0),
                products=(Product(redrawn.page, redrawn.card, is_there=False),),
            )
            for redrawn in cards
        ],
    )
    if batch.diagnostics:
        return None
    by_path = {redrawn.page.path: redrawn for redrawn in cards}
    return {
        made.path: PageRecord(
            by_path[made.path].page,
            array("I", (by_path[made.path].number,)),
            made.content,
            made.stamp,
            Reason("new"),
        )
        for made in batch.outcomes
    }
