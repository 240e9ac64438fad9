"""Files of ``content/_data/`` become plain values: YAML, JSON or CSV. Pure."""

import csv
import io
import json
from collections import Counter
from typing import Any

from sitegen.border.convert import Converter, reader_for
from sitegen.border.text import decode
from sitegen.border.yaml_nodes import compose
from sitegen.errors import Diagnostic
from sitegen.sources.scan import MAX_DATA

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
    wrong: list[Diagnostic] = []

    def read_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        if len(value) < len(pairs):
            (twice, _), *_ = Counter(name for name, _ in pairs).most_common(1)
            wrong.append(Diagnostic("duplicate-key", path, values={"key": twice}))
        return value

    def refuse(constant: str) -> None:
        raise ValueError(f"{constant} is no number")

    try:
        value = json.loads(text, object_pairs_hook=read_object, parse_constant=refuse)
        if "\\u" in text:
            json.dumps(value, ensure_ascii=False).encode()
        return value, wrong
    except json.JSONDecodeError as error:
        values = {"problem": error.msg}
        return None, [Diagnostic("json-syntax", path, error.lineno, error.colno, values)]
    except UnicodeEncodeError:
        return None, [Diagnostic("lone-surrogate", path, 0, 0, {"key": path.rpartition("/")[2]})]
    except ValueError as error:  # NaN, or a number of more than 4,300 digits
        return None, [Diagnostic("json-syntax", path, 1, 1, {"problem": str(error)})]
    except RecursionError:
        return None, [Diagnostic("yaml-too-deep", path, 1, 1, {"limit": "1000"})]


def _parse_csv(text: str) -> list[dict[str, str]]:
    csv.field_size_limit(MAX_DATA)  # by default 128 kB, and an exception without a place
    header = text.split("\n", 1)[0]
    separator = ";" if header.count(";") > header.count(",") else ","
    rows = csv.DictReader(io.StringIO(text), delimiter=separator, restval="")
    return [{key: value for key, value in row.items() if isinstance(key, str)} for row in rows]
