"""Files of ``content/_data/`` become plain values: YAML, JSON or CSV. Pure."""

import csv
import io
import json
from typing import Any

from sitegen.border.convert import Converter, reader_for
from sitegen.border.text import decode
from sitegen.border.yaml_nodes import compose
from sitegen.errors import Diagnostic

ENDINGS = (".yaml", ".yml", ".json", ".csv")


def parse_data(raw: bytes, path: str) -> tuple[Any, list[Diagnostic]]:
    """Return the value of the data file *path* (it tells the format) and what is wrong with it.

    A CSV file becomes a list of mappings from its header line; comma or semicolon separate.
    """
    text, diagnostics = decode(raw, path)
    if diagnostics:
        return None, diagnostics
    if path.endswith(".json"):
        return _parse_json(text, path)
    if path.endswith(".csv"):
        return _parse_csv(text), []
    node = compose(text, path, 1, diagnostics)
    if node is None:
        return None, diagnostics
    converter = Converter(text, path, 1)
    value = reader_for(Any)(converter, node, "")
    return value, converter.diagnostics


def _parse_json(text: str, path: str) -> tuple[Any, list[Diagnostic]]:
    try:
        return json.loads(text), []
    except json.JSONDecodeError as error:
        values = {"problem": error.msg}
        return None, [Diagnostic("json-syntax", path, error.lineno, error.colno, values)]
    except RecursionError:
        return None, [Diagnostic("yaml-too-deep", path, 1, 1, {"limit": "1000"})]


def _parse_csv(text: str) -> list[dict[str, str]]:
    header = text.split("\n", 1)[0]
    separator = ";" if header.count(";") > header.count(",") else ","
    rows = csv.DictReader(io.StringIO(text), delimiter=separator, restval="")
    return [{key: value for key, value in row.items() if isinstance(key, str)} for row in rows]
