"""An article's HTML as it survives in a feed reader: absolute addresses, no scripts. Pure.

Expressions rather than a parser: the body is our own Markdown's output, and with the standard
library's parser a feed of twenty articles took five times as long.
"""

import re
from html import escape, unescape
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
_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*)((?:[^>"']+|"[^"]*"|'[^']*')*+)>""")
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""",
)
_SAFE_SCHEMES = ("http:", "https:", "mailto:", "tel:", "data:image/")


def feed_html(html: str, url: str) -> str:
    """Return *html* for a reader elsewhere; *url* is the absolute address that it stands at.

    Links are absolute (`#note` leads to the article), scripts, styles, forms and ids are gone, and
    a frame (a video, a map) is a link to what it shows.
    """

    def written(match: re.Match[str]) -> str:
        slash, name, attributes = match.groups()
        if name.lower() in _DROPPED_TAGS:
            return ""
        if slash or not attributes:
            return match[0]
        return f"<{name}{_kept(attributes, url)}>"

    html = _DROPPED_ELEMENTS.sub("", html)
    html = _FRAME.sub(lambda match: _link_to_frame(match[1], url), html)
    return _TAG.sub(written, html)


def _kept(attributes: str, url: str) -> str:
    """Return the attributes that readers need, with absolute addresses."""
    kept = []
    for name, *values in _ATTRIBUTE.findall(attributes):
        key, value = name.lower(), next(filter(None, values), "")
        if key in _ADDRESSES:
            value = escape(_absolute(unescape(value), url))
            if value:
                kept.append(f' {key}="{value}"')
        elif key in _KEPT_ATTRIBUTES:
            kept.append(f' {key}="{value.replace(chr(34), "&quot;")}"')
        elif key == "class" and value == EVENT_FACTS:
            kept.append(f' class="{EVENT_FACTS}"')
        elif key == "class" and value in _ALIGNED:
            kept.append(f' align="{_ALIGNED[value]}"')
    return "".join(kept)


def _absolute(address: str, url: str) -> str:
    """Return *address* with scheme and host; nothing for one that runs a script."""
    try:
        absolute = urljoin(url, address.strip())
    except ValueError:  # no address at all, such as `http://[`
        return ""
    return absolute if absolute.lower().startswith(_SAFE_SCHEMES) else ""


def _link_to_frame(attributes: str, url: str) -> str:
    values = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(attributes)}
    address = escape(_absolute(unescape(values.get("src", "")), url)) if values.get("src") else ""
    title = values.get("title") or address
    return f'<a href="{address}">{title}</a>' if address else ""
