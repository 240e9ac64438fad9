"""Blocks that hold no others: headings, rules, code. Each returns the index after its lines; 0 if
what stands there is none.
"""

from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString, code_escape

from sitegen.markup.engines.blocks.signs import FENCE, HEADING, INDENT, RULE
from sitegen.patterns import lazy_pattern

_LANGUAGE = lazy_pattern(r"\{[ ]*\.?([\w+#-]*)|([^\s{}]*)")


def read_heading(parent: Element, lines: list[str], index: int, _: int) -> int:
    match = HEADING.match(lines[index].lstrip(" "))
    if not match:
        return 0
    SubElement(parent, f"h{len(match[1])}").text = _without_closing_signs(match[2])
    return index + 1


def read_rule(parent: Element, lines: list[str], index: int, _: int) -> int:
    if not RULE.match(lines[index].lstrip(" ")):
        return 0
    SubElement(parent, "hr")
    return index + 1


def read_indented_code(parent: Element, lines: list[str], index: int) -> int:
    end = last = index
    while end < len(lines) and (not lines[end] or lines[end].startswith(" " * INDENT)):
        end += 1
        last = end if lines[end - 1] else last
    _write_code(parent, [line[INDENT:] for line in lines[index:last]], "")
    return last


def read_fenced_code(parent: Element, lines: list[str], index: int, _: int) -> int:
    text = lines[index].lstrip(" ")
    match = FENCE.match(text)
    if not match:
        return 0
    indent = len(lines[index]) - len(text)
    fence, code = match[1], []
    end = index + 1
    while end < len(lines):
        line = lines[end]
        end += 1
        text = line.strip(" ")
        is_end = text.startswith(fence) and not text.strip(fence[0])
        if is_end and len(line) - len(line.lstrip(" ")) < INDENT:
            break
        code.append(line.removeprefix(" " * min(indent, len(line) - len(line.lstrip(" ")))))
    language = _LANGUAGE.match(match[2])
    _write_code(parent, code, (language[1] or language[2]) if language else "")
    return end


def _without_closing_signs(text: str) -> str:
    """The *text* of a heading; signs at its end count as text where no space stands before them."""
    text = text.strip(" ")
    before = text.rstrip("#")
    return before.rstrip(" ") if not before or before.endswith(" ") else text


def _write_code(parent: Element, lines: list[str], language: str) -> None:
    code = SubElement(SubElement(parent, "pre"), "code")
    if language:
        code.set("class", f"language-{language}")
    code.text = AtomicString(code_escape("\n".join(lines)) + "\n")
