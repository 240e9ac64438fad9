"""A page's HTML -> what can be found of it: its text, what it can be narrowed by, what is shown.

A theme says so by attributes: `data-search-title`, `data-search-text`, `data-search-ignore`, and
`data-search-show="name"` and `data-search-filter="name"` on elements whose `value`, or else whose
text, is meant. Pure.
"""

import re
from collections.abc import Sequence

import msgspec
import turbohtml

_INLINE = (
    "a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark output q ruby s samp"
    " small span strike strong sub sup time tt u var wbr"
)
_ENDS_NO_WORD = frozenset(_INLINE.split())
_UNREAD = "script style template noscript svg math iframe object select button"
_NO_TEXT = frozenset(_UNREAD.split())
_SPACES = re.compile(r"[ \t\r\n\f]+")


class SearchedPage(msgspec.Struct, frozen=True):
    """What the index knows of a page."""

    path: str
    """Below the site's own address."""
    title: str
    text: str
    show: dict[str, str] = {}
    filters: dict[str, tuple[str, ...]] = {}

    @property
    def order(self) -> tuple[str, str]:
        """Pages stand by their day, so that a new one comes last and moves no other."""
        return self.show.get("day", ""), self.path


def read_page(path: str, html: str) -> SearchedPage:
    """Return what is found of the page at *path* (of its file); its `main` if nothing is marked."""
    document = turbohtml.parse(html)
    title = document.select_one("[data-search-title]") or document.select_one("h1, title")
    texts = (
        [
            element
            for element in document.select("[data-search-text]")
            if not any("data-search-text" in above.attrs for above in _above(element))
        ]
        or document.select("main")[:1]
        or document.select("body")
    )
    filters: dict[str, dict[str, None]] = {}
    for element in document.select("[data-search-filter]"):
        filters.setdefault(_attribute(element, "data-search-filter"), {})[_value(element)] = None
    return SearchedPage(
        path=path.removesuffix("index.html"),
        title=_plain([title]) if title else "",
        text=_plain(texts),
        show={
            _attribute(element, "data-search-show"): _value(element)
            for element in document.select("[data-search-show]")
        },
        filters={name: tuple(values) for name, values in sorted(filters.items())},
    )


def _above(element: turbohtml.Element) -> list[turbohtml.Element]:
    return [ancestor for ancestor in element.ancestors if isinstance(ancestor, turbohtml.Element)]


def _attribute(element: turbohtml.Element, name: str) -> str:
    value = element.attrs.get(name)
    return " ".join(value) if isinstance(value, list) else value or ""


def _value(element: turbohtml.Element) -> str:
    return _attribute(element, "value") or _plain([element])


def _plain(elements: Sequence[turbohtml.Element]) -> str:
    """Return the text that readers see in *elements*, with one space for any white space."""
    parts: list[str] = []
    for element in elements:
        pending: list[turbohtml.Node | str] = [" ", *reversed(list(element.children))]
        while pending:
            node = pending.pop()
            if isinstance(node, str):
                parts.append(node)
            elif isinstance(node, turbohtml.Text):
                parts.append(node.data)
            elif isinstance(node, turbohtml.Element) and _is_read(node):
                if node.tag not in _ENDS_NO_WORD:
                    parts.append(" ")
                    pending.append(" ")
                pending += reversed(list(node.children))
    # Not `split`, which takes the spaces that do not break for plain ones.
    return _SPACES.sub(" ", "".join(parts)).strip(" ")


def _is_read(element: turbohtml.Element) -> bool:
    attributes = element.attrs
    return element.tag not in _NO_TEXT and not (
        attributes
        and (
            "data-search-ignore" in attributes
            or "hidden" in attributes
            or _attribute(element, "role") in ("doc-noteref", "doc-backlink")
        )
    )
