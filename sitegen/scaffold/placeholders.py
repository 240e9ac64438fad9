"""Fill the places of an archetype: `{{ title }}`; `{{ end | 2027-03-02 17:00 }}` with an example.

No expressions and no code: a name stands for a value, and what follows the bar for the value that
is not there. In YAML a value is quoted as its place needs it, and a line whose value is not given
becomes a comment that shows the example; in Markdown the example stands in the value's place.
"""

import json
import re
from collections.abc import Mapping
from typing import NamedTuple

from sitegen.border.suggestions import nearest
from sitegen.errors import Diagnostic

_PLACE = re.compile(r"\{\{\s*(?P<name>[^{}|]*?)\s*(?:\|\s*(?P<example>[^{}]*?)\s*)?\}\}")
_VALUE = re.compile(r"(?P<head>\s*(?:- +)?(?:[\w.-]+:[ ]+)?)(?P<value>.*?)(?P<end>(?:\s+#.*)?)$")
_SAFE = re.compile(
    r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?"  # a date, with an hour
    r"|[a-z]+(?:[_-][a-z0-9]+)*"  # a slug, a key; sitegen reads `no` and `null` as their author
    r"|https?://[\w.:/~-]+|[\w.+-]+@[\w.-]+"
)
"""What means itself in YAML and in Markdown without quotes."""
_WORDY = re.compile(r"[^\W\d_][^\W_]*(?:[ ’.-]{1,2}[^\W_]+)*[.!?]?")
"""Words, which mean themselves in YAML, and to which `sitegen format` leaves no quotes."""
_BARE = {"date", "start", "end", "eve", "event", "draft"}
"""Places that no text stands in."""
_WORDS = {"", "yes", "no", "on", "off", "null", "oui", "non"}
_SPECIAL = re.compile(r"([\\`*_\[\]<>])")
_FENCE = "---"


class Placeholder(NamedTuple):
    """One `{{ … }}` of an archetype."""

    name: str
    is_required: bool
    """Whether it stands without an example."""


def places(text: str) -> dict[str, Placeholder]:
    """Return the places of *text* by name; one that has no example anywhere is required."""
    placeholders: dict[str, Placeholder] = {}
    for match in _PLACE.finditer(text):
        name, has_example = match["name"], match["example"] is not None
        known = placeholders.get(name)
        placeholders[name] = Placeholder(name, not has_example or bool(known and known.is_required))
    return placeholders


def examples(text: str) -> str:
    """Return *text* with each place's example in its stead; nothing for one that has none."""
    return _PLACE.sub(lambda match: match["example"] or "", text)


def check_places(text: str, known: Mapping[str, object], path: str) -> list[Diagnostic]:
    """Return a diagnostic for each place of *text* that nothing can fill."""
    diagnostics = []
    for number, line in enumerate(text.split("\n"), 1):
        for match in _PLACE.finditer(line):
            name = match["name"]
            if name not in known:
                near = nearest(name, known.keys())
                shown = f"{near}, {', '.join(name for name in known if name != near)}"
                values = {"name": name, "known": shown.strip(", ")}
                column = match.start() + 1
                diagnostics.append(Diagnostic("placeholder-unknown", path, number, column, values))
    return diagnostics


def fill(text: str, values: Mapping[str, str], *, is_yaml: bool = False) -> str:
    """Return *text* with its places filled; as many lines as before.

    It is Markdown with a front matter, or *is_yaml* altogether. Values are single lines; an empty
    one counts as not given.
    """
    lines = text.split("\n")
    in_yaml = is_yaml or lines[0].rstrip() == _FENCE
    for number, line in enumerate(lines):
        if number and not is_yaml and in_yaml and line.rstrip() == _FENCE:
            in_yaml = False
        elif "{{" in line:
            lines[number] = _fill_yaml(line, values) if in_yaml else _fill_prose(line, values)
    return "\n".join(lines)


def _fill_prose(line: str, values: Mapping[str, str]) -> str:
    def replaced(match: re.Match[str]) -> str:
        value = values.get(match["name"], "")
        if not value:
            return match["example"] or ""
        return value if _SAFE.fullmatch(value) else _SPECIAL.sub(r"\\\1", value)

    return _PLACE.sub(replaced, line)


def _fill_yaml(line: str, values: Mapping[str, str]) -> str:
    hidden: list[re.Match[str]] = []  # so that the text of examples is not taken for YAML

    def hide(match: re.Match[str]) -> str:
        hidden.append(match)
        return f"\0{len(hidden) - 1}\0"

    veiled = _PLACE.sub(hide, line)
    parts = _VALUE.match(veiled)
    assert parts is not None  # each of its pieces may be empty
    head, value, end = parts["head"], parts["value"], parts["end"]

    def given(text: str, quote: str = "") -> str:
        def replaced(match: re.Match[str]) -> str:
            place = hidden[int(match[1])]
            filled = values.get(place["name"], "") or place["example"] or ""
            return _quoted(filled, quote)

        return re.sub("\0(\\d+)\0", replaced, text)

    names = [hidden[int(number)]["name"] for number in re.findall("\0(\\d+)\0", head + value)]
    if value[:1] in ("#", "") or not names:
        return given(veiled)
    if value[0] in "\"'[{":
        filled = given(value, value[0])
    elif end and not _BARE.issuperset(names):  # sitegen refuses a bare text before a comment
        filled = json.dumps(given(value), ensure_ascii=False)
    else:
        filled = _quoted(given(value), "[")
    indent = head[: len(head) - len(head.lstrip())]
    mark = "" if all(values.get(name) for name in names) else "# "
    return indent + mark + given(head.lstrip()) + filled + given(end)


def _quoted(value: str, quote: str) -> str:
    """Return *value* as it stands within *quote*: a quotation mark, or `[` for it alone."""
    if quote == '"':
        return json.dumps(value, ensure_ascii=False)[1:-1]
    if quote == "'":
        return value.replace("'", "''")
    if not quote or (_SAFE.fullmatch(value) and value not in _WORDS):
        return value
    if _WORDY.fullmatch(value) and value.casefold() not in {*_WORDS, "true", "false", "y", "n"}:
        return value
    return json.dumps(value, ensure_ascii=False)
