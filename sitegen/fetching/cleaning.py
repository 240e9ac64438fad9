"""The text of somebody else, as Markdown that can do no harm. Pure.

nh3 lets through what a text is made of: no pictures (each tells its host who reads), frames, forms,
styles or scripts. Addresses are whole, of a few schemes, and without what follows readers about.
A build sanitises once more whatever stands in a document.
"""

import re
from collections import Counter
from functools import cache
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from sitegen.border.text import clean
from sitegen.fetching.notes import take_notes
from sitegen.importing.html import NOTE, note_text, to_markdown
from sitegen.importing.links import outside_code
from sitegen.importing.values import plain

LONGEST = 256 * 1024
"""Characters of one text."""
_DEEPEST = 100
_TAGS = frozenset((
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "dl", "dt", "em",
    "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "li", "ol", "p", "pre", "q", "s", "small",
    "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "u", "ul",
))  # fmt: skip
_WITH_CONTENT = frozenset((
    "applet", "audio", "button", "canvas", "embed", "form", "iframe", "math", "noembed", "noframes",
    "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title",
    "video", "xmp",
))  # fmt: skip
_SCHEMES = ("http", "https", "mailto", "tel")
_FOLLOWS = re.compile(
    r"utm_|mtm_|pk_|piwik_|(?:fbclid|gclid|msclkid|mc_cid|mc_eid|igshid|yclid)$", re.I
)
"""Names of what stands behind a question mark and only says who came from where."""
_FIRST_HEADING = re.compile(r"<(/?)h1\b", re.IGNORECASE)
_OPENS = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|br|caption|d[dlt]|div|figcaption|figure|footer|h[1-6r]|"
    r"header|li|main|nav|ol|p|pre|section|t[dhr]|table|ul)\b",
    re.IGNORECASE,
)
"""What begins or ends a block: the words before and after it are two."""
_NOT_NESTED = frozenset((
    "area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr",
    "dd", "dt", "li", "option", "p", "tbody", "td", "tfoot", "th", "thead", "tr",
))  # fmt: skip
"""What holds nothing, and what ends where the next of its kind begins."""
_SPACES_AT_EDGES = re.compile(r"^([ \t>]*)(?:&#160;[ \t]*)+|(?:[ \t]*&#160;)+[ \t]*$", re.MULTILINE)
"""No-break spaces that hold nothing together, as word processors leave them."""
_FIGURE = re.compile(
    r"<figure\b(?:(?!</?figure\b).){0,20000}</figure\s*>", re.DOTALL | re.IGNORECASE
)
_PICTURED = re.compile(r"<(?:img|picture|video)\b", re.IGNORECASE)
_TOLD_BELOW = re.compile(r"<(?:table|blockquote|pre|ul|ol)\b", re.IGNORECASE)
_CAPTION = re.compile(
    r"<(p|dd|div)\b[^>]*\bclass=[\"'][^\"']*\bwp-caption-text\b[^>]*>[^<]{0,1000}</\1>",
    re.IGNORECASE,
)
_BRACE = re.compile(r"\{(?=[\s:#.])")
"""What begins attributes, to a Markdown engine; a word joiner (U+2060) keeps it a text."""


def safe_markdown(html: str, base: str) -> str:
    """Return *html* as Markdown, its addresses seen from *base*; empty where it is too much.

    Too much is what is longer than `LONGEST`, or nested so deep that reading it takes minutes.
    """
    html = without_pictures(clean(html))
    html = re.sub(NOTE, "span", html, flags=re.IGNORECASE)  # no sign of ours is anybody else's
    if len(html) > LONGEST or _depth(html) > _DEEPEST:
        return ""
    marked = take_notes(_FIRST_HEADING.sub(r"<\1h2", html), base)
    cleaned = _cleaner(base).clean(marked.html)
    for number, note in marked.notes.items():
        cleaned += note_text(number, _cleaner(base).clean(note))
    return outside_code(to_markdown(cleaned).markdown, _settled)


def _settled(markdown: str) -> str:
    """Return *markdown* without what only its engine would see: spaces at edges, lists of keys."""
    if "&#160;" in markdown:
        markdown = _SPACES_AT_EDGES.sub(r"\1", markdown).replace("&#160;", "\xa0")
        markdown = re.sub(r"\n{3,}", "\n\n", markdown)
    return _BRACE.sub("{\u2060", markdown)


def without_pictures(html: str) -> str:
    """Return *html* without figures of pictures, whose captions would stand there alone."""
    if len(html) > LONGEST:
        return html
    html = _FIGURE.sub(
        lambda match: (
            "" if _PICTURED.search(match[0]) and not _TOLD_BELOW.search(match[0]) else match[0]
        ),
        html,
    )
    return _CAPTION.sub("", html) if "wp-caption-text" in html else html


def plain_text(html: str) -> str:
    """Return the words of *html* on one line: no markup, and nothing of scripts and styles."""
    html = clean(html)[:LONGEST]
    if _depth(html) > _DEEPEST:
        return plain(html)
    return plain(_wordless().clean(_BLOCK.sub(r" \g<0>", html)))


@cache
def _wordless():  # type: ignore[no-untyped-def]
    import nh3

    return nh3.Cleaner(tags=set(), attributes={}, clean_content_tags=set(_WITH_CONTENT))


def _depth(html: str) -> int:
    """Return how deep *html* is nested at most: an end tag of what is not open closes nothing."""
    still_open: Counter[str] = Counter()
    depth = deepest = 0
    for closing, written in _OPENS.findall(html):
        name = written.lower()
        if name in _NOT_NESTED:
            continue
        if not closing:
            still_open[name] += 1
            depth += 1
            deepest = max(deepest, depth)
        elif still_open[name]:
            still_open[name] -= 1
            depth -= 1
    return deepest


@cache
def _cleaner(base: str):  # type: ignore[no-untyped-def]
    import nh3

    return nh3.Cleaner(
        tags={*_TAGS, NOTE},
        attributes={
            "a": {"href"},
            "td": {"colspan", "rowspan"},
            "th": {"colspan", "rowspan"},
            NOTE: {"data-key"},
        },
        clean_content_tags=set(_WITH_CONTENT),
        attribute_filter=lambda _element, name, value: _kept(name, value, base),
        url_schemes=set(_SCHEMES),
        strip_comments=True,
        link_rel=None,
    )


def _kept(name: str, value: str, base: str) -> str | None:
    if name == "href":
        return safe_address(value, base) or None
    return value if value.isdecimal() and value.isascii() else None


def safe_address(written: str, base: str = "") -> str:
    """Return *written* as a whole address without what follows readers; empty where it is none."""
    try:
        parts = urlsplit(urljoin(base, clean(written).strip()))
        _ = parts.port
    except ValueError:
        return ""
    if parts.scheme not in _SCHEMES or re.search(r"[\s<>\"\\]", parts.geturl()):
        return ""
    if parts.scheme in ("mailto", "tel"):
        return parts.geturl()
    if not parts.hostname or "@" in parts.netloc:
        return ""
    query = parts.query
    if query and _FOLLOWS.search(query):
        pairs = parse_qsl(query, keep_blank_values=True)
        query = urlencode([pair for pair in pairs if not _FOLLOWS.match(pair[0])])
    return urlunsplit(parts._replace(query=query))
