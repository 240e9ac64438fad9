"""What tests see of a page: parsed by an independent parser (html5lib), strictly."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib

SKIPPED_TEXT = {"script", "style", "code", "pre", "kbd", "samp", "svg"}


class Page:
    """A page of the output."""

    def __init__(self, root: Path, path: str) -> None:
        self.path = path
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.tree: Element = parser.parse((root / path).read_text(encoding="utf-8"))
        self.parse_errors = [f"{place}: {code}" for place, code, _ in parser.errors]

    def all(self, tag: str) -> list[Element]:
        return list(self.tree.iter(tag))

    def ids(self) -> list[str]:
        return [element.attrib["id"] for element in self.tree.iter() if "id" in element.attrib]

    def text(self, tag: str = "body") -> str:
        """Return the text of the first *tag*, white space folded."""
        return " ".join("".join(self.all(tag)[0].itertext()).split())

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield the text nodes with their language; none of code, scripts or styles."""
        yield from _texts(self.tree, "")

    def links(self) -> Iterator[tuple[str, str]]:
        """Yield every attribute that holds an address, with its value."""
        for element in self.tree.iter():
            for name in ("href", "src", "poster"):
                if name in element.attrib:
                    yield name, element.attrib[name]
            if "srcset" in element.attrib:
                for candidate in element.attrib["srcset"].split(","):
                    yield "srcset", candidate.split()[0]


def _texts(element: Element, language: str) -> Iterator[tuple[str, str]]:
    language = element.attrib.get("lang", language)
    if not isinstance(element.tag, str) or element.tag in SKIPPED_TEXT:
        return
    if element.text:
        yield language, element.text
    for child in element:
        yield from _texts(child, language)
        if child.tail:
            yield language, child.tail


def html_pages(root: Path) -> list[Page]:
    paths = sorted(path.relative_to(root).as_posix() for path in root.rglob("*.html"))
    return [Page(root, path) for path in paths]


def broken_links(root: Path, pages: list[Page], site_url: str) -> list[str]:
    """Return the internal links of *pages* whose file or fragment does not exist."""
    ids = {page.path: set(page.ids()) for page in pages}
    site = urlsplit(site_url)
    broken = []
    for page in pages:
        for name, address in page.links():
            parts = urlsplit(address)
            is_internal = parts.netloc in ("", site.netloc) and parts.scheme in (
                "",
                "http",
                "https",
            )
            if not is_internal:
                continue
            target = _file(unquote(parts.path), page.path)
            if not (root / target).is_file():
                broken.append(f"{page.path}: {name}={address}: no {target}")
            elif parts.fragment and unquote(parts.fragment) not in ids.get(target, set()):
                broken.append(f"{page.path}: {name}={address}: no such anchor")
    return broken


def _file(path: str, page: str) -> str:
    if not path:
        return page
    assert path.startswith("/"), f"{page} has a relative link {path}"
    return f"{path[1:]}index.html" if path.endswith("/") else path[1:]
