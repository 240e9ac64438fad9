"""Attribute lists, `{.class #id lang=en}`, and bracketed spans, `[smart city]{lang=en}`.

A list belongs to what it touches: a link, image, emphasis or code before it; the heading, cell or
term at whose end it stands; the paragraph or list item whose last line it is. Alone in a
paragraph it belongs to the block above. Braces that hold anything else stay as they are typed.
"""

import re
from html import unescape

from sitegen.markup.tokens import (
    INLINE,
    VERBATIM,
    VOID,
    find_opening,
    is_closing,
    read_attributes,
    tag_name,
    write_tag,
)

_LIST = re.compile(
    r"""\{:?[ ]*((?:(?:[#.][^\s{}#.="']++
        |[a-zA-Z][\w-]*+=(?:"[^"<>{}]*+"|'[^'<>{}]*+'|[^\s{}"'=<>]++))[ ]*+)+)\}""",
    re.VERBOSE,
)
_ENTRY = re.compile(r"""([#.])([^\s{}#.="']+)|([a-zA-Z][\w-]*)=(?:"([^"]*)"|'([^']*)'|(\S+))""")
_SPAN_END = re.compile(r"\](?=\{)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")

_ON_OWN_LINE = frozenset(("p", "li", "dd", "blockquote"))
_ON_LAST_LINE = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt"))
_BLOCKS_ABOVE = frozenset(("p", "ul", "ol", "dl", "table", "blockquote", "pre"))


def has_lists(html: str) -> bool:
    """Whether there may be work here; it costs next to nothing to ask."""
    return "{" in html and _LIST.search(html.replace("&quot;", '"')) is not None


def apply_lists(tokens: list[str]) -> list[str]:
    """The *tokens* with each attribute list taken out of its text and written into its tag."""
    tokens = list(tokens)
    verbatim = ""  # the name of the code or script that we are in
    index = 0
    while index < len(tokens):
        tag = tokens[index - 1] if index else ""
        name = tag_name(tag)
        if not verbatim and name in VERBATIM and not is_closing(tag):
            verbatim = name
        elif name == verbatim and is_closing(tag):
            verbatim = ""
        if "{" in tokens[index] and not verbatim:
            tokens[index] = tokens[index].replace("&quot;", '"')
            _apply_inline(tokens, index)
            index = _apply_spans(tokens, index)
            index = _apply_block(tokens, index)
        index += 2
    return tokens


def _apply_inline(tokens: list[str], index: int) -> None:
    """`[a](b){.c}`, `*a*{.b}`: lists at the very beginning of the text after an inline element."""
    name = tag_name(tokens[index - 1]) if index else ""
    while name in INLINE and (is_closing(tokens[index - 1]) or name == "img"):
        found = _LIST.match(tokens[index])
        opening = index - 1 if name == "img" else find_opening(tokens, index - 1)
        if not found or opening < 0:
            return
        tokens[opening] = _with_list(tokens[opening], found[1])
        tokens[index] = tokens[index][found.end() :]


def _apply_spans(tokens: list[str], index: int) -> int:
    """Make each `[text]{list}` that ends in this text a span; the index of the text's new place."""
    start = 0
    while end := _SPAN_END.search(tokens[index], start):
        found = _LIST.match(tokens[index], end.end())
        bracket = found and _find_bracket(tokens, index, end.start())
        if not found or not bracket:
            start = end.end()
            continue
        text = tokens[index]
        tokens[index : index + 1] = [text[: end.start()], "</span>", text[found.end() :]]
        first, offset = bracket
        text = tokens[first]
        span = _with_list("<span>", found[1])
        tokens[first : first + 1] = [text[:offset], span, text[offset + 1 :]]
        index += 4
        start = 0
    return index


def _find_bracket(tokens: list[str], index: int, end: int) -> tuple[int, int] | None:
    """The token and offset of the `[` that pairs with a `]`, within one block and one element."""
    pairs = elements = 0
    text = tokens[index][:end]
    while True:
        for offset in range(len(text) - 1, -1, -1):
            if text[offset] == "]":
                pairs += 1
            elif text[offset] == "[" and pairs:
                pairs -= 1
            elif text[offset] == "[":
                return (index, offset) if elements == 0 else None
        index -= 2
        if index < 0:
            return None
        tag = tokens[index + 1]
        name = tag_name(tag)
        if name not in INLINE:
            return None
        if name not in VOID:
            elements += 1 if is_closing(tag) else -1
        if elements < 0:
            return None
        is_code = name in VERBATIM and is_closing(tag)
        text = "" if is_code else tokens[index]


def _apply_block(tokens: list[str], index: int) -> int:
    """Apply a list at the end of a block; the index of the text that now stands here."""
    if index + 1 == len(tokens) or not is_closing(tokens[index + 1]):
        return index
    text = tokens[index].rstrip()
    start = text.rfind("{")
    found = _LIST.fullmatch(text, start) if start >= 0 else None
    name = tag_name(tokens[index + 1])
    before = text[:start].rstrip(" ")
    is_own_line = before.endswith("\n") or (not before and tag_name(tokens[index - 1]) == name)
    if not found or not (name in _ON_LAST_LINE or (name in _ON_OWN_LINE and is_own_line)):
        return index
    opening = find_opening(tokens, index + 1)
    if name == "p" and opening == index - 1 and not before:
        return _apply_to_block_above(tokens, index, found[1])
    if opening > 0:
        tokens[opening] = _with_list(tokens[opening], found[1])
        tokens[index] = before.rstrip()
    return index


def _apply_to_block_above(tokens: list[str], index: int, entries: str) -> int:
    """Take out the paragraph around *index*, and give its list to the block that ends above it."""
    above = index - 3
    is_block = above > 0 and is_closing(tokens[above]) and not tokens[above + 1].strip()
    if not is_block or tag_name(tokens[above]) not in _BLOCKS_ABOVE:
        return index
    opening = find_opening(tokens, above)
    if opening < 0:
        return index
    tokens[opening] = _with_list(tokens[opening], entries)
    del tokens[index - 1 : index + 3]
    return index - 2


def _with_list(tag: str, entries: str) -> str:
    """The start *tag* with the attributes of a list. What is not allowed there is left out."""
    attributes = read_attributes(tag)
    for sign, name, key, double, single, bare in _ENTRY.findall(entries):
        value = unescape(double or single or bare)
        if sign == ".":
            attributes["class"] = f"{attributes.get('class', '')} {unescape(name)}".strip()
        elif sign == "#":
            attributes["id"] = unescape(name)
        elif key == "class":
            attributes["class"] = f"{attributes.get('class', '')} {value}".strip()
        elif _is_allowed(key.lower(), value):
            attributes[key.lower()] = value
    return write_tag(tag_name(tag), attributes)


def _is_allowed(key: str, value: str) -> bool:
    """Attributes that can do no harm, with a value that is valid HTML."""
    match key:
        case "id":
            return bool(value) and not any(character.isspace() for character in value)
        case "lang":
            return _LANGUAGE.fullmatch(value) is not None
        case "width" | "height":
            return value.isascii() and value.isdigit()
        case "dir":
            return value in ("ltr", "rtl", "auto")
        case "title" | "credit":
            return True
        case _:
            return key.startswith("data-")
