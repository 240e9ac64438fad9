"""The keys of a front matter in one form: their order, quotes, blank lines. Pure.

Lines are moved and shortened, never made anew: comments, folded texts and whatever else an author
wrote stand as they stood.
"""

import re
from collections.abc import Iterator, Sequence

import yaml

_KEY = re.compile(r"([\w-]+)[ \t]*:(?=[ \t\n]|$)")
_QUOTED = re.compile(r"(?P<before>\s*(?:- )*(?:[\w-]+: +|- ))(?P<value>\"[^\"\\]*\"|'[^']*')\s*")
_LIST = re.compile(r"(?P<before>\s*(?:- )?[\w-]+: )\[(?P<values>[^\[\]{}#]*)\]")
_VALUE = re.compile(r"\s*(\"[^\"\\]*\"|'[^']*'|[^\"',\s][^\"',]*)\s*(?:,|$)")
_OPEN_QUOTE = re.compile(r"(?::|-|\[|,)\s+'(?:[^']|'')*$")
_COLON = re.compile(r"(\s*(?:- )?[\w-]+)[ \t]*:[ \t]+(?=\S)")


def format_front(front: str, order: Sequence[str]) -> str:
    """Return the lines of *front* with its keys in *order*; others follow as they stand."""
    head, blocks, tail = _split(front)
    ranks = {key: rank for rank, key in enumerate(order)}
    blocks.sort(key=lambda block: ranks.get(block[0], len(ranks)))
    lines = [*head, *(line for _, block in blocks for line in _formatted(block)), *tail]
    return "".join(f"{line}\n" for line in lines)


def _split(front: str) -> tuple[list[str], list[tuple[str, list[str]]], list[str]]:
    """Return the comments at its head, each key with its lines, and the comments at its end.

    Comments right above a key are the key's. Those of the head end with an empty line.
    """
    head: list[str] = []
    blocks: list[tuple[str, list[str]]] = []
    waiting: list[str] = []
    for line in front.rstrip().split("\n"):
        if match := _KEY.match(line):
            blocks.append((match[1], [*waiting, line]))
            waiting = []
        elif line.startswith("#"):
            waiting.append(line)
        elif not blocks:
            waiting.append(line)
            head += waiting
            waiting = []
        elif not line.strip():
            waiting.append(line)
        else:
            blocks[-1][1].extend([*waiting, line])
            waiting = []
    while waiting and not waiting[0].strip():
        waiting.pop(0)
    return head, blocks, waiting


def _formatted(block: list[str]) -> Iterator[str]:
    """Yield the lines of a key: no empty ones around it, no quotes that YAML does not need."""
    is_text = any(_opens_text(line) for line in block)
    lines = block if is_text else [line for line in block if line.strip()]
    while lines and not lines[0].strip():
        lines = lines[1:]
    for line in lines:
        yield line.rstrip() if is_text else _plain(line.rstrip())


def _opens_text(line: str) -> bool:
    """Whether a text of several lines begins here, in which empty ones count."""
    is_quoted = line.count('"') % 2 == 1 or _OPEN_QUOTE.search(line)
    return bool(is_quoted or re.search(r":\s+[|>][+-]?\d?\s*$", line))


def _plain(line: str) -> str:
    """Return *line* with one space behind its colon, and without quotes that are not needed."""
    if line.lstrip().startswith("#"):
        return line
    line = _COLON.sub(r"\1: ", line, count=1)
    if listed := _LIST.fullmatch(line):
        return f"{listed['before']}[{_plain_values(listed['values'])}]"
    match = _QUOTED.fullmatch(line)
    if not match:
        return line
    value = match["value"][1:-1]
    if "''" in match["value"][1:-1] or not _is_plain(value):
        return line
    return f"{match['before']}{value}"


def _plain_values(text: str) -> str:
    """Return *text*, the values of a list on one line, without blanks and quotes beyond need."""
    values = [match[1].rstrip() for match in _VALUE.finditer(text)]
    if "".join(_VALUE.sub("", text).split()):  # what is no value of one of these forms
        return text
    return ", ".join(
        value[1:-1] if value[0] in "\"'" and _is_plain_in_list(value[1:-1]) else value
        for value in values
    )


def _is_plain_in_list(value: str) -> bool:
    try:
        return bool(value.strip()) and bool(yaml.safe_load(f"[{value}, {value}]") == [value] * 2)
    except yaml.YAMLError:
        return False


def _is_plain(value: str) -> bool:
    """Whether YAML reads *value* as this text without quotes, after a key and in a list."""
    try:
        return bool(
            value
            and yaml.safe_load(f"key: {value}") == {"key": value}
            and yaml.safe_load(f"- {value}") == [value]
        )
    except yaml.YAMLError:
        return False
