"""Bare addresses become links: `https://…`, `www.…` and mail addresses (GFM §6.9)."""

import re
from collections.abc import Iterator

from sitegen.border.addresses import is_address
from sitegen.markup.tokens import find_verbatim, is_closing, tag_name
from sitegen.patterns import lazy_pattern

_BARE = lazy_pattern(
    r"(?<![\w@/.:+=-])(?:"
    r"(?P<web>(?:https?://|www\.)[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#][^\s<>\"'«»“”\x00-\x1f]*)?)"
    r"|(?P<mail>[a-zA-Z0-9][\w.+-]*@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*\.[a-zA-Z]{2,}))"
    r"(?![\w@])",
    re.IGNORECASE | re.ASCII,
)
_ENTITY_AT_END = lazy_pattern(r"&(?!amp;)[a-z0-9#]{1,10};.*$", re.IGNORECASE | re.DOTALL)
_SIGNS_AT_END = "?!.,:;*_~…"
_PLAIN_LINK = re.compile(r"<a href=\"(?P<address>https?://[^\"]*)\">")
_WEB_LINK = '<a href="http'
_UNTOUCHED = frozenset(("a", "button", "label", "option", "svg", "math"))


def may_have_addresses(text: str) -> bool:
    # One sign is sought ten times as fast as several: texts have few slashes, and no `w`.
    return ("/" in text and "://" in text) or ("w" in text and "www." in text) or "@" in text


def link_addresses(tokens: list[str]) -> list[str]:
    """The *tokens* with a link around each address in a text outside of code and links.

    Signs that close the sentence, and a bracket that the address does not open, are no part of it.
    """
    if not may_have_addresses("".join(tokens[::2])):
        return tokens
    verbatim: set[int] | None = None
    written: list[str] = []
    inside = ""
    for index, token in enumerate(tokens):
        if index % 2:
            name = tag_name(token)
            if name in _UNTOUCHED:
                inside = "" if is_closing(token) and name == inside else inside or name
        elif not inside and ("://" in token or "@" in token or "www." in token):
            verbatim = find_verbatim(tokens) if verbatim is None else verbatim
            if index not in verbatim:
                written += _split(token)
                continue
        written.append(token)
    return written


def mark_shown(tokens: list[str], attributed: list[int]) -> list[str]:
    """Return *tokens* with a class for links that show where they lead: on paper that is enough.

    *attributed*: the indexes of tags that have an attribute.
    """
    links = [index for index in attributed if tokens[index].startswith(_WEB_LINK)]
    if not links:
        return tokens
    marked = list(tokens)
    for index in links:
        if (link := _PLAIN_LINK.fullmatch(tokens[index])) and tokens[index + 2 : index + 3] == [
            "</a>"
        ]:
            shown = tokens[index + 1]
            if link["address"].rstrip("/") in (shown.rstrip("/"), *_with_scheme(shown)):
                marked[index] = f'<a class="address" href="{link["address"]}">'
    return marked


def _with_scheme(shown: str) -> Iterator[str]:
    return (scheme + shown.rstrip("/") for scheme in ("https://", "http://"))


def find_addresses(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the bare addresses in *text*: offset, the words of the link, where it leads."""
    for match in _BARE.finditer(text):
        shown = match[0] if match["mail"] else _without_end(match[0])
        scheme = "mailto:" if match["mail"] else "" if "://" in shown else "https://"
        if is_address(scheme + shown):
            yield match.start(), shown, scheme + shown


def _split(text: str) -> list[str]:
    pieces: list[str] = []
    done = 0
    for start, shown, address in find_addresses(text):
        pieces += text[done:start], f'<a href="{address}">', shown, "</a>"
        done = start + len(shown)
    return [*pieces, text[done:]]


def _without_end(address: str) -> str:
    address = _ENTITY_AT_END.sub("", address)
    while address:
        last = address[-1]
        if last == ";" and address.endswith("&amp;"):
            address = address.removesuffix("&amp;")
        elif last in _SIGNS_AT_END or (last == ")" and address.count("(") < address.count(")")):
            address = address[:-1]
        else:
            break
    return address
