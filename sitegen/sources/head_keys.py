"""The keys of a head in which something is wrong, each with what is written behind it. Pure.

Read twice where it is YAML: as YAML, and each line for itself, since what stands between the lines
may be what is wrong.
"""

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import NamedTuple

import yaml

from sitegen.border.hiding import UNCLEAR, is_hiding_key, is_said_alone
from sitegen.border.suggestions import is_word_for_access
from sitegen.border.yaml_nodes import compose, is_null
from sitegen.patterns import lazy_pattern

_FENCE = lazy_pattern(r"(?:[-–—](?:[ ]?[-–—]){1,3}|—|\+{3}|\.{3}|[*_=]{3,}|`{3,})\w*\s*")
_NAME = r"[^\W\d](?:[\w'’\- \t\xa0\u202f]{0,60}\w)?"
_KEY = lazy_pattern(
    rf"(?P<before>[^\w#:=\uff1a]*)(?P<key>{_NAME})[^\w:=\uff1a#,]*[:=\uff1a](?P<value>.*)"
)
"""A key as somebody may write it: in quotes, behind a brace or a bullet, of several words."""
_USUAL_KEY = lazy_pattern(r"[\w-]+")
_IN_BRACES = lazy_pattern(
    rf"[{{,\s][\"']?(?P<key>{_NAME})[\"']?\s*[:=\uff1a]\s*"
    r"(?P<value>\"[^\"]*\"|'[^']*'|[^,{}\[\]\n]*)"
)
_INVISIBLE = lazy_pattern("[\ufeff\u200b\u2060\r]")
_OPENING = lazy_pattern(r"(?:[>|][\d+-]*)?(?:\s*#.*)?|[{\[].*")
"""What stands behind a key whose value is below it."""
_LONGEST = 80
"""Characters of a line in which a word for `access` is looked for that has no colon."""


class HeadKey(NamedTuple):
    """A key, as it is written."""

    key: str
    value: str
    """With the lines below it and its comments; nothing where nothing stands there."""
    above: str = ""
    """The key of the top level that it stands below."""
    is_usual: bool = True
    """Whether it is one word at the beginning of a line; else it may be prose."""


def head_keys(text: str) -> Iterator[HeadKey]:
    """Yield the keys of the head of *text*, up to its end: a fence, else an empty line.

    Some are yielded twice.
    """
    head = _head([_INVISIBLE.sub("", line) for line in text.split("\n")])
    source = "".join(f"{line}\n" for line in head)
    node = compose(source, "", 1, [])
    yield from _of_node(node, source, "")
    if not isinstance(node, yaml.MappingNode):
        yield from _of_lines(head, is_sound=False)
    elif not node.flow_style:
        yield from _of_lines(head, is_sound=True)


def _head(lines: list[str]) -> list[str]:
    """Return the lines of *lines* that are a head, or were meant as one."""
    while lines and not lines[0].strip():
        del lines[0]
    is_begun = bool(lines) and _FENCE.fullmatch(lines[0].strip()) is not None
    if is_begun:
        del lines[0]
    ends = [number for number, line in enumerate(lines) if _FENCE.fullmatch(line)]
    if not ends:
        above = list(takewhile(str.strip, lines))
        return [*above, *takewhile(_is_of_head, lines[len(above) :])]
    between = lines[ends[0] + 1 : ends[1]] if len(ends) > 1 and not is_begun else []
    return [*lines[: ends[0]], *(between if all(map(_is_of_head, between)) else ())]


def _is_of_head(line: str) -> bool:
    """Whether *line* is a key in small letters, or may stand between keys."""
    if not line.strip() or line[0] in " \t-#":
        return True
    key = _key_of(line)
    if key is None or not key.key[0].islower():
        return False
    return key.is_usual or is_word_for_access(key.key) or is_hiding_key(key.key)


def _of_node(node: yaml.Node | None, source: str, above: str) -> Iterator[HeadKey]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _of_node(item, source, above)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if isinstance(name, yaml.ScalarNode):
                is_usual = _USUAL_KEY.fullmatch(name.value) is not None
                yield HeadKey(name.value, _written(value, source), above, is_usual)
                yield from _of_node(value, source, above or name.value)


def _written(node: yaml.Node, source: str) -> str:
    if not isinstance(node, yaml.ScalarNode):
        return UNCLEAR
    return "" if is_null(node) else source[node.start_mark.index : node.end_mark.index]


def _of_lines(lines: Iterable[str], *, is_sound: bool) -> Iterator[HeadKey]:
    """Yield what each line says. *is_sound*: it is YAML, which knows more of what braces hold."""
    key: HeadKey | None = None
    below: list[str] = []
    depth = 0
    """How far the first line below the key stands in; 0: there is none yet."""
    braces: str | None = None
    """The key that they stand behind, where a line stands in them."""
    for line in filter(str.strip, lines):
        indent = len(line) - len(line.lstrip())
        is_below = key is not None and (indent >= (depth or 1) or line.startswith("-"))
        found = _key_of(line)
        if key and is_below and _OPENING.fullmatch(key.value.strip()):
            depth = depth or indent
            below.append(line)
            if found:
                yield found._replace(value=found.value.strip() or UNCLEAR, above=key.key)
        elif found := found or (None if is_sound or (key and indent) else _cut_key_of(line)):
            if key:
                yield _with_lines(key, below)
            key, below, depth = found, [], 0
        elif key and is_below:
            below.append(line)
        if is_sound:
            continue
        if braces is None and "{" in (line.lstrip()[:1], key.value.strip()[:1] if key else ""):
            braces = key.key if key and not line.lstrip().startswith("{") else ""
        if braces is not None:
            yield from _in_braces(line, braces)
            braces = None if "}" in line else braces
    if key:
        yield _with_lines(key, below)


def _with_lines(key: HeadKey, below: list[str]) -> HeadKey:
    return key._replace(value="\n".join((key.value, *below)))


def _key_of(line: str) -> HeadKey | None:
    match = _KEY.fullmatch(line.strip())
    if match is None:
        return None
    is_usual = match["before"] in ("", '"', "'") and _USUAL_KEY.fullmatch(match["key"])
    value = match["value"].replace("\xa0", " ")
    return HeadKey(match["key"], value, is_usual=bool(is_usual))


def _cut_key_of(line: str) -> HeadKey | None:
    """Return what `access members` says, whose author forgot the colon."""
    words = line.strip().lstrip("-*•?\"'` ")[:_LONGEST]
    name, _, value = words.partition(" ")
    if line.lstrip().startswith("? "):
        return HeadKey(words, UNCLEAR)
    if name.casefold() == "access" and " " not in value.strip():
        return HeadKey("access", value.strip() or UNCLEAR)
    if is_said_alone(line):
        return HeadKey("unpublished", UNCLEAR)
    return HeadKey("private", value.strip() or UNCLEAR) if is_word_for_access(words) else None


def _in_braces(line: str, above: str) -> Iterator[HeadKey]:
    for match in _IN_BRACES.finditer(f" {line}"):
        value = match["value"].strip() or UNCLEAR
        yield HeadKey(match["key"], value, above, is_usual=False)
