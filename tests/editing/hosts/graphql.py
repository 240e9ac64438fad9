"""Queries of GraphQL (spec.graphql.org §2): parsed, and answered field by field."""

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

_TOKEN = re.compile(r'\s*,?\s*("(?:[^"\\]|\\.)*"|\.\.\.|[\w$-]+|[{}()\[\]:!])')


class Field(NamedTuple):
    alias: str
    name: str
    arguments: dict[str, Any]
    fields: list["Field"]


class RefusedError(Exception):
    """An error in the answer, whose status stays 200."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


class _Reader:
    def __init__(self, query: str, variables: Mapping[str, Any]) -> None:
        self.tokens = _TOKEN.findall(query)
        self.variables = variables

    def take(self, *expected: str) -> str:
        token: str = self.tokens.pop(0)
        assert not expected or token in expected, (token, expected)
        return token

    def skip_definitions(self) -> None:
        while self.tokens[0] != "{":
            self.take()

    def fields(self) -> list[Field]:
        self.take("{")
        fields: list[Field] = []
        while self.tokens[0] != "}":
            if self.tokens[0] == "...":
                self.take()
                self.take("on")
                self.take()
                fields += self.fields()
            else:
                fields.append(self.field())
        self.take("}")
        return fields

    def field(self) -> Field:
        alias = name = self.take()
        if self.tokens[0] == ":":
            self.take()
            name = self.take()
        arguments = {}
        if self.tokens[0] == "(":
            self.take()
            while self.tokens[0] != ")":
                key = self.take()
                self.take(":")
                arguments[key] = self.value()
            self.take(")")
        return Field(alias, name, arguments, self.fields() if self.tokens[0] == "{" else [])

    def value(self) -> Any:
        token = self.take()
        if token.startswith("$"):
            return self.variables[token[1:]]
        if token == "[":
            values = []
            while self.tokens[0] != "]":
                values.append(self.value())
            self.take()
            return values
        if token == "{":
            pairs = {}
            while self.tokens[0] != "}":
                key = self.take()
                self.take(":")
                pairs[key] = self.value()
            self.take()
            return pairs
        if token.startswith('"') or token in ("true", "false", "null") or token.isdigit():
            return json.loads(token)
        return token  # a word of an enumeration


def answered(
    query: str, variables: Mapping[str, Any], roots: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """Return the answer to *query*; a field that no value of *roots* has raises `KeyError`."""
    reader = _Reader(query, variables)
    root = roots[reader.tokens[0]]
    reader.skip_definitions()
    fields = reader.fields()
    try:
        return {"data": _chosen(root, fields)}
    except RefusedError as error:
        told = {"type": error.kind, "path": [fields[0].name], "message": str(error)}
        return {"data": {fields[0].alias: None}, "errors": [told]}


def _chosen(value: Any, fields: list[Field]) -> Any:
    if not fields or value is None:
        return value
    if isinstance(value, list):
        return [_chosen(part, fields) for part in value]
    answers = {}
    for field in fields:
        answer = value[field.name]
        answers[field.alias] = _chosen(
            answer(**field.arguments) if callable(answer) else answer, field.fields
        )
    return answers
