"""An article's HTML as it survives in a feed reader: absolute addresses, no scripts. Pure.

Expressions rather than a parser: the body is our own Markdown's output, and with the standard
library's parser a feed of twenty articles took five times as long.
"""

import re
from functools import lru_cache
from html import escape, unescape
from typing import NamedTuple
from urllib.parse import urljoin

from sitegen.names import EVENT_FACTS

_KEPT_ATTRIBUTES = frozenset({
    "abbr", "alt", "cite", "colspan", "controls", "datetime", "dir", "height", "href", "hreflang",
    "lang", "open", "poster", "reversed", "rowspan", "scope", "src", "start", "title", "type",
    "value", "width",
})  # fmt: skip
"""What readers need. Ids go, which twenty articles on one page would share, and styles."""

_ALIGNED = {"align-right": "right", "align-center": "center"}
"""Of cells of tables: numbers that stand to the left cannot be compared."""
_ADDRESSES = frozenset({"cite", "href", "poster", "src"})
_DROPPED_TAGS = frozenset({
    "base", "button", "datalist", "embed", "fieldset", "form", "input", "label", "legend", "link",
    "meta", "noscript", "object", "option", "script", "select", "style", "svg", "template",
    "textarea",
})  # fmt: skip
"""Tags that go, whatever stands between them."""

# Elements that go with what they hold. A script without an end goes on to the end, as in browsers.
_DROPPED_ELEMENTS = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)"
    r"|<(button|datalist|noscript|object|select|svg|template|textarea)\b.*?</\2\s*>",
    re.DOTALL | re.IGNORECASE,
)
_FRAME = re.compile(r"<iframe\b([^>]*)>.*?(?:</iframe\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"""(</?[a-zA-Z][^\s/>]*(?:[^>"']+|"[^"]*"|'[^']*')*+>)""")
_PARTS = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)(.*)>", re.DOTALL)
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""",
)
_OWN = re.compile(r"#[\w:.-]+")
_PLAIN_URL = re.compile(r"[\w:/.%~-]+")
"""An address to which a note's is soon joined: `urljoin` would say the same."""
_AT_HAND = 1024
"""Tags that stay read: the same some dozens stand in each text."""
_SAFE_SCHEMES = ("http:", "https:", "mailto:", "tel:", "data:image/")


def feed_html(html: str, url: str) -> str:
    """Return *html* for a reader elsewhere; *url* is the absolute address that it stands at.

    Links are absolute (`#note` leads to the article), scripts, styles, forms and ids are gone, and
    a frame (a video, a map) is a link to what it shows.
    """

    html = _DROPPED_ELEMENTS.sub("", html)
    html = _FRAME.sub(lambda match: _link_to_frame(match[1], url), html)
    tokens = _TAG.split(html)
    tags = tokens[1::2]
    written = {tag: _written(_read(tag), url) for tag in set(tags)}  # half of them
    tokens[1::2] = [written[tag] for tag in tags]
    return "".join(tokens)


class _Tag(NamedTuple):
    """A tag with what readers need of it."""

    text: str
    """All of it, where it leads nowhere; else what stands before its first address."""
    addresses: tuple[tuple[str, str, str], ...] = ()
    """The name of an attribute, the address in it, and what stands after it."""


def _written(tag: _Tag, url: str) -> str:
    if not tag.addresses:
        return tag.text
    text = tag.text
    for name, address, after in tag.addresses:
        absolute = escape(_absolute(address, url))
        text += f' {name}="{absolute}"{after}' if absolute else after
    return text


@lru_cache(_AT_HAND)
def _read(tag: str) -> _Tag:
    """Return what is kept of *tag*: of one that goes nothing."""
    parts = _PARTS.fullmatch(tag)
    assert parts is not None  # `_TAG` found it
    slash, name, attributes = parts.groups()
    if name.lower() in _DROPPED_TAGS:
        return _Tag("")
    if slash or not attributes:
        return _Tag(tag)
    pieces = [f"<{name}"]
    addresses: list[tuple[str, str]] = []
    for name, *values in _ATTRIBUTE.findall(attributes):
        key, value = name.lower(), next(filter(None, values), "")
        if key in _ADDRESSES:
            addresses.append((key, unescape(value)))
            pieces.append("")
        elif key in _KEPT_ATTRIBUTES:
            pieces[-1] += f' {key}="{value.replace(chr(34), "&quot;")}"'
        elif key == "class" and value == EVENT_FACTS:
            pieces[-1] += f' class="{EVENT_FACTS}"'
        elif key == "class" and value in _ALIGNED:
            pieces[-1] += f' align="{_ALIGNED[value]}"'
    pieces[-1] += ">"
    text, *after = pieces
    return _Tag(text, tuple((*each, rest) for each, rest in zip(addresses, after, strict=True)))


def _absolute(address: str, url: str) -> str:
    """Return *address* with scheme and host; nothing for one that runs a script."""
    address = address.strip()
    try:
        is_own = _OWN.fullmatch(address) and _PLAIN_URL.fullmatch(url)
        absolute = f"{url}{address}" if is_own else urljoin(url, address)
    except ValueError:  # no address at all, such as `http://[`
        return ""
    return absolute if absolute.lower().startswith(_SAFE_SCHEMES) else ""


def _link_to_frame(attributes: str, url: str) -> str:
    values = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(attributes)}
    address = escape(_absolute(unescape(values.get("src", "")), url)) if values.get("src") else ""
    title = values.get("title") or address
    return f'<a href="{address}">{title}</a>' if address else ""
