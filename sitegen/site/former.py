"""Former addresses of lists: of sections, tags, authors, organisations, feeds, calendars.

Authors write them under `aliases:`, where the list is set up.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from sitegen.model import WHOLE, Scope
from sitegen.model.taxonomies import AUTHOR, ORGANISATION, SECTION, TAG
from sitegen.names import CONTENT, SITE_FILE
from sitegen.site.index import Index
from sitegen.site.urls import slugify


class FormerAddress(NamedTuple):
    """A former address of a list, and where it is written."""

    address: str
    scope: Scope
    file: str
    """`site.yaml`, a document below ``content/``, or a data file without its ending."""
    keys: tuple[str | int, ...]
    """The way to it in that file."""


def former_addresses(index: Index) -> Iterator[FormerAddress]:
    """Yield the former addresses of lists, in the order of the files and of their lines."""
    config = index.config
    for document in index.section_documents.values():
        folder = document.section_folder
        if document.section_front:
            scope = Scope(SECTION.name, folder) if folder else WHOLE
            file = f"{CONTENT}/{document.id}"
            yield from _placed(document.section_front.aliases, scope, file, "aliases")
    for name, section in config.sections.items():
        keys = ("sections", name, "aliases")
        yield from _placed(section.aliases, Scope(SECTION.name, name), SITE_FILE, *keys)
    for name, tag in config.tags.items():
        scope = Scope(TAG.name, slugify(name))
        yield from _placed(tag.aliases, scope, SITE_FILE, "tags", name, "aliases")
    if index.first is not None:
        return  # the data are those of the first language, and so are addresses of long ago
    for key, fields in _entries(index.data.get("authors")):
        scope = Scope(AUTHOR.name, index.directory.author(key).slug)
        yield from _placed(_texts(fields), scope, f"{CONTENT}/_data/authors", key, "aliases")
    for key, fields in _entries(index.data.get("organisations")):
        scope = Scope(ORGANISATION.name, slugify(key))
        file = f"{CONTENT}/_data/organisations"
        yield from _placed(_texts(fields), scope, file, key, "aliases")


def _placed(aliases: Iterable[str], scope: Scope, file: str, *keys: str) -> Iterator[FormerAddress]:
    for number, alias in enumerate(aliases):
        yield FormerAddress(alias, scope, file, (*keys, number))


def _entries(value: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the entries of a data file that have keys of their own."""
    if isinstance(value, Mapping):
        yield from ((str(key), part) for key, part in value.items() if isinstance(part, Mapping))


def _texts(fields: Mapping[str, Any]) -> tuple[str, ...]:
    written = fields.get("aliases") or ()
    return (written,) if isinstance(written, str) else tuple(map(str, written))
