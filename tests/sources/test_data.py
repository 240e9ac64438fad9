"""Data files."""

import json

import pytest

from sitegen.sources.data import parse_data


@pytest.mark.parametrize(
    ("path", "raw", "value"),
    [
        ("a.yaml", b"b: {code: 01000, n: 2}", {"b": {"code": "01000", "n": 2}}),
        ("a.json", b'{"b": [1, null]}', {"b": [1, None]}),
        (
            "a.csv",
            b"nom;part\nNevers;12\nTours;",
            [{"nom": "Nevers", "part": "12"}, {"nom": "Tours", "part": ""}],
        ),
        ("a.csv", b'nom,part\n"Nevers, 58",12\n', [{"nom": "Nevers, 58", "part": "12"}]),
        (
            "a.csv",
            b'a;b\n"la ""salle""";\n\n2;;;\n',
            [{"a": 'la "salle"', "b": ""}, {"a": "2", "b": ""}],
        ),
        ("a.csv", b'a;b\nun "mot" dit;5\n', [{"a": 'un "mot" dit', "b": "5"}]),
        ("a.csv", b"", []),
        ("a.yaml", b"", None),
        ("a.yaml", rb'"a\0": "e\u0301\x07"', {"a": "é"}),
        ("a.json", rb'{"a\u0000": ["e\u0301\u0007"]}', {"a": ["é"]}),
    ],
)
def test_formats(path: str, raw: bytes, value: object) -> None:
    assert parse_data(raw, path) == (value, [])


@pytest.mark.parametrize(
    ("path", "raw", "place"),
    [
        ("a.json", b"{\n  x", (2, 3, "json-syntax")),
        ("a.yaml", b"a: b\nc: d: e", (2, 5, "yaml-colon")),
        ("a.yaml", b"a: 1\na: 2", (2, 1, "duplicate-key")),
        ("a.json", b"1" * 5000, (1, 1, "json-syntax")),
        ("a.json", b"[9223372036854775808]", (1, 1, "json-syntax")),
        ("a.json", rb'"\ud800"', (1, 2, "lone-surrogate")),
        ("a.json", b'{"a": "NaN",\n "b": [NaN]}', (2, 8, "json-syntax")),
        ("a.json", b"[1, -Infinity]", (1, 5, "json-syntax")),
        ("a.json", b"[1.5,\n 1e999]", (2, 2, "json-syntax")),
        ("a.json", b'{"a": {"b": 1},\n "b": "x",\n "b": 2}', (3, 2, "duplicate-key")),
        ("a.json", rb'[{"b": ":"}, {"b": "\"b\":", "\u0062": 2}]', (1, 30, "duplicate-key")),
        ("a.csv", b'a;b\n1;"2\n' + b"x" * 140_000, (2, 1, "csv-quote")),
        ("a.csv", b'a;b\n1;2\n"3;4\n5;6\n', (3, 1, "csv-quote")),
        ("a.csv", b'a;b\n"3;4\n"5";6\n', (2, 1, "csv-quote")),
        ("a.csv", b'a;b\n\n"la "salle"";4\n', (3, 1, "csv-quote")),
        ("a.csv", b"a,b\nx,1,5\n", (2, 1, "csv-row")),
        ("a.csv", b'a;b;;\n1;2;;\n"x\ny";2;;3\n', (3, 1, "csv-row")),
        ("a.csv", b"a;b;a\n1;2;3\n", (1, 1, "duplicate-key")),
        ("a.csv", b"\xff", (1, 1, "not-utf-8")),
    ],
)
def test_what_cannot_be_read_is_placed(path: str, raw: bytes, place: tuple[int, int, str]) -> None:
    _, (diagnostic,) = parse_data(raw, path)

    assert (diagnostic.line, diagnostic.column, diagnostic.code) == place


def test_what_is_deeper_than_python_reads_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(json, "loads", refuse)

    _, (diagnostic,) = parse_data(b"[[1]]", "a.json")

    assert (diagnostic.line, diagnostic.column, diagnostic.code) == (1, 1, "yaml-too-deep")
