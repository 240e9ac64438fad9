"""Private pages, sealed, under names that tell nothing; and what leads on from a former preview."""

from collections.abc import Iterator

from sitegen.model import Page
from sitegen.model.kinds import PREVIEWED
from sitegen.site.index import Index
from sitegen.site.urls import output_path


def private_pages(index: Index) -> Iterator[Page]:
    for audience in index.audiences.values():
        yield from audience.pages
    for entry in index.entries.values():
        preview = index.documents[entry.id].front.preview
        if preview is not None and preview.access in index.rings:
            name = f"{preview.access}/{entry.id}"
            token = index.rings[preview.access].token("page", name, entry.id)
            path = index.config.folder + output_path(f"{index.config.urls.private}{token}/")
            yield Page(path, PREVIEWED.name, entry.url, entry.id)
