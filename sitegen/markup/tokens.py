"""HTML as a list of tokens, and the reading and writing of one tag.

A token list alternates text and tags, and begins and ends with a text, which may be empty: texts
have even indexes, tags odd ones. Joining the list gives the HTML again. What is not a tag or a
comment is text, also a lone `<`.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from html import escape, unescape

from sitegen.patterns import lazy_pattern

_TAG = lazy_pattern(
    r"""(</?[a-zA-Z][^<>"']*+(?:(?:"[^"]*+"|'[^']*+')[^<>"']*+)*+>|<!--.*?(?:-->|\Z)|<[!?][^>]*+>)""",
    re.DOTALL,
)
_PLAIN_TAG = re.compile(r"(<[^>]*+>)")
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""",
)

VERBATIM = frozenset(("pre", "code", "script", "style", "textarea"))
"""Elements whose content is left alone entirely."""

INLINE = frozenset((
    "", "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "button", "cite", "code", "data",
    "del", "dfn", "em", "font", "i", "img", "input", "ins", "kbd", "label", "mark", "meter",
    "output", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "svg", "time", "tt", "u", "var", "wbr",
))  # fmt: skip
"""Elements within a sentence, and comments (""). Any other begins or ends a block."""

VOID = frozenset(("", "br", "img", "input", "wbr"))
"""Those of them that have no end tag."""


def split_tokens(html: str, *, is_plain: bool = False) -> list[str]:
    """The tokens of *html*.

    *is_plain*: whether all tags are an engine's own, without comments and without `>` in a value.
    """
    return (_PLAIN_TAG if is_plain else _TAG).split(html)


def distinct_tags(tokens: list[str]) -> str:
    """Each different tag of *tokens* once, as one text: a tenth of the HTML.

    Passes ask it whether there is a tag of theirs, so that most of them are done with a look.
    """
    return "".join(set(tokens[1::2]))


def with_attributes(tokens: list[str]) -> list[int]:
    """The indexes of the tags that have an attribute, in order: most have none."""
    return [index for index in range(1, len(tokens), 2) if "=" in tokens[index]]


@lru_cache(maxsize=1024)  # a document has few different tags, and each pass asks again
def tag_name(tag: str) -> str:
    """The lower-case name of a start or end *tag*; "" for a comment."""
    match = _NAME.match(tag)
    return match[1].lower() if match else ""


def is_closing(tag: str) -> bool:
    return tag.startswith("</")


def read_attributes(tag: str) -> dict[str, str]:
    """The attributes of a start *tag*, by lower-case name, unescaped; the first of a name wins."""
    name = _NAME.match(tag)
    if not name or "=" not in tag:
        return {}
    attributes: dict[str, str] = {}
    for key, double, single, bare in _ATTRIBUTE.findall(tag, name.end()):
        attributes.setdefault(key.lower(), unescape(double or single or bare))
    return attributes


def escape_text(text: str) -> str:
    """Escape *text* for HTML, so that nothing in it can be taken for a placeholder of ours."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("sitegen:", "sitegen&#58;")


def write_tag(name: str, attributes: dict[str, str], placeholders: Collection[str] = ()) -> str:
    """A start tag. The attributes named by *placeholders* may hold one: see `references`."""
    written = "".join(
        f' {key}="{escape(text) if key in placeholders else _escape_value(text)}"'
        for key, text in attributes.items()
    )
    return f"<{name}{written}>"


def _escape_value(text: str) -> str:
    return escape_text(text).replace('"', "&quot;")


def find_verbatim(tokens: list[str]) -> set[int]:
    """The indexes of the texts within code and scripts. Code that is not closed ends its block."""
    indexes = set()
    inside = ""
    for index in range(1, len(tokens), 2):
        name = tag_name(tokens[index])
        if inside == "code" and name not in INLINE:
            inside = ""
        if inside and name == inside and is_closing(tokens[index]):
            inside = ""
        elif not inside and name in VERBATIM and not is_closing(tokens[index]):
            inside = name
        if inside:
            indexes.add(index + 1)
    return indexes
