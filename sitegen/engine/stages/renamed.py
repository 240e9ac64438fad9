"""Documents that were renamed in the edit that broke them: who does removes no page. Pure."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

import msgspec

from sitegen.config import SiteConfig
from sitegen.engine.stages.read import Inputs
from sitegen.engine.state.accepted import Accepted
from sitegen.names import CONTENT
from sitegen.patterns import lazy_pattern
from sitegen.site.access import Folders
from sitegen.site.languages.originals import named_original
from sitegen.site.places import site_url
from sitegen.site.publication import above, bundles_of, is_public
from sitegen.site.readers import Readers
from sitegen.site.sections import section_of, slugs_of
from sitegen.site.urls import alias_path, output_path
from sitegen.sources.document import Document
from sitegen.sources.file_names import read_name
from sitegen.sources.withdrawal import Withdrawal

_LISTED = lazy_pattern(r"^aliases\s*:(?P<listed>.*(?:\n\s*-.*)*)", re.MULTILINE)
_ALIAS = lazy_pattern(r"/[^\s,\]\"']*")


def former_forms(inputs: Inputs, accepted: Accepted, held: Collection[str]) -> dict[str, str]:
    """Map the new documents among *held* whose page readers have to what that was called, by id.

    It is the one that is gone, and had the address that the new one has, or says it had before. If
    another document has that address by now, readers have what they need.
    """
    written = inputs.documents.keys() | inputs.snapshot.unread
    ids = {source.removeprefix(f"{CONTENT}/") for source in held} & written
    gone = {key: document for key, document in accepted.documents.items() if key not in written}
    new = sorted(ids - accepted.documents.keys()) if gone else ()
    if not new:
        return {}
    places = _Places(inputs)
    known = {places.of(document): key for key, document in sorted(gone.items())}
    forms: dict[str, str] = {}
    for document_id in new:
        for place in places.claimed(document_id, gone.values()):
            if place in known:
                forms[document_id] = known.pop(place)
                break
    if forms:
        taken = {
            places.of(document) for key, document in inputs.documents.items() if key not in ids
        }
        return {new: old for new, old in forms.items() if places.of(gone[old]) not in taken}
    return forms


def withheld_where_they_are(
    forms: Mapping[str, str], standing: Mapping[str, Document], inputs: Inputs
) -> set[str]:
    """Return those of the renamed (*forms*) that the public may not read where they are now.

    The folder is private, the page of the folder or the original waits. *standing*: all documents,
    those with mistakes as they were published.
    """
    snapshot, config = inputs.snapshot, inputs.snapshot.config
    bundles = bundles_of(standing.values())
    folders = Folders(snapshot.folders).beside(standing.values()).below(config.typographies)
    readers = Readers(snapshot.clock, config.timezone, bundles, folders)
    withheld = set()
    for new, old in forms.items():
        place = read_name(new, config.typographies).place
        document = inputs.documents.get(new)
        named = named_original(document) if document is not None else ""
        originals = [
            each
            for each in standing.values()
            if each.id not in (new, old) and (each.place == place or each.id == named)
        ]
        pages = above(msgspec.structs.replace(standing[old], id=new), bundles)
        if (
            folders.name_at(new)
            or not all(is_public(page, snapshot.clock, config.timezone) for page in pages)
            or not all(map(readers.may_read, originals))
        ):
            withheld.add(new)
    return withheld


class _Place(NamedTuple):
    """Where a document stands: the file of the output, within the tree of its language."""

    language: str
    path: str


class _Places:
    """Tells where documents stand, those too that cannot be read."""

    def __init__(self, inputs: Inputs) -> None:
        self._inputs = inputs
        self._config: SiteConfig = inputs.snapshot.config
        introductions = (each for each in inputs.documents.values() if each.section_front)
        folders = {document.section_folder for document in introductions}
        self._declared = frozenset(folders | set(self._config.sections_of_its_own)) - {""}

    def of(self, document: Document) -> _Place:
        """Return where *document* stands; the text of a section at the file of its own name."""
        section = section_of(document, self._declared)
        url = site_url(document, section, self._config, slugs_of(self._config))
        mark = "_index" if document.section_front else ""
        return _Place(document.language, output_path(url) + mark)

    def claimed(self, document_id: str, gone: Iterable[Document]) -> list[_Place]:
        """Return where *document_id* stands, or stood as it says itself.

        One that cannot be read is taken for each of those that are *gone*, under its new name.
        """
        document = self._inputs.documents.get(document_id)
        wish = self._inputs.wishes.get(document_id) or Withdrawal()
        if document is not None:
            aliases: Iterable[str] = document.front.aliases
            forms = [document]
        else:
            aliases = _aliases(wish.text)
            forms = [self._as_renamed(each, document_id, wish) for each in gone]
        former = [_Place(form.language, alias_path(alias)) for form in forms for alias in aliases]
        return [*map(self.of, forms), *former]

    def _as_renamed(self, former: Document, document_id: str, wish: Withdrawal) -> Document:
        name = read_name(document_id, self._config.typographies)
        front = msgspec.structs.replace(former.front, slug=wish.slug, date=wish.date)
        return msgspec.structs.replace(
            former,
            id=document_id,
            front=front,
            name=name.name,
            language=name.language,
            neutral=name.place if name.language else "",
            date_elsewhere=name.date or former.date,
        )


def _aliases(text: str) -> list[str]:
    listed = _LISTED.search(text)
    return _ALIAS.findall(listed["listed"]) if listed else []
