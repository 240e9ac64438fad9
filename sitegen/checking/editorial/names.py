"""Sections, authors and signatories that are new by a slip of the pen. Pure.

What has a name of its own gets a page, a feed or a line of its own: a letter too few makes another.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sitegen.border.suggestions import misspelt, plain
from sitegen.checking.editorial.texts import is_meant_to_be_read
from sitegen.errors import Diagnostic
from sitegen.site.index import Index
from sitegen.site.sections import section_of
from sitegen.sources.document import Document


def check_names(index: Index) -> Iterator[Diagnostic]:
    """Yield sections that nobody declared, and people and organisations that stand in one document
    alone and not in the data, whose names are nearly those of others.
    """
    documents = [one for one in index.documents.values() if is_meant_to_be_read(one, index)]
    articles = [one for one in documents if not one.listing]
    yield from _sections(index, articles)
    authors = [(one, "author", name) for one in articles for name in one.front.author]
    authors += [(one, "authors", name) for one in articles for name in one.front.authors]
    yield from _people(authors, _known(index.data.get("authors")))
    organisation = index.config.organisation
    known = _known(index.data.get("organisations")) | (
        {organisation.name} if organisation else set()
    )
    signatories = [(one, "signatories", name) for one in articles for name in one.front.signatories]
    yield from _people(signatories, known)


def _sections(index: Index, articles: Collection[Document]) -> Iterator[Diagnostic]:
    """Yield the first document of each section that has neither settings nor an `_index.md`."""
    texts = {one.folder for one in index.documents.values() if one.listing}
    declared = (texts | set(index.config.sections)) - {""}
    names = {name: name for name in declared}
    for name in declared & index.sections.keys():
        names.setdefault(index.sections[name].title, name)
    told = set()
    for document in articles:
        section = section_of(document, frozenset(declared))
        is_listed = bool(document.front.section) or document.date is not None
        if not section or section in declared or section in told or not is_listed:
            continue
        last = section.rpartition("/")[2]
        is_title = section in names
        if near := section if is_title else misspelt(section, names) or misspelt(last, names):
            told.add(section)
            values = {"key": "section", "value": section, "suggestion": names[near]}
            yield document.diagnostic("name-near", "section", **values)


def _people(named: list[tuple[Document, str, str]], known: set[str]) -> Iterator[Diagnostic]:
    """Yield the names that stand in *named* once and not in *known*, and nearly are another's."""
    counts = Counter(name for _, _, name in named)
    usual = known | {name for name, number in counts.items() if number > 1}
    by_date = sorted(named, key=lambda one: one[0].date.date.isoformat() if one[0].date else "")
    for document, key, name in by_date:
        if name in usual or (" " not in name and name == name.casefold()):
            continue  # what looks like a key is told by every build
        near = misspelt(name, usual, limit=1)
        usual.add(name)
        if near:
            marks = document.details.marks
            place = next((one for one in marks if one.startswith(f"{key}.")), key)
            position = getattr(document.front, key).index(name)
            place = f"{key}.{position}" if f"{key}.{position}" in marks else place
            values = {"key": key, "value": name, "suggestion": near}
            yield document.diagnostic("name-near", place, **values)


def _known(data: Any) -> set[str]:
    """Return the keys and the names of a file of people or organisations."""
    if not isinstance(data, Mapping):
        return set()
    names = {one.get("name") if isinstance(one, Mapping) else one for one in data.values()}
    return {str(one) for one in (*data, *names) if one and plain(str(one))}
