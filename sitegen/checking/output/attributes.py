"""Which attributes of HTML hold addresses, and which name another element of their page. Pure."""

import re
from collections.abc import Iterator, Mapping

from sitegen.checking.output.facts import LinkKind

_FOLLOWED = {"a": ("href",), "area": ("href",), "form": ("action",), "button": ("formaction",)}
_LOADED = {
    "audio": ("src",), "embed": ("src",), "iframe": ("src",), "img": ("src",),
    "input": ("src", "formaction"), "object": ("data",), "script": ("src",), "source": ("src",),
    "track": ("src",), "video": ("src", "poster"), "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"),
}  # fmt: skip
_SETS = {"img": "srcset", "source": "srcset", "link": "imagesrcset"}
_TOLD = frozenset((
    "og:image", "og:image:url", "og:image:secure_url", "og:url", "og:audio", "og:video",
    "twitter:image", "twitter:player", "msapplication-tileimage", "msapplication-config",
))  # fmt: skip
"""Names of `meta` elements whose content is an address."""
_ONLY_HOSTS = frozenset(("preconnect", "dns-prefetch"))
_CANDIDATE = re.compile(r"[\s,]*+(\S*[^\s,])(?:\s++[^,(]*+(?:\([^)]{0,99}\)[^,(]*+)*+)?,?")
"""A candidate of a `srcset` (HTML §4.8.4.2.1): an address may hold commas, but not end with one."""
_REFRESH = re.compile(r"\s*[\d.]+\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']*)", re.IGNORECASE)

REFERENCES: dict[str, tuple[str, ...]] = {
    "for": ("label", "output"),
    "headers": ("td", "th"),
    "list": ("input",),
    "form": ("button", "fieldset", "input", "object", "output", "select", "textarea"),
    "popovertarget": (),
    "commandfor": (),
    "aria-activedescendant": (),
    "aria-controls": (),
    "aria-describedby": (),
    "aria-details": (),
    "aria-errormessage": (),
    "aria-flowto": (),
    "aria-labelledby": (),
    "aria-owns": (),
}
"""Attributes that hold ids of other elements, and of which elements; nothing: of all."""


def addresses(tag: str, values: Mapping[str, str]) -> Iterator[tuple[LinkKind, str]]:
    """Yield the addresses in the attributes *values* of a *tag*, with what they are for."""
    for name in _FOLLOWED.get(tag, ()):
        if name in values:
            yield "link", values[name].strip()
    for name in _LOADED.get(tag, ()):
        if name in values:
            yield "load", values[name].strip()
    if tag in _SETS and _SETS[tag] in values:
        for address in split_srcset(values[_SETS[tag]]):
            yield "load", address
    if tag == "link" and "href" in values:
        yield from _of_link(values)
    elif tag == "meta":
        yield from _of_meta(values)


def _of_link(values: Mapping[str, str]) -> Iterator[tuple[LinkKind, str]]:
    relations = set(values.get("rel", "").lower().split())
    if relations & _ONLY_HOSTS:
        return
    is_loaded = relations & {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
    yield ("load" if is_loaded else "data"), values["href"].strip()


def _of_meta(values: Mapping[str, str]) -> Iterator[tuple[LinkKind, str]]:
    content = values.get("content", "")
    if values.get("http-equiv", "").lower() == "refresh":
        match = _REFRESH.match(content)
        if match and match[1].strip():
            yield "link", match[1].strip()
    name = (values.get("property") or values.get("name") or "").lower()
    if name in _TOLD and content:
        yield "data", content.strip()


def split_srcset(text: str) -> list[str]:
    """Return the addresses of a `srcset`."""
    addresses, at = [], 0
    while match := _CANDIDATE.match(text, at):  # `finditer` would begin anew at each comma
        addresses.append(match[1])
        at = match.end()
    return addresses
