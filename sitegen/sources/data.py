"""Files of ``content/_data/`` become plain values: YAML, JSON or CSV. Pure."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from sitegen.border.addresses import SCHEMES, forbidden_scheme, is_address
from sitegen.border.convert import Converter, reader_for
from sitegen.border.text import clean, decode
from sitegen.border.yaml_nodes import compose
from sitegen.errors import Diagnostic

ENDINGS = (".yaml", ".yml", ".json", ".csv")
_LINKED = ("organisations", "venues")
"""Files whose `url` pages lead to."""


def parse_data(raw: bytes, path: str) -> tuple[Any, list[Diagnostic]]:
    """Return the value of the data file *path* (it tells the format) and what is wrong with it.

    A CSV file becomes a list of mappings from its header line; comma or semicolon separate.
    """
    text, diagnostics = decode(raw, path)
    if diagnostics:
        return None, diagnostics
    value, diagnostics = _parse(text, path, diagnostics)
    if path.rpartition("/")[2].partition(".")[0] in _LINKED:
        diagnostics += _check_links(value, text, path)
    return value, diagnostics


def _parse(text: str, path: str, diagnostics: list[Diagnostic]) -> tuple[Any, list[Diagnostic]]:
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


def _check_links(value: Any, text: str, path: str) -> Iterator[Diagnostic]:
    for one in value.values() if isinstance(value, dict) else ():
        url = str(one.get("url") or "") if isinstance(one, dict) else ""
        if forbidden_scheme(url) or not is_address(url):
            at = max(text.find(url), 0)
            line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
            values = {"url": url[:60], "known": ", ".join(SCHEMES)}
            code = "unsafe-link" if forbidden_scheme(url) else "bad-web-address"
            yield Diagnostic(code, path, line, column, values)


def _parse_json(text: str, path: str) -> tuple[Any, list[Diagnostic]]:
    try:
        return _cleaned(json.loads(text)), []
    except UnicodeEncodeError as error:
        key = f"\\u{ord(error.object[error.start]):04x}"
        before = text[: max(0, text.lower().find(key))]
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        return None, [Diagnostic("lone-surrogate", path, line, column, {"key": key})]
    except json.JSONDecodeError as error:
        values = {"problem": error.msg}
        return None, [Diagnostic("json-syntax", path, error.lineno, error.colno, values)]
    except ValueError:  # longer than 64 bits; of thousands of digits Python itself refuses
        values = {"problem": "a number has too many digits"}
        return None, [Diagnostic("json-syntax", path, 1, 1, values)]
    except RecursionError:
        return None, [Diagnostic("yaml-too-deep", path, 1, 1, {"limit": "1000"})]


def _cleaned(value: Any) -> Any:
    """Return *value* with its texts as those of a file: an escape can bring in any character.

    Raises `UnicodeEncodeError` for half of a surrogate pair, `ValueError` for a number too long to
    be kept.
    """
    if isinstance(value, str):
        value.encode()
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    if isinstance(value, dict):
        return {_cleaned(name): _cleaned(one) for name, one in value.items()}
    if isinstance(value, int) and value.bit_length() > 63:
        raise ValueError("a number has too many digits")
    return value


def _parse_csv(text: str, path: str) -> tuple[Any, list[Diagnostic]]:
    header = text.split("\n", 1)[0]
    separator = ";" if header.count(";") > header.count(",") else ","
    rows = csv.DictReader(io.StringIO(text), delimiter=separator, restval="")
    try:
        return [
            {key: value for key, value in row.items() if isinstance(key, str)} for row in rows
        ], []
    except csv.Error:  # a field of more than 128 kB: all that follows a quotation mark
        return None, [Diagnostic("csv-quote", path, rows.line_num + 1, 1)]
