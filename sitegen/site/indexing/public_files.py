"""The files that readers have, with their addresses. Pure."""

from collections.abc import Container

from sitegen.site.assets import Asset, publish
from sitegen.site.indexing.arrangement import Arrangement
from sitegen.site.indexing.inputs import IndexInputs
from sitegen.site.languages.untranslated import files_in
from sitegen.site.places import bundle_folders
from sitegen.site.readers import Readers
from sitegen.site.withholding import withheld_files


def public_files(given: IndexInputs, readers: Readers, arranged: Arrangement) -> dict[str, Asset]:
    """Return those of the files given that *readers* have, by path below ``content/``."""
    if given.first is not None:
        return files_in(given.config, given.first.assets)
    others = {other.id: readers.have(other) for other in given.others.values()}
    withheld: Container[str] = ()
    if given.shown is None:
        withheld = withheld_files(
            given.files,
            given.every_document,
            arranged.public.keys() | {key for key, is_shown in others.items() if is_shown},
            given.unread,
            given.config,
            given.data,
            given.held,
            readers.folders,
        )
    folders = bundle_folders(
        given.documents.values(),
        arranged.urls,
        given.unread,
        ((other, others[other.id]) for other in given.others.values()),
        given.config.typographies,
    )
    return publish(given.files, folders, withheld, given.config.base_path)
