"""The indexes of a site in several languages: that of the first, and one for each other. Pure."""

from collections.abc import Mapping

from sitegen.site.access import Folders
from sitegen.site.assets import AssetFacts
from sitegen.site.index import Index
from sitegen.site.indexing.inputs import IndexInputs
from sitegen.site.indexing.make import make_index
from sitegen.site.translations import Translations
from sitegen.site.versions import ByLanguage, lacking


def versions(
    first: Index,
    languages: ByLanguage,
    files: Mapping[str, AssetFacts],
    earlier: Index | None = None,
) -> dict[str, Index]:
    """Return the indexes of the other versions of the site that *first* is of, by language.

    *earlier*: an index of the same site, whose entries are taken where they would be the same.
    """
    if not first.config.languages:
        first.diagnostics += languages.diagnostics
        return {}
    empty = set(lacking(languages))
    found = {
        tag: make_index(
            IndexInputs(
                languages.versions[tag],
                files,
                data_in(first.data, tag),
                config,
                first.clock,
                first.unwritten,
                first.held,
                first.templates,
                first.listed.below(config.folder),
                Folders(first.folders.names),
                first=first,
            ),
            earlier.versions.get(tag) if earlier else None,
        )
        for tag, config in first.config.versions.items()
        if tag not in empty
    }
    _link(first, found, languages)
    return found


def data_in(data: Mapping[str, object], language: str) -> dict[str, object]:
    """Return what ``_data/`` holds in *language*: its own files in the place of the others."""
    start = f"{language}/"
    return {
        **data,
        **{name.removeprefix(start): one for name, one in data.items() if name.startswith(start)},
    }


def _link(first: Index, found: Mapping[str, Index], languages: ByLanguage) -> None:
    """Give all indexes the translations of all, and the first one what is to be told of them."""
    first.diagnostics += languages.diagnostics
    indexes = (*found.values(), first)
    translations = Translations.of_versions(
        {key: one for index in indexes for key, one in index.documents.items()},
        {key: one for index in indexes for key, one in index.entries.items()},
        {one.config.language: one.config.origin for one in reversed(indexes)},
        languages.originals,
    )
    first.translations = translations
    first.diagnostics += translations.diagnostics
    for index in found.values():
        index.translations = translations
