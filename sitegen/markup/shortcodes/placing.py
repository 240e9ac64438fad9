"""The marks of shortcodes in the engine's HTML become elements that hold the call.

A mark that is not a paragraph of its own (within HTML that the engine leaves alone, for example)
becomes what the author wrote there.
"""

import re

from sitegen.markup.shortcodes.calls import ELEMENT, encode_call
from sitegen.markup.shortcodes.lines import ALONE, CLOSE, LABEL, OPEN, VALUE, Call
from sitegen.markup.tokens import escape_text, tag_name

_MARK = re.compile("\x0e([a-z])([0-9]+)\x0f")
_ANY_MARK = re.compile("\x0e([a-z])(-?[0-9]+)\x0f")


def place_shortcodes(tokens: list[str], calls: list[Call]) -> list[str]:
    """The *tokens* with an element for each shortcode."""
    placed = dict(_find_paragraphs(tokens))
    whole = {
        number
        for (kind, number), index in placed.items()
        if kind == ALONE or (kind == OPEN and placed.get((CLOSE, number), -1) > index)
    }
    written = tokens[:1]
    index = 1
    while index < len(tokens):
        tag, text = tokens[index], tokens[index + 1]
        mark = _MARK.match(text) if tag == "<p>" and text[:1] == "\x0e" else None
        if mark is None or int(mark[2]) not in whole:
            written += tag, text
            index += 2
        elif mark[1] == VALUE and (halves := _read_halves(tokens, index)):
            value, label, end = halves
            written += ["<li>", "", "<strong>", *value, "</strong>", " ", "<span>", *label]
            written += ["</span>", "", "</li>", tokens[end + 1]]
            index = end + 2
        elif mark[1] in (VALUE, LABEL):
            written += tag, text
            index += 2
        else:
            call = calls[int(mark[2])]
            start = f'<{ELEMENT} call="{call.name} sitegen:{encode_call(call.shortcode)}">'
            elements = {OPEN: [start], CLOSE: [f"</{ELEMENT}>"]}
            written += elements.get(mark[1], [start, "", f"</{ELEMENT}>"])
            written.append(tokens[index + 3])
            index += 4
    return [_restore(token, calls) if "\x0e" in token else token for token in written]


def _read_halves(tokens: list[str], index: int) -> tuple[list[str], list[str], int] | None:
    """Value and label of the key figure whose first `<p>` is at *index*, and its last `</p>`.

    Each is a list that begins and ends with a text. None if the engine made something else of them.
    """
    halves = []
    for kind in (VALUE, LABEL):
        mark = _MARK.match(tokens[index + 1]) if tokens[index : index + 1] == ["<p>"] else None
        if not mark or mark[1] != kind:
            return None
        end = next((at for at in range(index, len(tokens), 2) if tokens[at] == "</p>"), -1)
        if end < 0:
            return None
        halves.append([tokens[index + 1][mark.end() :], *tokens[index + 2 : end]])
        index = end + 2
    return halves[0], halves[1], end


def _find_paragraphs(tokens: list[str]) -> list[tuple[tuple[str, int], int]]:
    """Kind and number of each mark that is alone in its paragraph, with the index of its `<p>`."""
    marks = []
    for index in range(1, len(tokens) - 2, 2):
        if tokens[index] == "<p>" and tokens[index + 2] == "</p>":
            mark = _MARK.fullmatch(tokens[index + 1])
            if mark and mark[1] not in (VALUE, LABEL):
                marks.append(((mark[1], int(mark[2])), index))
    return marks


def _restore(token: str, calls: list[Call]) -> str:
    """What the author wrote, in place of the marks that are left."""

    def source(mark: re.Match[str]) -> str:
        number = int(mark[2])
        known = calls[number].sources if 0 <= number < len(calls) else {}
        return escape_text(known.get(mark[1], "")).replace('"', "&quot;")

    return _ANY_MARK.sub(source, token)


def list_images(tokens: list[str]) -> list[str]:
    """The *tokens* with an `<li>` around each image of a gallery; the last pass: it joins tags."""
    written = list(tokens)
    is_inside = False
    for index in range(1, len(tokens), 2):
        tag = tokens[index]
        name = tag_name(tag)
        if name == ELEMENT:
            is_inside = tag.startswith(f'<{ELEMENT} call="gallery ')
        elif is_inside and name in ("figure", "p"):
            written[index] = f"{tag}</li>" if tag.startswith("</") else f"<li>{tag}"
    return written
