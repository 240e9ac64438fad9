"""What became of the sources that stand in the way of a build without mistakes. Pure."""

from collections.abc import Iterable

from sitegen.engine.options import Outcomes
from sitegen.engine.session import SiteSession
from sitegen.errors import placed_path
from sitegen.names import CONTENT
from sitegen.site.index import Index
from sitegen.site.withholding import Held


def outcomes(session: SiteSession, held: Iterable[str], stands: Held) -> Outcomes:
    """Return what became of *held*, where *stands* tells what is there for it."""
    index = session.index
    folder = index.config.content_folder
    online: dict[str, str] = {}
    withdrawn, left_out = [], []
    for source in sorted(held):
        shown, path = placed_path(source, folder), source.removeprefix(f"{CONTENT}/")
        path = stands.renamed.get(path, path)
        address = next(filter(None, (_address(version, path) for version in index.everywhere)), "")
        is_file = not source.startswith(f"{CONTENT}/") or path.startswith("_data/")
        if address or is_file:
            online[shown] = address
        elif path in stands.kept:
            withdrawn.append(shown)
        else:
            left_out.append(shown)
    return Outcomes(online, tuple(withdrawn), tuple(left_out))


def _address(index: Index, path: str) -> str:
    """Return where the document or file *path* is published; nothing where it is not."""
    for audience in index.audiences.values():
        if address := audience.address_of(path):
            return address
    if (entry := index.entries.get(path)) is not None:
        return entry.url
    if (asset := index.assets.get(path)) is not None:
        return asset.url
    folders = {document.id: folder for folder, document in index.section_documents.items()}
    section = index.sections.get(folders.get(path, ""))
    if section is not None:
        return section.url
    return f"{index.config.base_path}/" if path in folders else ""
