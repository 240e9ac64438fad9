"""Tables that need no inline style and can scroll: alignment as a class, a wrapper, `scope`."""

import re
from functools import lru_cache

from sitegen.markup.tokens import is_closing, read_attributes, tag_name, write_tag

_ALIGNMENT = re.compile(r"\s*text-align:\s*(left|right|center)\s*;?\s*")
_WRAP = '<div class="table-wrap">'
_TABLE_TAGS = frozenset(("table", "thead", "th", "td"))


def has_tables(html: str) -> bool:
    return "<table" in html


def arrange_tables(tokens: list[str]) -> list[str]:
    """The *tokens* with each table in a `<div class="table-wrap">` and its cells rewritten.

    A header cell of the table's head gets `scope="col"`, unless it is empty: then it becomes a
    `<td>`, since a header that says nothing is read out for every cell below it.
    """
    arranged = tokens[:1]
    is_head = is_empty = False
    for index in range(1, len(tokens), 2):
        tag, text = tokens[index], tokens[index + 1]
        name = tag_name(tag)
        if name in _TABLE_TAGS:
            if name == "table":
                wrap = ["</table>", "", "</div>"] if is_closing(tag) else [_WRAP, "", tag]
                arranged += *wrap, text
                continue
            if name == "thead":
                is_head = not is_closing(tag)
            elif tag == "</th>" and is_empty:
                tag, is_empty = "</td>", False
            elif name in ("td", "th") and not is_closing(tag):
                is_empty = (
                    is_head and not text.strip() and tokens[index + 2 : index + 3] == ["</th>"]
                )
                tag = _write_cell(tag, "td" if is_empty else name, is_head)
        arranged += tag, text
    return arranged


@lru_cache(maxsize=64)
def _write_cell(tag: str, name: str, is_head: bool) -> str:
    attributes = read_attributes(tag)
    alignment = _ALIGNMENT.fullmatch(attributes.get("style", ""))
    if alignment:
        del attributes["style"]
        attributes["class"] = f"{attributes.get('class', '')} align-{alignment[1]}".strip()
    if name == "th" and is_head:
        attributes.setdefault("scope", "col")
    return write_tag(name, attributes)
