"""Authors and signatories that are new by a slip of the pen. Pure.

What has a name of its own gets a page, a feed or a line of its own: a letter too few makes another.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.border.suggestions import misspelt, plain
from sitegen.errors import Diagnostic
from sitegen.site.index import Index
from sitegen.site.publication import is_meant_to_be_read
from sitegen.sources.document import Document


def check_names(index: Index) -> Iterator[Diagnostic]:
    """Yield people and organisations that stand in one document alone and not in the data, whose
    names are nearly those of others.
    """
    clock, zone = index.clock, index.config.timezone
    articles = [
        document
        for document in index.documents.values()
        if not document.section_front and is_meant_to_be_read(document, clock, zone)
    ]
    authors = [(article, "author", name) for article in articles for name in article.front.author]
    authors += [
        (article, "authors", name) for article in articles for name in article.front.authors
    ]
    yield from _people(authors, _known(index.data.get("authors")))
    organisation = index.config.organisation
    known = _known(index.data.get("organisations")) | (
        {organisation.name} if organisation else set()
    )
    signatories = [
        (article, "signatories", name) for article in articles for name in article.front.signatories
    ]
    yield from _people(signatories, known)


def _people(named: list[tuple[Document, str, str]], known: set[str]) -> Iterator[Diagnostic]:
    """Yield the names that stand in *named* once and not in *known*, and nearly are another's."""
    counts = Counter(name for _, _, name in named)
    usual = known | {name for name, number in counts.items() if number > 1}
    by_date = sorted(named, key=lambda use: use[0].date.date.isoformat() if use[0].date else "")
    for document, key, name in by_date:
        if name in usual or (" " not in name and name == name.casefold()):
            continue  # what looks like a key is told by every build
        near = misspelt(name, usual, limit=1)
        usual.add(name)
        if near:
            marks = document.details.marks
            place = next((mark for mark in marks if mark.startswith(f"{key}.")), key)
            position = getattr(document.front, key).index(name)
            place = f"{key}.{position}" if f"{key}.{position}" in marks else place
            values = {"key": key, "value": name, "suggestion": near}
            yield document.diagnostic("name-near", place, **values)


def _known(data: Any) -> set[str]:
    """Return the keys and the names of a file of people or organisations."""
    if not isinstance(data, Mapping):
        return set()
    names = {
        author.get("name") if isinstance(author, Mapping) else author for author in data.values()
    }
    return {str(name) for name in (*data, *names) if name and plain(str(name))}
