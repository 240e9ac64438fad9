"""The elements and attributes of HTML that authors may write: an allow list."""

from typing import Final

EVERYWHERE: Final = frozenset((
    "aria-describedby", "aria-hidden", "aria-label", "aria-labelledby", "class", "dir", "id",
    "lang", "role", "title", "translate",
))  # fmt: skip
_MEDIA = frozenset(("controls", "height", "loop", "muted", "preload", "src", "width"))
_CELL = frozenset(("abbr", "colspan", "headers", "rowspan", "scope", "style"))  # style: see _keep
_PLAIN = (
    "abbr", "address", "article", "aside", "b", "bdi", "bdo", "br", "caption", "cite", "code", "dd",
    "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hr", "i", "kbd", "mark", "p", "pre", "rp", "rt", "ruby", "s", "samp",
    "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "tfoot",
    "thead", "tr", "u", "ul", "var", "wbr",
)  # fmt: skip
ELEMENTS: Final[dict[str, frozenset[str]]] = dict.fromkeys(_PLAIN, frozenset()) | {
    "a": frozenset(("download", "href", "hreflang", "rel", "target", "type")),
    "audio": _MEDIA,
    "blockquote": frozenset(("cite",)),
    "col": frozenset(("span",)),
    "colgroup": frozenset(("span",)),
    "data": frozenset(("value",)),
    "del": frozenset(("cite", "datetime")),
    "details": frozenset(("open",)),
    "img": frozenset(("alt", "credit", "decoding", "height", "loading", "src", "width")),
    "ins": frozenset(("cite", "datetime")),
    "li": frozenset(("value",)),
    "ol": frozenset(("reversed", "start", "type")),
    "q": frozenset(("cite",)),
    "source": frozenset(("src", "type")),
    "td": _CELL,
    "th": _CELL,
    "time": frozenset(("datetime",)),
    "track": frozenset(("default", "kind", "label", "src", "srclang")),
    "video": _MEDIA | {"playsinline", "poster"},
}  # fmt: skip
"""What may stand in a page, with its attributes beside those of `EVERYWHERE` and `data-…`."""
