"""HTML becomes a tagged PDF (PDF/UA-1, ISO 14289-1): the same HTML and files, the same bytes."""

import logging
from collections.abc import Callable
from typing import Any

from sitegen.digest import digest
from sitegen.rendering.mail.lists import item_numbers
from sitegen.rendering.press.software import no_fonts_of_the_machine, read_font, weasyprint

FONTS = "sitegen-font:"
"""Before the name of a font that sitegen brings, in `@font-face`."""
_FACES = "".join(
    f"@font-face {{ font-family: {family}; font-weight: {weight}; font-style: {style};"
    f' src: url("{FONTS}newsreader-{part}-{weight}-{style}.ttf") }}\n'
    for family, part in (("Newsreader", "latin"), ("NewsreaderMore", "latin-ext"))
    for weight in (400, 600)
    for style in ("normal", "italic")
)
"""Without any font at all Pango gives WeasyPrint one that is none, and the process ends."""
_NO_NUMBER = "@page { @bottom-right { content: none !important } }"
"""The only page needs none."""
SIZES = (10.5, 10.0, 9.5, 9.0)
"""Points of the text: the largest of which all of a short release is on one page."""
_LIST_STYLES = {
    kind: f"list-style-type: {style}"
    for kind, style in (
        ("a", "lower-alpha"),
        ("A", "upper-alpha"),
        ("i", "lower-roman"),
        ("I", "upper-roman"),
    )
}
"""By `<ol type>`."""
_OPTIONS = {
    "pdf_variant": "pdf/ua-1",
    "pdf_tags": True,
    "custom_metadata": True,
    "optimize_images": True,
    "jpeg_quality": 85,
    "dpi": 220,  # what an office printer shows
}

Fetch = Callable[[str], tuple[bytes, str] | None]
"""Returns the bytes and the type of what stands at an absolute address; None: not of the site."""


class UnsettableError(Exception):
    """WeasyPrint cannot set the HTML."""


def make_pdf(html: str, address: str, fetch: Fetch) -> bytes:
    """Return the document *html*, whose page stands at *address*, as PDF.

    What is a little longer than a page is set smaller, if that brings it to one. Nothing is read
    but by *fetch*. Raises `UnsettableError`, whatever *fetch* raises, and `SitegenError` where the
    software is not there.
    """
    weasyprint()
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    return _Setting(html, address, fetch).pdf()


class _Setting:
    """A document that is set in sizes, until it fits."""

    def __init__(self, html: str, address: str, fetch: Fetch) -> None:
        self._html = html
        self._address = address
        self._fetch = fetch
        self._source: Any = None
        """The HTML, parsed, with its fonts: for all sizes."""
        self._known: dict[str, tuple[bytes, str] | None] = {}
        self._failed: list[Exception] = []
        """What reading files raised, of which WeasyPrint would say nothing."""

    def pdf(self) -> bytes:
        try:
            document = self._render(SIZES[0])
            if len(document.pages) == 2:
                document = self._on_one_page() or document
            if len(document.pages) > 1:
                document = self._render(SIZES[0], is_numbered=True)
            identifier = digest(self._html, self._address).hex().encode()
            written: bytes = document.write_pdf(
                pdf_identifier=identifier, finisher=_tell_scopes, **_OPTIONS
            )
        except MemoryError:
            raise
        except Exception as error:  # whatever it raises for HTML that is odd
            self._raise_failure()
            raise UnsettableError(f"{type(error).__name__}: {error}"[:200]) from error
        self._raise_failure()
        return written

    def _raise_failure(self) -> None:
        if self._failed:
            raise self._failed[0]

    def _on_one_page(self) -> Any:
        """Return the document in the largest size in which it has one page, or None."""
        smallest = self._render(SIZES[-1])
        if len(smallest.pages) > 1:
            return None
        for size in SIZES[1:-1]:
            document = self._render(size)
            if len(document.pages) == 1:
                return document
        return smallest

    def _render(self, size: float, *, is_numbered: bool = False) -> Any:
        library = weasyprint()
        with no_fonts_of_the_machine():
            from weasyprint.text.fonts import FontConfiguration

            if self._source is None:
                fetcher = self._fetcher()
                html = library.HTML(string=self._html, base_url=self._address, url_fetcher=fetcher)
                _number_items(html.etree_element)
                self._source = html, FontConfiguration(), fetcher
            source, fonts, fetcher = self._source
            rule = f"{_FACES}html {{ font-size: {size}pt !important }}"
            rule += "" if is_numbered else _NO_NUMBER
            own = library.CSS(string=rule, font_config=fonts, url_fetcher=fetcher)
            return source.render(font_config=fonts, stylesheets=[own], **_OPTIONS)

    def _fetcher(self) -> Any:
        from weasyprint.urls import URLFetcher, URLFetcherResponse

        find = self._find

        class OfTheSite(URLFetcher):  # type: ignore[misc]
            """Gives files of the site and sitegen's fonts; no other file, no other host."""

            def fetch(self, url: str, headers: Any = None) -> Any:
                file = find(url)
                if file is None:
                    raise ValueError(url)
                return URLFetcherResponse(url, file[0], {"Content-Type": file[1]})

        return OfTheSite()

    def _find(self, url: str) -> tuple[bytes, str] | None:
        if url not in self._known:
            font = read_font(url.removeprefix(FONTS)) if url.startswith(FONTS) else None
            try:
                self._known[url] = (font, "font/ttf") if font else self._fetch(url)
            except Exception as error:
                self._failed.append(error)
                raise
        return self._known[url]


def _number_items(document: Any) -> None:
    """Have the items of lists numbered as the page numbers them.

    WeasyPrint takes `start`, `value` and `type` for hints of looks, with `align` and `bgcolor`,
    which are not asked for; `reversed` it does not know.
    """
    for ordered in document.iter("ol"):
        items = ordered.findall("li")
        _style(ordered, _LIST_STYLES.get(ordered.get("type"), ""))
        numbers = item_numbers(ordered.attrib, [item.attrib for item in items])
        if numbers != list(range(1, len(numbers) + 1)):
            for item, number in zip(items, numbers, strict=True):
                _style(item, f"counter-increment: none; counter-set: list-item {number}")


def _style(element: Any, declarations: str) -> None:
    if declarations:
        own = element.get("style", "")
        element.set("style", f"{declarations}; {own}" if own else declarations)


def _tell_scopes(_: Any, pdf: Any) -> None:
    """Say of each head of a table what it is the head of (ISO 32000-1, table 349), which
    WeasyPrint does not: of its column where its whole row is of heads, else of its row.
    """
    import pydyf

    elements = {
        element.reference: element
        for element in pdf.objects
        if isinstance(element, pydyf.Dictionary) and element.get("Type") == "/StructElem"
    }
    for element in elements.values():
        if element["S"] == "/TR":
            cells = [elements.get(reference) for reference in element["K"]]
            heads = [cell for cell in cells if cell is not None and cell["S"] == "/TH"]
            scope = "/Column" if len(heads) == len(cells) else "/Row"
            for head in heads:
                head["A"] = pydyf.Dictionary({"O": "/Table", "Scope": scope})
