"""How an argument is read: by the type of the field of the Struct that it is for."""

import re
import typing
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, NamedTuple

import msgspec

from sitegen.border.addresses import encode_address, is_address
from sitegen.border.coordinates import read_coordinates
from sitegen.border.suggestions import nearest
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
        """Return the argument with one more word of a value that lacks its quotation marks."""
        return self._replace(value=f"{self.value} {word}", is_loose=True)


class ArgumentNotes:
    """What is noted of one shortcode's arguments: what they refer to, and what is wrong."""

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
        """Note a mistake at *column* of the shortcode's line."""
        values = {"name": self.name, "example": self.struct.example} | values
        self.mistakes.append(Diagnostic(code, "", self.line, column, values))


class ArgumentField(NamedTuple):
    """A field of a shortcode's Struct."""

    read: Callable[[ArgumentNotes, str, Given], Any]
    """Gives the value, or None where it is refused."""
    is_required: bool
    is_flag: bool


@cache
def argument_fields(struct: type[Shortcode]) -> dict[str, ArgumentField]:
    """Return what authors may write for a shortcode, by name."""
    hints = typing.get_type_hints(struct, include_extras=True)
    return {
        field.name: ArgumentField(
            _reader_for(hints[field.name]), field.required, hints[field.name] is bool
        )
        for field in msgspec.structs.fields(struct)
    }


def _reader_for(annotation: Any) -> Callable[[ArgumentNotes, str, Given], Any]:
    if typing.get_origin(annotation) is Literal:
        return _choice_reader(typing.get_args(annotation))
    if annotation in (FileArgument, FileArgument | None):
        return _file_reader(is_image=False)
    if annotation in (ImageArgument, ImageArgument | None):
        return _file_reader(is_image=True)
    simple: dict[Any, Callable[[ArgumentNotes, str, Given], Any]] = {
        str: _read_text,
        bool: _read_flag,
        int: _read_count,
        Prose: _read_prose,
        WebAddress: _read_web_address,
        Coordinates: _read_coordinates,
        Language: _read_language,
    }
    return simple[annotation]


def _read_text(notes: ArgumentNotes, name: str, given: Given) -> str | None:
    value = given.value.strip()
    if not value:
        notes.refuse("shortcode-missing", given.column, key=name)
        return None
    if name in notes.struct.lookups:
        notes.lookups.append(Lookup(name, value, notes.line, given.value_column))
    return value


def _read_prose(notes: ArgumentNotes, name: str, given: Given) -> str | None:
    text = _read_text(notes, name, given)
    return space_french(text) if text and notes.is_french else text


def _read_flag(notes: ArgumentNotes, name: str, given: Given) -> bool | None:
    word = given.value.casefold()
    if not given.name or word in _YES:
        return True
    if word not in _NO:
        notes.refuse("expected-boolean", given.column, key=name)
    return False


def _read_count(notes: ArgumentNotes, name: str, given: Given) -> int | None:
    if not re.fullmatch("[0-9]{1,6}", given.value):
        notes.refuse("expected-integer", given.column, key=name)
        return None
    if int(given.value) == 0:
        notes.refuse("expected-positive", given.column, key=name)
    return int(given.value)


def _choice_reader(choices: tuple[str, ...]) -> Callable[[ArgumentNotes, str, Given], Any]:
    known = [choice for choice in choices if choice]

    def read(notes: ArgumentNotes, name: str, given: Given) -> str | None:
        if given.value in known:
            return given.value
        near = nearest(given.value, known)
        code = "unknown-choice-near" if near else "unknown-choice"
        values = {"key": name, "value": given.value, "suggestion": near}
        notes.refuse(code, given.column, choices=", ".join(known), **values)
        return None

    return read


def _read_web_address(notes: ArgumentNotes, name: str, given: Given) -> str | None:
    if is_web_address(given.value) and is_address(given.value):
        return encode_address(given.value)
    _refuse_value(notes, name, given, "an address on the web begins with https://")
    return None


def _file_reader(*, is_image: bool) -> Callable[[ArgumentNotes, str, Given], Any]:
    def read(notes: ArgumentNotes, name: str, given: Given) -> FileArgument | None:
        address = read_address(given.value, notes.folder)
        if address is None:
            _refuse_value(notes, name, given, "it is no path of a file of the site")
            return None
        place = (notes.line, given.value_column)
        notes.references.append(Reference(address.target, address.fragment, is_image, *place))
        return FileArgument(address.target, write_placeholder(address))

    return read


def _read_coordinates(notes: ArgumentNotes, name: str, given: Given) -> tuple[float, ...] | None:
    if coordinates := read_coordinates(given.value):
        return coordinates
    _refuse_value(notes, name, given, "write latitude and longitude in degrees: 47.397, 0.692")
    return None


def _read_language(notes: ArgumentNotes, name: str, given: Given) -> str | None:
    if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", given.value):
        return given.value
    _refuse_value(notes, name, given, "a language is told by its tag, such as fr or en")
    return None


def _refuse_value(notes: ArgumentNotes, name: str, given: Given, reason: str) -> None:
    notes.refuse(
        "shortcode-value", given.column, key=name, value=excerpt(given.value), reason=reason
    )
