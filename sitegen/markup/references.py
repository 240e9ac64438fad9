"""Links and images that point into the site: found, normalised, and given a placeholder.

`href`, `src` and `poster` count, in Markdown as in raw HTML. What has a scheme, begins with `//`
or `?`, or is a fragment alone is not of the site.
"""

import re
from functools import lru_cache
from html import escape
from posixpath import normpath
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import quote, unquote

from sitegen.border.addresses import encode_address, encode_part
from sitegen.markup.findings import MarkupFinding, find_empty_address, forbidden_address
from sitegen.markup.footnotes import BACK_LINK
from sitegen.markup.tokens import read_attributes, tag_name, write_tag
from sitegen.markup.values import ForeignSource, Reference, SilentImage
from sitegen.names import is_document
from sitegen.patterns import lazy_pattern

PLACEHOLDER = lazy_pattern(r'(?<==")sitegen:([^"?#]*)(\?[^"#]*)?(#[^"]*)?(?=")')
"""An address in the html that a later stage puts in: target, query and fragment.

The target and what the fragment names are percent-encoded, with nothing to escape in HTML. No other
text of the html can match.
"""

_SCHEME = lazy_pattern(r"(?!sitegen:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ELSEWHERE = re.compile(
    rf'<sup id="|{BACK_LINK}|'
    r'<a href="https?://(?:[a-z0-9-]{1,63}\.)+[a-z]{2,}'
    r'(?:/(?:[A-Za-z0-9!$*+,./:;=?@_~-]|%[0-9A-Fa-f]{2}|&amp;)*+)?"'
)
"""How most of the tags begin that point out of the site or into the text itself, validly: a short
way past them."""
_ADDRESSES = ("href", "src", "poster", "cite")
_HAS_ADDRESS = re.compile(r"\s(?:href|src|poster|cite)\s*=", re.IGNORECASE)
_FENCE = lazy_pattern(r"`+|~+")
_REMOTE = lazy_pattern(r"\s*(?:https?:)?//", re.IGNORECASE)
_DIRECTIVES = {
    "img": "img-src",
    "input": "img-src",
    "video": "media-src",
    "audio": "media-src",
    "source": "media-src",
    "track": "media-src",
    "iframe": "frame-src",
    "script": "script-src",
}
"""What of a Content-Security-Policy decides about the `src` of an element (CSP 3 §6.1)."""
_NOT_NEWLINE = lazy_pattern(r"[^\n]")


class SiteAddress(NamedTuple):
    """Where an address of the body points in the site."""

    target: str
    query: str
    fragment: str
    sought: str = ""
    """What browsers seek in the text there, as written: `:~:text=…` (a text fragment)."""


class WrittenAddress(NamedTuple):
    """An address of the site as it stands in the html, unescaped, and what is meant by it."""

    url: str
    address: SiteAddress | None
    """None: it is of another site."""
    is_image: bool
    is_silent: bool = False
    """Whether it is an image without alternative text."""
    directive: str = ""
    """Of a Content-Security-Policy, where it is loaded from another site."""


class Located(NamedTuple):
    """What was found in the html, with its places in the Markdown."""

    references: tuple[Reference, ...] = ()
    silent_images: tuple[SilentImage, ...] = ()
    foreign: tuple[ForeignSource, ...] = ()


def is_remote(url: str) -> bool:
    """Whether *url* names a host: what it leads to is loaded from another site."""
    return _REMOTE.match(url) is not None


def read_address(url: str, folder: str) -> SiteAddress | None:
    """What *url* means in a document of the content folder *folder*; None if not of the site.

    "../agenda/x.md" → "agenda/x.md"; "/agenda/x.md", from the root of the content, the same;
    "/agenda/" is a site address and stays so.
    """
    url = url.strip()
    if not url or url[0] in "#?" or url.startswith("//") or _SCHEME.match(url):
        return None
    path, _, fragment = url.partition("#")
    path, _, query = path.partition("?")
    fragment, mark, sought = fragment.partition(":~:")
    path, fragment = _decoded(path), _decoded(fragment)
    if path.startswith("/") and not is_document(path):
        target = path
    else:
        target = normpath(
            path.lstrip("/") if path.startswith("/") else f"{folder}/{path}".lstrip("/")
        )
        if path.endswith(("/", "/.", "/..")) or path in (".", ".."):
            target = "/" if target == "." else f"{target}/"
    return SiteAddress(target, query, fragment, mark + sought)


def _decoded(part: str) -> str:
    """Return *part* decoded, accents composed: so files are known here, whatever a Mac wrote."""
    return normalize("NFC", unquote(part)) if "%" in part else part


def write_placeholder(address: SiteAddress) -> str:
    """The text that stands in the html for *address*; not yet escaped for HTML."""
    query = f"?{_encoded(address.query)}" if address.query else ""
    fragment = quote(address.fragment, safe="/?:@!$=+,;()*~") + _encoded(address.sought)
    hash_sign = "#" if fragment else ""
    return f"sitegen:{quote(address.target, safe='/~')}{query}{hash_sign}{fragment}"


def _encoded(part: str) -> str:
    return encode_part(part).replace("'", "%27")


def place_references(
    tokens: list[str],
    attributed: list[int],
    folder: str,
    findings: list[MarkupFinding],
    *,
    allows_others: bool = False,
) -> tuple[list[str], list[WrittenAddress]]:
    """The *tokens* with a placeholder for each address of the site, and these in their order.

    *attributed*: the indexes of tags that have an attribute. *findings* gets addresses with a
    scheme that may not stand in a page; with *allows_others* only those that would run code.
    """
    occurrences: list[WrittenAddress] = []
    placed = list(tokens)
    for index in attributed:
        tag = tokens[index]
        if not _may_be_of_the_site(tag):
            continue
        attributes = read_attributes(tag)
        name = tag_name(tag)
        placeholders = []
        is_changed = False
        for key in _ADDRESSES:
            url = attributes.get(key)
            if url is None:
                continue
            address = None if key == "cite" else read_address(url, folder)
            directive = ""
            is_silent = key == "src" and _is_silent(name, attributes)
            if not url.strip() and (name, key) in (("a", "href"), ("img", "src")):
                findings.append(MarkupFinding("empty-link", {}, find_empty_address))
            if address:
                attributes[key] = write_placeholder(address)
                placeholders.append(key)
            else:
                findings += forbidden_address(
                    url, is_image=key in ("src", "poster"), allows_others=allows_others
                )
                attributes[key] = encode_address(url)
                is_changed |= attributes[key] != url
                if key == "src" and is_remote(url):
                    directive = _DIRECTIVES.get(name, "")
            if address or is_silent or directive:
                is_image = key == "poster" or (key == "src" and name in ("img", "input"))
                occurrences.append(WrittenAddress(url, address, is_image, is_silent, directive))
        if placeholders or is_changed:
            placed[index] = write_tag(name, attributes, placeholders)
        if "src" not in attributes and _is_silent(name, attributes):
            occurrences.append(WrittenAddress("", None, is_image=True, is_silent=True))
    return placed, occurrences


@lru_cache(maxsize=1024)  # a document has few different tags
def _may_be_of_the_site(tag: str) -> bool:
    return _ELSEWHERE.match(tag) is None and _HAS_ADDRESS.search(tag) is not None


def _is_silent(name: str, attributes: dict[str, str]) -> bool:
    """Whether a tag is an image whose text is missing.

    Markdown writes an empty text where its author wrote none, so one that only decorates says so
    by its role (w3.org/TR/html-aria/#el-img-empty-alt).
    """
    is_decoration = attributes.get("role") in ("presentation", "none")
    return name == "img" and not attributes.get("alt", "").strip() and not is_decoration


def locate_references(text: str, occurrences: list[WrittenAddress]) -> Located:
    """The *occurrences* as what they mean to the site, with their places.

    No engine tells places, so the address is looked for in the text: its second use is sought
    after its first, and where there is none, as with `[a][1] [b][1]`, the place stays.
    """
    if not occurrences:
        return Located()
    text = blank_code(text)
    last: dict[str, int] = {}
    exhausted = set()
    references = []
    silent = []
    foreign = []
    for url, address, is_image, is_silent, directive in occurrences:
        at = -1 if url in exhausted else _find_place(text, url, last.get(url, -1) + 1)
        if at < 0:
            exhausted.add(url)
            at = last.get(url, 0)
        last[url] = at
        line = text.count("\n", 0, at) + 1
        column = at - text.rfind("\n", 0, at)
        if address is not None:
            references.append(Reference(address.target, address.fragment, is_image, line, column))
        if is_silent:
            silent.append(SilentImage(url, line, column))
        if directive:
            foreign.append(ForeignSource(url, directive, line, column))
    return Located(tuple(references), tuple(silent), tuple(foreign))


def blank_code(text: str) -> str:
    """The *text* with spaces for what stands between two equal runs of backticks or tildes.

    One or two backticks make code within a paragraph only.
    """
    if "`" not in text and "~~~" not in text:
        return text
    fences = list(_FENCE.finditer(text))
    nearest: dict[str, re.Match[str]] = {}
    closings = []  # for each fence, the next one like it
    for fence in reversed(fences):
        closings.append(nearest.get(fence[0]))
        nearest[fence[0]] = fence
    pieces: list[str] = []
    done = 0
    for fence, closing in zip(fences, reversed(closings), strict=True):
        if not closing or fence.start() < done:
            continue
        code = text[fence.start() : closing.end()]
        if len(fence[0]) > 2 or ("\n\n" not in code and code[0] == "`"):
            pieces += text[done : fence.start()], _NOT_NEWLINE.sub(" ", code)
            done = closing.end()
    pieces.append(text[done:])
    return "".join(pieces)


def _find_place(text: str, url: str, start: int) -> int:
    """Where *url* next stands as an address, in one of the ways to write it; -1 if nowhere."""
    places = []
    plain = unquote(url)
    of_a_share = f"\\{plain}" if plain.startswith("\\") else plain  # it escapes the next one
    for spelling in dict.fromkeys((url, plain, escape(url), of_a_share)):
        at = text.find(spelling, start)
        while at >= 0:
            before = text[max(0, at - 80) : at].rstrip(" \t\n<\"'")
            after = text[at + len(spelling) : at + len(spelling) + 1]
            if before.endswith(("](", "]:", "=")) and after in ("", *")>\"' \t\n"):
                places.append(at)
                break
            at = text.find(spelling, at + 1)
    return min(places, default=-1)
