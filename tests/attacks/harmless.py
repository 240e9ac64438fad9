"""What a page, parsed by an independent parser (html5lib), may hold whatever its authors wrote."""

import json
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

from sitegen.markup import PLACEHOLDER

_ADDRESSES = (
    "href",
    "src",
    "poster",
    "action",
    "formaction",
    "data",
    "cite",
    "srcdoc",
    "background",
)
_SCHEMES = ("http", "https", "mailto", "tel", "sms", "geo", "webcal", "ftp")
_NEVER = ("base", "embed", "frameset", "iframe", "math", "noscript", "object", "style")


def fragment(html: str) -> Element:
    """Return a body's HTML, parsed; its placeholders are addresses of the site."""
    plain = PLACEHOLDER.sub("/", html)
    tree: Element = html5lib.parseFragment(plain, namespaceHTMLElements=False)
    return tree


def harm(tree: Element) -> Iterator[str]:
    """Yield what could hurt in *tree*: nothing, but for a theme's own scripts with a `src`."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        name = element.tag.rpartition("}")[2].lower()
        if name in _NEVER:
            yield f"<{name}>"
        if name == "script" and element.get("type") == "application/ld+json":
            json.loads(element.text or "")
        elif name == "script" and (
            not element.get("src", "").startswith("/assets/") or element.text
        ):
            yield f"<script> {element.attrib} {element.text}"
        for key, value in element.attrib.items():
            attribute = str(key).rpartition("}")[2].lower()
            if attribute.startswith("on") or attribute in ("style", "srcdoc", "autofocus"):
                yield f"{attribute}={value!r} of <{name}>"
            if attribute in _ADDRESSES and not is_harmless(value, is_image=name == "img"):
                yield f"{attribute}={value!r} of <{name}>"


def is_harmless(url: str, *, is_image: bool) -> bool:
    """Whether a browser would not run *url*; read more strictly than browsers do."""
    plain = "".join(url.split()).strip("".join(map(chr, range(33)))).lower()
    before, colon, _ = plain.partition(":")
    is_relative = not colon or any(sign in before for sign in "/?#")
    return is_relative or before in _SCHEMES or (is_image and before == "data")
