"""Tables that need no inline style and can scroll: alignment as a class, a wrapper, `scope`.

A paragraph `Tableau : légende` (`Table: caption`) just before a table becomes its `<caption>`
(RGAA 5.4).
"""

import re
from functools import lru_cache
from itertools import compress

from sitegen.markup.tokens import is_closing, read_attributes, tag_name, write_tag

ALIGNMENT = re.compile(r"\s*text-align:\s*(left|right|center)\s*;?\s*")
"""The style by which engines align a cell."""
_CAPTION = re.compile(r"\s*(?:Tableau|Table)(?:\s+\d+)?\s*:\s*", re.IGNORECASE)
_WRAP = '<div class="table-wrap">'
_MAY_BE_TABLE = ("<t", "</t", "<T", "</T")
_TABLE_TAGS = frozenset(("table", "thead", "th", "td"))


def has_tables(html: str) -> bool:
    return "<table" in html


def arrange_tables(tokens: list[str]) -> list[str]:
    """The *tokens* with each table in a `<div class="table-wrap">` and its cells rewritten.

    A header cell of the table's head gets `scope="col"`, unless it is empty: then it becomes a
    `<td>`, since a header that says nothing is read out for every cell below it.
    """
    arranged: list[str] = []
    done = 0
    is_head = is_empty = False
    for index in compress(range(1, len(tokens), 2), map(_part, tokens[1::2])):
        tag, text = tokens[index], tokens[index + 1]
        part = _part(tag)
        if part == "table":
            arranged += tokens[done:index]
            done = index + 2
            if is_closing(tag):
                arranged += "</table>", "", "</div>", text
            else:
                caption = _take_caption(arranged)
                arranged += _WRAP, "", tag, *caption, text
            continue
        if part == "thead":
            is_head = not is_closing(tag)
            continue
        if is_closing(tag):
            if not is_empty:
                continue
            tag, is_empty = "</td>", False
        else:
            is_empty = is_head and not text.strip() and tokens[index + 2 : index + 3] == ["</th>"]
            tag = _write_cell(tag, "td" if is_empty else part, is_head)
        arranged += tokens[done:index]
        arranged.append(tag)
        done = index + 1
    return arranged + tokens[done:]


@lru_cache(maxsize=1024)  # a document has few different tags
def _part(tag: str) -> str:
    """The name of a table's *tag* of which something is made; "" for any other."""
    name = tag_name(tag) if tag.startswith(_MAY_BE_TABLE) else ""
    is_end_of_cell = name in ("td", "th") and is_closing(tag) and tag != "</th>"
    return name if name in _TABLE_TAGS and not is_end_of_cell else ""


def _take_caption(arranged: list[str]) -> list[str]:
    """Take the caption's paragraph from the end of *arranged*; return it as tokens of a caption.

    The tokens begin with the text after the table's tag; there is none without a caption.
    """
    if arranged[-2:-1] != ["</p>"] or arranged[-1].strip():
        return []
    opening = len(arranged) - 4  # a paragraph holds no other: the first on the way back
    while opening > 0 and not arranged[opening].startswith("<p"):
        opening -= 2
    mark = _CAPTION.match(arranged[opening + 1]) if opening > 0 else None
    if mark is None:
        return []
    content = arranged[opening + 1 : -2]
    first = content[0][mark.end() :]
    content[0] = first[:1].upper() + first[1:]  # no longer the second half of a sentence
    del arranged[opening:]
    return ["\n", "<caption>", *content, "</caption>"]


@lru_cache(maxsize=64)
def _write_cell(tag: str, name: str, is_head: bool) -> str:
    attributes = read_attributes(tag)
    alignment = ALIGNMENT.fullmatch(attributes.get("style", ""))
    if alignment:
        del attributes["style"]
        attributes["class"] = f"{attributes.get('class', '')} align-{alignment[1]}".strip()
    if name == "th" and is_head:
        attributes.setdefault("scope", "col")
    return write_tag(name, attributes)
