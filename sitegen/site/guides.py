"""Guides: the pages of sections that are laid out as one, as a tree in reading order. Pure.

A guide begins at a section whose settings name a layout (its *trunk*) and holds the sections below
it, unless these name one themselves; a site with a layout of its own is a guide, whose trunk has no
name. Articles, which have a date, stand in lists and not in a guide.
"""

from collections.abc import Iterable

from sitegen.model import Entry, Node, Section
from sitegen.site.index import Index
from sitegen.site.urls import slugify


def guide(index: Index, trunk: str) -> tuple[Node, ...]:
    """Return the guide of *trunk* (a section's id; empty: the site's), its first page first."""
    sections = [
        chapter for chapter in index.sections.values() if chapter.layout and chapter.trunk == trunk
    ]
    known = {chapter.id for chapter in sections}
    below: dict[str, list[Section]] = {}
    for section in sections:
        if section.id != trunk:
            below.setdefault(_nearest(section.id, known), []).append(section)
    pages: dict[str, list[Entry]] = {}
    for entry in index.entries.values():
        home = entry.section.id if entry.section else ""
        if not entry.is_article and (home in known or (not home and not trunk)):
            pages.setdefault(home, []).append(entry)

    def children(section_id: str) -> tuple[Node, ...]:
        nodes = [(_order(index, entry), _page_node(entry)) for entry in pages.get(section_id, ())]
        for section in below.get(section_id, ()):
            node = _section_node(section, children(section.id))
            nodes.append((_section_order(index, section), node))
        return tuple(node for _, node in sorted(nodes, key=lambda pair: pair[0]))

    first = tuple(_section_node(chapter, ()) for chapter in sections if chapter.id == trunk)
    return first + children(trunk)


Rank = tuple[bool, bool, int]
"""What decides the order of neighbours in a guide before their titles do, and then addresses."""
_FIRST: Rank = (False, False, -(1 << 31))


def ranks(index: Index, trunk: str) -> dict[str, Rank]:
    """Return the rank of whatever may stand in the guide of *trunk*, by its address."""
    pages = {
        entry.url: _order(index, entry)[:3]
        for entry in index.entries.values()
        if not entry.is_article
    }
    sections = {
        section.url: _FIRST if section.id == trunk else _section_order(index, section)[:3]
        for section in index.sections.values()
    }
    return pages | sections


def in_order(ranked: Iterable[tuple[Rank, Node]]) -> tuple[Node, ...]:
    """Return neighbours in a guide in their order."""
    return tuple(
        node for _, node in sorted(ranked, key=lambda pair: (*pair[0], *_by_title(pair[1])))
    )


def _by_title(node: Node) -> tuple[str, str]:
    return slugify(node.title), node.url


def in_reading_order(nodes: Iterable[Node]) -> list[Node]:
    """Return all pages of a tree, each section's before those that stand in it."""
    ordered = []
    for node in nodes:
        ordered += [node, *in_reading_order(node.children)]
    return ordered


def _nearest(section_id: str, known: set[str]) -> str:
    """Return the nearest section of the guide above *section_id*; empty if there is none."""
    above = section_id.rpartition("/")[0]
    while above and above not in known:
        above = above.rpartition("/")[0]
    return above


def _order(index: Index, entry: Entry) -> tuple[bool, bool, int, str, str]:
    """The home page, then what has a weight, then the others by title."""
    weight = index.documents[entry.id].front.weight
    is_home = index.urls[entry.id] == "/"
    return (not is_home, not weight, weight, slugify(entry.title), entry.url)


def _section_order(index: Index, section: Section) -> tuple[bool, bool, int, str, str]:
    document = index.section_documents.get(section.id)
    weight = document.section_front.weight if document and document.section_front else 0
    return (True, not weight, weight, slugify(section.title), section.url)


def _page_node(entry: Entry) -> Node:
    return Node(title=entry.title, url=entry.url, id=entry.id, kind=entry.kind, lang=entry.lang)


def _section_node(section: Section, children: tuple[Node, ...]) -> Node:
    return Node(title=section.title, url=section.url, id=section.introduction, children=children)
