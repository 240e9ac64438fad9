"""Files of ``content/_data/`` become plain values: YAML, JSON or CSV. Pure."""

import csv
import io
import json
from typing import Any

from sitegen.border.convert import Converter, reader_for
from sitegen.border.text import clean, decode
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
        return _parse_csv(text, path)
    node = compose(text, path, 1, diagnostics)
    if node is None:
        return None, diagnostics
    converter = Converter(text, path, 1)
    value = reader_for(Any)(converter, node, "")
    return value, converter.diagnostics


def _parse_json(text: str, path: str) -> tuple[Any, list[Diagnostic]]:
    try:
        return _cleaned(json.loads(text)), []
    except json.JSONDecodeError as error:
        values = {"problem": error.msg}
        return None, [Diagnostic("json-syntax", path, error.lineno, error.colno, values)]
    except ValueError as error:  # a number of thousands of digits, half of a surrogate pair
        return None, [Diagnostic("json-syntax", path, 1, 1, {"problem": str(error)})]
    except RecursionError:
        return None, [Diagnostic("yaml-too-deep", path, 1, 1, {"limit": "1000"})]


def _cleaned(value: Any) -> Any:
    """Return *value* with its texts as those of a file: an escape can bring in any character.

    Raises `ValueError` for a character that cannot be written, and a number too long to be kept.
    """
    if isinstance(value, str):
        value.encode()
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    if isinstance(value, dict):
        return {_cleaned(name): _cleaned(one) for name, one in value.items()}
    if isinstance(value, int) and value.bit_length() > 63:
        raise ValueError(f"a number of {value.bit_length()} bits: put it in quotation marks")
    return value


def _parse_csv(text: str, path: str) -> tuple[list[dict[str, str]] | None, list[Diagnostic]]:
    header = text.split("\n", 1)[0]
    separator = ";" if header.count(";") > header.count(",") else ","
    reader = csv.DictReader(io.StringIO(text), delimiter=separator, restval="")
    rows = []
    line = 2
    try:
        for row in reader:
            rows.append({key: value for key, value in row.items() if isinstance(key, str)})
            line = reader.line_num + 1
    except csv.Error as error:  # a quotation mark that nothing closes makes one field of the rest
        line = min(line, text.count("\n") + 1)  # the header alone may be wrong
        return None, [Diagnostic("csv-syntax", path, line, 1, {"problem": str(error)})]
    return rows, []
