"""HTML that authors write in Markdown, kept as far as it cannot hurt: an allow list.

nh3 (ammonia) parses the engine's whole HTML as a browser does and writes it anew, so that inline
tags may stand around Markdown, what is not closed is closed, and an end tag too many is gone. The
passes that follow see tags in one form alone. What was left out is told by a reading of our own of
the tags: it is for the author, and nothing depends on it.
"""

from collections import Counter
from functools import cache
from typing import Final

import nh3

from sitegen.border.addresses import SCHEMES
from sitegen.markup.elements import ELEMENTS, EVERYWHERE
from sitegen.markup.findings import MarkupFinding, find_tag, forbidden_address, left_out
from sitegen.markup.tables import ALIGNMENT
from sitegen.markup.tokens import is_closing, read_attributes, split_tokens, tag_name
from sitegen.markup.values import MarkupError

_WITH_CONTENT: Final = frozenset((
    "iframe", "math", "noembed", "noframes", "noscript", "script", "select", "style", "svg",
    "template", "textarea", "title", "xmp",
))  # fmt: skip
"""What goes with all that it holds; of any other element the text stays."""

_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
))  # fmt: skip
_ENDS_BY_ITSELF = frozenset((
    "colgroup", "dd", "dt", "li", "option", "p", "rp", "rt", "tbody", "td", "tfoot", "th", "thead",
    "tr",
))  # fmt: skip
"""Elements whose end tag may be left out (html.spec.whatwg.org, *optional tags*)."""

_DEEPEST = 500
"""Elements within each other. Parsing takes a time that grows with the square of the depth."""


def sanitise(html: str, findings: list[MarkupFinding]) -> str:
    """Return *html* as the allow list lets it be; *findings* gets what was left out.

    MarkupError if it nests too deep.
    """
    findings += _compare(split_tokens(html))
    # A block within a paragraph leaves two halves of it, one of them empty.
    return _cleaner().clean(html).replace("<p></p>", "")


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(ELEMENTS),
        attributes={name: set(own) for name, own in ELEMENTS.items() if own}
        | {"*": set(EVERYWHERE)},
        generic_attribute_prefixes={"data-"},
        clean_content_tags=set(_WITH_CONTENT),
        attribute_filter=lambda element, attribute, value: _keep(attribute, value),
        url_schemes={*SCHEMES, "data"},  # of these an image may be one: `place_references` tells
        strip_comments=True,
        link_rel=None,
    )


def _keep(attribute: str, value: str) -> str | None:
    """The engines write a cell's alignment as a style; `arrange_tables` makes a class of it."""
    return None if attribute == "style" and not ALIGNMENT.fullmatch(value) else value


def _compare(tokens: list[str]) -> list[MarkupFinding]:
    """What of *tokens* is not in the list, or not balanced; addresses that lead nowhere good."""
    findings = []
    still_open: Counter[str] = Counter()
    inside = ""  # an element that goes with its content
    depth = 0
    for tag in tokens[1::2]:
        name = tag_name(tag)
        is_end = is_closing(tag)
        if inside:
            inside = "" if is_end and name == inside else inside
            continue
        if name not in ELEMENTS:
            if name and not is_end:
                findings.append(MarkupFinding("html-left-out", {"element": name}, find_tag(name)))
                inside = name if name in _WITH_CONTENT and not tag.endswith("/>") else ""
            continue
        if not is_end:
            findings += _compare_attributes(name, tag)
        if name in _VOID or name in _ENDS_BY_ITSELF:
            continue
        if not is_end:
            still_open[name] += 1
            depth += 1
            if depth > _DEEPEST:
                raise MarkupError(f"HTML is nested deeper than {_DEEPEST} elements: flatten it")
        elif still_open[name]:
            still_open[name] -= 1
            depth -= 1
        else:
            findings.append(
                MarkupFinding("html-stray-end", {"element": name}, find_tag(f"/{name}"))
            )
    for name in sorted(+still_open):
        findings.append(
            MarkupFinding("html-not-closed", {"element": name}, find_tag(name, last=True))
        )
    return findings


def _compare_attributes(name: str, tag: str) -> list[MarkupFinding]:
    findings = []
    for key, value in read_attributes(tag).items():
        is_known = key in EVERYWHERE or key in ELEMENTS[name] or key.startswith("data-")
        if not is_known or _keep(key, value) is None:
            findings.append(left_out(name, key))
        elif key in ("href", "src", "poster"):
            findings += forbidden_address(value, is_image=key != "href")
    return findings
