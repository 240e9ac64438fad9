"""A page -> `FileFacts`: its links, ids and references, JSON-LD, mistakes of its HTML. Pure."""

import json
from collections.abc import Iterator, Mapping

import turbohtml

from sitegen.checking.output.attributes import REFERENCES, addresses
from sitegen.checking.output.css import css_links
from sitegen.checking.output.facts import FileFacts, FoundLink, LinkKind, Problem
from sitegen.checking.output.nesting import Tags

_NOT_ADDRESSES = frozenset(("@context", "@id", "@type", "@vocab", "@base"))
"""Keys of JSON-LD whose URLs name things, and lead nowhere."""


def examine_html(content: bytes) -> FileFacts:
    """Return all that the page's bytes say."""
    markup = content.decode("utf-8", "replace")
    document = turbohtml.parse(markup, source_locations=True)
    page = _Page(markup)
    for element in document.iter_elements():
        page.see(element)
    problems = [
        Problem("html-syntax", error.line, error.col + 1, {"problem": error.code})
        for error in document.errors
    ]
    problems += [*page.tags.problems(), *page.problems, *page.unknown_references()]
    problems.sort(key=lambda problem: (problem.line, problem.column))
    return FileFacts(
        tuple(problems),
        tuple(page.links.values()),
        tuple(page.ids),
        page.base,
        is_passage=page.is_passage,
    )


class _Page:
    """What is collected while one walks through a page's elements, in their order."""

    def __init__(self, markup: str) -> None:
        self.tags = Tags(markup)
        self.links: dict[tuple[LinkKind, str], FoundLink] = {}
        self.ids: dict[str, None] = {}
        self.problems: list[Problem] = []
        self.base = ""
        self.is_passage = False
        self._references: list[tuple[str, str, str, int, int]] = []
        self._inert = -1
        """Where the last template ends: until there nothing is part of the page yet."""

    def see(self, element: turbohtml.Element) -> None:
        location = element.source_location
        span = location.start_tag if location else None
        line, column = (span.start_line, span.start_col + 1) if span else (0, 0)
        tag = element.tag
        self.tags.see(tag, element, location)
        is_inert = span is not None and span.start_offset < self._inert
        if tag == "template" and not is_inert and location and location.end_tag:
            self._inert = location.end_tag.start_offset
        if tag in ("script", "style"):
            self._see_verbatim(tag, element, line, column)
        attributes = element.attrs
        if not attributes:
            return
        values = {name: _text(value) for name, value in attributes.items()}
        for kind, address in addresses(tag, values):
            self.links.setdefault((kind, address), FoundLink(kind, address, line, column))
        if tag == "base" and not self.base:
            self.base = values.get("href", "")
        elif tag == "meta":
            self._see_meta(values)
        if not is_inert:
            self._see_ids(tag, values, line, column)

    def _see_ids(self, tag: str, values: Mapping[str, str], line: int, column: int) -> None:
        anchor = values.get("id")
        if anchor:
            if anchor in self.ids:
                self.problems.append(Problem("duplicate-id", line, column, {"id": anchor}))
            self.ids[anchor] = None
        if tag == "a" and values.get("name"):
            self.ids[values["name"]] = None
        for name in values.keys() & REFERENCES.keys():
            if tag in REFERENCES[name] or not REFERENCES[name]:
                for word in values[name].split():
                    self._references.append((word, name, tag, line, column))

    def _see_meta(self, values: Mapping[str, str]) -> None:
        is_refresh = values.get("http-equiv", "").lower() == "refresh"
        is_hidden = values.get("name", "").lower() == "robots" and "noindex" in values.get(
            "content", ""
        )
        self.is_passage = self.is_passage or is_refresh or is_hidden

    def _see_verbatim(self, tag: str, element: turbohtml.Element, line: int, column: int) -> None:
        links: Iterator[tuple[LinkKind, str]] = iter(())
        if tag == "style":
            links = ((link.kind, link.address) for link in css_links(element.text))
        elif "ld+json" in _text(element.attrs.get("type")):
            try:
                links = (("data", url) for url in _urls(json.loads(element.text)))
            except (ValueError, RecursionError) as error:
                self.problems.append(
                    Problem("json-ld-syntax", line, column, {"problem": str(error)})
                )
        for kind, address in links:
            self.links.setdefault((kind, address), FoundLink(kind, address, line, column))

    def unknown_references(self) -> Iterator[Problem]:
        """Yield the attributes that name an element of the page which is not there."""
        for word, name, tag, line, column in self._references:
            if word not in self.ids:
                values = {"id": word, "attribute": name, "tag": tag}
                yield Problem("reference-without-id", line, column, values)


def _text(value: str | list[str] | None) -> str:
    return " ".join(value) if isinstance(value, list) else value or ""


def _urls(value: object) -> Iterator[str]:
    """Yield the addresses in JSON-LD that lead somewhere."""
    if isinstance(value, str):
        if value.startswith(("https://", "http://")):
            yield value
    elif isinstance(value, list):
        for part in value:
            yield from _urls(part)
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in _NOT_ADDRESSES:
                yield from _urls(part)
