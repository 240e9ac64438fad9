"""Python-Markdown, the usual dialect, made faster: see `_TriggeredInlines`.

One `Markdown` object serves the whole process and is reset for each text; a second one where HTML
is shown as text.
"""

import re
from functools import cache
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension, FootnoteInlineProcessor
from markdown.inlinepatterns import (
    AUTOMAIL_RE,
    HTML_RE,
    AutomailInlineProcessor,
    HtmlInlineProcessor,
    SimpleTagInlineProcessor,
)
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import ETX, STX, AtomicString

from sitegen.markup.engines import Converted

EXTENSIONS: Final = ("tables", "def_list", "fenced_code", "sane_lists")

_TRIGGERS: Final = {
    "backtick": "`",
    "escape": "\\",
    "footnote": "[",
    "reference": "[",
    "link": "[",
    "image_link": "[",
    "image_reference": "[",
    "short_reference": "[",
    "short_image_ref": "[",
    "autolink": "<",
    "automail": "<",
    "linebreak": "\n",
    "html": "<",
    "entity": "&",
    "em_strong": "*_",
    "em_strong2": "_",
    "strike": "~",
}
"""For each inline pattern, characters of which it needs one; one not named is always tried."""


def convert(text: str, *, escapes_html: bool = False) -> Converted:
    """The HTML of *text*; HTML in it is text with *escapes_html*. RecursionError if too deep."""
    try:
        markdown, raw = _markdown(escapes_html)
        raw.is_found = False
        html = markdown.reset().convert(text)
    except BaseException:
        _markdown.cache_clear()  # an interrupted parser keeps the state that it was in
        raise
    return Converted(html.replace(STX, "").replace(ETX, ""), raw.is_found)


def build_markdown(*more: Extension) -> Markdown:
    """Python-Markdown with this dialect."""
    return Markdown(extensions=[*EXTENSIONS, _Dialect(), *more], output_format="html")


@cache
def _markdown(escapes_html: bool) -> "tuple[Markdown, _RawHtml]":
    raw = _RawHtml(escapes_html)
    return build_markdown(_Faster(), raw), raw


class _Dialect(FootnoteExtension):
    """What CommonMark has too: strikethrough, escapes, mail addresses; and the notes' raw form."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        super().extendMarkdown(md)
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, *"\"$%&',/:;<=?@^~"]
        strike = SimpleTagInlineProcessor(r"(~~)(?=\S)(.+?)(?<=\S)~~", "del")
        md.inlinePatterns.register(strike, "strike", 50)
        md.inlinePatterns.register(_PlainMail(AUTOMAIL_RE, md), "automail", 110)
        md.inlinePatterns.register(_NoteMark(r"\[\^([^\]]*)\]", self), "footnote", 175)
        md.treeprocessors.register(_NoteDefinitions(self), "footnote", 50)
        md.treeprocessors.deregister("footnote-reorder", strict=False)
        md.treeprocessors.deregister("footnote-duplicate", strict=False)
        md.postprocessors.deregister("footnote")


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


class _NoteMark(FootnoteInlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,
    ) -> tuple[Element | None, int | None, int | None]:
        label = m.group(1)
        if label not in self.footnotes.footnotes:
            return None, None, None
        mark = Element("sup", {"class": "footnote-reference"})
        SubElement(mark, "a", href=f"#{label}").text = AtomicString("1")
        return mark, m.start(0), m.end(0)


class _NoteDefinitions(Treeprocessor):
    """Appends the notes to the document, before the inline patterns run over it."""

    def __init__(self, footnotes: FootnoteExtension) -> None:
        super().__init__(footnotes.md)
        self.footnotes = footnotes

    def run(self, root: Element) -> None:
        for label, text in self.footnotes.footnotes.items():
            note = SubElement(root, "div", {"class": "footnote-definition", "id": label})
            self.footnotes.parser.parseChunk(note, text)


class _RawHtml(Extension):
    """Notes whether a text holds HTML, or has it taken for text."""

    def __init__(self, is_escaped: bool) -> None:
        super().__init__()
        self._is_escaped = is_escaped
        self.is_found = False

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        if self._is_escaped:
            md.preprocessors.deregister("html_block")
            md.inlinePatterns.deregister("html")
        else:
            md.preprocessors.register(_NotedBlocks(md, self), "html_block", 20)
            md.inlinePatterns.register(_NotedInline(HTML_RE, md, self), "html", 90)


class _NotedBlocks(HtmlBlockPreprocessor):
    def __init__(self, md: Markdown, found: _RawHtml) -> None:
        super().__init__(md)
        self._found = found

    def run(self, lines: list[str]) -> list[str]:
        before = self.md.htmlStash.html_counter  # code in fences was put there already
        lines = super().run(lines)
        self._found.is_found |= self.md.htmlStash.html_counter > before
        return lines


class _NotedInline(HtmlInlineProcessor):
    def __init__(self, pattern: str, md: Markdown, found: _RawHtml) -> None:
        super().__init__(pattern, md)
        self._found = found

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,
    ) -> tuple[Element | str | None, int | None, int | None]:
        self._found.is_found = True
        return super().handleMatch(m, data)


class _Faster(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.treeprocessors.register(_TriggeredInlines(md), "inline", 20)


class _TriggeredInlines(InlineProcessor):
    """Tries an inline pattern only on text that has a character without which it cannot match.

    The output is the same: most sentences have none of these characters, and Python-Markdown runs
    fifteen regular expressions over each of them.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._patterns: list[tuple[str, object]] | None = None

    def _find_patterns(self) -> list[tuple[str, object]]:
        registry = self.md.inlinePatterns
        triggers = {
            id(registry[name]): trigger for name, trigger in _TRIGGERS.items() if name in registry
        }
        return [(triggers.get(id(pattern), ""), pattern) for pattern in registry]

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        """Overrides a private method of the base class, hence its name."""
        if isinstance(data, AtomicString):
            return data
        if self._patterns is None:
            self._patterns = self._find_patterns()
        patterns = self._patterns
        index, start = patternIndex, 0
        while index < len(patterns):
            trigger, pattern = patterns[index]
            if trigger and trigger[0] not in data and trigger[-1] not in data:
                is_match = False
            else:
                data, is_match, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                    pattern, data, index, start
                )
            if not is_match:
                index, start = index + 1, 0
        return data
