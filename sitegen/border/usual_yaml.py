"""Keys as nearly all authors write them, read without a YAML parser; all else is left to it.

PyYAML composes nodes, of which `convert` makes values: a quarter of what a text costs. What stands
here knows less: a key and its value on one line, lists and mappings on one line, lines below a key
at any depth; words that no rule of YAML takes for anything but text. A text that holds something
else is not read here, and neither is one in which something may be wrong: the library and `convert`
remain what says what YAML means and what is told of it. `tests/border/test_usual_yaml.py` holds the
one against the other.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from sitegen.border.coordinates import coordinates
from sitegen.border.usual_keys import UsualField, UsualKeys, usual_keys
from sitegen.patterns import lazy_pattern

Place = tuple[int, int]
"""Line and column, from 1."""
_LONGEST = 4096
"""Characters: a page of keys."""
_UNUSUAL_SIGNS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e]")
"""Sought in the whole text: within each pattern below, to compile them took twice as long."""
_QUOTED = r"\"[^\"\\]*+\"|'(?:[^']++|'')*+'"
_SIGNS = r"-\w .'’()/%°+&@=\xa0\u202f"
_LAST = r"(?<=[\w.'’()/%°+])"
_FIRST = r"(?:[^\W_]|[/.]|-(?=[0-9]))"
_ITEM = rf"{_QUOTED}|{_FIRST}[{_SIGNS}]*+{_LAST}"
"""What ends before a comma or a bracket."""
_IN_LINE = rf"(?:[{_SIGNS},;!?«»“”…–—|*~$\"\[\]{{}}]++|(?<=\S)\#)*+"
_VALUE = rf"{_QUOTED}|{_FIRST}{_IN_LINE}(?::(?=\S){_IN_LINE})*(?:{_LAST}|(?<=[»…!?€*\]]))"
"""What ends with its line: no colon and no `#` that has a space beside it."""
_PAIR = rf"[a-z_]++: (?:{_ITEM})"
_LINE = re.compile(
    rf"( *+)(- )?+(?:([a-z_]++):(?: (?:({_VALUE})|\[((?:(?:{_ITEM})(?:, ?(?:{_ITEM}))*)?)\]"
    rf"|\{{({_PAIR}(?:, ?{_PAIR})*)\}}))?|({_VALUE}))"
)
_INDENT, _DASH, _KEY, _ONE, _LIST, _MAPPING, _WORD = range(1, 8)
"""What the groups of a line hold; the last one that does tells its form."""
_ITEMS = re.compile(_ITEM)
_PAIRS = lazy_pattern(rf"([a-z_]++): ({_ITEM})")
_QUOTES = "\"'"
_DEEPEST = 2
"""Steps of the paths that are marked, as in `YamlNotes`."""
_NULLS = ("null", "Null", "NULL")


class Usual(NamedTuple):
    """What was read."""

    value: Any
    marks: dict[str, Place]
    """Key path to line and column."""
    values: dict[str, Any]
    """Those of the top level, by the names of the fields."""


def read_usual(text: str, first_line: int, struct: type[msgspec.Struct]) -> Usual | None:
    """Return *text* as a *struct*; None where the library is to read it.

    *first_line*: the file's line on which *text* begins, from 1.
    """
    if len(text) > _LONGEST or _has_unusual_signs(text):
        return None
    try:
        return _Reading(text, first_line).read(usual_keys(struct))
    except (ValueError, LookupError):  # a value that is wrong, a key that is none, no line below
        return None


def _has_unusual_signs(text: str) -> bool:
    """Whether *text* holds a sign that YAML forbids, that breaks lines or that nobody sees."""
    return not text.replace("\n", "").isprintable() and _UNUSUAL_SIGNS.search(text) is not None


class _Reading:
    """Reads one text. Whatever is unusual raises `ValueError` or `KeyError`."""

    def __init__(self, text: str, first_line: int) -> None:
        self.marks: dict[str, Place] = {}
        self._lines: list[tuple[int, re.Match[str]]] = []
        match = _LINE.fullmatch
        for number, written in enumerate(text.split("\n"), first_line):
            if not written:
                continue
            line = match(written)
            if line is None:
                raise ValueError(written)
            self._lines.append((number, line))
        self._at = 0
        """The line that is read next."""

    def read(self, keys: UsualKeys) -> Usual:
        values = self._keys_at(0, keys, "")
        if self._at < len(self._lines):
            raise ValueError(self._lines[self._at])
        return Usual(_made(keys, values), self.marks, values)

    def _keys_at(self, column: int, keys: UsualKeys, above: str) -> dict[str, Any]:
        """Return what the keys say that stand at *column*, from 0, below the path *above*."""
        values: dict[str, Any] = {}
        lines = self._lines
        is_item = above != "" and lines[self._at][1][_DASH] is not None  # of which it is the first
        while self._at < len(lines):
            number, line = lines[self._at]
            before, dash, key = line.group(_INDENT, _DASH, _KEY)
            if is_item:
                is_item = False
            elif dash or len(before) != column:
                if dash or len(before) < column:
                    break
                raise ValueError(line[0])
            field = keys.fields[key]
            if field.name in values:
                raise ValueError(key)
            path = f"{above}.{key}" if above else key
            self._at += 1
            form = line.lastindex
            if form == _KEY:
                values[field.name] = self._below(field, path, column)
            elif form == _ONE and not field.is_list:
                if path.count(".") < _DEEPEST:
                    self.marks[path] = (number, line.start(_ONE) + 1)
                values[field.name] = _word(field, path, line[_ONE])
            else:
                values[field.name] = self._value(field, path, line, number)
        return values

    def _below(self, field: UsualField, path: str, column: int) -> Any:
        """Return what the lines say below a key without a value, which stands at *column*."""
        number, line = self._lines[self._at]  # `IndexError` where there is none
        indent = line.end(_INDENT)
        if not line[_DASH]:
            if indent <= column or field.is_list or field.keys is None:
                raise ValueError(path)
            self._mark(path, (number, indent + 1))
            return _made(field.keys, self._keys_at(indent, field.keys, path))
        if indent < column or not field.is_list:
            raise ValueError(path)
        self._mark(path, (number, indent + 1))
        items: list[Any] = []
        while self._at < len(self._lines):
            number, line = self._lines[self._at]
            if not line[_DASH] or line.end(_INDENT) != indent:
                break
            at = f"{path}.{len(items)}"
            self.marks[at] = (number, indent + 3)
            if line.lastindex == _WORD:
                self._at += 1
                items.append(_word(field, at, line[_WORD]))
            elif field.keys is None:
                raise ValueError(line[0])
            else:
                items.append(_made(field.keys, self._keys_at(indent + 2, field.keys, at)))
        return _listed(field, items)

    def _value(self, field: UsualField, path: str, match: re.Match[str], line: int) -> Any:
        """Return what stands behind a key in its line."""
        form = match.lastindex
        if form == _ONE:
            return self._one(field, path, match[_ONE], (line, match.start(_ONE) + 1))
        if form == _LIST:
            if not field.is_list:
                raise ValueError(path)
            start = match.start(_LIST)
            self._mark(path, (line, start))
            return _listed(field, list(self._items(field, path, match[_LIST], line, start + 1)))
        if field.is_list:
            raise ValueError(path)
        start = match.start(_MAPPING)
        self._mark(path, (line, start))
        below: dict[str, Any] = {}
        for pair in _PAIRS.finditer(match[_MAPPING]):
            inner = _free(field.keys, pair[1], below)
            place = (line, start + pair.start(2) + 1)
            below[inner.name] = self._one(inner, f"{path}.{pair[1]}", pair[2], place)
        return _made(field.keys, below)

    def _items(
        self, field: UsualField, path: str, items: str, line: int, column: int
    ) -> Iterator[Any]:
        for number, item in enumerate(_ITEMS.finditer(items)):
            at = f"{path}.{number}"
            self.marks[at] = (line, column + item.start())
            yield _word(field, at, item[0])

    def _one(self, field: UsualField, path: str, written: str, place: Place) -> Any:
        self._mark(path, place)
        if not field.is_list:
            return _word(field, path, written)
        if field.is_point:
            raise ValueError(written)
        if written[0] not in _QUOTES and ("," in written or ";" in written):
            raise ValueError(written)  # perhaps a list
        self.marks[f"{path}.0"] = place
        return (_word(field, path, written),)

    def _mark(self, path: str, place: Place) -> None:
        if path.count(".") < _DEEPEST:
            self.marks[path] = place


def _free(keys: UsualKeys | None, key: str, values: dict[str, Any]) -> UsualField:
    """Return what stands under *key*, which did not stand there before."""
    if keys is None or (field := keys.fields[key]).name in values:
        raise ValueError(key)
    return field


def _word(field: UsualField, path: str, written: str) -> Any:
    text = written
    if text[0] in _QUOTES:
        text = text[1:-1].strip()
        if written[0] == "'" and "''" in text:
            text = text.replace("''", "'")
    if not text or text in _NULLS or field.one is None:
        raise ValueError(written)
    return field.one(text, path)


def _listed(field: UsualField, items: list[Any]) -> tuple[Any, ...]:
    if field.is_point and coordinates(items) is None:
        raise ValueError(items)
    return tuple(items)


def _made(keys: UsualKeys | None, values: dict[str, Any]) -> msgspec.Struct:
    if keys is None:
        raise ValueError(values)
    for name, source in keys.from_first:
        if name not in values and (listed := values.get(source)):
            values[name] = getattr(listed[0], name)
    if not values.keys() >= keys.required:
        raise ValueError(values)
    return keys.struct(**values)
