"""What goes to the press with a release: the files of its kit, beside its page."""

from collections.abc import Iterator

from sitegen.model import Entry, Kind, KitFormat, Page
from sitegen.model.kinds import (
    PRESS_KIT,
    PRESS_MAIL,
    PRESS_MESSAGE,
    PRESS_PDF,
    PRESS_PICTURES,
    PRESS_TEXT,
)
from sitegen.site.index import Index
from sitegen.site.plan.addresses import page_at
from sitegen.site.press import has_kit, kit_name, release_of

ENDINGS: dict[KitFormat, tuple[Kind, str]] = {
    "pdf": (PRESS_PDF, ".pdf"),
    "text": (PRESS_TEXT, ".txt"),
    "mail": (PRESS_MAIL, "-mail.html"),
    "message": (PRESS_MESSAGE, ".eml"),
    "pictures": (PRESS_PICTURES, "-photos.txt"),
    "kit": (PRESS_KIT, ".zip"),
}
"""The kind of page of each form of a release, and what follows the kit's name in its address."""


def kits_pages(index: Index) -> Iterator[Page]:
    for entry in index.entries.values():
        yield from kit_pages(index, entry).values()


def kit_pages(index: Index, entry: Entry) -> dict[KitFormat, Page]:
    """Return the pages of the kit of *entry*; none, if it has no kit."""
    if not has_kit(index, entry):
        return {}
    has_pictures = bool(release_of(index, entry).pictures)
    return {
        file: page_at(index, f"{_beginning(index, entry)}{ending}", kind, entry.id)
        for file, (kind, ending) in ENDINGS.items()
        if file != "pictures" or has_pictures
    }


def _beginning(index: Index, entry: Entry) -> str:
    """Return the address of a kit's files without their endings: in the folder of the page."""
    path = entry.path.removeprefix(index.config.folder)
    folder = path.removesuffix("index.html")
    if folder == path:
        folder = f"{path.rpartition('/')[0]}/".lstrip("/")
    return f"/{folder}{kit_name(entry)}"
