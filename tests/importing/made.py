"""Former sites of a test's own: texts as values, files as bytes."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sitegen.importing.folder import Folder
from sitegen.importing.former import FormerSite, FormerText
from sitegen.importing.material import Material
from sitegen.importing.move import ImportOptions, move
from sitegen.importing.report import ImportReport
from sitegen.importing.source import FormerSource


class Made(FormerSource):
    """A source that holds what a test says."""

    held: FormerSite
    written: Sequence[FormerText]
    files: Mapping[str, bytes]

    @classmethod
    def recognises(cls, material: Material) -> bool:
        return material.is_file

    def site(self) -> FormerSite:
        return self.held

    def texts(self) -> Iterator[FormerText]:
        yield from self.written

    def read_file(self, path: str) -> bytes:
        return self.files[path]


def import_made(
    folder: Path,
    site: FormerSite,
    texts: Sequence[FormerText],
    files: Mapping[str, bytes] | None = None,
    addresses: tuple[str, ...] = (),
) -> ImportReport:
    """Import *texts* into *folder*."""
    source = Made(Material(str(folder.parent)))
    source.held, source.written, source.files = site, texts, files or {}
    with Folder(str(folder)) as new:
        return move(source, "made", new, ImportOptions(addresses=addresses))
