"""What stands behind a shortcode's name → its Struct, checked by the types of its fields."""

import re
from typing import Any

from sitegen.border.suggestions import nearest_key
from sitegen.markup.shortcodes.argument_types import (
    ArgumentField,
    ArgumentNotes,
    Given,
    argument_fields,
)
from sitegen.markup.shortcodes.shortcode import Shortcode
from sitegen.wording.excerpts import excerpt

_ARGUMENT = re.compile(
    r"""(?:([^\W\d][\w-]*)=|(?![^\W\d][\w-]*=))      # a name, or none: nothing is tried twice
        (?:"([^"]*)"|'([^']*)'|([^\s"'=“”„«»‘’][^\s"]*))
        (?=\s|\Z)""",
    re.VERBOSE,
)


class Reading(ArgumentNotes):
    """Reads the arguments of one shortcode."""

    def read(self, text: str, column: int) -> Shortcode | None:
        """The shortcode with the arguments in *text*, which begins at *column* of its line."""
        given = self._split(text, column)
        if given is None:
            return None
        fields = argument_fields(self.struct)
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
        field = argument_fields(self.struct).get(word.value)
        is_flag = field is not None and field.is_flag
        is_whole = ":" in before.value.partition("/")[0]
        return before.is_bare and word.is_bare and not (word.name or is_flag or is_whole)

    def _refuse_words(self, name: str, argument: Given, fields: dict[str, ArgumentField]) -> None:
        """Tell that *argument* lacks its quotation marks; what it names is noted nevertheless."""
        told = len(self.mistakes)
        fields[name].read(self, name, argument)
        del self.mistakes[told:]
        self.refuse("shortcode-words", argument.value_column, key=name, text=argument.value)

    def _name(self, argument: Given, fields: dict[str, ArgumentField]) -> str:
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

    def _complete(self, columns: dict[str, int], fields: dict[str, ArgumentField]) -> None:
        for name, field in fields.items():
            if field.is_required and name not in columns:
                self.refuse("shortcode-missing", 1, key=name)
