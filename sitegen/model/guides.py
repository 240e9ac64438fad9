"""A guide: its pages in the order in which they are read, and a page in other languages."""

import msgspec


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A page or a section in the tree of a guide."""

    title: str
    url: str
    id: str = ""
    """The document; nothing for a section without an ``_index.md``."""
    kind: str = ""
    """What the page is (`kind:`): neighbours of one kind stand together under it."""
    lang: str = ""
    """The page's language where it is not the site's."""
    children: tuple["Node", ...] = ()


class Translation(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A page that says the same in another language."""

    lang: str
    title: str
    url: str
    id: str = ""
    """The document."""
