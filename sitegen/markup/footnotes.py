"""Footnotes: numbered in the order of their marks, and gathered at the end of the document.

Both engines leave them as pulldown-cmark does: `<sup class="footnote-reference"><a href="#label">`
where the mark stands, `<div class="footnote-definition" id="label">` where the note is written.
Ids come from the author's labels (`fn:1`, `fnref:1`, `fnref2:1` for a second mark), so that a
new note does not change the addresses of the others.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from html import unescape

from sitegen.markup.findings import Finder, MarkupFinding
from sitegen.markup.headings import slug, unique
from sitegen.markup.tokens import (
    find_verbatim,
    is_closing,
    read_attributes,
    tag_name,
    with_attributes,
    write_tag,
)
from sitegen.patterns import lazy_pattern

_DEFINITION = '<div class="footnote-definition"'
_LABEL = '<sup class="footnote-definition-label">'
_ID_OF_NOTE = lazy_pattern(r"fn(?:ref\d*)?:")
_LONE_MARK = lazy_pattern(r"\[\^([^\]\s]+)\]")
_DEFINED = lazy_pattern(r"^[ >]{0,20}\[\^([^\]\n]+)\]:", re.MULTILINE)
_MARK = '<sup class="footnote-reference">'
BACK_LINK = '<a class="footnote-backref noprint" href="#'
"""How the link from a note to its mark begins."""


def has_notes(html: str) -> bool:
    return _DEFINITION in html


def find_lone_marks(tokens: list[str], findings: list[MarkupFinding]) -> None:
    """Tell in *findings* each mark that has no note: readers see it as it is typed."""
    verbatim = find_verbatim(tokens)
    for index in range(0, len(tokens), 2):
        if "[^" in tokens[index] and index not in verbatim:
            for match in _LONE_MARK.finditer(tokens[index]):
                label = unescape(match[1])
                findings.append(
                    MarkupFinding("mark-without-note", {"label": label}, _find_mark(label))
                )


def _find_mark(label: str) -> Finder:
    return lambda text, start: text.find(f"[^{label}]", start)


def _find_definition(label: str) -> Finder:
    """The note whose label, in any spelling, is *label*."""

    def find(text: str, start: int) -> int:
        for match in _DEFINED.finditer(text, start):
            if " ".join(match[1].casefold().split()) == label:
                return match.start(1) - 2
        return -1

    return find


def place_notes(tokens: list[str], findings: list[MarkupFinding]) -> list[str]:
    """The *tokens* with all notes in one section at the end. Marks and back links become one token.

    A note without a mark comes last and has no back link, and *findings* tells it; of two notes
    with one label the first counts; a mark without a note is dropped.
    """
    attributed = with_attributes(tokens)
    tokens, notes = _take_notes(_keep_ids_away(tokens, attributed), attributed)
    numbering = _Numbering(notes)
    tokens = _write_marks(tokens, numbering)
    written: dict[str, list[str]] = {}
    for label in numbering.labels:  # it grows meanwhile, for notes may cite notes
        written[label] = _write_marks(notes[label], numbering)
    for label, note in notes.items():
        if label not in written:
            findings.append(
                MarkupFinding("note-without-mark", {"label": label}, _find_definition(label))
            )
            written[label] = _write_marks(note, numbering)
    section = ["\n", '<section class="footnotes" role="doc-endnotes">', "\n", "<ol>"]
    for number, (label, note) in enumerate(written.items(), start=1):
        name = numbering.ids[label]
        links = [_back_link(name, number, use + 1) for use in range(numbering.uses.get(label, 0))]
        section += ["\n", f'<li id="fn:{name}">', *_with_back_links(note, links), "</li>"]
    tokens[-1] = tokens[-1].rstrip()
    section[0] = tokens.pop() + "\n"
    return [*tokens, *section, "\n", "</ol>", "\n", "</section>", ""]


def _keep_ids_away(tokens: list[str], attributed: list[int]) -> list[str]:
    """The *tokens* whose author gave no id that a note may have: `fn:1` is `fn-1` then."""
    kept = list(tokens)
    for index in attributed:
        if "fn" not in tokens[index]:
            continue
        attributes = read_attributes(tokens[index])
        name = attributes.get("id", "")
        if _ID_OF_NOTE.match(name) and not tokens[index].startswith(_DEFINITION):
            attributes["id"] = name.replace(":", "-")
            kept[index] = write_tag(tag_name(tokens[index]), attributes)
    return kept


class _Numbering:
    """Which notes have been cited, in which order and how often."""

    def __init__(self, labels: Iterable[str]) -> None:
        taken: dict[str, int] = {}
        self.ids = {label: unique(slug(label), taken) for label in labels}
        self.labels: list[str] = []
        self.uses: dict[str, int] = {}
        self._numbers: dict[str, int] = {}

    def cite(self, label: str) -> tuple[int, int]:
        """The number of the note, and how many marks it has by now."""
        if label not in self._numbers:
            self.labels.append(label)
            self._numbers[label] = len(self.labels)
        self.uses[label] = use = self.uses.get(label, 0) + 1
        return self._numbers[label], use


def _take_notes(tokens: list[str], attributed: list[int]) -> tuple[list[str], dict[str, list[str]]]:
    """The body without its notes, and each note's tokens by label, in the order of the body."""
    tokens = list(tokens)
    notes: dict[str, list[str]] = {}
    starts = [index for index in attributed if _DEFINITION in tokens[index]]
    for index in reversed(starts):  # from the end, so that inner notes come first
        end = _end_of(tokens, index)
        if end < 0:
            continue
        note = tokens[index + 1 : end]
        if len(note) > 4 and note[1] == _LABEL:
            note = note[4:]
        notes[_label(tokens[index])] = note
        tokens[index - 1 : end + 2] = [tokens[index - 1].rstrip() + tokens[end + 1]]
    return tokens, dict(reversed(notes.items()))


def _end_of(tokens: list[str], opening: int) -> int:
    """The index of the end tag of the `<div>` at *opening*; -1 if raw HTML has swallowed it."""
    depth = 0
    for index in range(opening, len(tokens), 2):
        if tag_name(tokens[index]) == "div":
            depth += -1 if is_closing(tokens[index]) else 1
            if depth == 0:
                return index
    return -1


def _label(tag: str) -> str:
    """The label in the last attribute of an engine's *tag*, one for all its spellings."""
    label = unescape(tag.rpartition('="')[2].removesuffix('">')).removeprefix("#")
    return " ".join(label.casefold().split())


def _write_marks(tokens: list[str], numbering: _Numbering) -> list[str]:
    """The *tokens* with their marks written, and counted in *numbering*."""
    marks = tokens.count(_MARK)
    if not marks:
        return tokens
    tokens = list(tokens)
    index = -1
    with suppress(ValueError):  # one within another was gone with it
        for _ in range(marks):
            index = tokens.index(_MARK, index + 1)
            if tokens[index + 6 : index + 7] != ["</sup>"]:
                continue
            label = _label(tokens[index + 2])
            if label in numbering.ids:
                number, use = numbering.cite(label)
                tokens[index : index + 7] = [_write_mark(numbering.ids[label], number, use)]
            else:
                tokens[index - 1 : index + 8] = [tokens[index - 1] + tokens[index + 7]]
    return tokens


def _write_mark(name: str, number: int, use: int) -> str:
    return (
        f'<sup id="{_mark_id(name, use)}"><a class="footnote-ref" href="#fn:{name}"'
        f' role="doc-noteref">{number}</a></sup>'
    )


def _mark_id(name: str, use: int) -> str:
    return f"fnref{use if use > 1 else ''}:{name}"


def _back_link(name: str, number: int, use: int) -> str:
    """An arrow, as text and not as an emoji; its name differs from those of the other notes.

    Programs that read articles leave out what is `noprint`; of short links beside short notes some
    take the whole list for a menu (docs/clients.md).
    """
    return (
        f'{BACK_LINK}{_mark_id(name, use)}" role="doc-backlink"'
        f' aria-label="↩ {number}{f".{use}" if use > 1 else ""}">↩\ufe0e</a>'
    )


def _with_back_links(note: list[str], links: list[str]) -> list[str]:
    """The tokens of a note with *links* at the end of its last paragraph, or in a new one."""
    note = (
        [note[0].lstrip(), *note[1:-1], note[-1].rstrip()] if len(note) > 1 else [note[0].strip()]
    )
    spaced = [piece for link in links for piece in ("\xa0", link)]
    if not links:
        return note
    if len(note) > 2 and note[-2] == "</p>" and not note[-1]:
        note[-3:-2] = [note[-3] + spaced[0], *spaced[1:], ""]
        return note
    return [*note[:-1], note[-1] + "\n", "<p>", "", *spaced[1:], "", "</p>", ""]
