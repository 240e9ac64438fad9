"""Python-Markdown, the usual dialect, made faster: see `inlines.py`, `writing.py` and `alike.py`.

One `Markdown` object serves the whole process and is reset for each text; a second one where HTML
is shown as text.
"""

import re
from collections.abc import Callable
from functools import cache
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import (
    AUTOMAIL_RE,
    HTML_RE,
    IMAGE_LINK_RE,
    IMAGE_REFERENCE_RE,
    LINK_RE,
    REFERENCE_RE,
    AutomailInlineProcessor,
    HtmlInlineProcessor,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    SimpleTagInlineProcessor,
    SubstituteTagInlineProcessor,
)
from markdown.inlinepatterns import InlineProcessor as InlinePattern
from markdown.postprocessors import RawHtmlPostprocessor
from markdown.util import ETX, HTML_PLACEHOLDER, STX, AtomicString

from sitegen.markup.engines import Converted
from sitegen.markup.engines.blocks.parser import LineParser, fold_label
from sitegen.markup.engines.inlines import install
from sitegen.markup.engines.meant import WORD
from sitegen.markup.engines.writing import Unescape, know_blocks, write_html
from sitegen.patterns import lazy_pattern

_STASHED = lazy_pattern(f"<p>({HTML_PLACEHOLDER % '([0-9]+)'})</p>")


def convert(text: str, *, escapes_html: bool = False) -> Converted:
    """The HTML of *text*; HTML in it is text with *escapes_html*. RecursionError if too deep."""
    read_alike = _native()
    is_shown = escapes_html and "<" in text
    if read_alike and not is_shown and (html := read_alike(text)) is not None:
        return Converted(html, has_raw_html=False)
    return convert_in_python(text, escapes_html=escapes_html)


@cache
def _native() -> Callable[[str], str | None] | None:
    """What reads texts that the engines read alike; None where the extra `commonmark` is not."""
    try:
        from sitegen.markup.engines.alike import read_alike
    except ImportError:
        return None
    return read_alike


def convert_in_python(text: str, *, escapes_html: bool = False) -> Converted:
    """What `convert` gives, by Python-Markdown itself."""
    try:
        markdown, raw = _markdown(escapes_html)
        raw.is_found = False
        html = markdown.reset().convert(text)
        has_raw = raw.is_found or bool(raw.blocks)
    except BaseException:
        _markdown.cache_clear()  # an interrupted parser keeps the state that it was in
        raise
    return Converted(html.replace(STX, "").replace(ETX, ""), has_raw)


def build_markdown(*more: Extension, escapes_html: bool = False) -> Markdown:
    """Python-Markdown with this dialect."""
    return Markdown(extensions=[_Dialect(escapes_html), *more], output_format="html")


@cache
def _markdown(escapes_html: bool) -> "tuple[Markdown, _RawHtml]":
    raw = _RawHtml()
    markdown = build_markdown(_Faster(), raw, escapes_html=escapes_html)
    markdown.serializer = write_html
    return markdown, raw


class _Dialect(Extension):
    """What CommonMark has too: its blocks, strikethrough, escapes, mail addresses, notes."""

    def __init__(self, escapes_html: bool) -> None:
        super().__init__()
        self._escapes_html = escapes_html

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, *"|\"$%&',/:;<=?@^~"]
        parser = LineParser(md, reads_html=not self._escapes_html)
        md.parser = parser
        md.preprocessors.deregister("html_block")
        if self._escapes_html:
            md.inlinePatterns.deregister("html")
        strike = SimpleTagInlineProcessor(r"(?<!~)(~~)(?![~\s])(.+?)(?<=\S)~~(?!~)", "del")
        md.inlinePatterns.register(strike, "strike", 50)
        md.inlinePatterns.register(_PlainMail(AUTOMAIL_RE, md), "automail", 110)
        link = _Reference(REFERENCE_RE, md)
        image = _ImageReference(IMAGE_REFERENCE_RE, md)
        md.inlinePatterns.register(_Link(LINK_RE, md), "link", 160)
        md.inlinePatterns.register(_Image(IMAGE_LINK_RE, md), "image_link", 150)
        md.inlinePatterns.register(link, "reference", 170)
        md.inlinePatterns.register(image, "image_reference", 140)
        line_break = SubstituteTagInlineProcessor(r"(?: {2,}|\\)\n", "br")
        md.inlinePatterns.register(line_break, "linebreak", 100)
        mark = _NoteMark(r"\[\^([^\]]*)\]", md, parser.labels)
        md.inlinePatterns.register(mark, "footnote", 175)
        md.postprocessors.register(_StashedHtml(md, parser.raw), "raw_html", 30)


class _PlainMail(AutomailInlineProcessor):
    """`<a@b.fr>` as it stands: writing it in character references hides it from nobody now."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,
    ) -> tuple[Element, int, int]:
        address = self.unescape(m.group(1)).removeprefix("mailto:")
        link = Element("a", href=f"mailto:{address}")
        link.text = AtomicString(address)
        return link, m.start(0), m.end(0)


_WITH_APOSTROPHE = lazy_pattern(
    rf"""\((?=[^()"<>\n]*')(?P<address>{WORD}(?:[ ]++{WORD})*+)(?:[ ]+"(?P<title>[^"\n]*)")?\)"""
)
"""« (l'eau (2).pdf) »: the apostrophe begins a title for Python-Markdown, which then loses count of
the brackets."""


class _Link(LinkInlineProcessor):
    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802
        if found := _WITH_APOSTROPHE.match(data, index):
            title = found["title"] and self.unescape(found["title"].strip())
            return self.unescape(found["address"]), title, found.end(), True
        return super().getLink(data, index)


class _Image(_Link, ImageInlineProcessor):
    pass


class _Reference(ReferenceInlineProcessor):
    """`[text][label]`: with a space between them they are two links."""

    RE_LINK = re.compile(r"\[([^\]]*)\]")


class _ImageReference(ImageReferenceInlineProcessor):
    RE_LINK = _Reference.RE_LINK


class _NoteMark(InlinePattern):
    def __init__(self, pattern: str, md: Markdown, labels: set[str]) -> None:
        super().__init__(pattern, md)
        self._labels = labels

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,
    ) -> tuple[Element | None, int | None, int | None]:
        if fold_label(m.group(1)) not in self._labels:
            return None, None, None
        mark = Element("sup", {"class": "footnote-reference"})
        SubElement(mark, "a", href=f"#{m.group(1)}").text = AtomicString("1")
        return mark, m.start(0), m.end(0)


class _StashedHtml(RawHtmlPostprocessor):
    """Puts HTML back; what was a block of its own gets no paragraph around it, whatever it is."""

    def __init__(self, md: Markdown, blocks: set[int]) -> None:
        super().__init__(md)
        self._blocks = blocks

    def run(self, text: str) -> str:
        if self._blocks:
            text = _STASHED.sub(self._without_paragraph, text)
        return super().run(text)

    def _without_paragraph(self, match: re.Match[str]) -> str:
        return match[1] if int(match[2]) in self._blocks else match[0]


class _RawHtml(Extension):
    """Notes whether a text holds HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.is_found = False
        self.blocks: set[int] = set()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        if isinstance(md.parser, LineParser):
            self.blocks = md.parser.raw
        if "html" in md.inlinePatterns:
            md.inlinePatterns.register(_NotedInline(HTML_RE, md, self), "html", 90)


class _NotedInline(HtmlInlineProcessor):
    def __init__(self, pattern: str, md: Markdown, raw: _RawHtml) -> None:
        super().__init__(pattern, md)
        self._found = raw

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,
    ) -> tuple[Element | str | None, int | None, int | None]:
        self._found.is_found = True
        return super().handleMatch(m, data)


class _Faster(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        install(md)
        md.treeprocessors.register(Unescape(md), "unescape", 0)
        know_blocks(md)
