"""What stands behind a shortcode's name → its Struct, checked by the types of its fields."""

import re
import typing
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, NamedTuple

import msgspec

from sitegen.border.addresses import encode_address, is_address
from sitegen.border.coordinates import read_coordinates
from sitegen.border.suggestions import nearest, nearest_key
from sitegen.errors import Diagnostic
from sitegen.markup.references import read_address, write_placeholder
from sitegen.markup.shortcodes.embeds import is_web_address
from sitegen.markup.shortcodes.shortcode import (
    Coordinates,
    FileArgument,
    ImageArgument,
    Language,
    Prose,
    Shortcode,
    WebAddress,
)
from sitegen.markup.typography import space_french
from sitegen.markup.values import Lookup, Reference
from sitegen.wording.excerpts import excerpt
from sitegen.wording.phrases import Words

_ARGUMENT = re.compile(
    r"""(?:([^\W\d][\w-]*)=|(?![^\W\d][\w-]*=))      # a name, or none: nothing is tried twice
        (?:"([^"]*)"|'([^']*)'|([^\s"'=“”„«»‘’][^\s"]*))
        (?=\s|\Z)""",
    re.VERBOSE,
)
_YES = ("true", "yes", "oui")
_NO = ("false", "no", "non")


class Given(NamedTuple):
    """An argument as it is written."""

    name: str
    """Empty where only the value stands."""
    value: str
    column: int
    """Where it begins, from 1."""
    value_column: int
    is_bare: bool = False
    """Whether the value has no quotation marks."""
    is_loose: bool = False
    """Whether it is several words nevertheless."""

    def with_word(self, word: str) -> "Given":
        return self._replace(value=f"{self.value} {word}", is_loose=True)


class Reading:
    """Reads the arguments of one shortcode and notes what they refer to, and what is wrong."""

    def __init__(
        self, name: str, struct: type[Shortcode], line: int, folder: str, is_french: bool
    ) -> None:
        self.name = name
        self.struct = struct
        self.line = line
        self.folder = folder
        self.is_french = is_french
        self.references: list[Reference] = []
        self.lookups: list[Lookup] = []
        self.mistakes: list[Diagnostic] = []

    def refuse(self, code: str, column: int, /, **values: Words) -> None:
        values = {"name": self.name, "example": self.struct.example} | values
        self.mistakes.append(Diagnostic(code, "", self.line, column, values))

    def read(self, text: str, column: int) -> Shortcode | None:
        """The shortcode with the arguments in *text*, which begins at *column* of its line."""
        given = self._split(text, column)
        if given is None:
            return None
        fields = _fields(self.struct)
        values: dict[str, Any] = {}
        columns: dict[str, int] = {}
        for argument in given:
            name = self._name(argument, fields)
            if not name:
                continue
            if name in columns:
                self.refuse("duplicate-key", argument.column, key=name)
                continue
            columns[name] = argument.column
            if argument.is_loose:
                self._refuse_words(name, argument, fields)
                continue
            value = fields[name].read(self, name, argument)
            if value is not None:
                values[name] = value
        self._complete(columns, fields)
        if self.mistakes:
            return None
        shortcode = self.struct(**values)
        if key := shortcode.missing():
            self.refuse("shortcode-missing", 1, key=key)
        key, reason = shortcode.mistake()
        if key:
            shown = next(argument.value for argument in given if argument.column == columns[key])
            self.refuse(
                "shortcode-value", columns[key], key=key, value=excerpt(shown), reason=reason
            )
        return None if self.mistakes else shortcode

    def _split(self, text: str, column: int) -> list[Given] | None:
        given: list[Given] = []
        at = 0
        while at < len(text):
            if text[at].isspace():
                at += 1
                continue
            argument = _ARGUMENT.match(text, at)
            if not argument:
                self.refuse("shortcode-syntax", column + at, text=text[at : at + 40])
                return None
            value = next(filter(None, argument.groups()[1:]), "")
            value_at = argument.end() - len(value) - (text[argument.end() - 1] in "\"'")
            is_bare = argument[4] is not None
            read = Given(argument[1] or "", value, column + at, column + value_at, is_bare)
            if given and self._goes_on(given[-1], read):
                read = given.pop().with_word(value)
            given.append(read)
            at = argument.end()
        return given

    def _goes_on(self, before: Given, word: Given) -> bool:
        """Whether *word* belongs to the value *before* it, which lacks its quotation marks."""
        field = _fields(self.struct).get(word.value)
        is_flag = field is not None and field.is_flag
        is_whole = ":" in before.value.partition("/")[0]
        return before.is_bare and word.is_bare and not (word.name or is_flag or is_whole)

    def _refuse_words(self, name: str, argument: Given, fields: dict[str, "_Field"]) -> None:
        """Tell that *argument* lacks its quotation marks; what it names is noted nevertheless."""
        told = len(self.mistakes)
        fields[name].read(self, name, argument)
        del self.mistakes[told:]
        self.refuse("shortcode-words", argument.value_column, key=name, text=argument.value)

    def _name(self, argument: Given, fields: dict[str, "_Field"]) -> str:
        """The field that *argument* is for; "" if there is none, which is told."""
        if not argument.name:
            field = fields.get(argument.value)
            if field is not None and field.is_flag:
                return argument.value
            is_whole = ":" in argument.value.partition("/")[0]
            if name := (is_whole and self.struct.web_shorthand) or self.struct.shorthand:
                return name
            self.refuse("shortcode-syntax", argument.column, text=excerpt(argument.value, 40))
            return ""
        if argument.name in fields:
            return argument.name
        near = nearest_key(argument.name, fields)
        code = "shortcode-argument-near" if near else "shortcode-argument"
        keys = ", ".join(fields) or "none"
        self.refuse(code, argument.column, key=argument.name, suggestion=near, keys=keys)
        return ""

    def _complete(self, columns: dict[str, int], fields: dict[str, "_Field"]) -> None:
        for name, field in fields.items():
            if field.is_required and name not in columns:
                self.refuse("shortcode-missing", 1, key=name)


class _Field(NamedTuple):
    read: Callable[[Reading, str, Given], Any]
    """Gives the value, or None where it is refused."""
    is_required: bool
    is_flag: bool


@cache
def _fields(struct: type[Shortcode]) -> dict[str, _Field]:
    hints = typing.get_type_hints(struct, include_extras=True)
    return {
        field.name: _Field(
            _reader_for(hints[field.name]), field.required, hints[field.name] is bool
        )
        for field in msgspec.structs.fields(struct)
    }


def _reader_for(annotation: Any) -> Callable[[Reading, str, Given], Any]:
    if typing.get_origin(annotation) is Literal:
        return _choice_reader(typing.get_args(annotation))
    if annotation in (FileArgument, FileArgument | None):
        return _file_reader(is_image=False)
    if annotation in (ImageArgument, ImageArgument | None):
        return _file_reader(is_image=True)
    simple: dict[Any, Callable[[Reading, str, Given], Any]] = {
        str: _read_text,
        bool: _read_flag,
        int: _read_count,
        Prose: _read_prose,
        WebAddress: _read_web_address,
        Coordinates: _read_coordinates,
        Language: _read_language,
    }
    return simple[annotation]


def _read_text(reading: Reading, name: str, given: Given) -> str | None:
    value = given.value.strip()
    if not value:
        reading.refuse("shortcode-missing", given.column, key=name)
        return None
    if name in reading.struct.lookups:
        reading.lookups.append(Lookup(name, value, reading.line, given.value_column))
    return value


def _read_prose(reading: Reading, name: str, given: Given) -> str | None:
    text = _read_text(reading, name, given)
    return space_french(text) if text and reading.is_french else text


def _read_flag(reading: Reading, name: str, given: Given) -> bool | None:
    word = given.value.casefold()
    if not given.name or word in _YES:
        return True
    if word not in _NO:
        reading.refuse("expected-boolean", given.column, key=name)
    return False


def _read_count(reading: Reading, name: str, given: Given) -> int | None:
    if not re.fullmatch("[0-9]{1,6}", given.value):
        reading.refuse("expected-integer", given.column, key=name)
        return None
    if int(given.value) == 0:
        reading.refuse("expected-positive", given.column, key=name)
    return int(given.value)


def _choice_reader(choices: tuple[str, ...]) -> Callable[[Reading, str, Given], Any]:
    known = [choice for choice in choices if choice]

    def read(reading: Reading, name: str, given: Given) -> str | None:
        if given.value in known:
            return given.value
        near = nearest(given.value, known)
        code = "unknown-choice-near" if near else "unknown-choice"
        values = {"key": name, "value": given.value, "suggestion": near}
        reading.refuse(code, given.column, choices=", ".join(known), **values)
        return None

    return read


def _read_web_address(reading: Reading, name: str, given: Given) -> str | None:
    if is_web_address(given.value) and is_address(given.value):
        return encode_address(given.value)
    _refuse_value(reading, name, given, "an address on the web begins with https://")
    return None


def _file_reader(*, is_image: bool) -> Callable[[Reading, str, Given], Any]:
    def read(reading: Reading, name: str, given: Given) -> FileArgument | None:
        address = read_address(given.value, reading.folder)
        if address is None:
            _refuse_value(reading, name, given, "it is no path of a file of the site")
            return None
        place = (reading.line, given.value_column)
        reading.references.append(Reference(address.target, address.fragment, is_image, *place))
        return FileArgument(address.target, write_placeholder(address))

    return read


def _read_coordinates(reading: Reading, name: str, given: Given) -> tuple[float, ...] | None:
    if coordinates := read_coordinates(given.value):
        return coordinates
    _refuse_value(reading, name, given, "write latitude and longitude in degrees: 47.397, 0.692")
    return None


def _read_language(reading: Reading, name: str, given: Given) -> str | None:
    if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", given.value):
        return given.value
    _refuse_value(reading, name, given, "a language is told by its tag, such as fr or en")
    return None


def _refuse_value(reading: Reading, name: str, given: Given, reason: str) -> None:
    reading.refuse(
        "shortcode-value", given.column, key=name, value=excerpt(given.value), reason=reason
    )
