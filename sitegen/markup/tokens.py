"""HTML as a list of tokens, and the reading and writing of one tag.

A token list alternates text and tags, and begins and ends with a text, which may be empty: texts
have even indexes, tags odd ones. Joining the list gives the HTML again. What is not a tag or a
comment is text, also a lone `<`.
"""

import re
from html import escape, unescape

_TAG = re.compile(
    r"""(</?[a-zA-Z][^<>"']*+(?:(?:"[^"]*+"|'[^']*+')[^<>"']*+)*+>|<!--.*?(?:-->|\Z)|<[!?][^>]*+>)""",
    re.DOTALL,
)
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""",
)

VERBATIM = frozenset(("pre", "code", "script", "style", "textarea"))
"""Elements whose content is left alone entirely."""

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split(),
)

INLINE = frozenset(
    "a abbr acronym b bdi bdo big button cite code data del dfn em font i img input ins kbd label"
    " mark meter output q rp rt ruby s samp small span strike strong sub sup svg time tt u var"
    " wbr".split()
)
"""Elements within a sentence. Any other begins or ends a block."""


def split_tokens(html: str) -> list[str]:
    """The tokens of *html*."""
    return _TAG.split(html)


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


def write_tag(name: str, attributes: dict[str, str]) -> str:
    """A start tag. An attribute that is "" is written with an empty value, as `alt=""` needs."""
    written = "".join(f' {key}="{escape(text)}"' for key, text in attributes.items())
    return f"<{name}{written}>"


def find_opening(tokens: list[str], closing: int) -> int:
    """The index of the start tag that the end tag at *closing* closes; -1 if there is none."""
    name = tag_name(tokens[closing])
    depth = 0
    for index in range(closing, 0, -2):
        if tag_name(tokens[index]) == name:
            depth += 1 if is_closing(tokens[index]) else -1
            if depth == 0:
                return index
    return -1
