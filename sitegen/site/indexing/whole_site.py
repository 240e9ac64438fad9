"""The indexes of a site in several languages: that of the first, and one for each other. Pure."""

from collections.abc import Mapping

from msgspec.structs import replace

from sitegen.site.access import Folders
from sitegen.site.index import Index, complete
from sitegen.site.indexing.inputs import IndexInputs
from sitegen.site.indexing.make import make_index
from sitegen.site.languages.translations import translations_between
from sitegen.site.languages.versions import ByLanguage, lacking


def index_of_site(given: IndexInputs, languages: ByLanguage, earlier: Index | None = None) -> Index:
    """Return the index of the site's first language, of what is *given*, with those of all others.

    *earlier*: an index of the same site, whose entries are taken where they would be the same.
    """
    first = make_index(given, earlier)
    first = replace(first, diagnostics=(*first.diagnostics, *languages.diagnostics))
    if not given.config.languages:
        return first
    return _joined(first, _versions(given, first, languages, earlier), languages.originals)


def _versions(
    given: IndexInputs, first: Index, languages: ByLanguage, earlier: Index | None
) -> dict[str, Index]:
    """Return the indexes of the other versions of the site that *first* is of, by language."""
    empty = set(lacking(languages))
    return {
        tag: make_index(
            IndexInputs(
                languages.versions[tag],
                given.files,
                data_in(given.data, tag),
                config,
                given.clock,
                first.unwritten,
                given.held,
                given.templates,
                given.listed.below(config.folder, config.language),
                Folders(first.folders.names),
                first=first,
                rings=given.rings,
                plugins=given.plugins,
            ),
            earlier.versions.get(tag) if earlier else None,
        )
        for tag, config in given.config.versions.items()
        if tag not in empty
    }


def data_in(data: Mapping[str, object], language: str) -> dict[str, object]:
    """Return what ``_data/`` holds in *language*: its own files in the place of the others."""
    start = f"{language}/"
    return {
        **data,
        **{
            name.removeprefix(start): value
            for name, value in data.items()
            if name.startswith(start)
        },
    }


def _joined(first: Index, others: Mapping[str, Index], originals: Mapping[str, str]) -> Index:
    """Return *first* with the *others*, all of which know the translations of all.

    *originals* has each translation with what it translates. What is to be told of these, and the
    files of all pictures, the first one has.
    """
    indexes = (*others.values(), first)
    translations = translations_between(
        {key: document for index in indexes for key, document in index.documents.items()},
        {key: entry for index in indexes for key, entry in index.entries.items()},
        {index.config.language: index.config.origin for index in reversed(indexes)},
        originals,
        {
            document.id: folder
            for index in indexes
            for folder, document in index.section_documents.items()
        },
    )
    pictures = first.pictures
    for other in others.values():
        pictures = pictures.with_files_of(other.pictures, other.config)
    told = (*first.diagnostics, *translations.diagnostics)
    joined = replace(first, translations=translations, pictures=pictures, diagnostics=told)
    versions = {
        tag: replace(other, first=joined, translations=translations)
        for tag, other in others.items()
    }
    complete(joined, versions=versions)
    return joined
