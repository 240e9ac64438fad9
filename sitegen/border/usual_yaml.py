"""Keys as nearly all authors write them, read without a YAML parser; all else is left to it.

PyYAML composes nodes, of which `convert` makes values: a quarter of what a text costs. What stands
here knows less: a key and its value on one line, lists and mappings on one line, one level of lines
below a key; words that no rule of YAML takes for anything but text. A text that holds something
else is not read here, and neither is one in which something may be wrong: the library and `convert`
remain what says what YAML means and what is told of it. `tests/border/test_usual_yaml.py` holds the
one against the other.
"""

import re
import types
import typing
from collections.abc import Callable, Iterator
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, NoReturn

import msgspec
import yaml

from sitegen.border.convert import reader_for
from sitegen.border.moments import parse_moment
from sitegen.border.scalars import one_line
from sitegen.border.yaml_notes import YamlNotes
from sitegen.model import Focus, Moment, Prose
from sitegen.wording.phrases import Words

Place = tuple[int, int]
Scalar = Callable[[str, str], Any]
"""Gives what a text means under a key; raises `ValueError` where something is wrong with it."""

_LONGEST = 4096
"""Characters: a page of keys."""
_NEVER = r"\x00-\x1f\x7f-\x9f\u2028-\u202e"
_QUOTED = rf"\"[^\"\\{_NEVER}]*+\"|'[^'{_NEVER}]*+'"  # `re` takes 20 ms to compile what may stand
_SIGNS = r"-\w .'’()/%°+&@=\xa0\u202f"
_LAST = r"(?<=[\w.'’()/%°+])"
_FIRST = r"(?:[^\W_]|[/.])"
_ITEM = rf"{_QUOTED}|{_FIRST}[{_SIGNS}]*+{_LAST}"
"""What ends before a comma or a bracket."""
_IN_LINE = f"[{_SIGNS},;!?«»…–—]*+"
_VALUE = rf"{_QUOTED}|{_FIRST}{_IN_LINE}(?::(?=\S){_IN_LINE})*(?:{_LAST}|(?<=[»…!?]))"
"""What ends with its line: no colon and no `#` that has a space beside it."""
_PAIR = rf"[a-z_]++: (?:{_ITEM})"
_LINE = re.compile(
    rf"( *+)(?:([a-z_]++):(?: (?:({_VALUE})|\[((?:(?:{_ITEM})(?:, ?(?:{_ITEM}))*)?)\]"
    rf"|\{{({_PAIR}(?:, ?{_PAIR})*)\}}))?|- ({_VALUE}))"
)
_ITEMS = re.compile(_ITEM)
_PAIRS = re.compile(rf"([a-z_]++): ({_ITEM})")
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


class _Field(NamedTuple):
    name: str
    one: Scalar | None
    """How one word is read; None where keys alone may stand."""
    is_list: bool
    """Whether several words may stand there."""
    keys: "_Keys | None" = None
    """Those below it."""


class _Keys(NamedTuple):
    struct: type[msgspec.Struct]
    fields: dict[str, _Field]
    required: frozenset[str]


def read_usual(text: str, first_line: int, struct: type[msgspec.Struct]) -> Usual | None:
    """Return *text* as a *struct*; None where the library is to read it.

    *first_line*: the file's line on which *text* begins, from 1.
    """
    if len(text) > _LONGEST:
        return None
    try:
        return _Reading().read(text, first_line, _keys(struct))
    except (ValueError, KeyError):  # a value that is wrong, a key that is none
        return None


class _Reading:
    """Reads one text. Whatever is unusual raises `ValueError` or `KeyError`."""

    def __init__(self) -> None:
        self.marks: dict[str, Place] = {}

    def read(self, text: str, first_line: int, keys: _Keys) -> Usual:
        values: dict[str, Any] = {}
        field: _Field | None = None  # of the key whose lines follow
        path = inset = ""
        below: dict[str, Any] | list[Any] | None = None
        for line, written in enumerate(text.split("\n"), first_line):
            if not written:
                continue
            match = _LINE.fullmatch(written)
            if match is None:
                raise ValueError(written)
            before, key, item = match.group(1, 2, 6)
            if key and not before:
                if field is not None:
                    values[field.name] = _closed(field, below)
                path, field, below = key, _free(keys, key, values), None
                if match.lastindex != 2:
                    values[field.name] = self._value(field, path, match, line)
                    field = None
                continue
            if field is None:
                raise ValueError(written)
            if below is None:
                inset, below = before, {} if key else []
                self.marks[path] = (line, len(before) + 1)
            if before != inset:
                raise ValueError(written)
            if isinstance(below, dict):
                inner = _free(field.keys, key, below)
                below[inner.name] = self._value(inner, f"{path}.{key}", match, line)
            elif item is None:
                raise ValueError(written)
            else:
                at = f"{path}.{len(below)}"
                self.marks[at] = (line, match.start(6) + 1)
                below.append(_word(field, at, item))
        if field is not None:
            values[field.name] = _closed(field, below)
        return Usual(_made(keys, values), self.marks, values)

    def _value(self, field: _Field, path: str, match: re.Match[str], line: int) -> Any:
        """Return what stands behind a key in its line."""
        value, items, pairs = match.group(3, 4, 5)
        if value:
            return self._one(field, path, value, (line, match.start(3) + 1))
        if items is not None:
            if not field.is_list:
                raise ValueError(items)
            start = match.start(4)
            self._mark(path, (line, start))
            return tuple(self._items(field, path, items, line, start + 1))
        if not pairs:
            raise ValueError(path)
        start = match.start(5)
        self._mark(path, (line, start))
        below: dict[str, Any] = {}
        for pair in _PAIRS.finditer(pairs):
            inner = _free(field.keys, pair[1], below)
            place = (line, start + pair.start(2) + 1)
            below[inner.name] = self._one(inner, f"{path}.{pair[1]}", pair[2], place)
        return _made(field.keys, below)

    def _items(self, field: _Field, path: str, items: str, line: int, column: int) -> Iterator[Any]:
        for number, item in enumerate(_ITEMS.finditer(items)):
            at = f"{path}.{number}"
            self.marks[at] = (line, column + item.start())
            yield _word(field, at, item[0])

    def _one(self, field: _Field, path: str, written: str, place: Place) -> Any:
        self._mark(path, place)
        if not field.is_list:
            return _word(field, path, written)
        if written[0] not in _QUOTES and ("," in written or ";" in written):
            raise ValueError(written)  # perhaps a list
        self.marks[f"{path}.0"] = place
        return (_word(field, path, written),)

    def _mark(self, path: str, place: Place) -> None:
        if path.count(".") < _DEEPEST:
            self.marks[path] = place


def _free(keys: _Keys | None, key: str, values: dict[str, Any]) -> _Field:
    """Return what stands under *key*, which did not stand there before."""
    if keys is None or (field := keys.fields[key]).name in values:
        raise ValueError(key)
    return field


def _word(field: _Field, path: str, written: str) -> Any:
    text = (written[1:-1] if written[0] in _QUOTES else written).strip()
    if not text or text in _NULLS or field.one is None:
        raise ValueError(written)
    return field.one(text, path)


def _closed(field: _Field, below: dict[str, Any] | list[Any] | None) -> Any:
    """Return what the lines below a key have said."""
    if isinstance(below, dict):
        return _made(field.keys, below)
    if below is None or not field.is_list:
        raise ValueError(field.name)
    return tuple(below)


def _made(keys: _Keys | None, values: dict[str, Any]) -> msgspec.Struct:
    if keys is None or not values.keys() >= keys.required:
        raise ValueError(values)
    return keys.struct(**values)


@cache
def _keys(struct: type[msgspec.Struct]) -> _Keys:
    """Return what of a *struct*'s keys is read here; what is not stands for what is unusual."""
    hints = typing.get_type_hints(struct, include_extras=True)
    fields = msgspec.structs.fields(struct)
    found = ((field, _field(field.name, hints[field.name])) for field in fields)
    return _Keys(
        struct,
        {field.encode_name: read for field, read in found if read},
        frozenset(field.name for field in fields if field.required),
    )


def _field(name: str, hint: Any) -> _Field | None:
    is_list = typing.get_origin(hint) is tuple
    is_union = typing.get_origin(hint) in (types.UnionType, typing.Union)
    kinds = typing.get_args(hint) if is_union or is_list else (hint,)
    scalars = [kind for kind in kinds if _is_scalar(kind)]
    structs = [kind for kind in kinds if _is_struct(kind)]
    if scalars and not structs:  # a tuple of numbers is a place on a map
        return None if is_list and float in scalars else _Field(name, _scalar(scalars[0]), is_list)
    if is_list or len(structs) != 1:
        return None
    return _Field(name, _word_of(structs[0], scalars), False, _keys(structs[0]))


def _is_scalar(kind: Any) -> bool:
    is_text = typing.get_origin(kind) in (Annotated, Literal)
    return is_text or kind in (str, bool, int, float, Moment, Focus)


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct) and not _is_scalar(kind)


def _word_of(struct: type[msgspec.Struct], scalars: list[Any]) -> Scalar | None:
    """Return how a word is read where keys may stand: as text, or as the shorthand of *struct*."""
    if scalars:
        return _scalar(scalars[0])
    shorthand = getattr(struct, "shorthand", None)
    field = _keys(struct).fields.get(shorthand or "")
    if field is None or field.one is None:
        return None
    read, name = field.one, field.name
    return lambda text, path: struct(**{name: read(text, path)})


def _scalar(kind: Any) -> Scalar:
    if kind == Prose:
        return one_line
    if kind is str:
        return lambda text, path: text
    if kind is Moment:
        return lambda text, path: parse_moment(text)
    read = reader_for(kind)
    # In quotation marks nothing is asked about what stands beside the word.
    return lambda text, path: read(_STRICT, yaml.ScalarNode("", text, style='"'), path)


class _Strict(YamlNotes):
    """Notes nothing: what is wrong is told by the library's reading."""

    def refuse(self, node: yaml.Node, code: str, /, **values: Words) -> NoReturn:
        raise ValueError(code)


_STRICT = _Strict("", "", 0)
