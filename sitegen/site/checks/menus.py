"""Lines of the menus that lead to nothing: they are left out of every page. Pure."""

from collections.abc import Iterator, Set
from typing import NamedTuple

from sitegen.border.suggestions import nearest
from sitegen.config import MenuItem
from sitegen.names import is_document
from sitegen.site.index import Index
from sitegen.site.sections import section_of


class Unresolved(NamedTuple):
    """A line of a menu that names what is not there."""

    menu: str
    position: int
    code: str
    values: dict[str, str]


def unresolved_lines(index: Index, unread: Set[str]) -> Iterator[Unresolved]:
    """Yield the lines of all menus that name neither an address nor anything of the site.

    What is not public yet may stand in a menu, it waits: a document, and the section of one; and
    one that has mistakes (*unread*), which are told of it.
    """
    pages = {document.id for document in index.documents.values() if not document.section_front}
    dated = [
        document
        for document in index.documents.values()
        if document.date and document.id not in index.entries
    ]
    waiting = {section_of(document, frozenset()) for document in dated}
    waiting |= {path.rpartition("/")[0] for path in unread}
    first = index.first or index
    pages |= {key for key, document in first.every_document.items() if not document.section_front}
    known = pages | set(unread) | (waiting - {""}) | index.folders.names.keys()
    for menu, lines in index.config.menus.items():
        for position, line in enumerate(lines):
            mistake = None if line.target in known else _unknown(index, line)
            if mistake:
                yield Unresolved(menu, position, *mistake)


def _unknown(index: Index, line: MenuItem) -> tuple[str, dict[str, str]] | None:
    """Return the code and values of what *line* names and is not there; nothing where it is."""
    if line.url:
        is_address = line.url.startswith(("/", "#", "?")) or ":" in line.url
        return None if is_address else ("menu-address", {"url": line.url})
    if line.target in index.sections or index.section_here(line.target) in index.sections:
        return None
    sections = sorted(section for section in index.sections if section and not is_document(section))
    near = line.target.removesuffix("/_index.md")
    if near not in sections:
        pages = sorted(
            document.id for document in index.documents.values() if not document.section_front
        )
        near = nearest(line.target, [*sections, *pages])
    if near:
        return "menu-unknown-near", {"target": line.target, "suggestion": near}
    return "menu-unknown", {"target": line.target, "choices": ", ".join(sections) or "none"}
