"""Files of ``content/_data/`` become plain values: YAML, JSON or CSV. Pure."""

import csv
import io
import json
import math
from collections.abc import Collection, Iterator
from typing import Any

from sitegen.border.convert import Converter, reader_for
from sitegen.border.json_mistakes import json_mistake
from sitegen.border.text import clean, decode
from sitegen.border.yaml_nodes import compose
from sitegen.errors import Diagnostic
from sitegen.patterns import lazy_pattern
from sitegen.sources.data_forms import (
    check_form,
    data_name,
    read_whole,
    whole_name,
    without_language,
)
from sitegen.wording.excerpts import excerpt

ENDINGS = (".yaml", ".yml", ".json", ".csv")
_JSON_TOKEN = lazy_pattern(r'("(?:[^"\\]|\\.)*+")(\s*:)?|[{}]|[^\s{}\[\],:"]+')
_NO_NUMBER = "a number is infinite, or not a number (NaN)"


def parse_data(
    raw: bytes, path: str, languages: Collection[str] = ()
) -> tuple[Any, list[Diagnostic]]:
    """Return the value of the data file *path* (it tells the format) and what is wrong with it.

    What is below a folder of one of the *languages* is as what it takes the place of.

    A CSV file becomes a list of mappings from its header line; comma or semicolon separate.
    """
    text, diagnostics = decode(raw, path)
    if diagnostics:
        return None, diagnostics
    value, diagnostics = _parse(text, path, diagnostics)
    named = without_language(path, languages)
    if value is not None and (whole := whole_name(named)):
        value, wrong = read_whole(value, text, path, whole)
        return value, diagnostics + wrong
    if value is not None:
        diagnostics += check_form(value, text, path, data_name(named))
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


def _parse_json(text: str, path: str) -> tuple[Any, list[Diagnostic]]:
    try:
        value = json.loads(
            text, object_pairs_hook=_mapping, parse_constant=_refuse_number, parse_float=_number
        )
        return _cleaned(value), []
    except _NotJSONError as error:
        line, column = _place(text, _refused_place(text, error.refused))
        code = "duplicate-key" if error.is_key else "json-syntax"
        values = {"key": error.refused} if error.is_key else {"problem": _NO_NUMBER}
        return None, [Diagnostic(code, path, line, column, values)]
    except UnicodeEncodeError as error:
        key = f"\\u{ord(error.object[error.start]):04x}"
        before = text[: max(0, text.lower().find(key))]
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        return None, [Diagnostic("lone-surrogate", path, line, column, {"key": key})]
    except json.JSONDecodeError as error:
        problem, line, column = json_mistake(error)
        return None, [Diagnostic("json-syntax", path, line, column, {"problem": problem})]
    except ValueError:  # longer than 64 bits; of thousands of digits Python itself refuses
        values = {"problem": "a number has too many digits"}
        return None, [Diagnostic("json-syntax", path, 1, 1, values)]
    except RecursionError:
        return None, [Diagnostic("yaml-too-deep", path, 1, 1, {"limit": "1000"})]


class _NotJSONError(Exception):
    """What Python's parser takes and RFC 8259 has not, or leaves to chance (§4)."""

    def __init__(self, refused: str, *, is_key: bool = False) -> None:
        super().__init__(refused)
        self.refused = refused
        self.is_key = is_key


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in pairs:
        if name in values:
            raise _NotJSONError(name, is_key=True)
        values[name] = value
    return values


def _refuse_number(word: str) -> Any:
    raise _NotJSONError(word)


def _number(word: str) -> float:
    number = float(word)
    return number if math.isfinite(number) else _refuse_number(word)


def _refused_place(text: str, refused: str) -> int:
    """Return where *refused* stands as a number, or for the second time as a key of one object."""
    keys: list[set[str]] = [set()]
    for match in _JSON_TOKEN.finditer(text):
        token, is_key = match[0], match[2] is not None
        if token == "{":
            keys.append(set())
        elif token == "}":
            keys.pop()
        elif is_key:
            name = json.loads(match[1])
            if name == refused and name in keys[-1]:
                return match.start()
            keys[-1].add(name)
        elif token == refused:
            return match.start()
    return 0


def _place(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _cleaned(value: Any) -> Any:
    """Return *value* with its texts as those of a file: an escape can bring in any character.

    Raises `UnicodeEncodeError` for half of a surrogate pair, `ValueError` for a number too long to
    be kept.
    """
    if isinstance(value, str):
        value.encode()
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(part) for part in value]
    if isinstance(value, dict):
        return {_cleaned(name): _cleaned(part) for name, part in value.items()}
    if isinstance(value, int) and value.bit_length() > 63:
        raise ValueError("a number has too many digits")
    return value


def _parse_csv(text: str, path: str) -> tuple[Any, list[Diagnostic]]:
    """Return the rows of a table; what of it would be lost is told.

    A quotation mark within a field that stands between two is written twice (RFC 4180 §2.7).
    """
    first = text.split("\n", 1)[0]
    separator = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    header: list[str] = []
    rows: list[dict[str, str]] = []
    wrong: list[Diagnostic] = []
    line = 1
    try:
        for row in reader:
            if not header and row:
                header = row
                wrong = list(_columns_twice(header, line, path))
            elif row:
                rows.append(dict(zip(header, row + [""] * len(header), strict=False)))
                lost = [cell for cell in row[_last_named(header) :] if cell.strip()]
                if lost:
                    values = {"cell": excerpt(lost[0], 40), "number": str(_last_named(header))}
                    wrong.append(Diagnostic("csv-row", path, line, 1, values))
            line = reader.line_num + 1
    except csv.Error:  # a quotation mark that is not closed, or not written twice
        return None, [Diagnostic("csv-quote", path, line, 1)]
    return rows, wrong


def _columns_twice(header: list[str], line: int, path: str) -> Iterator[Diagnostic]:
    for position, name in enumerate(header):
        if name.strip() and name in header[:position]:
            yield Diagnostic("duplicate-key", path, line, 1, {"key": name})


def _last_named(header: list[str]) -> int:
    """Return the number of columns up to the last that has a name."""
    return max((number for number, name in enumerate(header, 1) if name.strip()), default=0)
