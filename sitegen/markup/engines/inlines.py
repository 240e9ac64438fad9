"""Python-Markdown's pass over the inline patterns, where it need not try what cannot match.

The tree is the same (`tests/markup/test_python_markdown.py`). Most texts hold no sign of any
pattern, or of two or three; Python-Markdown runs sixteen regular expressions over each. What its
own class provides for and no dialect of ours has (patterns that ask for the elements above them)
is left to it.
"""

import re
from typing import Any, Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor as InlinePattern
from markdown.inlinepatterns import Pattern
from markdown.preprocessors import NormalizeWhitespace
from markdown.treeprocessors import InlineProcessor
from markdown.util import ETX, INLINE_PLACEHOLDER_PREFIX, STX, AtomicString

from sitegen.patterns import lazy_pattern

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
_SIGNS: Final = lazy_pattern(f"[{re.escape(''.join(sorted(set(''.join(_TRIGGERS.values())))))}]")
Numbered = tuple[int, str, Pattern]


class Inlines(InlineProcessor):
    """Tries an inline pattern only on text that has a character without which it cannot match.

    No pattern puts such a character in: what is found becomes a placeholder, which has none.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._patterns: list[tuple[str, Pattern]] | None = None
        self._by_signs: dict[frozenset[str], list[Numbered]] = {}
        self._is_plain = False

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        if self._patterns is None:
            self._find_patterns()
        if ancestors or not self._is_plain:
            return super().run(tree, ancestors)
        self.stashed_nodes = {}
        self.ancestors = []
        pending = [tree]
        for element in pending:
            queue: list[tuple[Element, list[Element]]] = []
            for child in element:
                if (text := child.text) and not isinstance(text, AtomicString):
                    text = self._handled(text)
                    if INLINE_PLACEHOLDER_PREFIX in text:
                        child.text = None
                        nodes = self._elements(text, child)
                        pending += nodes
                        queue.append((child, nodes))
                    else:
                        child.text = text
                if tail := child.tail:
                    self._handle_tail(element, child, tail)
                if len(child):
                    pending.append(child)
            for child, nodes in queue:
                for place, node in enumerate(nodes):
                    child.insert(place, node)
        return tree

    def _handle_tail(self, element: Element, child: Element, tail: str) -> None:
        """Put what stands behind *child* in its place: text, and elements beside it."""
        tail = self._handled(tail)
        if INLINE_PLACEHOLDER_PREFIX not in tail:
            child.tail = tail
            return
        holder = Element("d")
        child.tail = None
        nodes = self._elements(tail, holder, is_text=False)
        if holder.tail:
            child.tail = holder.tail
        place = list(element).index(child) + 1
        for node in reversed(nodes):
            element.insert(place, node)

    def _elements(self, text: str, parent: Element, *, is_text: bool = True) -> list[Element]:
        """Return the elements that *text* has placeholders of; its text becomes *parent*'s."""
        nodes = self._InlineProcessor__processPlaceholders(text, parent, is_text)  # type: ignore[attr-defined]
        return [element for element, _ in nodes]

    def _find_patterns(self) -> None:
        registry = self.md.inlinePatterns
        triggers = {
            id(registry[name]): trigger for name, trigger in _TRIGGERS.items() if name in registry
        }
        self._patterns = [(triggers.get(id(pattern), ""), pattern) for pattern in registry]
        self._is_plain = all(
            trigger and isinstance(pattern, InlinePattern) and not pattern.ANCESTOR_EXCLUDES
            for trigger, pattern in self._patterns
        )

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        """Overrides a private method of the base class, hence its name."""
        if not self._is_plain:
            return super()._InlineProcessor__handleInline(data, patternIndex)  # type: ignore[misc, no-any-return]
        return self._handled(data, patternIndex)

    def _handled(self, data: str, first: int = 0) -> str:
        """Return *data* with placeholders for what the patterns from number *first* on find."""
        if not _SIGNS.search(data) or isinstance(data, AtomicString):
            return data
        signs = frozenset(_SIGNS.findall(data))
        if signs not in self._by_signs:
            self._by_signs[signs] = [
                (number, trigger, pattern)
                for number, (trigger, pattern) in enumerate(self._patterns or ())
                if not signs.isdisjoint(trigger)
            ]
        for number, trigger, pattern in self._by_signs[signs]:
            if number >= first:
                start, is_match = 0, True
                while is_match and (trigger[0] in data or trigger[-1] in data):
                    data, is_match, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                        pattern, data, number, start
                    )
        return data


class Lines(NormalizeWhitespace):
    """Normalizes white space, where there is any that needs it."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if text.endswith(" ") or any(sign in text for sign in ("\t", " \n", "\r", STX, ETX)):
            return super().run(lines)
        return [*lines, "", ""]


def install(md: Any) -> None:
    """Let *md* use these."""
    md.treeprocessors.register(Inlines(md), "inline", 20)
    md.preprocessors.register(Lines(md), "normalize_whitespace", 30)
